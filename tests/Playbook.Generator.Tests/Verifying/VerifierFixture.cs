using Playbooks.Diagnostics;
using Playbooks.Model;
using Playbooks.Verifying;

namespace Playbooks.Tests.Verifying;

/// <summary>Writes a small published edition, verifies it and gives what was found as short lines.</summary>
public abstract class VerifierFixture : IDisposable
{
    protected VerifierFixture() => Folder = Directory.CreateTempSubdirectory("playbook-test-").FullName;

    /// <summary>The published edition <c>common</c>.</summary>
    protected string Folder { get; }

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    protected void Put(string path, string text)
    {
        var full = Path.Join(Folder, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    /// <summary>Each diagnostic as <c>code place message</c>.</summary>
    protected string[] Verify(IsolationRules? isolation = null, string edition = "common")
    {
        var diagnostics = new DiagnosticBag();
        SiteVerifier.Verify(Folder, Slug.Of(edition), isolation ?? IsolationRules.Create([], []), diagnostics);
        return [.. diagnostics.Sorted().Select(each => $"{each.Code} {each.Span} {each.Message}{(each.Hint is null ? "" : $" ({each.Hint})")}")];
    }

    internal static OrganizationTexts Organization(string id, params (string Path, string Text)[] files) =>
        new(Slug.Of(id), [.. files.Select(file => new SourceText(new InputPath($"organizations/{id}/{file.Path}"), file.Text))]);
}
