using System.Text.RegularExpressions;
using Playbooks.Diagnostics;

namespace Playbooks.Tests;

/// <summary>Every mistake an author can make, with what we say about it. <c>ACCEPT=1</c> takes what is said now for right.</summary>
public sealed partial class BrokenSitesTests
{
    private static readonly bool IsAccepting = Environment.GetEnvironmentVariable("ACCEPT") == "1";

    public static TheoryData<string> Names => [.. BrokenSite.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Mistake_is_told_as_accepted_and_costs_nothing_that_was_published(string name)
    {
        using var site = BrokenSite.Open(name);
        site.BuildWhole();
        var before = site.Published();
        site.Break();

        var diagnostics = site.Build();

        var text = string.Join('\n', diagnostics.Select(DiagnosticText.Format));
        if (IsAccepting)
        {
            site.Accept(text);
        }

        Assert.Equal(site.Expected, text);
        Assert.Equal(BrokenSite.CodeOf(name), diagnostics.Select(each => each.Code).FirstOrDefault());
        Assert.DoesNotMatch(WordsOfOurLibraries(), text);
        Assert.All(diagnostics, each => Assert.Matches(OurVoice(), each.Message));
        if (!site.IsPublishedBroken)
        {
            var hasErrors = diagnostics.Any(each => each.Severity == Severity.Error);
            Assert.Equal(!hasErrors, site.HasPublished);
            if (hasErrors)
            {
                Assert.Equal(before, site.Published());
            }
        }
    }

    /// <summary>Starts small, unless with an abbreviation, and ends without a full stop.</summary>
    [GeneratedRegex(@"\A(\P{Lu}|\p{Lu}{2}).*[^.!\s]\z")]
    internal static partial Regex OurVoice();

    /// <summary>Names of types, of namespaces and lines of a stack trace: nothing an author can act on.</summary>
    [GeneratedRegex(@"\b(System|Playbooks|YamlDotNet|Markdig|Fluid|Microsoft)\.[A-Z]|\b[A-Z][a-z]+\w*(Exception|Block|Inline|Value|Node)\b|^   at |\bIdx:", RegexOptions.Multiline)]
    internal static partial Regex WordsOfOurLibraries();
}
