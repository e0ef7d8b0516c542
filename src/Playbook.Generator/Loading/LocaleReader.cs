namespace Playbooks.Loading;

/// <summary>
/// Puts the texts of a language together: the theme's English, the theme's own language, then what the playbook's
/// <c>locales/</c> folder says; a country's texts win over the language's.
/// </summary>
public static class LocaleReader
{
    /// <summary>The language in which a theme has a text for every key.</summary>
    private const string BaseLanguage = "en";

    private const string DateFormat = "format.date";
    private const string DateFormatOfFirst = "format.date_first";
    private const string PaperSize = "format.paper";

    // As style sheets name them.
    private static readonly string[] Papers = ["letter", "A4"];

    /// <summary>The texts of a language; null after an error.</summary>
    /// <param name="tag">A BCP 47 tag such as <c>fr-CA</c>, with the place it is written at.</param>
    /// <param name="themeFiles">The theme's files, named <c>TAG.yml</c>.</param>
    /// <param name="input">The input folder, for the playbook's own texts.</param>
    /// <param name="diagnostics">Receives what is wrong.</param>
    public static Locale? Read(Located<string> tag, ImmutableArray<SourceText> themeFiles, InputFolder input, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(input);
        ArgumentNullException.ThrowIfNull(diagnostics);
        if (FindCulture(tag.Value) is not { } culture)
        {
            diagnostics.Add(DiagnosticCatalog.UnknownLocale(tag.Span, tag.Value));
            return null;
        }

        var texts = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var language in new[] { BaseLanguage, culture.TwoLetterISOLanguageName, culture.Name }.Distinct())
        {
            var own = new InputPath($"locales/{language}.yml");
            foreach (var file in themeFiles.Where(file => file.Path.Stem == language))
            {
                Add(texts, file, diagnostics);
            }

            if (input.Has(own) && input.ReadText(own, diagnostics) is { } text)
            {
                // The theme knows every key; what it does not know would be shown nowhere.
                Add(texts, text, diagnostics, [.. texts.Keys]);
            }
        }

        return new Locale(culture.Name, culture, texts.ToImmutable());
    }

    private static void Add(ImmutableDictionary<string, string>.Builder texts, SourceText file, DiagnosticBag diagnostics, string[]? known = null)
    {
        var context = new ReadingContext(diagnostics);
        foreach (var (key, value) in (YamlReader.ReadFile(file, diagnostics)?.Entries ?? []).Select(entry => (entry.Key, entry.Value)))
        {
            if (known?.Contains(key.Value) == false)
            {
                diagnostics.Add(DiagnosticCatalog.UnknownKey(key.Span, key.Value, "the theme", NearestName.Find(key.Value, known)));
            }
            else if (value is not YamlScalar { IsNothing: false } scalar)
            {
                _ = Values.Text(value, context);
            }
            else if ((key.Value is DateFormat or DateFormatOfFirst) && !IsFormatOfDays(scalar.Value))
            {
                diagnostics.Add(DiagnosticCatalog.WrongValue(scalar.Span, scalar.Value, "a format of days", "such as `d MMMM yyyy`"));
            }
            else if (key.Value == PaperSize && !Papers.Contains(scalar.Value))
            {
                diagnostics.Add(DiagnosticCatalog.NotOneOf(scalar.Span, scalar.Value, Papers, NearestName.Find(scalar.Value, Papers)));
            }
            else
            {
                texts[key.Value] = scalar.Value;
            }
        }
    }

    private static bool IsFormatOfDays(string format)
    {
        try
        {
            return DateOnly.MaxValue.ToString(format, CultureInfo.InvariantCulture).Length > 0;
        }
        catch (FormatException)
        {
            return false;
        }
    }

    private static CultureInfo? FindCulture(string tag)
    {
        try
        {
            return CultureInfo.GetCultureInfo(tag, predefinedOnly: true);
        }
        catch (CultureNotFoundException)
        {
            return null;
        }
    }
}
