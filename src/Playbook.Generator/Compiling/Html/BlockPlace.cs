namespace Playbooks.Compiling;

/// <summary>Where a block stands.</summary>
/// <param name="Name">What holds it, in the author's words; empty where headings are allowed or somebody else was told.</param>
internal readonly record struct BlockPlace(string Name)
{
    /// <summary>The top of a text, and the inside of conditional blocks there.</summary>
    public static BlockPlace Top { get; } = new("");

    /// <summary>The inside of a block that takes no headings.</summary>
    public BlockPlace Inside(string name) => this with { Name = name };
}
