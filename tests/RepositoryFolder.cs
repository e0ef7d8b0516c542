using System.Reflection;

namespace Playbooks.Tests;

/// <summary>The clone these tests were built from. Linked into every test project.</summary>
internal static class RepositoryFolder
{
    /// <summary>Absolute path of the folder that holds <c>Playbook.sln</c>, written into the assembly by the build.</summary>
    public static string Root { get; } = Metadata("RepositoryRoot");

    /// <summary>Absolute path of something in the clone.</summary>
    /// <param name="parts">Names from the root down, such as <c>"tests", "sites", "plain"</c>.</param>
    public static string PathOf(params ReadOnlySpan<string> parts) => Path.Combine([Root, .. parts]);

    /// <summary>A value that MSBuild wrote into this assembly.</summary>
    /// <exception cref="InvalidOperationException">The project file writes no such value.</exception>
    public static string Metadata(string key) =>
        typeof(RepositoryFolder).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .SingleOrDefault(attribute => attribute.Key == key)?.Value
        ?? throw new InvalidOperationException($"the build wrote no assembly metadata '{key}'");
}
