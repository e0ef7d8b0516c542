namespace Playbooks.Checking;

/// <summary>Checks that the icons a playbook names are in the theme.</summary>
internal static class IconChecker
{
    /// <param name="playbook">The playbook.</param>
    /// <param name="known">Names of the theme's icons.</param>
    /// <param name="diagnostics">Where unknown ones are reported.</param>
    /// <returns>True when all are there.</returns>
    public static bool Check(Playbook playbook, IReadOnlyCollection<string> known, DiagnosticBag diagnostics)
    {
        var named = playbook.AreasAndProgramme.Select(area => area.Icon).Concat(playbook.Callouts.Select(kind => kind.Icon)).OfType<Located<string>>();
        var unknown = named.Where(icon => !known.Contains(icon.Value)).ToArray();
        foreach (var icon in unknown)
        {
            diagnostics.Add(DiagnosticCatalog.UnknownIcon(icon.Span, icon.Value, NearestName.Find(icon.Value, known)));
        }

        return unknown.Length == 0;
    }
}
