using System.Diagnostics;
using System.Globalization;
using Playbooks.Diagnostics;
using Playbooks.Tests.Composing;

namespace Playbooks.Tests.Sites;

/// <summary>The same input gives the same bytes, whatever machine, language, time zone, folder or number of cores builds it.</summary>
public sealed class ReproducibleBytesTests : IDisposable
{
    private static readonly TimeSpan BuildLimit = TimeSpan.FromMinutes(2);

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbook-bytes-");

    // Turkish has a dotless i, Thai and Arabic calendars count other years, Arabic and Swedish have other minus signs.
    [Theory]
    [InlineData("tr-TR")]
    [InlineData("th-TH")]
    [InlineData("ar-SA")]
    [InlineData("sv-SE")]
    public void Language_of_the_machine_does_not_reach_a_page(string language)
    {
        var here = CultureInfo.CurrentCulture;
        var plain = BuildHere("plain", CultureInfo.InvariantCulture);
        var foreign = BuildHere(language, CultureInfo.GetCultureInfo(language));

        Assert.Equal(here, CultureInfo.CurrentCulture);
        Assert.Equal("", PublishedBytes.Differences(plain, foreign));
    }

    [Fact]
    public async Task Program_in_another_checkout_zone_and_language_on_one_core_writes_the_same_bytes()
    {
        var here = await BuildInAProcess("here", RepositoryFolder.Root, []);
        var checkout = Path.Combine(_folder.FullName, "another checkout of 日本");
        Copy(RepositoryFolder.PathOf("input"), Path.Combine(checkout, "input"), reversed: true);
        foreach (var part in new[] { "dist", "layouts", "partials", "icons", "locales", "schemas" })
        {
            Copy(RepositoryFolder.PathOf("theme", part), Path.Combine(checkout, "theme", part), reversed: true);
        }

        var there = await BuildInAProcess("there", checkout, new()
        {
            ["TZ"] = "Asia/Tokyo",
            ["LANG"] = "tr_TR.UTF-8",
            ["LC_ALL"] = "tr_TR.UTF-8",
            ["DOTNET_PROCESSOR_COUNT"] = "1",
        });

        Assert.NotEmpty(here);
        Assert.Equal("", PublishedBytes.Differences(here, there));
        Assert.Equal("", PublishedBytes.Differences(here, BuildHere("in this process", CultureInfo.InvariantCulture)));
    }

    [Fact]
    public void Published_bytes_name_neither_the_day_nor_the_folder_of_the_build()
    {
        var files = BuildHere("named", CultureInfo.InvariantCulture);
        var today = DateTime.UtcNow;

        Assert.Empty(files.With(_folder.Name));
        Assert.Empty(files.With(RepositoryFolder.Root.TrimEnd('/', '\\')));
        Assert.Empty(files.With(Environment.MachineName.Length > 5 ? Environment.MachineName : _folder.FullName));
        Assert.Empty(files.With(today.ToString("yyyy-MM-ddTHH", CultureInfo.InvariantCulture)));
    }

    /// <inheritdoc />
    public void Dispose() => _folder.Delete(recursive: true);

    private SortedDictionary<string, byte[]> BuildHere(string name, CultureInfo culture)
    {
        var before = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        var output = Path.Combine(_folder.FullName, name);
        try
        {
            // Flows with the execution context into every thread of the build.
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
            var options = new BuildOptions { InputFolder = RepositoryFolder.PathOf("input"), ThemeFolder = RepositoryFolder.PathOf("theme"), OutputFolder = output };
            var result = PlaybookPipeline.Build(options, TimeProvider.System, null, TestContext.Current.CancellationToken);
            Assert.Equal("", string.Join('\n', result.Diagnostics.Where(each => each.Severity == Severity.Error).Select(DiagnosticText.Format)));
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = before;
        }

        return Files(output);
    }

    private async Task<SortedDictionary<string, byte[]>> BuildInAProcess(string name, string checkout, Dictionary<string, string> environment)
    {
        var output = Path.Combine(_folder.FullName, name);
        var start = new ProcessStartInfo("dotnet", [Program(), "build", "--input", "input", "--theme", "theme", "--output", output, "--quiet"])
        {
            WorkingDirectory = checkout,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("PLAYBOOK_ORGANIZATION");
        foreach (var (key, value) in environment)
        {
            start.Environment[key] = value;
        }

        using var process = Process.Start(start)!;
        var said = Task.WhenAll(process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        using var timer = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        timer.CancelAfter(BuildLimit);
        try
        {
            await process.WaitForExitAsync(timer.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            throw;
        }

        Assert.True(process.ExitCode == 0, $"`playbook build` ended with exit code {process.ExitCode}:\n{string.Join('\n', await said)}");
        return Files(output);
    }

    /// <summary>The program, which a build of the solution puts beside these tests.</summary>
    private static string Program()
    {
        var here = new DirectoryInfo(AppContext.BaseDirectory);
        var program = Path.Combine(here.Parent!.Parent!.FullName, "Playbook.Cli", here.Name, "playbook.dll");
        Assert.True(File.Exists(program), $"{program} is missing; run `dotnet test` for the whole solution, or build src/Playbook.Cli first");
        return program;
    }

    private static SortedDictionary<string, byte[]> Files(string folder) => new(
        Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
            .Select(file => (Path: Path.GetRelativePath(folder, file).Replace('\\', '/'), file))
            .Where(each => !each.Path.StartsWith('.'))
            .ToDictionary(each => each.Path, each => File.ReadAllBytes(each.file)),
        StringComparer.Ordinal);

    private static void Copy(string from, string to, bool reversed)
    {
        var files = Directory.EnumerateFiles(from, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal);
        foreach (var file in reversed ? files.Reverse() : files)
        {
            var copy = Path.Combine(to, Path.GetRelativePath(from, file));
            Directory.CreateDirectory(Path.GetDirectoryName(copy)!);
            File.Copy(file, copy);
            File.SetLastWriteTimeUtc(copy, new DateTime(1999, 12, 31, 0, 0, 0, DateTimeKind.Utc));
        }
    }
}
