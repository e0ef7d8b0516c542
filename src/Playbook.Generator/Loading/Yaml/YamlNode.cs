namespace Playbooks.Loading;

/// <summary>A YAML value with the place it is written at.</summary>
/// <param name="Span">Its first line, from its first character on.</param>
internal abstract record YamlNode(SourceSpan Span)
{
    /// <summary>What the value is, in an author's words.</summary>
    public abstract string Kind { get; }
}

/// <summary>A single value.</summary>
/// <param name="Value">Its text after unquoting and folding.</param>
/// <param name="IsPlain">True without quotes and block marks; only then can it be a number, a truth or nothing.</param>
/// <param name="ContentSpan">Like <see cref="YamlNode.Span"/> but behind an opening quote.</param>
internal sealed record YamlScalar(string Value, bool IsPlain, SourceSpan Span, SourceSpan ContentSpan) : YamlNode(Span)
{
    /// <summary>True for an empty value, <c>~</c> and <c>null</c>.</summary>
    public bool IsNothing => IsPlain && Value is "" or "~" or "null" or "Null" or "NULL";

    /// <inheritdoc />
    public override string Kind => IsNothing ? "nothing" : "a single value";
}

/// <summary>A list.</summary>
/// <param name="Items">In the order written.</param>
internal sealed record YamlSequence(ImmutableArray<YamlNode> Items, SourceSpan Span) : YamlNode(Span)
{
    /// <inheritdoc />
    public override string Kind => "a list";
}

/// <summary>Keys with values. No key occurs twice.</summary>
/// <param name="Entries">In the order written.</param>
internal sealed record YamlMapping(ImmutableArray<YamlEntry> Entries, SourceSpan Span) : YamlNode(Span)
{
    /// <inheritdoc />
    public override string Kind => "keys with values";

    /// <summary>The value of a key; null when the key is absent.</summary>
    public YamlNode? this[string key] => Entries.FirstOrDefault(entry => entry.Key.Value == key)?.Value;
}

/// <summary>A key with its value.</summary>
/// <param name="Key">Always a single value.</param>
/// <param name="Value">The value.</param>
internal sealed record YamlEntry(YamlScalar Key, YamlNode Value);
