using System.Globalization;
using System.Security.Cryptography;
using Playbooks.Diagnostics;
using Playbooks.Loading;
using Playbooks.Model;
using Playbooks.Rendering;
using Playbooks.Verifying;

// Not Playbooks.Tests.Diagnostics: that would hide Playbooks.Diagnostics from all other tests.
namespace Playbooks.Tests;

/// <summary>
/// A folder of <c>tests/sites/broken</c>: one mistake, as an author makes it, and what we say about it.
/// </summary>
/// <remarks>
/// <c>input/</c> is laid over <see cref="TinySite.SmallestWorld"/>, <c>theme/</c> over a copy of the theme, and
/// <c>published/</c> over the published common edition, which is verified then instead of built. What git cannot keep
/// stands in <c>setup.txt</c>, one a line: <c>repeat FILE MARK COUNT TEXT</c> puts TEXT in the place of MARK, COUNT times;
/// <c>link FILE TARGET</c> makes a symbolic link; <c>delete-layout NAME</c> and <c>delete-text KEY</c> take something from
/// the theme; <c>today DATE</c> is the day on which reviews are judged; <c>verify-manifest</c> compares what is published
/// with its manifest; <c>assess FILE …</c> combines answer files of the folder <c>answers/</c>.
/// </remarks>
internal sealed class BrokenSite : IDisposable
{
    // A theme's sources, packages and tools are not read by a build.
    private static readonly string[] ThemeFolders = ["layouts", "partials", "icons", "locales", "dist"];

    private readonly string _folder;
    private readonly TinySite _world = TinySite.Of("");
    private string _theme = RepositoryFolder.PathOf("theme");
    private DateOnly? _today;
    private bool _verifiesManifest;
    private string[] _answers = [];

    private BrokenSite(string folder) => _folder = folder;

    /// <summary>Where all broken sites are.</summary>
    public static string Root => RepositoryFolder.PathOf("tests", "sites", "broken");

    /// <summary>Names of the folders, ordinal.</summary>
    public static IEnumerable<string> Names =>
        Directory.EnumerateDirectories(Root).Select(folder => Path.GetFileName(folder)).Order(StringComparer.Ordinal);

    /// <summary>The code a folder is named for.</summary>
    public static string CodeOf(string name) => name[..6];

    /// <summary>What we say, as it was accepted; null before the first time.</summary>
    public string? Expected => File.Exists(ExpectedFile) ? File.ReadAllText(ExpectedFile) : null;

    private string ExpectedFile => Path.Combine(_folder, "expected.txt");

    /// <summary>Opens a site; nothing is broken yet.</summary>
    public static BrokenSite Open(string name) => new(Path.Combine(Root, name));

    /// <summary>Builds the smallest world, so that there is something that must not be lost.</summary>
    public void BuildWhole() => Assert.Empty(BuildWorld());

    /// <summary>Makes the mistake.</summary>
    public void Break()
    {
        CopyFiles(Path.Combine(_folder, "input"), _world.InputFolder);
        if (Directory.Exists(Path.Combine(_folder, "theme")) || Lines("setup.txt").Any(line => line.StartsWith("delete-", StringComparison.Ordinal)))
        {
            CopyTheme();
        }

        foreach (var line in Lines("setup.txt"))
        {
            SetUp(line.Split(' ', 5));
        }
    }

    /// <summary>Builds with the mistake in it, or verifies when it was made in what is published.</summary>
    public IReadOnlyList<Diagnostic> Build()
    {
        var published = Path.Combine(_folder, "published");
        if (!Directory.Exists(published))
        {
            return BuildWorld();
        }

        var edition = Path.Combine(_world.OutputFolder, Edition.CommonId);
        CopyFiles(published, edition);
        var diagnostics = new DiagnosticBag();
        if (_verifiesManifest)
        {
            SiteVerifier.VerifyManifest(edition, diagnostics);
        }
        else
        {
            SiteVerifier.Verify(edition, Slug.Of(Edition.CommonId), Isolation(), diagnostics, TestContext.Current.CancellationToken);
        }

        return diagnostics.Sorted();
    }

    /// <summary>True when the mistake is in what is published, which is then not built again.</summary>
    public bool IsPublishedBroken => Directory.Exists(Path.Combine(_folder, "published"));

    /// <summary>True when the last build put its editions in the place of the ones before.</summary>
    public bool HasPublished { get; private set; }

    /// <summary>Every published file with its hash, as one comparable text.</summary>
    public string Published() => string.Join('\n', Directory.EnumerateFiles(_world.OutputFolder, "*", SearchOption.AllDirectories)
        .Order(StringComparer.Ordinal)
        .Select(file => $"{Path.GetRelativePath(_world.OutputFolder, file)} {Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(file)))}"));

    /// <summary>Takes what we say now for right.</summary>
    public void Accept(string text) => File.WriteAllText(ExpectedFile, text);

    /// <inheritdoc />
    public void Dispose()
    {
        _world.Dispose();
        if (_theme != RepositoryFolder.PathOf("theme"))
        {
            Directory.Delete(_theme, recursive: true);
        }
    }

    private IReadOnlyList<Diagnostic> BuildWorld()
    {
        var options = new BuildOptions { InputFolder = _world.InputFolder, ThemeFolder = _theme, OutputFolder = _world.OutputFolder, Today = _today };
        if (_answers.Length > 0)
        {
            HasPublished = false;
            SourceText[] files = [.. _answers.Select(name => new SourceText(new InputPath($"answers/{name}"), File.ReadAllText(Path.Combine(_folder, "answers", name))))];
            return AnswerCombination.Combine(options with { Editions = [Edition.CommonId] }, files, new DateOnly(2027, 3, 1)).Diagnostics;
        }

        var result = PlaybookPipeline.Build(options, TimeProvider.System, null, TestContext.Current.CancellationToken);
        HasPublished = !result.Editions.IsEmpty;
        return result.Diagnostics;
    }

    private IsolationRules Isolation()
    {
        var diagnostics = new DiagnosticBag();
        var playbook = PlaybookLoader.Load(InputFolder.Open(_world.InputFolder, diagnostics), diagnostics)!;
        return IsolationRules.Create(
            [.. playbook.Organizations.Select(organization => new OrganizationTexts(organization.Id, organization.Own.Files))],
            [.. playbook.CommonFiles.Select(file => file.Text), .. Theme.Load(_theme).PublicTexts]);
    }

    private void SetUp(string[] words)
    {
        switch (words)
        {
            case ["repeat", var file, var mark, var count, var text]:
                var path = Path.Combine(_world.InputFolder, file);
                var times = int.Parse(count, CultureInfo.InvariantCulture);
                var repeated = string.Concat(Enumerable.Repeat(text.Replace("\\n", "\n", StringComparison.Ordinal), times));
                File.WriteAllText(path, File.ReadAllText(path).Replace(mark, repeated, StringComparison.Ordinal));
                break;
            case ["link", var file, var target]:
                File.CreateSymbolicLink(Path.Combine(_world.InputFolder, file), target);
                break;
            case ["delete-layout", var name]:
                File.Delete(Path.Combine(_theme, "layouts", $"{name}.liquid"));
                break;
            case ["delete-text", var key]:
                var texts = Path.Combine(_theme, "locales", "en.yml");
                File.WriteAllLines(texts, [.. File.ReadAllLines(texts).Where(line => !line.StartsWith($"{key}:", StringComparison.Ordinal))]);
                break;
            case ["assess", .. var names]:
                _answers = names;
                break;
            case ["verify-manifest"]:
                _verifiesManifest = true;
                break;
            case ["today", var date]:
                _today = DateOnly.ParseExact(date, "yyyy-MM-dd", CultureInfo.InvariantCulture);
                break;
            default:
                throw new InvalidOperationException($"setup.txt of {_folder} says `{string.Join(' ', words)}`, which nobody understands");
        }
    }

    private void CopyTheme()
    {
        var copy = Directory.CreateTempSubdirectory("playbook-theme-").FullName;
        foreach (var folder in ThemeFolders)
        {
            CopyFiles(Path.Combine(_theme, folder), Path.Combine(copy, folder));
        }

        CopyFiles(Path.Combine(_folder, "theme"), copy);
        _theme = copy;
    }

    private IEnumerable<string> Lines(string name) =>
        Path.Combine(_folder, name) is var file && File.Exists(file) ? File.ReadLines(file).Where(line => line.Length > 0) : [];

    private static void CopyFiles(string from, string to)
    {
        if (!Directory.Exists(from))
        {
            return;
        }

        foreach (var file in Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories))
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy, overwrite: true);
        }
    }
}
