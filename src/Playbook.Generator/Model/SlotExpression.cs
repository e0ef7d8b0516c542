namespace Playbooks.Model;

/// <summary>
/// A place in a text where an organization's own word is put, such as <c>{{ term.staff.many }}</c>. The value is always
/// text: it is never read as Markdown, HTML or another slot.
/// </summary>
/// <param name="Group">What kind of value: <c>org</c>, <c>term</c>, <c>role</c>, <c>date</c>, <c>list</c>, or a group of the manifest's variables.</param>
/// <param name="Key">Which value of the group.</param>
/// <param name="Forms">Grammatical forms asked for, such as <c>many</c>, <c>own</c>, <c>a</c>; may be empty.</param>
/// <param name="IsCapitalized">Whether the first letter is a capital, asked for by a capital group such as <c>Term</c>.</param>
/// <param name="Span">Where the slot is written.</param>
public sealed record SlotExpression(string Group, string Key, ImmutableArray<string> Forms, bool IsCapitalized, SourceSpan Span)
{
    /// <inheritdoc />
    public override string ToString() => string.Join('.', [Group, Key, .. Forms]);
}

/// <summary>A plain text with slots, as the titles and sentences of checklists and assessments are.</summary>
/// <param name="Source">The text as written.</param>
/// <param name="Parts">Literal pieces and slots in order; a text without slots has one literal piece.</param>
/// <param name="Span">Where the text is written.</param>
public sealed record SlottedText(string Source, ImmutableArray<TextPart> Parts, SourceSpan Span)
{
    /// <summary>True when no organization changes the text.</summary>
    public bool IsPlain => Parts.All(part => part.Slot is null);

    /// <inheritdoc />
    public override string ToString() => Source;
}

/// <summary>A piece of a slotted text: exactly one of the two is not null.</summary>
/// <param name="Literal">Text as it stands.</param>
/// <param name="Slot">A value to put in.</param>
public readonly record struct TextPart(string? Literal, SlotExpression? Slot);
