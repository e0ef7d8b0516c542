using CsCheck;
using Playbooks.Diagnostics;

namespace Playbooks.Tests;

/// <summary>Files that an editor, a merge or a bad day has damaged.</summary>
public sealed class MutationTests
{
    // Chosen because each means something to a reader of YAML, Markdown, slots, conditions or paths.
    private static readonly string[] Fragments =
    [
        "[", "]", "{", "}", "{{", "}}", ":", ": ", "- ", "---\n", "...\n", "\n", "\n\n", "\r\n", "  ", "\t", "#", "##", "# ", "{#first}", "{#",
        "&a ", "*a", "!tag ", "|", ">", "> ", "'", "\"", "`", "```\n", "::: ", ":::\n", "::::\n", "::: when \"", "::: else\n", "::: replace first\n",
        "<", "<b>", "<!--", "-->", "](", "![", "[@", "xref:", "https://", "../", "/", "\\", "%", "\\{{ ", "{{ org.name }}", "{{ date.begin }}", "|a|b|\n|-|-|\n",
        "true", "false", "~", "null", "0", "-1", "999999999", "9999-12-31", "0001-01-01", "99999m", "-9w", "not ", " and ", "in ['a']", "people", "people/one",
        "PEO-01", "X-01", "lead", "must", "common", "organizations/", "id: ", "title: ", "when: ", "\u00E9", "\u202E", "\uE004", "\uFEFF", "\0", "\a", "😀", "é",
    ];

    private static readonly Gen<(int Kind, int File, int At, int Length, int Fragment)> Mutations =
        Gen.Select(Gen.Int[0, 6], Gen.Int[0, 999], Gen.Int[0, 99_999], Gen.Int[1, 40], Gen.Int[0, 999]);

    [Fact]
    public void Damaged_world_is_built_or_refused_with_a_place() =>
        Mutations.Array[1, 3].Sample(
            mutations =>
            {
                using var world = TinySite.Of(MediumWorld.Files);
                foreach (var mutation in mutations)
                {
                    Damage(world.InputFolder, mutation);
                }

                var build = Task.Run(() => world.Check());

                Assert.True(build.Wait(TimeSpan.FromSeconds(60)), "still running");
                var result = build.Result;
                Assert.Equal(result.HasErrors, result.Editions.IsEmpty);
                Assert.All(result.Diagnostics, each => AssertHasPlace(each));
            },
            iter: 300);

    [Fact]
    public void Lone_carriage_return_which_YAML_takes_for_the_end_of_a_line_moves_no_place()
    {
        const string Item = "  - {id: large, type: boolean, colour: red}";
        using var world = TinySite.Of("");
        world.Write("facts.yml", $"# one\r# two\nfacts:\n{Item}\n");

        var span = Assert.Single(world.Check().Diagnostics).Span;

        Assert.Equal(("facts.yml", 3, Item.IndexOf("colour", StringComparison.Ordinal) + 1), (span.Path.Value, span.Line, span.Column));
    }

    private static void AssertHasPlace(Diagnostic diagnostic)
    {
        var span = diagnostic.Span;
        Assert.InRange(span.Line, 1, span.Source.LineCount);
        Assert.InRange(span.Column, 1, span.Source.Line(span.Line).Length + 1);
        Assert.False(string.IsNullOrEmpty(span.Path.Value));
        Assert.DoesNotMatch(BrokenSitesTests.WordsOfOurLibraries(), DiagnosticText.Format(diagnostic));
    }

    /// <summary>Damages one file: bytes lost, changed, doubled, moved, or something inserted that means something.</summary>
    private static void Damage(string folder, (int Kind, int File, int At, int Length, int Fragment) mutation)
    {
        var files = Directory.GetFiles(folder, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).ToArray();
        var file = files[mutation.File % files.Length];
        var bytes = File.ReadAllBytes(file);
        var at = mutation.At % (bytes.Length + 1);
        var end = Math.Min(bytes.Length, at + mutation.Length);
        byte[] damaged = mutation.Kind switch
        {
            0 => [.. bytes[..at], .. bytes[end..]],
            1 => [.. bytes[..at], .. bytes[at..end], .. bytes[at..end], .. bytes[end..]],
            2 => [.. bytes[..at], (byte)mutation.Fragment, .. bytes[Math.Min(bytes.Length, at + 1)..]],
            3 => bytes[..at],
            4 => [.. bytes[end..], .. bytes[..end]],
            _ => [.. bytes[..at], .. System.Text.Encoding.UTF8.GetBytes(Fragments[mutation.Fragment % Fragments.Length]), .. bytes[at..]],
        };
        File.WriteAllBytes(file, damaged);
    }
}
