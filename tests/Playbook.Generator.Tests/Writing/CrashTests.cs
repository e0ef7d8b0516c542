using Playbooks.Diagnostics;
using Playbooks.Model;
using Playbooks.Writing;

namespace Playbooks.Tests.Writing;

/// <summary>Stops a build at every change it makes to the disk and looks at what a reader would see.</summary>
public sealed class CrashTests : OutputFixture
{
    private static readonly Site[] Old = [Small("common", "1"), Small("harbour", "1"), Small("leaving", "1")];
    private static readonly Site[] New = [Small("arriving", "2"), Small("common", "2"), Small("harbour", "2")];

    private static Site Small(string edition, string version) =>
        SiteOf(edition, ("index.html", $"home {version}"), ("people/index.html", $"people {version}"));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Killed_at_any_step_each_edition_is_whole_and_the_next_build_recovers(bool canExchange)
    {
        var steps = StepsOf(Old, New, canExchange);
        Assert.InRange(steps, 30, 200);
        for (var step = 1; step <= steps; step++)
        {
            Reset();
            Build(Old);
            Assert.Throws<KilledException>(() => Build(Killing(step, canExchange), New));

            if (canExchange)
            {
                AssertWhole($"killed at step {step}");
            }

            OutputFolder.Open(Output, []).Dispose();
            AssertWhole($"killed at step {step} and opened again");
            Assert.Equal("", Litter("arriving", "common", "harbour", "leaving"));

            Build(new OutputOptions { CanExchange = canExchange }, New);
            Assert.All(New, site => Assert.Equal(WholeOf(site), Snapshot(Path.Join(Output, site.Edition.Value))));
            Assert.Equal("", Litter("arriving", "common", "harbour"));
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Killed_at_any_step_of_the_first_build_the_next_one_succeeds(bool canExchange)
    {
        var steps = StepsOf([], New, canExchange);
        for (var step = 1; step <= steps; step++)
        {
            Reset();
            Assert.Throws<KilledException>(() => Build(Killing(step, canExchange), New));

            Build(New);

            Assert.All(New, site => Assert.Equal(WholeOf(site), Snapshot(Path.Join(Output, site.Edition.Value))));
            Assert.Equal("", Litter("arriving", "common", "harbour"));
        }
    }

    [Theory]
    [InlineData(true, false)]
    [InlineData(true, true)]
    [InlineData(false, false)]
    [InlineData(false, true)]
    public void Failing_disk_at_any_step_is_said_in_one_line_and_leaves_every_edition_whole(bool canExchange, bool keepsFailing)
    {
        var steps = StepsOf(Old, New, canExchange);
        for (var step = 1; step <= steps; step++)
        {
            Reset();
            Build(Old);
            var failure = Record.Exception(() => Build(Failing(step, canExchange, keepsFailing), New));

            // Not being able to delete what was replaced is no failure: the next build deletes it.
            Assert.True(failure is null or UnusableEnvironmentException, $"step {step}: {failure}");
            Assert.DoesNotContain('\n', failure?.Message ?? "");
            if (canExchange || !keepsFailing)
            {
                AssertWhole($"failed at step {step}");
            }

            Build(New);
            Assert.All(New, site => Assert.Equal(WholeOf(site), Snapshot(Path.Join(Output, site.Edition.Value))));
            Assert.Equal("", Litter("arriving", "common", "harbour"));
        }
    }

    [Fact]
    public void Disk_that_fails_while_publishing_one_edition_leaves_all_of_them_old()
    {
        foreach (var canExchange in new[] { true, false })
        {
            Reset();
            Build(Old);
            var before = Snapshot(Output);
            var options = new OutputOptions
            {
                CanExchange = canExchange,
                BeforeStep = (verb, path) =>
                {
                    if (verb is "exchange with" or "move to" && path == Path.Join(Output, "harbour"))
                    {
                        throw new IOException("no space left");
                    }
                },
            };

            Assert.Throws<UnusableEnvironmentException>(() => Build(options, New));

            if (canExchange)
            {
                Assert.Equal(before, Snapshot(Output));
            }
            else
            {
                OutputFolder.Open(Output, []).Dispose();
                Assert.Equal(before, Snapshot(Output));
            }
        }
    }

    [Fact]
    public void Disk_that_also_refuses_to_undo_is_not_told_as_unchanged()
    {
        Build(Old);
        var exchanges = 0;
        var options = new OutputOptions
        {
            BeforeStep = (verb, path) =>
            {
                if (verb == "exchange" && ++exchanges > 1)
                {
                    throw new IOException("input/output error");
                }
            },
        };

        var failure = Assert.Throws<UnusableEnvironmentException>(() => Build(options, New));

        Assert.Contains("build again", failure.Message, StringComparison.Ordinal);
        AssertWhole("when nothing can be undone");
    }

    private void AssertWhole(string when)
    {
        foreach (var edition in New.Concat(Old).Select(site => site.Edition.Value).Distinct())
        {
            var found = Snapshot(Path.Join(Output, edition));
            var allowed = Old.Concat(New).Where(site => site.Edition.Value == edition).Select(WholeOf).ToList();
            if (edition is "arriving" or "leaving")
            {
                allowed.Add("nothing");
            }

            Assert.True(allowed.Contains(found), $"{edition} is half, {when}:\n{found}");
        }
    }

    private string WholeOf(Site site)
    {
        var folder = Path.Join(Base, "expected", site.Edition.Value + site.Files[1].Utf8.Span[^1]);
        if (!Directory.Exists(folder))
        {
            foreach (var file in site.Files)
            {
                var path = Path.Join(folder, file.Path.Value);
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                File.WriteAllBytes(path, file.Utf8.Span);
            }

            File.WriteAllBytes(Path.Join(folder, "manifest.json"), SiteManifest.Write(site));
        }

        return Snapshot(folder);
    }

    private int StepsOf(Site[] before, Site[] after, bool canExchange)
    {
        Reset();
        if (before.Length > 0)
        {
            Build(before);
        }

        var steps = 0;
        Build(new OutputOptions { CanExchange = canExchange, BeforeStep = (_, _) => steps++ }, after);
        return steps;
    }

    private void Reset()
    {
        if (Directory.Exists(Output))
        {
            Directory.Delete(Output, recursive: true);
        }
    }

    /// <summary>From the given step on nothing happens any more, as when the process is gone.</summary>
    private static OutputOptions Killing(int step, bool canExchange)
    {
        var left = step;
        return new OutputOptions
        {
            CanExchange = canExchange,
            BeforeStep = (verb, path) =>
            {
                if (--left == 0)
                {
                    Halve(verb, path);
                }

                if (left <= 0)
                {
                    throw new KilledException();
                }
            },
        };
    }

    private static OutputOptions Failing(int step, bool canExchange, bool keepsFailing)
    {
        var left = step;
        return new OutputOptions
        {
            CanExchange = canExchange,
            BeforeStep = (verb, path) =>
            {
                left--;
                if (left == 0 || (left < 0 && keepsFailing))
                {
                    throw new IOException($"input/output error : '{path}'");
                }
            },
        };
    }

    /// <summary>A step that is many changes in truth is done by half before the process dies.</summary>
    private static void Halve(string verb, string path)
    {
        if (verb == "delete")
        {
            Directory.EnumerateFiles(path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Take(2).ToList().ForEach(File.Delete);
        }
        else if (verb == "write")
        {
            File.WriteAllText(path, "ha");
        }
    }

    private sealed class KilledException : Exception;
}
