namespace Playbooks.Verifying;

/// <summary>Where in the organizations' files a private text stands.</summary>
/// <param name="Organization">Number of the organization.</param>
/// <param name="File">Number of its file.</param>
/// <param name="Start">First byte of the text in the file; -1 for the file's own path.</param>
/// <param name="End">First byte behind it.</param>
internal readonly record struct TextOrigin(int Organization, int File, int Start, int End);
