using System.Text;
using System.Xml;

namespace Playbooks.Rendering;

/// <summary>An Atom feed (RFC 4287) of the pages reviewed last, for readers who follow an edition.</summary>
/// <remarks>
/// The only day known for sure is that of a page's review, so an entry is a review and not an edit. Needs addresses in
/// full, and is not offered by editions that are not to be found.
/// </remarks>
internal static class ChangeFeed
{
    /// <summary>Where the feed is published.</summary>
    public const string Path = "feed.xml";

    private const string Namespace = "http://www.w3.org/2005/Atom";
    private const int MostEntries = 40;

    /// <summary>Whether an edition has a feed.</summary>
    public static bool IsOffered(Edition edition) => edition is { BaseUrl: not null, IsIndexable: true } && edition.Pages.Values.Any(page => page.Page.Reviewed is not null);

    /// <summary>The feed; only for editions that offer it.</summary>
    public static string Of(Edition edition)
    {
        var root = edition.BaseUrl!;
        var entries = edition.Pages.Values.Where(page => page.Page.Reviewed is not null)
            .OrderByDescending(page => page.Page.Reviewed!.Value.Value).ThenBy(page => page.Page.Id).Take(MostEntries).ToArray();
        var text = new StringBuilder();
        using (var writer = XmlWriter.Create(text, new XmlWriterSettings { OmitXmlDeclaration = true, Indent = true, NewLineChars = "\n" }))
        {
            writer.WriteStartElement("feed", Namespace);
            writer.WriteAttributeString("xml", "lang", null, edition.Locale.Tag);
            writer.WriteElementString("id", Namespace, root);
            writer.WriteElementString("title", Namespace, edition.Title);
            writer.WriteElementString("updated", Namespace, Time(entries[0]));
            WriteLink(writer, "self", root + Path);
            WriteLink(writer, "alternate", root);
            writer.WriteStartElement("author", Namespace);
            writer.WriteElementString("name", Namespace, edition.Name);
            writer.WriteEndElement();
            foreach (var entry in entries)
            {
                WriteEntry(writer, entry, root, edition.Locale);
            }

            writer.WriteEndElement();
        }

        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{text}\n";
    }

    private static void WriteEntry(XmlWriter writer, EditionPage page, string root, Locale locale)
    {
        var address = $"{root}{page.Page.Id}/";
        writer.WriteStartElement("entry", Namespace);
        writer.WriteElementString("id", Namespace, address);
        writer.WriteElementString("title", Namespace, page.Title);
        writer.WriteElementString("updated", Namespace, Time(page));
        WriteLink(writer, "alternate", address);
        writer.WriteElementString("summary", Namespace, $"{locale.Text("chapter.reviewed")} {locale.Date(page.Page.Reviewed!.Value.Value)}. {page.Description}".TrimEnd());
        writer.WriteEndElement();
    }

    private static void WriteLink(XmlWriter writer, string relation, string address)
    {
        writer.WriteStartElement("link", Namespace);
        writer.WriteAttributeString("rel", relation);
        writer.WriteAttributeString("href", address);
        writer.WriteEndElement();
    }

    private static string Time(EditionPage page) => page.Page.Reviewed!.Value.Value.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) + "T00:00:00Z";
}
