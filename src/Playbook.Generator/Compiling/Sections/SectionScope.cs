namespace Playbooks.Compiling;

/// <summary>
/// The conditional blocks around a part of a text. A conditional block with headings is opened up: its headings become
/// sections of the page, each carrying the conditions of its scope.
/// </summary>
internal sealed class SectionScope
{
    private SectionScope(SectionScope? parent, ImmutableArray<Condition> conditions, int start, int end)
    {
        Parent = parent;
        Conditions = conditions;
        Start = start;
        End = end;
        Level = parent?.Level ?? 0;
    }

    /// <summary>The scope around this one; null for a whole text.</summary>
    public SectionScope? Parent { get; }

    /// <summary>From the outermost block to the innermost.</summary>
    public ImmutableArray<Condition> Conditions { get; }

    /// <summary>Where the opening line begins, 0-based in the body.</summary>
    public int Start { get; }

    /// <summary>Where the closing line begins; for a whole text its end.</summary>
    public int End { get; }

    /// <summary>Level of the heading that text of this scope belongs to: the last one in it, or the last one before it.</summary>
    public int Level { get; set; }

    /// <summary>The scope of a whole text.</summary>
    public static SectionScope Whole(int start, int end) => new(null, [], start, end);

    /// <summary>The scope of a conditional block.</summary>
    public SectionScope Enter(DirectiveBlock block, Condition condition) =>
        new(this, Conditions.Add(condition), block.Span.Start, block.IsFenceClosed ? block.ContentEnd : End);
}
