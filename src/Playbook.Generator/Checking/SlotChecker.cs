namespace Playbooks.Checking;

/// <summary>Checks that every slot names something, in a form that exists.</summary>
internal sealed class SlotChecker(Playbook playbook, PlaybookNames names, DiagnosticBag diagnostics)
{
    private static readonly string[] OrganizationKeys = ["name", "short_name", "legal_name"];
    private static readonly string[] TermForms = ["many", "a", "own"];

    private readonly HashSet<string> _organizationKeys = [.. OrganizationKeys, .. playbook.Facts.Select(fact => fact.Id.Value)];
    private readonly HashSet<string> _lists = [.. playbook.Facts.Where(fact => fact.Type is FactType.List or FactType.Records).Select(fact => fact.Id.Value)];
    private readonly HashSet<string> _dates = ["programme-start", .. names.Gates, .. names.Phases];
    private readonly HashSet<string> _variables = [.. playbook.Variables.SelectMany(group => group.Value.Keys.Select(key => $"{group.Key}.{key}"))];

    /// <summary>All slots of all texts.</summary>
    public void Check()
    {
        var layers = playbook.Layers.Concat(playbook.Organizations.Select(organization => organization.Own)).ToArray();
        var texts = playbook.Pages.Concat(layers.SelectMany(layer => layer.AddedPages)).Select(page => page.Body.Sections)
            .Concat(layers.SelectMany(layer => layer.Overrides).SelectMany(change => change.Parts).Select(part => part.Sections));
        Parallel.ForEach(playbook.SlottedTexts, text => Check(text.Parts.Select(part => part.Slot).OfType<SlotExpression>()));
        Parallel.ForEach(texts, sections =>
            Check(sections.SelectMany(section => section.Heading.Slots.Concat(section.Body.Slots)).OfType<FragmentSlot.Value>().Select(slot => slot.Expression)));
    }

    private void Check(IEnumerable<SlotExpression> slots)
    {
        foreach (var slot in slots)
        {
            Check(slot);
        }
    }

    private void Check(SlotExpression slot)
    {
        switch (slot.Group)
        {
            case "org":
                Known(slot, _organizationKeys);
                Forms(slot, []);
                break;
            case "list":
                Known(slot, _lists);
                Forms(slot, []);
                break;
            case "term":
                CheckTerm(slot);
                break;
            case "role":
                Known(slot, names.Roles);
                Forms(slot, ["own"]);
                break;
            case "date":
                Known(slot, _dates);
                Forms(slot, names.Phases.Contains(slot.Key) ? ["end"] : []);
                break;
            default:
                CheckVariable(slot);
                break;
        }
    }

    private void CheckTerm(SlotExpression slot)
    {
        if (!playbook.Terms.TryGetValue(slot.Key, out var term))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownTerm(slot.Span, slot.Key, NearestName.Find(slot.Key, names.Terms)));
            return;
        }

        Forms(slot, TermForms);
        if (!slot.Forms.Contains("a"))
        {
            return;
        }

        var declared = playbook.Organizations.Select(organization => organization.Own).Concat(playbook.Layers)
            .Select(layer => layer.Terms.GetValueOrDefault(slot.Key)).OfType<Term>().Where(own => own.One != term.One).Prepend(term);
        foreach (var without in declared.Where(each => each.Article is null))
        {
            diagnostics.Add(DiagnosticCatalog.MissingArticle(slot.Span, slot.Key, without.Span));
        }
    }

    private void CheckVariable(SlotExpression slot)
    {
        if (!_variables.Contains($"{slot.Group}.{slot.Key}"))
        {
            string[] groups = ["org", "list", "term", "role", "date", .. playbook.Variables.Keys];
            var nearest = groups.Contains(slot.Group) ? NearestName.Find($"{slot.Group}.{slot.Key}", _variables) : NearestName.Find(slot.Group, groups);
            diagnostics.Add(DiagnosticCatalog.UnknownSlot(slot.Span, $"{slot.Group}.{slot.Key}", nearest));
        }
    }

    private void Known(SlotExpression slot, IReadOnlyCollection<string> keys)
    {
        if (!keys.Contains(slot.Key))
        {
            var nearest = NearestName.Find(slot.Key, keys);
            diagnostics.Add(DiagnosticCatalog.UnknownSlot(slot.Span, $"{slot.Group}.{slot.Key}", nearest is null ? null : $"{slot.Group}.{nearest}"));
        }
    }

    private void Forms(SlotExpression slot, string[] known)
    {
        foreach (var form in slot.Forms.Where(form => !known.Contains(form)))
        {
            diagnostics.Add(DiagnosticCatalog.UnknownForm(slot.Span, form, known.Length == 0 ? ["none here"] : known));
        }
    }
}
