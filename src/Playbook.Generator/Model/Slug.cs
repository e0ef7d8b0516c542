namespace Playbooks.Model;

/// <summary>
/// An id written by an author that may become part of a URL: ASCII lower-case letters, digits, and single
/// <c>-</c>, <c>_</c> or <c>.</c> between them; 1 to 64 characters; no name that a file system reserves.
/// </summary>
public readonly record struct Slug : IComparable<Slug>
{
    private const int MaximumLength = 64;

    // Windows keeps these names for devices, with or without an ending, so a folder of that name cannot be published there.
    private static readonly ImmutableHashSet<string> Reserved =
        ["con", "prn", "aux", "nul", .. Enumerable.Range(0, 10).SelectMany(n => new[] { $"com{n}", $"lpt{n}" })];

    private Slug(string value) => Value = value;

    /// <summary>The text of the id; never empty for a parsed slug.</summary>
    public string Value { get; }

    /// <summary>Reads a slug; false when the text is not one.</summary>
    public static bool TryParse(string? text, out Slug slug)
    {
        var isSlug = text is { Length: > 0 and <= MaximumLength } && HasSlugCharacters(text) && !Reserved.Contains(text.Split('.')[0]);
        slug = isSlug ? new Slug(text!) : default;
        return isSlug;
    }

    /// <summary>A slug known to be right because it stands in our own source.</summary>
    /// <exception cref="ArgumentException">The text is not a slug.</exception>
    public static Slug Of(string text) =>
        TryParse(text, out var slug) ? slug : throw new ArgumentException($"not a slug: {text}", nameof(text));

    /// <inheritdoc />
    public int CompareTo(Slug other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value ?? "";

    private static bool HasSlugCharacters(string text)
    {
        var wasSeparator = true;
        foreach (var character in text)
        {
            var isSeparator = character is '-' or '_' or '.';
            if ((isSeparator && wasSeparator) || (!isSeparator && !char.IsAsciiLetterLower(character) && !char.IsAsciiDigit(character)))
            {
                return false;
            }

            wasSeparator = isSeparator;
        }

        return !wasSeparator;
    }
}
