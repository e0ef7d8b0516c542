namespace Playbooks.Loading;

/// <summary>The languages of the editions that are built, each read once.</summary>
public sealed class EditionLocales
{
    private readonly string _common;
    private readonly Dictionary<string, Locale> _locales;

    private EditionLocales(string common, Dictionary<string, Locale> locales)
    {
        _common = common;
        _locales = locales;
    }

    /// <summary>The language of an organization's edition; of the common edition for null.</summary>
    public Locale this[Organization? organization] => _locales[organization?.Locale.Value ?? _common];

    /// <summary>Texts of the interface, and words that formats bring to pages, such as the names of months.</summary>
    internal IEnumerable<string> Texts => _locales.Values.SelectMany(locale => locale.Keys.Select(key => locale.Find(key)!)
        .Concat(locale.Culture.DateTimeFormat.MonthNames)
        .Concat(locale.Culture.DateTimeFormat.MonthGenitiveNames)
        .Concat(locale.Culture.DateTimeFormat.AbbreviatedMonthNames)
        .Concat(locale.Culture.DateTimeFormat.DayNames)).Distinct();

    /// <summary>Reads the languages of the given editions; null after an error.</summary>
    public static EditionLocales? Read(
        Playbook playbook, ImmutableArray<Organization?> organizations, ImmutableArray<SourceText> themeFiles, InputFolder input, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(playbook);
        var locales = new Dictionary<string, Locale>(StringComparer.Ordinal);
        var isFine = true;
        foreach (var tag in organizations.Select(organization => organization?.Locale ?? playbook.Locale).DistinctBy(tag => tag.Value))
        {
            if (LocaleReader.Read(tag, themeFiles, input, diagnostics) is { } locale)
            {
                locales[tag.Value] = locale;
            }
            else
            {
                isFine = false;
            }
        }

        return isFine ? new EditionLocales(playbook.Locale.Value, locales) : null;
    }
}
