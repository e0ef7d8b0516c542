namespace Playbooks.Model;

/// <summary>
/// The id of a checklist or assessment item, such as <c>PEO-03</c> or <c>PEO-A1</c>: a prefix of capital letters and
/// digits, a hyphen, then capital letters and digits; at most 24 characters. Readers' ticks are kept under it.
/// </summary>
public readonly record struct ItemId : IComparable<ItemId>
{
    private const int MaximumLength = 24;

    private ItemId(string value) => Value = value;

    /// <summary>The text of the id.</summary>
    public string Value { get; }

    /// <summary>The part before the last hyphen.</summary>
    public string Prefix => Value[..Value.LastIndexOf('-')];

    /// <summary>Reads an item id; false when the text is not one.</summary>
    public static bool TryParse(string? text, out ItemId id)
    {
        var isId = text is { Length: <= MaximumLength } && char.IsAsciiLetterUpper(text.FirstOrDefault())
            && text.Contains('-', StringComparison.Ordinal)
            && text.Split('-').All(part => part.Length > 0 && part.All(each => char.IsAsciiLetterUpper(each) || char.IsAsciiDigit(each)));
        id = isId ? new ItemId(text!) : default;
        return isId;
    }

    /// <inheritdoc />
    public int CompareTo(ItemId other) => string.CompareOrdinal(Value, other.Value);

    /// <inheritdoc />
    public override string ToString() => Value ?? "";
}
