namespace Playbooks.Model;

/// <summary>A kind of box that sets a passage apart, such as a tip or a legal note. Declared by the playbook; a block <c>::: id</c> makes one.</summary>
/// <param name="Id">Name of the block in Markdown and part of the box's CSS class.</param>
/// <param name="Label">Title of a box that has none of its own.</param>
/// <param name="Icon">Name of an icon of the theme; null for none.</param>
/// <param name="Requires">Attributes that each box of the kind must have, such as <c>reviewed</c>; may be empty.</param>
/// <param name="HasWriteLine">Whether the box ends with an empty line to write on.</param>
public sealed record CalloutKind(Slug Id, string Label, Located<string>? Icon, ImmutableArray<string> Requires, bool HasWriteLine);
