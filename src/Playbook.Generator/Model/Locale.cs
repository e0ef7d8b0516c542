using System.Text;

namespace Playbooks.Model;

/// <summary>The language of an edition: its texts of the interface, its formats, its direction.</summary>
public sealed class Locale
{
    private readonly ImmutableDictionary<string, string> _texts;

    /// <param name="tag">BCP 47 tag such as <c>en-US</c>.</param>
    /// <param name="culture">For sorting and the names of months and days.</param>
    /// <param name="texts">Texts by key, nearest language first already applied.</param>
    public Locale(string tag, CultureInfo culture, ImmutableDictionary<string, string> texts)
    {
        Tag = tag;
        Culture = culture;
        _texts = texts;
    }

    /// <summary>BCP 47 tag such as <c>en-US</c>.</summary>
    public string Tag { get; }

    /// <summary>For sorting and the names of months and days.</summary>
    public CultureInfo Culture { get; }

    /// <summary><c>ltr</c> or <c>rtl</c>.</summary>
    public string Direction => Culture.TextInfo.IsRightToLeft ? "rtl" : "ltr";

    /// <summary>All keys there are.</summary>
    public IEnumerable<string> Keys => _texts.Keys;

    /// <summary>The text of a key with <c>{0}</c>, <c>{1}</c> … filled; null when there is no such key.</summary>
    public string? Find(string key, params ReadOnlySpan<string> arguments)
    {
        if (!_texts.TryGetValue(key, out var text) || arguments.IsEmpty)
        {
            return text;
        }

        // One pass: an argument that looks like a placeholder is text.
        var filled = new StringBuilder(text.Length);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var open)
        {
            var isPlaceholder = open + 2 < rest.Length && rest[open + 2] == '}' && char.IsAsciiDigit(rest[open + 1]) && rest[open + 1] - '0' < arguments.Length;
            filled.Append(rest[..open]).Append(isPlaceholder ? arguments[rest[open + 1] - '0'] : "{");
            rest = rest[(open + (isPlaceholder ? 3 : 1))..];
        }

        return filled.Append(rest).ToString();
    }

    /// <summary>Like <see cref="Find"/>, for keys the locale is known to have.</summary>
    /// <exception cref="MissingTextException">There is no such key.</exception>
    public string Text(string key, params ReadOnlySpan<string> arguments) =>
        Find(key, arguments) ?? throw new MissingTextException(key);

    /// <summary>The text of a key for a number of things: <c>key.one</c> or <c>key.other</c>, with <c>{0}</c> the number.</summary>
    public string Plural(string key, int count)
    {
        // French counts 0 as singular; the locale says so.
        var isOne = Math.Abs(count) == 1 || (count == 0 && Find("format.zero_is_singular") == "true");
        return Text($"{key}.{(isOne ? "one" : "other")}", count.ToString(CultureInfo.InvariantCulture));
    }

    /// <summary>A day in words. The first of a month may have a format of its own: French writes "1er".</summary>
    public string Date(DateOnly date) => Date(date, date.Day == 1 && Find("format.date_first") is { } first ? first : Text("format.date"));

    /// <summary>A month with its year in words.</summary>
    public string Month(DateOnly date) => Date(date, Text("format.month"));

    private string Date(DateOnly date, string format)
    {
        // Some calendars end: the Umm al-Qura tables of .NET do in 2077. Later days are written as the Gregorian calendar counts them.
        var isCounted = date >= DateOnly.FromDateTime(Culture.Calendar.MinSupportedDateTime) && date <= DateOnly.FromDateTime(Culture.Calendar.MaxSupportedDateTime);
        return date.ToString(format, isCounted ? Culture : CultureInfo.InvariantCulture);
    }

    /// <summary>Several things in one sentence: "a, b, and c".</summary>
    public string List(IReadOnlyList<string> items)
    {
        ArgumentNullException.ThrowIfNull(items);
        return items.Count switch
        {
            0 => "",
            1 => items[0],
            2 => Text("format.list.two", items[0], items[1]),
            _ => Text("format.list.last", string.Join(Text("format.list.separator"), items.Take(items.Count - 1)), items[^1]),
        };
    }
}

/// <summary>A theme has no text for something the generator says. A mistake of the theme; the pipeline reports it.</summary>
/// <param name="key">The key.</param>
public sealed class MissingTextException(string key) : Exception($"no text for {key}")
{
    /// <summary>The key.</summary>
    public string Key { get; } = key;
}
