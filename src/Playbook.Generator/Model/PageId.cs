namespace Playbooks.Model;

/// <summary>
/// The id of a page: one to four slugs joined by <c>/</c>, such as <c>people/managers</c>. It is also the page's address
/// below the site's root, so it never changes and is never reused.
/// </summary>
public readonly record struct PageId : IComparable<PageId>
{
    private const int MaximumDepth = 4;

    private PageId(string value) => Value = value;

    /// <summary>The text of the id.</summary>
    public string Value { get; }

    /// <summary>Reads a page id; false when the text is not one.</summary>
    public static bool TryParse(string? text, out PageId id)
    {
        var parts = text?.Split('/') ?? [];
        var isId = parts.Length is > 0 and <= MaximumDepth && parts.All(part => Slug.TryParse(part, out _));
        id = isId ? new PageId(text!) : default;
        return isId;
    }

    /// <summary>A page id made of slugs that were parsed before.</summary>
    public static PageId Of(params ReadOnlySpan<Slug> slugs)
    {
        var parts = new string[slugs.Length];
        for (var at = 0; at < slugs.Length; at++)
        {
            parts[at] = slugs[at].Value;
        }

        return new PageId(string.Join('/', parts));
    }

    /// <inheritdoc />
    public int CompareTo(PageId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}
