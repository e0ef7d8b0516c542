using Playbooks.Drawing;

namespace Playbooks.Rendering;

/// <summary>The faces with which cards are written.</summary>
/// <param name="Title">The face of headings.</param>
/// <param name="Text">The face of text.</param>
internal sealed record CardFaces(Typeface Title, Typeface Text)
{
    /// <summary>Folder of the fonts in the theme's bundle; not published.</summary>
    public const string Folder = "cards";

    // As `h1` in elements.css.
    private const float TitleSpacing = -0.018f;

    /// <summary>Reads the faces of a bundle; null when the theme has none, and then there are no cards.</summary>
    /// <param name="bundle">Full path of the bundle's folder.</param>
    /// <exception cref="UnusableEnvironmentException">One of the files is no font.</exception>
    public static CardFaces? Load(string bundle)
    {
        var (title, text) = (Read(bundle, "title"), Read(bundle, "text"));
        return title.IsEmpty || text.IsEmpty ? null : new CardFaces(new Typeface(title, TitleSpacing), new Typeface(text));
    }

    private static ImmutableArray<FontFile> Read(string bundle, string name)
    {
        var files = new[] { name, $"{name}-ext" }.Select(file => Path.Combine(bundle, Folder, $"{file}.ttf")).Where(File.Exists);
        try
        {
            return [.. files.Select(file => new FontFile(File.ReadAllBytes(file)))];
        }
        catch (InvalidDataException)
        {
            throw new UnusableEnvironmentException($"the font `{name}` of the theme's cards cannot be read: build the theme again");
        }
    }
}
