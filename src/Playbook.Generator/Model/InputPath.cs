namespace Playbooks.Model;

/// <summary>A file below the input folder, such as <c>areas/people/area.yml</c>: forward slashes, never absolute, never <c>..</c>.</summary>
public readonly record struct InputPath(string Value)
{
    /// <summary>The folder part without a closing slash; empty for a file at the top.</summary>
    public string Folder => Value.LastIndexOf('/') is var slash and >= 0 ? Value[..slash] : "";

    /// <summary>The file's name with its ending.</summary>
    public string Name => Value[(Value.LastIndexOf('/') + 1)..];

    /// <summary>The file's name without its ending.</summary>
    public string Stem => Name.LastIndexOf('.') is var dot and > 0 ? Name[..dot] : Name;

    /// <inheritdoc />
    public override string ToString() => Value;
}
