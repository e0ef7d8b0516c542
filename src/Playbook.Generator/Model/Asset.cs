namespace Playbooks.Model;

/// <summary>A file that is published as it is, such as an image or a form to fill in.</summary>
/// <param name="File">The file below the input folder.</param>
/// <param name="Bytes">Its bytes; checked for what a browser would run.</param>
public sealed record Asset(InputPath File, ReadOnlyMemory<byte> Bytes);
