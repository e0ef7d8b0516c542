using System.Xml;
using System.Xml.Linq;

namespace Playbooks.Rendering;

/// <summary>Makes the shape that <see cref="Icon.Use"/> refers to from an icon's file.</summary>
internal static class IconShape
{
    /// <summary>The shape of an icon, made from its file.</summary>
    /// <exception cref="UnusableEnvironmentException">The file is no picture.</exception>
    public static string Of(string name, string svg)
    {
        try
        {
            var picture = XElement.Parse(svg);
            var attributes = picture.Attributes().Where(each => !each.IsNamespaceDeclaration && each.Name.LocalName is not ("class" or "width" or "height" or "aria-hidden"));
            return new XElement("symbol", new XAttribute("id", $"_i-{name}"), attributes, picture.Elements().Select(Bare)).ToString(SaveOptions.DisableFormatting);
        }
        catch (XmlException exception)
        {
            throw new UnusableEnvironmentException($"the theme's icon `{name}.svg` is no picture: {exception.Message}", exception);
        }
    }

    /// <summary>HTML knows the names of SVG without their namespace.</summary>
    private static XElement Bare(XElement element) => new(element.Name.LocalName, element.Attributes().Where(each => !each.IsNamespaceDeclaration), element.Elements().Select(Bare));
}
