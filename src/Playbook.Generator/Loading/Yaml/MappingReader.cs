using System.Collections.Concurrent;
using Playbooks.Compiling;

namespace Playbooks.Loading;

/// <summary>Reads a value of a type from a node; after reporting what is wrong it gives the type's default.</summary>
internal delegate T? ReadValue<T>(YamlNode node, ReadingContext context);

/// <summary>What every reader needs.</summary>
/// <param name="Diagnostics">Receives what is wrong.</param>
internal sealed record ReadingContext(DiagnosticBag Diagnostics)
{
    /// <summary>Every text with slots that was read, in no order, so that the checker need not walk the model to find them.</summary>
    public ConcurrentQueue<SlottedText> Texts { get; } = new();

    /// <summary>Every condition that was read, in no order.</summary>
    public ConcurrentQueue<Located<Condition>> Conditions { get; } = new();

    /// <summary>Words of the glossary, known once the root files are read and before any page is.</summary>
    public GlossaryWords Glossary { get; set; } = GlossaryWords.None;

    /// <summary>What earlier loads made of the same texts; null when this is the only one.</summary>
    public CompiledTexts? Compiled { get; init; }

    /// <summary>What a text comes to, made anew only when it has changed.</summary>
    /// <param name="source">The text.</param>
    /// <param name="read">Depends on nothing but the text, the manifest and the glossary.</param>
    public T? OfUnchanged<T>(SourceText source, Func<ReadingContext, T?> read) =>
        Compiled is { } compiled ? compiled.Read(source, this, read) : read(this);
}

/// <summary>
/// Reads the keys of one mapping by name. Each key is named once, where its value is taken; what is left over when
/// <see cref="Close"/> is called is an unknown key.
/// </summary>
internal sealed class MappingReader
{
    private readonly YamlMapping _mapping;
    private readonly string _what;
    private readonly ReadingContext _context;
    private readonly HashSet<string> _known = new(StringComparer.Ordinal);

    /// <param name="mapping">The keys.</param>
    /// <param name="what">What the mapping describes, with its article: "an area".</param>
    /// <param name="context">Receives what is wrong.</param>
    public MappingReader(YamlMapping mapping, string what, ReadingContext context)
    {
        _mapping = mapping;
        _what = what;
        _context = context;
    }

    /// <summary>Where the mapping starts.</summary>
    public SourceSpan Span => _mapping.Span;

    /// <summary>Receives what is wrong.</summary>
    public ReadingContext Context => _context;

    /// <summary>Reads a node that must be a mapping, and reports the keys that nothing asked for.</summary>
    public static T? Read<T>(YamlNode node, string what, ReadingContext context, Func<MappingReader, T?> read)
    {
        if (node is not YamlMapping mapping)
        {
            context.Diagnostics.Add(DiagnosticCatalog.WrongType(node.Span, what, "keys with values", node.Kind));
            return default;
        }

        var reader = new MappingReader(mapping, what, context);
        var value = read(reader);
        reader.Close();
        return value;
    }

    /// <summary>True when the key is written.</summary>
    public bool Has(string key) => _mapping[key] is not null;

    /// <summary>The place of a key's value; the mapping's own when the key is absent.</summary>
    public SourceSpan SpanOf(string key) => _mapping[key]?.Span ?? _mapping.Span;

    /// <summary>A value that must be there.</summary>
    public T Required<T>(string key, ReadValue<T> read, T fallback)
    {
        if (Find(key) is { } node)
        {
            return read(node, _context) ?? fallback;
        }

        if (_mapping[key] is null)
        {
            _context.Diagnostics.Add(DiagnosticCatalog.MissingKey(_mapping.Span, key, _what));
        }

        return fallback;
    }

    /// <summary>A value type that must be there.</summary>
    public T RequiredValue<T>(string key, ReadValue<T?> read, T fallback)
        where T : struct => Required(key, read, fallback) ?? fallback;

    /// <summary>A value that may be absent.</summary>
    public T? Optional<T>(string key, ReadValue<T> read)
        where T : class => Find(key) is { } node ? read(node, _context) : null;

    /// <summary>A value that may be absent, with the value that stands for it.</summary>
    public T Optional<T>(string key, ReadValue<T> read, T fallback) =>
        Find(key) is { } node ? read(node, _context) ?? fallback : fallback;

    /// <summary>A value type that may be absent.</summary>
    public T? OptionalValue<T>(string key, ReadValue<T?> read)
        where T : struct => Find(key) is { } node ? read(node, _context) : null;

    /// <summary>A list that may be absent, which means empty.</summary>
    public ImmutableArray<T> List<T>(string key, ReadValue<T> read) =>
        Find(key) is { } node ? Values.List(node, key, read, _context) : [];

    /// <summary>A list that may be absent, which is told apart from empty: default.</summary>
    public ImmutableArray<T> OptionalList<T>(string key, ReadValue<T> read) =>
        Find(key) is { } node ? Values.List(node, key, read, _context) : default;

    /// <summary>A mapping whose keys are names, by name.</summary>
    public ImmutableSortedDictionary<string, T> Map<T>(string key, Func<YamlScalar, YamlNode, ReadingContext, T?> read)
    {
        if (Find(key) is not { } node)
        {
            return ImmutableSortedDictionary.Create<string, T>(StringComparer.Ordinal);
        }

        return Values.Map(node, $"`{key}`", read, _context);
    }

    /// <summary>All keys that no one has asked for yet, as names with values.</summary>
    public IEnumerable<YamlEntry> Rest()
    {
        var rest = _mapping.Entries.Where(entry => !_known.Contains(entry.Key.Value)).ToArray();
        _known.UnionWith(rest.Select(entry => entry.Key.Value));
        return rest;
    }

    /// <summary>Allows a key that is read elsewhere.</summary>
    public void Ignore(string key) => _known.Add(key);

    private YamlNode? Find(string key)
    {
        _known.Add(key);
        var node = _mapping[key];
        if (node is YamlScalar { IsNothing: true })
        {
            _context.Diagnostics.Add(DiagnosticCatalog.NoValue(_mapping.Entries.First(entry => entry.Key.Value == key).Key.Span, key));
            return null;
        }

        return node;
    }

    private void Close()
    {
        foreach (var entry in _mapping.Entries.Where(entry => !_known.Contains(entry.Key.Value)))
        {
            _context.Diagnostics.Add(DiagnosticCatalog.UnknownKey(entry.Key.Span, entry.Key.Value, _what, NearestName.Find(entry.Key.Value, _known)));
        }
    }
}
