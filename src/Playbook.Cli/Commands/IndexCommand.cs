using System.CommandLine;
using Playbooks.Indexing;

namespace Playbooks.Cli;

/// <summary><c>playbook index</c>: the search alone, for pages that somebody else built.</summary>
internal static class IndexCommand
{
    /// <summary>The command.</summary>
    public static Command Create(GlobalOptions options)
    {
        var folder = new Argument<string>("DIR") { Description = "Folder with HTML pages." };
        var command = new Command(
            "index",
            "Makes a search for a folder of HTML pages. Copy the folder `search` from the output folder to the pages.\n\nExample:\n  playbook index public --output public-search")
        {
            folder,
        };
        command.SetAction((parsed, cancellation) =>
        {
            var made = HtmlFolderIndexer.Index(parsed.GetValue(folder)!, parsed.GetValue(options.Theme)!, parsed.GetValue(options.Output)!, cancellation);
            if (!parsed.GetValue(options.Quiet))
            {
                Console.Out.WriteLine(FormattableString.Invariant($"Indexed {made.Pages} pages with {made.Sections} sections, {made.SizeInBytes / 1000} kB, into {parsed.GetValue(options.Output)}/search"));
            }

            return Task.FromResult(ExitCode.Done);
        });
        return command;
    }
}
