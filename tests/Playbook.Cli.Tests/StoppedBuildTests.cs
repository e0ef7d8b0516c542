namespace Playbooks.Cli.Tests;

public sealed class StoppedBuildTests
{
    // A build of this many pages takes seconds anywhere, and the signal comes when the first of them is on the disk.
    private const int FewestPages = 400;
    private const int MostPages = 12_800;

    [Fact]
    public async Task Ctrl_C_leaves_the_old_sites_and_no_rest_of_the_new_ones()
    {
        Assert.SkipWhen(OperatingSystem.IsWindows(), "Windows has no signal that one process can send to one other");
        using var world = new SmallWorld();
        await world.Build("--organization", "common");

        for (var pages = FewestPages; pages <= MostPages; pages *= 2)
        {
            WritePages(world, pages);
            var before = world.Snapshot();
            using var program = PlaybookProgram.Start(world.Arguments("build", "--organization", "common"));
            if (!await Interrupt(program, world))
            {
                // The machine was faster than the signal; the next world is larger.
                continue;
            }

            var result = await program.Ended();
            if (result.ExitCode == 0)
            {
                continue;
            }

            Assert.Contains("stopped", result.Refused(), StringComparison.Ordinal);
            Assert.Equal(before, world.Snapshot());
            await world.Build("--organization", "common");
            Assert.True(File.Exists(Path.Combine(world.Output, "common", "people", "page-1", "index.html")));
            return;
        }

        Assert.Fail("no build was slow enough to be stopped");
    }

    /// <summary>Sends the signal while the new site is being written; false when the build had ended before.</summary>
    private static async Task<bool> Interrupt(RunningProgram program, SmallWorld world)
    {
        var published = Directory.GetFileSystemEntries(world.Output).Length;
        while (!program.HasEnded)
        {
            if (Directory.GetFileSystemEntries(world.Output).Length > published)
            {
                program.Interrupt();
                return true;
            }

            await Task.Yield();
        }

        return false;
    }

    private static void WritePages(SmallWorld world, int count)
    {
        for (var number = 1; number <= count; number++)
        {
            world.Write($"areas/people/page-{number}.md", $"---\nid: people/page-{number}\ntitle: Page {number}\n---\n## First {{#first}}\nWords.\n");
        }
    }
}
