namespace Playbooks.Compiling;

/// <summary>What a Markdown text may use besides Markdown itself.</summary>
/// <param name="Callouts">The callouts the playbook declares; each is the name of a block.</param>
/// <param name="AllowsOverrides">
/// True for a file that says in its text which sections of another page it changes, with the blocks <c>replace</c>,
/// <c>before</c>, <c>after</c> and <c>hide</c>.
/// </param>
public sealed record CompileOptions(ImmutableArray<CalloutKind> Callouts, bool AllowsOverrides)
{
    /// <summary>Words that lead to the glossary; none for sheets that are copied, and for playbooks without one.</summary>
    public GlossaryWords Glossary { get; init; } = GlossaryWords.None;

    /// <summary>The declared callout of a name; null when there is none.</summary>
    internal CalloutKind? CalloutOf(string name)
    {
        foreach (var callout in Callouts)
        {
            if (callout.Id.Value == name)
            {
                return callout;
            }
        }

        return null;
    }
}
