using Markdig.Parsers;
using Markdig.Syntax;
using SourceSpan = Playbooks.Diagnostics.SourceSpan;

namespace Playbooks.Compiling;

/// <summary>What a directive is for.</summary>
internal enum DirectiveKind
{
    /// <summary>A name nobody knows; a diagnostic was given, and what is inside is compiled for further problems.</summary>
    Unknown,

    /// <summary><c>::: when "condition"</c></summary>
    When,

    /// <summary><c>::: else</c></summary>
    Else,

    /// <summary>One of the playbook's callouts.</summary>
    Callout,

    /// <summary><c>replace</c>, <c>before</c>, <c>after</c> or <c>hide</c>.</summary>
    Override,
}

/// <summary>A block between a line <c>::: name …</c> and a line of as many colons.</summary>
internal sealed class DirectiveBlock(BlockParser parser) : ContainerBlock(parser)
{
    public required DirectiveKind Kind { get; init; }

    public required DirectiveLine Fence { get; init; }

    public required DirectiveArguments Arguments { get; init; }

    /// <summary>The opening line from its colons to its end.</summary>
    public required SourceSpan FenceSpan { get; init; }

    /// <summary>The condition of a <c>when</c>; always true for other directives and after a diagnostic.</summary>
    public required Condition Condition { get; init; }

    /// <summary>True when a closing line or an <c>else</c> was found.</summary>
    public bool IsFenceClosed { get; set; }

    /// <summary>Where the line that ends the block begins, 0-based in the body; 0 when it was never closed.</summary>
    public int ContentEnd { get; set; }

    /// <summary>True for both halves of a conditional block.</summary>
    public bool IsConditional => Kind is DirectiveKind.When or DirectiveKind.Else;
}
