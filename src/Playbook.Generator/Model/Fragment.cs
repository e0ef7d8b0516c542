namespace Playbooks.Model;

/// <summary>
/// A piece of HTML compiled once: UTF-8 bytes, and the places where something is put in or taken out for an edition or a
/// page. A fragment without slots is the same bytes in every edition.
/// </summary>
/// <param name="Utf8">The bytes; well-formed HTML once its slots are filled.</param>
/// <param name="Slots">By <see cref="FragmentSlot.Position"/>, then in the order they apply. Conditional ranges nest properly.</param>
public sealed record Fragment(ReadOnlyMemory<byte> Utf8, ImmutableArray<FragmentSlot> Slots)
{
    /// <summary>Nothing at all.</summary>
    public static Fragment Empty { get; } = new(ReadOnlyMemory<byte>.Empty, []);

    /// <summary>True when there is not a byte and nothing to put in.</summary>
    public bool IsEmpty => Utf8.IsEmpty && Slots.IsEmpty;
}

/// <summary>A place in a fragment.</summary>
/// <param name="Position">0-based byte offset at which the slot applies, 0 to the fragment's length.</param>
public abstract record FragmentSlot(int Position)
{
    /// <summary>The value of an expression, escaped for HTML text and attribute values.</summary>
    /// <param name="Position">Where it is put in.</param>
    /// <param name="Expression">What is put in.</param>
    public sealed record Value(int Position, SlotExpression Expression) : FragmentSlot(Position);

    /// <summary>A range that is taken out, with the slots in it, unless a condition holds.</summary>
    /// <param name="Position">Start of the range.</param>
    /// <param name="End">End of the range, exclusive; not before the start.</param>
    /// <param name="Condition">The condition; for an <c>else</c> part it is negated.</param>
    public sealed record Range(int Position, int End, Condition Condition) : FragmentSlot(Position);

    /// <summary>
    /// The start tag of a link into the playbook: <c>&lt;a href="…"&gt;</c>, or the start of a marked text when the target is
    /// not in the edition.
    /// </summary>
    /// <param name="Position">Where the tag is put in.</param>
    /// <param name="Target">What is linked to.</param>
    public sealed record LinkStart(int Position, LinkTarget Target) : FragmentSlot(Position);

    /// <summary>The end tag that belongs to the link last started.</summary>
    /// <param name="Position">Where the tag is put in.</param>
    /// <param name="Target">What is linked to.</param>
    public sealed record LinkEnd(int Position, LinkTarget Target) : FragmentSlot(Position);

    /// <summary>The address of a file that is published beside the pages, such as an image; put into an attribute value.</summary>
    /// <param name="Position">Where the address is put in.</param>
    /// <param name="File">The file below the input folder.</param>
    public sealed record Asset(int Position, InputPath File) : FragmentSlot(Position);

    /// <summary>A numbered link to a source at the foot of the page.</summary>
    /// <param name="Position">Where the link is put in.</param>
    /// <param name="Source">The source's id.</param>
    public sealed record Citation(int Position, Located<string> Source) : FragmentSlot(Position);

    /// <summary>A word of the glossary in running text; its first use on a page leads to the explanation.</summary>
    /// <param name="Position">Where the word starts.</param>
    /// <param name="Length">Its length in bytes; no slot stands inside it.</param>
    /// <param name="Entry">The entry's id.</param>
    public sealed record GlossaryUse(int Position, int Length, Slug Entry) : FragmentSlot(Position);

    /// <summary>A sentence of the interface in the edition's language, escaped.</summary>
    /// <param name="Position">Where it is put in.</param>
    /// <param name="Key">Key in the locale files.</param>
    /// <param name="Argument">Fills <c>{0}</c>; null when the sentence has none.</param>
    public sealed record InterfaceText(int Position, string Key, string? Argument) : FragmentSlot(Position);
}

/// <summary>What a link in a text points at.</summary>
/// <param name="Reference">As written after <c>xref:</c> or resolved from a relative <c>.md</c> path, without the anchor: a page id, an item id, or a list.</param>
/// <param name="Anchor">Without <c>#</c>; null for the page itself.</param>
/// <param name="Span">Where the link is written.</param>
public sealed record LinkTarget(string Reference, string? Anchor, SourceSpan Span)
{
    /// <summary>
    /// The reference as the site knows it. An override stands in the place of its page, so a path that is relative to it
    /// leads to the common page at the same place; only pages below <c>local/</c> are a layer's own.
    /// </summary>
    public string Page
    {
        get
        {
            var parts = Reference.Split('/', 3);
            var isInLayer = parts is ["organizations" or "layers", _, _] && Reference.EndsWith(".md", StringComparison.Ordinal);
            return isInLayer && !parts[2].StartsWith("local/", StringComparison.Ordinal) ? parts[2] : Reference;
        }
    }
}
