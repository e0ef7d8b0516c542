using System.Text.RegularExpressions;

namespace Playbooks.Tests;

/// <summary>The catalog as it is written: codes are promises, and messages have one voice.</summary>
public sealed partial class CatalogTests
{
    private static readonly string[] Sources =
        [.. Directory.EnumerateFiles(RepositoryFolder.PathOf("src", "Playbook.Generator", "Diagnostics"), "DiagnosticCatalog*.cs").Order(StringComparer.Ordinal)];

    private static readonly Match[] Entries = [.. Sources.SelectMany(file => Entry().Matches(File.ReadAllText(file)))];

    [Fact]
    public void Every_code_has_a_broken_site_and_every_broken_site_a_code() => Assert.Equal(
        Entries.Select(entry => entry.Groups["code"].Value).Order(StringComparer.Ordinal),
        BrokenSite.Names.Select(BrokenSite.CodeOf));

    [Fact]
    public void Every_method_of_the_catalog_was_found_by_this_test() =>
        Assert.Equal(Sources.Sum(file => Method().Count(File.ReadAllText(file))), Entries.Length);

    [Fact]
    public void Codes_are_unique()
    {
        var codes = Entries.Select(entry => entry.Groups["code"].Value).ToArray();

        Assert.Equal(codes.Distinct(), codes);
    }

    [Fact]
    public void Every_method_has_a_summary() =>
        Assert.Empty(Entries.Where(entry => !entry.Groups["comment"].Value.Contains("<summary>", StringComparison.Ordinal)).Select(entry => entry.Groups["name"].Value));

    [Fact]
    public void Messages_start_small_and_end_without_a_full_stop()
    {
        var messages = Entries.Select(entry => entry.Groups["message"].Value).Where(message => message.Length > 0).ToArray();

        Assert.All(messages, message => Assert.Matches(BrokenSitesTests.OurVoice(), message));
        Assert.All(messages, message => Assert.DoesNotMatch(UnkindWords(), message));
    }

    [Fact]
    public void Broken_sites_are_named_for_code_and_mistake() =>
        Assert.All(BrokenSite.Names, name => Assert.Matches("^PB[0-9]{4}(-[a-z]+)+$", name));

    /// <summary>A method of the catalog with its comment, the first code in it and the message when it is written there.</summary>
    [GeneratedRegex(
        """(?<comment>(?:[ ]{4}///[^\n]*\n)*)[ ]{4}(?:public|internal) static Diagnostic (?<name>\w+)\((?:(?!static Diagnostic)[\s\S])*?"(?<code>PB[0-9]{4})",\s*(?:string\.Create\(CultureInfo\.InvariantCulture, )?(?:\$?"(?<message>(?:[^"\\]|\\.)*)")?""")]
    private static partial Regex Entry();

    [GeneratedRegex(@"(public|internal) static Diagnostic \w+\(")]
    private static partial Regex Method();

    [GeneratedRegex(@"\b(illegal|invalid|please|fatal|oops)\b", RegexOptions.IgnoreCase)]
    private static partial Regex UnkindWords();
}
