using System.Net;
using System.Text;
using Playbooks.Diagnostics;
using Playbooks.Tests.Composing;

namespace Playbooks.Tests.Sites;

/// <summary>What one client wrote is in no byte of another client's site.</summary>
public sealed class CanaryTests : IDisposable
{
    private readonly CanaryWorld _world = new();

    [Fact]
    public void Canary_in_every_field_and_file_of_an_organization_is_in_no_byte_of_another_edition()
    {
        var result = _world.Site.Build();
        Assert.Equal("", string.Join('\n', result.Diagnostics.Where(each => each.Severity == Severity.Error).Select(DiagnosticText.Format)));
        Assert.InRange(_world.Canaries.Count, 60, 200);

        foreach (var edition in CanaryWorld.Others)
        {
            var files = _world.Site.Published(edition);
            Assert.All(_world.Canaries, canary => Assert.Equal([], Spellings(canary.Word).SelectMany(spelling => files.With(spelling)).Distinct().Select(path => $"{canary.Field} in {edition}/{path}")));
            Assert.Empty(files.With(CanaryWorld.Owner));
        }
    }

    [Fact]
    public void Canary_that_the_organization_shows_is_in_its_own_edition_so_that_the_search_finds_what_is_there()
    {
        _world.Site.Built();
        var files = _world.Site.Published(CanaryWorld.Owner);

        Assert.Equal([], _world.Canaries.Where(canary => canary.IsShown && Spellings(canary.Word).All(spelling => files.With(spelling).Length == 0)).Select(canary => canary.Field));
        // Numbers are grouped where they are shown.
        Assert.NotEmpty(files.With("48,213,579"));
    }

    [Theory]
    [InlineData("common")]
    [InlineData("beta")]
    public void Edition_built_alone_says_no_more_than_built_with_the_others(string edition)
    {
        _world.Site.Built();
        var together = _world.Site.Published(edition);
        using var alone = new CanaryWorld();
        alone.Site.Built(edition);

        Assert.Equal("", PublishedBytes.Differences(together, alone.Site.Published(edition)));
    }

    [Fact]
    public void Shared_layer_is_in_no_byte_of_an_edition_that_does_not_take_it()
    {
        using var site = TinySite.Of("""
            -- terms.yml --
            terms:
              staff: {one: employee, many: employees, article: an}
            -- areas/people/one.md --
            ---
            id: people/one
            title: One
            ---
            ## First {#first}
            {{ term.staff }}
            -- areas/people/checklist.yml --
            items:
              - {id: PEO-01, title: Do, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must}
            -- layers/zwqlayer/layer.yml --
            terms:
              staff: {one: zwqterm, many: zwqterms, article: a}
            items:
              PEO-01: {title: Zwqpatch}
            -- layers/zwqlayer/areas/people/one.md --
            ---
            override: {section: first, mode: after}
            reason: Zwqreason
            ---
            ## Zwqheading
            Zwqtext
            -- layers/zwqlayer/local/zwqpage.md --
            ---
            title: Zwqtitle
            area: people
            ---
            Zwqbody
            -- layers/zwqlayer/checklist.yml --
            items:
              - {id: X-01, area: people, title: Zwqitem, why: So., how: people/one, done_when: [Done], evidence: note, owner: lead, phase: start, effort: S, priority: must}
            -- organizations/alpha/organization.yml --
            name: Alpha
            layers: [zwqlayer]
            -- organizations/beta/organization.yml --
            name: Beta
            """).Built();

        Assert.Empty(site.With("beta", "zwq"));
        Assert.Empty(site.With("common", "zwq"));
        foreach (var word in new[] { "zwqlayer", "zwqterm", "Zwqpatch", "Zwqheading", "Zwqtext", "zwqpage", "Zwqtitle", "Zwqbody", "Zwqitem" })
        {
            Assert.NotEmpty(site.With("alpha", word));
        }
    }

    [Fact]
    public void Words_all_organizations_use_are_no_leak()
    {
        using var site = TinySite.Of("""
            -- locales/en.yml --
            navigation.skip: Kumquats ahead of you
            -- areas/people/one.md --
            ---
            id: people/one
            title: One
            ---
            The persimmon tree grows beside the quarry.
            -- organizations/alpha/organization.yml --
            name: Alpha
            home: {notices: ["Kumquats ahead of you, and the persimmon tree grows beside the quarry."]}
            -- organizations/beta/organization.yml --
            name: Beta
            """);

        Assert.Equal("", string.Join('\n', site.Build().Diagnostics.Select(DiagnosticText.Format)));
    }

    /// <inheritdoc />
    public void Dispose() => _world.Dispose();

    /// <summary>The ways a word can be written down in bytes.</summary>
    private static IEnumerable<string> Spellings(string word)
    {
        var plain = Encoding.ASCII.GetString([.. word.Where(char.IsAscii).Select(each => (byte)each)]);
        yield return word;
        yield return WebUtility.HtmlEncode(word);
        yield return Uri.EscapeDataString(word);
        yield return word.Replace("ü", "&uuml;", StringComparison.Ordinal);
        yield return word.Replace("ü", "&#xFC;", StringComparison.Ordinal);
        yield return word.Replace("ü", "\\u00fc", StringComparison.Ordinal);
        // The plain letters are in all of the above.
        yield return plain;
        yield return string.Concat(word.Reverse());
        foreach (var offset in new[] { 0, 1, 2 })
        {
            var bytes = Encoding.UTF8.GetBytes(new string(' ', offset) + word);
            // Characters at the edges depend on the neighbours.
            yield return Convert.ToBase64String(bytes)[(offset == 0 ? 0 : offset + 1)..^((3 - (bytes.Length % 3)) % 3 + (bytes.Length % 3 == 0 ? 0 : 1))];
        }
    }
}
