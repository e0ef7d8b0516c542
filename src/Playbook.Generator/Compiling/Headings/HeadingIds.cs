using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>
/// Gives each heading of a text its id: the author's, or one derived from its words without slots, so that an anchor is
/// the same in all editions. Authors' ids are taken first; a derived id never takes one away.
/// </summary>
internal sealed class HeadingIds
{
    // Ids in use, with the line of the heading when an author wrote it.
    private readonly Dictionary<string, int> _lines = new(StringComparer.Ordinal);

    // The last number given to a stem.
    private readonly Dictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>Adds a <see cref="HeadingIdInline"/> to every heading that has none, and reports ids used twice.</summary>
    public void Assign(CompileContext context, ContainerBlock document)
    {
        var headings = new List<HeadingBlock>();
        Collect(document, headings);
        foreach (var heading in headings)
        {
            if (heading.Inline?.LastChild is HeadingIdInline id && !_lines.TryAdd(id.Id, context.FirstLine(heading).Line))
            {
                context.Report(DiagnosticCatalog.DuplicateHeadingId(id.Id, _lines[id.Id], context.Span(id)));
            }
        }

        foreach (var heading in headings)
        {
            if (heading.Inline?.LastChild is not HeadingIdInline)
            {
                var slug = HeadingSlug.Of(TitleText.Read(context, heading.Inline));
                var id = _lines.TryAdd(slug, 0) ? slug : WithNumber(slug, first: 2);
                (heading.Inline ??= new()).AppendChild(new HeadingIdInline(id));
            }
        }
    }

    /// <summary>An id for something that is no heading, such as the title of a callout.</summary>
    /// <param name="stem">The id is this with a number, from 1.</param>
    public string Numbered(string stem) => WithNumber(stem, first: 1);

    private string WithNumber(string stem, int first)
    {
        // Remembering the last number keeps a page of equal headings linear.
        var number = _counts.GetValueOrDefault(stem, first - 1);
        string id;
        do
        {
            number++;
            id = string.Create(CultureInfo.InvariantCulture, $"{stem}-{number}");
        }
        while (!_lines.TryAdd(id, 0));
        _counts[stem] = number;
        return id;
    }

    /// <summary>Headings of the page's outline; those in quotes, lists and callouts are errors and need no id.</summary>
    private static void Collect(ContainerBlock container, List<HeadingBlock> headings)
    {
        foreach (var child in container)
        {
            if (child is HeadingBlock heading)
            {
                headings.Add(heading);
            }
            else if (child is DirectiveBlock { Kind: not DirectiveKind.Callout } directive)
            {
                Collect(directive, headings);
            }
        }
    }
}
