using Playbooks.Checking;
using Playbooks.Composing;
using Playbooks.Exporting;
using Playbooks.Loading;
using Playbooks.Rendering;
using Playbooks.Writing;

namespace Playbooks;

/// <summary>Takes one edition as far as composing and writes its checklists into one file.</summary>
public static class ExportPipeline
{
    /// <summary>Loads, checks and composes the edition, and gives the file's bytes.</summary>
    /// <param name="options">Input, theme, and the one edition.</param>
    /// <param name="format">What to write.</param>
    /// <returns>The file; null after an error, which is among the diagnostics.</returns>
    /// <exception cref="UnusableEnvironmentException">A folder is missing, the edition does not exist, or it has no dates and the format needs them.</exception>
    public static ExportResult Export(BuildOptions options, ExportFormat format)
    {
        ArgumentNullException.ThrowIfNull(options);
        var diagnostics = new DiagnosticBag();
        ReadOnlyMemory<byte>? file = Edition(options, diagnostics) is { } edition ? FileOf(edition, format) : default(ReadOnlyMemory<byte>?);
        return new ExportResult(file, diagnostics.Sorted());
    }

    /// <summary>Writes the bytes to the place a user names: the whole file or nothing.</summary>
    /// <param name="path">The file; replaced when it is there.</param>
    /// <param name="bytes">What to write.</param>
    /// <param name="options">Their input and theme folders are refused, and so is any folder that builds write.</param>
    /// <exception cref="UnusableEnvironmentException">The place is refused or cannot be written.</exception>
    public static void Save(string path, ReadOnlyMemory<byte> bytes, BuildOptions options)
    {
        ArgumentNullException.ThrowIfNull(options);
        ExportFile.Write(path, bytes.Span, [options.InputFolder, options.ThemeFolder]);
    }

    private static ReadOnlyMemory<byte> FileOf(Edition edition, ExportFormat format) => Exporter.Export(edition, format)
        ?? throw new UnusableEnvironmentException($"the edition `{edition.Id}` has no dates, which a calendar needs; write `phases: {{start: …}}` into its organization.yml or `defaults: {{start: …}}` into playbook.yml");

    private static Edition? Edition(BuildOptions options, DiagnosticBag diagnostics)
    {
        var input = InputFolder.Open(options.InputFolder, diagnostics);
        var theme = Theme.Load(options.ThemeFolder);
        var playbook = PlaybookLoader.Load(input, diagnostics);
        if (playbook is null || !PlaybookChecker.Check(playbook, diagnostics))
        {
            return null;
        }

        var organization = EditionSelection.Of(playbook, options) is [var only] ? only
            : throw new UnusableEnvironmentException("an export is of one edition; name it with --organization ID, or `common` for the playbook's own");
        if (EditionLocales.Read(playbook, [organization], theme.LocaleFiles, input, diagnostics) is not { } locales)
        {
            return null;
        }

        var edition = EditionComposer.Compose(playbook, organization, locales[organization]);
        edition = options.BaseUrl is { } address ? edition with { BaseUrl = SiteAddress.For(address, edition.Id) } : edition;
        return EditionChecker.Check(edition, organization, diagnostics) ? edition : null;
    }
}

/// <summary>What an export came to.</summary>
/// <param name="File">The bytes; null after an error.</param>
/// <param name="Diagnostics">Everything authors must know, by place.</param>
public sealed record ExportResult(ReadOnlyMemory<byte>? File, ImmutableArray<Diagnostic> Diagnostics);
