using System.CommandLine;
using Playbooks.Diagnostics;
using Playbooks.Model;

namespace Playbooks.Cli;

/// <summary>Options that every command takes.</summary>
internal sealed class GlobalOptions
{
    private const string OrganizationVariable = "PLAYBOOK_ORGANIZATION";

    /// <summary>The input folder.</summary>
    public Option<string> Input { get; } = Folder("--input", "Folder with the playbook's content.", "input");

    /// <summary>The theme's folder.</summary>
    public Option<string> Theme { get; } = Folder("--theme", "Folder with layouts, styles and scripts.", "theme");

    /// <summary>The output folder.</summary>
    public Option<string> Output { get; } = Folder("--output", "Folder that receives one site for each organization.", "output");

    /// <summary>Editions to work on.</summary>
    public Option<string[]> Organization { get; } = new("--organization")
    {
        Description = $"Organization to build; may be given several times. Default: {OrganizationVariable}, else all, with `common` for the playbook's own defaults.",
        HelpName = "ID",
        Recursive = true,
    };

    /// <summary>Address of the sites' roots.</summary>
    public Option<string?> BaseUrl { get; } = new("--base-url")
    {
        Description = "Address of the site's root, in place of the one in the input; {edition} stands for the organization's id.",
        HelpName = "URL",
        Recursive = true,
    };

    /// <summary>How diagnostics are printed.</summary>
    public Option<string> Format { get; } = CreateFormat();

    /// <summary>Prints only diagnostics.</summary>
    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Print nothing but errors and warnings.", Recursive = true };

    /// <summary>Prints more.</summary>
    public Option<bool> Verbose { get; } = new("--verbose") { Description = "Print how long each stage took, and details of a bug.", Recursive = true };

    /// <summary>Adds the options to the root command, from where all commands have them.</summary>
    public void AddTo(RootCommand root)
    {
        foreach (var option in new Option[] { Input, Theme, Output, Organization, BaseUrl, Format, Quiet, Verbose })
        {
            root.Options.Add(option);
        }
    }

    /// <summary>What to build, as the command line says.</summary>
    /// <exception cref="UnusableEnvironmentException">The address is none.</exception>
    public BuildOptions Read(ParseResult parsed)
    {
        var baseUrl = parsed.GetValue(BaseUrl);
        if (baseUrl is not null && !SiteAddress.TryNormalize(baseUrl, out baseUrl))
        {
            throw new UnusableEnvironmentException($"`{parsed.GetValue(BaseUrl)}` is not the address of a site; start it with https://");
        }

        var asked = parsed.GetValue(Organization) ?? [];
        var fallback = Environment.GetEnvironmentVariable(OrganizationVariable);
        return new BuildOptions
        {
            InputFolder = parsed.GetValue(Input)!,
            ThemeFolder = parsed.GetValue(Theme)!,
            OutputFolder = parsed.GetValue(Output),
            Editions = asked.Length > 0 || string.IsNullOrWhiteSpace(fallback) ? [.. asked] : [fallback],
            BaseUrl = baseUrl,
        };
    }

    private static Option<string> Folder(string name, string description, string standard) => new(name)
    {
        Description = description,
        HelpName = "DIR",
        DefaultValueFactory = _ => standard,
        Recursive = true,
    };

    private static Option<string> CreateFormat()
    {
        var format = new Option<string>("--format") { Description = "How errors and warnings are printed.", DefaultValueFactory = _ => "text", Recursive = true };
        format.AcceptOnlyFromAmong("text", "json");
        return format;
    }
}
