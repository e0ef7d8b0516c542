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
        if (!_texts.TryGetValue(key, out var text))
        {
            return null;
        }

        for (var at = 0; at < arguments.Length; at++)
        {
            text = text.Replace($"{{{at}}}", arguments[at], StringComparison.Ordinal);
        }

        return text;
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

    /// <summary>A day in words.</summary>
    public string Date(DateOnly date) => date.ToString(Text("format.date"), Culture);

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
