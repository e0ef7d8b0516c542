using System.Text;

namespace Playbooks.Exporting;

/// <summary>The checklists as task lists in Markdown, by area: GitHub, GitLab and many editors show a box to tick.</summary>
internal static class TaskList
{
    public static ReadOnlyMemory<byte> Write(ExportSource source)
    {
        var (edition, locale) = (source.Edition, source.Locale);
        var planned = source.Plan.Items.ToDictionary(item => item.Item.Item.Id);
        var text = new StringBuilder("# ").Append(Escape(edition.Title == edition.Name ? edition.Title : $"{edition.Title}: {edition.Name}")).Append('\n');
        foreach (var area in edition.AreasAndProgramme.Where(area => !area.Items.IsEmpty))
        {
            text.Append("\n## ").Append(Escape(area.Area.Title)).Append("\n\n");
            foreach (var item in area.Items)
            {
                var facts = new List<string> { Escape(ExportSource.OwnerOf(item)) };
                if (source.Plan.HasDates)
                {
                    facts.Add(locale.Date(planned[item.Item.Id].Due));
                }

                if (source.GateOf(item) is { } gate)
                {
                    facts.Add(Escape(gate.Gate.Title));
                }

                text.Append("- [ ] **").Append(item.Item.Id).Append("** ").Append(Escape(item.Title)).Append(" (").AppendJoin("; ", facts).Append(")\n");
                foreach (var sign in item.DoneWhen)
                {
                    text.Append("  - [ ] ").Append(Escape(sign)).Append('\n');
                }
            }
        }

        return Exporter.Utf8(text);
    }

    /// <summary>Text that Markdown shows as it is: signs that mean something are escaped, lines become spaces.</summary>
    public static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var sign in text)
        {
            if (sign is '\\' or '`' or '*' or '_' or '[' or ']' or '<' or '>' or '|' or '#' or '~' or '@' or '&')
            {
                // `@` and `#` are references to people and issues on the trackers this is pasted into.
                escaped.Append('\\');
            }

            escaped.Append(sign is '\n' or '\r' ? ' ' : sign);
        }

        return escaped.ToString();
    }
}
