namespace Playbooks.Composing;

/// <summary>A section of a page together with where it comes from.</summary>
/// <param name="Section">The section as compiled.</param>
/// <param name="Origin">The layer that wrote it.</param>
internal sealed record LayeredSection(CompiledSection Section, Origin Origin);

/// <summary>Applies the overrides of layers to the sections of a page.</summary>
internal static class SectionOverrides
{
    /// <summary>The sections after a layer's overrides.</summary>
    public static ImmutableArray<LayeredSection> Apply(ImmutableArray<LayeredSection> sections, PageOverride change, Slug layer)
    {
        foreach (var part in change.Parts)
        {
            sections = Apply(sections, part, layer);
        }

        return sections;
    }

    /// <summary>Index of a section and of the first one after it and the sections below it; null when there is none of that id.</summary>
    public static (int Start, int End)? Find(ReadOnlySpan<CompiledSection> sections, string id)
    {
        for (var start = 0; start < sections.Length; start++)
        {
            if (sections[start].Id == id)
            {
                var end = start + 1;
                while (end < sections.Length && !(sections[end].Id is not null && sections[end].Level <= sections[start].Level))
                {
                    end++;
                }

                return (start, end);
            }
        }

        return null;
    }

    private static ImmutableArray<LayeredSection> Apply(ImmutableArray<LayeredSection> sections, OverridePart part, Slug layer)
    {
        var written = part.Sections.Select(section => new LayeredSection(section, new Origin(layer, part.Mode is OverrideMode.Before or OverrideMode.After, part.Reason)));
        if (part.Mode == OverrideMode.Page)
        {
            return [.. written];
        }

        var compiled = sections.Select(section => section.Section).ToArray();
        if (part.Section is not { } target || Find(compiled, target.Value) is not var (start, end))
        {
            return sections;
        }

        return part.Mode switch
        {
            OverrideMode.Before => sections.InsertRange(start, written),
            OverrideMode.After => sections.InsertRange(end, written),
            OverrideMode.Hide => sections.RemoveRange(start, end - start),
            _ => sections.RemoveRange(start, end - start).InsertRange(start, written),
        };
    }
}
