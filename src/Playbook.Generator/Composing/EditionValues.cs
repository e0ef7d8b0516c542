namespace Playbooks.Composing;

/// <summary>What the slots of one edition say.</summary>
internal sealed class EditionValues
{
    private readonly Playbook _playbook;
    private readonly Organization? _organization;
    private readonly EditionFacts _facts;
    private readonly Schedule _schedule;
    private readonly Locale _locale;
    private readonly ImmutableSortedDictionary<string, Term> _terms;

    public EditionValues(Playbook playbook, Organization? organization, EditionFacts facts, Schedule schedule, Locale locale, IEnumerable<Layer> layers)
    {
        _playbook = playbook;
        _organization = organization;
        _facts = facts;
        _schedule = schedule;
        _locale = locale;
        _terms = layers.Aggregate(playbook.Terms, static (terms, layer) => terms.SetItems(layer.Terms.Select(each => KeyValuePair.Create(each.Key, Inherit(each.Value, terms.GetValueOrDefault(each.Key))))));
    }

    /// <summary>The text with every slot filled.</summary>
    public string Fill(SlottedText text) => text.Parts switch
    {
        [] => "",
        [{ Literal: { } only }] => only,
        _ => string.Concat(text.Parts.Select(part => part.Literal ?? Of(part.Slot!))),
    };

    /// <summary>The text with every slot filled; null for null.</summary>
    public string? FillOptional(SlottedText? text) => text is null ? null : Fill(text);

    /// <summary>All texts with every slot filled.</summary>
    public ImmutableArray<string> Fill(ImmutableArray<SlottedText> texts) => texts.IsDefault ? [] : [.. texts.Select(Fill)];

    /// <summary>The value of a slot that the checker has found to be right; empty where an organization gives no value.</summary>
    public string Of(SlotExpression slot)
    {
        var value = slot.Group switch
        {
            "org" => OfOrganization(slot.Key),
            "term" => OfTerm(slot),
            "role" => OfRole(slot),
            "date" => OfDate(slot),
            "list" => OfList(slot.Key),
            _ => _playbook.Variables.GetValueOrDefault(slot.Group)?.GetValueOrDefault(slot.Key) ?? "",
        };
        return slot.IsCapitalized ? Capitalize(value) : value;
    }

    /// <summary>Who holds a role in this edition. A role that nobody holds falls back to the one the manifest names.</summary>
    public EditionRole Role(string id)
    {
        var role = _playbook.Roles.First(each => each.Id.Value == id);
        var asked = role;
        for (var steps = 0; steps < _playbook.Roles.Length && _organization is not null; steps++)
        {
            if (_organization.Roles.TryGetValue(role.Id.Value, out var holder))
            {
                var person = _organization.ShowsPeople ? holder.Person : null;
                return new EditionRole(asked.Id, holder.Title, asked.Title, person, role.Id == asked.Id ? null : role.Id);
            }

            if (role.FallsBackTo is not { } next || _playbook.Roles.FirstOrDefault(each => each.Id.Value == next.Value) is not { } other)
            {
                break;
            }

            role = other;
        }

        return new EditionRole(asked.Id, asked.Title, asked.Title, null, null);
    }

    private string OfOrganization(string key) => key switch
    {
        "name" => _organization?.Name ?? _locale.Text("organization.name"),
        "short_name" => _organization?.ShortName ?? _locale.Text("organization.name"),
        "legal_name" => _organization?.LegalName ?? _locale.Text("organization.name"),
        _ => _facts[key] switch
        {
            FactValue.Text text => Label(key, text.Value),
            FactValue.Number number => number.Value.ToString("#,0.##", _locale.Culture),
            FactValue.Boolean truth => _locale.Text(truth.Value ? "value.yes" : "value.no"),
            FactValue.Date date => _locale.Date(date.Value),
            _ => OfList(key),
        },
    };

    private string OfList(string key) => _facts[key] switch
    {
        FactValue.List list => _locale.List([.. list.Values.Select(value => Label(key, value))]),
        FactValue.Records records => _locale.List([.. records.Rows.Select(row => row.GetValueOrDefault("name") ?? row.Values.FirstOrDefault() ?? "")]),
        _ => "",
    };

    private string Label(string fact, string value) =>
        _facts.Find(fact)?.Values.FirstOrDefault(choice => choice.Id == value)?.Label ?? value;

    private string OfTerm(SlotExpression slot)
    {
        if (!_terms.TryGetValue(slot.Key, out var term))
        {
            return "";
        }

        var isMany = slot.Forms.Contains("many");
        if (slot.Forms.Contains("own"))
        {
            return isMany ? term.PossessiveMany ?? Possessive(term.Many) : term.PossessiveOne ?? Possessive(term.One);
        }

        return slot.Forms.Contains("a") && term.Article is { } article ? $"{article} {term.One}" : isMany ? term.Many : term.One;
    }

    private string OfRole(SlotExpression slot)
    {
        var role = Role(slot.Key);
        var inText = _organization?.Roles.GetValueOrDefault((role.FallenBackFrom ?? role.Id).Value)?.InText;
        var title = slot.IsCapitalized ? role.Title : inText ?? SmallFirstLetter(role.Title);
        return slot.Forms.Contains("own") ? Possessive(title) : title;
    }

    private string OfDate(SlotExpression slot)
    {
        if (slot.Key == "programme-start")
        {
            return _schedule.Start is { } start ? _locale.Date(start) : _locale.Text("date.programme_start");
        }

        if (_playbook.Gates.FirstOrDefault(gate => gate.Id.Value == slot.Key) is { } gate)
        {
            return EndOf(gate.AtEndOf.Value);
        }

        var phase = _schedule.Find(slot.Key);
        return slot.Forms.Contains("end") ? EndOf(slot.Key)
            : phase?.Start is { } first ? _locale.Date(first) : _locale.Text("date.start_of", phase?.Phase.Title ?? "");
    }

    private string EndOf(string phase) =>
        _schedule.Find(phase) is { End: { } end } ? _locale.Date(end) : _locale.Text("date.end_of", _schedule.Find(phase)?.Phase.Title ?? "");

    private string Possessive(string word) =>
        _locale.Text(word.EndsWith('s') ? "format.possessive_s" : "format.possessive", word);

    private string Capitalize(string text) => text.Length == 0 ? text : char.ToUpper(text[0], _locale.Culture) + text[1..];

    /// <summary>Within a sentence a title starts small where the language does so, unless its first word is an abbreviation.</summary>
    private string SmallFirstLetter(string title)
    {
        var isAbbreviation = title.Length < 2 || char.IsUpper(title[1]) || !char.IsUpper(title[0]);
        return isAbbreviation || _locale.Find("format.lowercase_in_text") != "true" ? title : char.ToLower(title[0], _locale.Culture) + title[1..];
    }

    /// <summary>A changed word needs its own forms; what the layer leaves out is not taken from another word.</summary>
    private static Term Inherit(Term own, Term? common) =>
        own.Article is null && common is not null && own.One == common.One ? own with { Article = common.Article } : own;
}
