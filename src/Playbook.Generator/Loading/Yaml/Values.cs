using Playbooks.Compiling;

namespace Playbooks.Loading;

/// <summary>Reads single values exactly: no number is guessed from <c>0x10</c>, no truth from <c>yes</c>, no date from <c>03/04</c>.</summary>
internal static class Values
{
    private const int LongestText = 20_000;

    /// <summary>A text. Plain <c>true</c>, <c>false</c> and nothing are refused, because their author meant something else or forgot quotes.</summary>
    public static string? Text(YamlNode node, ReadingContext context)
    {
        if (Scalar(node, "a text", context) is not { } scalar)
        {
            return null;
        }

        if (scalar.IsPlain && scalar.Value is "true" or "false")
        {
            context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, scalar.Value, "a text", "put it in quotes"));
            return null;
        }

        if (scalar.Value.Length > LongestText)
        {
            context.Diagnostics.Add(DiagnosticCatalog.TextTooLong(node.Span, LongestText));
            return null;
        }

        return scalar.Value.Trim();
    }

    /// <summary>A text that is shown and therefore not empty.</summary>
    public static string? Words(YamlNode node, ReadingContext context)
    {
        var text = Text(node, context);
        if (text is { Length: 0 })
        {
            context.Diagnostics.Add(DiagnosticCatalog.WrongType(node.Span, "this value", "a text", "empty"));
            return null;
        }

        return text;
    }

    /// <summary>A text in which an organization's values can be put.</summary>
    public static SlottedText? Slotted(YamlNode node, ReadingContext context) =>
        Words(node, context) is { } text ? Slotted(text, ((YamlScalar)node).ContentSpan, context) : null;

    /// <summary>Part of a text in which an organization's values can be put.</summary>
    public static SlottedText Slotted(string text, SourceSpan span, ReadingContext context)
    {
        var slotted = SlotParser.ParseText(text, span, context.Diagnostics);
        if (!slotted.IsPlain)
        {
            context.Texts.Enqueue(slotted);
        }

        return slotted;
    }

    /// <summary>A text with its place.</summary>
    public static Located<string> Name(YamlNode node, ReadingContext context) =>
        Words(node, context) is { } text ? new(text, ((YamlScalar)node).ContentSpan.Take(text.Length)) : new("", node.Span);

    /// <summary>A text with its place; null after an error.</summary>
    public static Located<string>? OptionalName(YamlNode node, ReadingContext context) =>
        Words(node, context) is null ? null : Name(node, context);

    /// <summary>An id that may become part of a URL.</summary>
    public static Slug Slug(YamlNode node, ReadingContext context)
    {
        if (Words(node, context) is { } text && !Model.Slug.TryParse(text, out _))
        {
            context.Diagnostics.Add(DiagnosticCatalog.InvalidSlug(node.Span, text));
        }

        return node is YamlScalar scalar && Model.Slug.TryParse(scalar.Value.Trim(), out var slug) ? slug : default;
    }

    /// <summary>An id of an item.</summary>
    public static ItemId ItemId(YamlNode node, ReadingContext context)
    {
        if (Words(node, context) is { } text && !Model.ItemId.TryParse(text, out _))
        {
            context.Diagnostics.Add(DiagnosticCatalog.InvalidItemId(node.Span, text));
        }

        return node is YamlScalar scalar && Model.ItemId.TryParse(scalar.Value.Trim(), out var id) ? id : default;
    }

    /// <summary><c>true</c> or <c>false</c>.</summary>
    public static bool? Truth(YamlNode node, ReadingContext context)
    {
        if (Scalar(node, "`true` or `false`", context) is not { } scalar)
        {
            return null;
        }

        if (scalar.IsPlain && scalar.Value is "true" or "false")
        {
            return scalar.Value == "true";
        }

        var hint = scalar.Value.ToLowerInvariant() switch
        {
            "yes" or "y" or "on" or "true" => "write `true`",
            "no" or "n" or "off" or "false" => "write `false`",
            _ => null,
        };
        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, scalar.Value, "`true` or `false`", hint));
        return null;
    }

    /// <summary>A whole number of at most nine digits, without sign tricks, separators or leading zeros.</summary>
    public static int? Integer(YamlNode node, ReadingContext context)
    {
        if (Decimal(node, context) is not { } number)
        {
            return null;
        }

        if (number == decimal.Truncate(number) && Math.Abs(number) < 1_000_000_000m)
        {
            return (int)number;
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, ((YamlScalar)node).Value, "a whole number", null));
        return null;
    }

    /// <summary>A decimal number in plain digits.</summary>
    public static decimal? Decimal(YamlNode node, ReadingContext context)
    {
        if (Scalar(node, "a number", context) is not { } scalar)
        {
            return null;
        }

        if (scalar.IsPlain && IsPlainNumber(scalar.Value)
            && decimal.TryParse(scalar.Value, NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number))
        {
            return number;
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, scalar.Value, "a number in plain digits", scalar.IsPlain ? null : "leave out the quotes"));
        return null;
    }

    /// <summary>A day written year-month-day.</summary>
    public static DateOnly? Date(YamlNode node, ReadingContext context)
    {
        if (Scalar(node, "a date", context) is not { } scalar)
        {
            return null;
        }

        // Phases and reviews count on from dates; the calendar of .NET must not end before they do.
        if (DateOnly.TryParseExact(scalar.Value, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var date) && date.Year is >= 1000 and <= 2999)
        {
            return date;
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, scalar.Value, "a date", "write it as year-month-day, such as 2027-01-31"));
        return null;
    }

    /// <summary>A length of time such as <c>3w</c>.</summary>
    public static Duration? Duration(YamlNode node, ReadingContext context)
    {
        if (Scalar(node, "a length of time", context) is not { } scalar)
        {
            return null;
        }

        var text = scalar.Value;
        if (text.Length is >= 2 and <= 6 && Unit(text[^1]) is { } unit && IsPlainNumber(text[..^1])
            && int.TryParse(text[..^1], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var count) && count is >= -9999 and <= 9999)
        {
            return new Duration(count, unit);
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, text, "a length of time", "write a number and d, w or m, such as 3w"));
        return null;
    }

    /// <summary>A condition; one that always holds after an error.</summary>
    public static Condition? Condition(YamlNode node, ReadingContext context)
    {
        if (node is YamlScalar { IsPlain: true, Value: "true" or "false" } truth)
        {
            return new Condition.Constant(truth.Value == "true");
        }

        if (Words(node, context) is not { } text)
        {
            return null;
        }

        var scalar = (YamlScalar)node;
        var source = scalar.Span.Source;
        var offset = source.Offset(scalar.ContentSpan.Line, scalar.ContentSpan.Column);
        var isVerbatim = string.CompareOrdinal(source.Text, offset, text, 0, text.Length) == 0;
        var condition = isVerbatim
            ? ConditionParser.Parse(text, source, offset, context.Diagnostics)
            : ConditionParser.Parse(text, scalar.Span, context.Diagnostics);
        if (condition is not null)
        {
            context.Conditions.Enqueue(new(condition, scalar.ContentSpan.Take(text.Length)));
        }

        return condition;
    }

    /// <summary>One of a few words.</summary>
    public static ReadValue<string> OneOf(params string[] allowed) => (node, context) =>
    {
        if (Words(node, context) is not { } text)
        {
            return null;
        }

        if (allowed.Contains(text))
        {
            return text;
        }

        context.Diagnostics.Add(DiagnosticCatalog.NotOneOf(node.Span, text, allowed, NearestName.Find(text, allowed)));
        return null;
    };

    /// <summary>A colour written <c>#rrggbb</c>.</summary>
    public static Located<string>? Colour(YamlNode node, ReadingContext context)
    {
        if (Words(node, context) is not { } text)
        {
            return null;
        }

        if (text.Length == 7 && text[0] == '#' && text.AsSpan(1).ContainsAnyExcept("0123456789abcdefABCDEF") is false)
        {
            return new(text.ToLowerInvariant(), ((YamlScalar)node).ContentSpan);
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongValue(node.Span, text, "a colour", "write it as #rrggbb in quotes, such as \"#1f6f5c\""));
        return null;
    }

    /// <summary>A list; elements that cannot be read are left out.</summary>
    public static ImmutableArray<T> List<T>(YamlNode node, string key, ReadValue<T> read, ReadingContext context)
    {
        if (node is not YamlSequence sequence)
        {
            context.Diagnostics.Add(DiagnosticCatalog.WrongType(node.Span, $"`{key}`", "a list", node.Kind, "put the value in brackets or start its line with `- `"));
            return [];
        }

        var items = ImmutableArray.CreateBuilder<T>(sequence.Items.Length);
        foreach (var item in sequence.Items)
        {
            if (read(item, context) is { } value)
            {
                items.Add(value);
            }
        }

        return items.ToImmutable();
    }

    /// <summary>Names with values; those that cannot be read are left out.</summary>
    public static ImmutableSortedDictionary<string, T> Map<T>(
        YamlNode node, string what, Func<YamlScalar, YamlNode, ReadingContext, T?> read, ReadingContext context)
    {
        var entries = ImmutableSortedDictionary.CreateBuilder<string, T>(StringComparer.Ordinal);
        if (node is not YamlMapping mapping)
        {
            context.Diagnostics.Add(DiagnosticCatalog.WrongType(node.Span, what, "keys with values", node.Kind));
            return entries.ToImmutable();
        }

        foreach (var entry in mapping.Entries)
        {
            if (read(entry.Key, entry.Value, context) is { } value)
            {
                entries[entry.Key.Value] = value;
            }
        }

        return entries.ToImmutable();
    }

    private static YamlScalar? Scalar(YamlNode node, string expected, ReadingContext context)
    {
        if (node is YamlScalar { IsNothing: false } scalar)
        {
            return scalar;
        }

        context.Diagnostics.Add(DiagnosticCatalog.WrongType(node.Span, "this value", expected, node.Kind));
        return null;
    }

    private static bool IsPlainNumber(string text)
    {
        var digits = text.StartsWith('-') ? text.AsSpan(1) : text;
        return digits.Length > 0 && char.IsAsciiDigit(digits[0]) && char.IsAsciiDigit(digits[^1])
            && !digits.ContainsAnyExcept("0123456789.") && digits.Count('.') <= 1
            && (digits[0] != '0' || digits.Length == 1 || digits[1] == '.');
    }

    private static DurationUnit? Unit(char letter) => letter switch
    {
        'd' => DurationUnit.Days,
        'w' => DurationUnit.Weeks,
        'm' => DurationUnit.Months,
        _ => null,
    };
}
