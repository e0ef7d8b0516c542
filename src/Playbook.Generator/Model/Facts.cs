namespace Playbooks.Model;

/// <summary>The kinds of value a fact can hold.</summary>
public enum FactType
{
    /// <summary>Free text.</summary>
    Text,

    /// <summary>One of the declared values.</summary>
    Choice,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>Yes or no.</summary>
    Boolean,

    /// <summary>Several of the declared values, or any texts when none are declared.</summary>
    List,

    /// <summary>A list of small mappings with declared fields.</summary>
    Records,

    /// <summary>A calendar day.</summary>
    Date,
}

/// <summary>One thing the playbook wants to know of an organization. Declared by the playbook; organizations only give values.</summary>
public sealed record Fact
{
    /// <summary>Name used in conditions and slots.</summary>
    public required Slug Id { get; init; }

    /// <summary>Where the fact is declared.</summary>
    public required SourceSpan Span { get; init; }

    /// <summary>What kind of value it holds.</summary>
    public required FactType Type { get; init; }

    /// <summary>A few words that readers see for the fact, as where it decides that something does not apply; null shows the words of the id.</summary>
    public string? Label { get; init; }

    /// <summary>The question an organization answers with the value; may be null.</summary>
    public string? Question { get; init; }

    /// <summary>How to answer the question; may be null.</summary>
    public string? Help { get; init; }

    /// <summary>Heading under which the fact is asked; may be null.</summary>
    public string? Group { get; init; }

    /// <summary>Allowed values of a choice or list. Empty for a list means any text.</summary>
    public ImmutableArray<FactChoice> Values { get; init; } = [];

    /// <summary>Fields of a records fact.</summary>
    public ImmutableArray<FactField> Fields { get; init; } = [];

    /// <summary>Value for organizations that give none; null only for derived facts and where the value would be empty.</summary>
    public FactValue? Default { get; init; }

    /// <summary>For a yes/no fact computed from others; null for facts that are given.</summary>
    public Condition? Derived { get; init; }
}

/// <summary>One allowed value of a fact.</summary>
/// <param name="Id">As written in organization files and conditions.</param>
/// <param name="Label">As shown to readers.</param>
public sealed record FactChoice(string Id, string Label);

/// <summary>One field of a records fact.</summary>
/// <param name="Id">Key of the field.</param>
/// <param name="Values">Allowed values; empty means any text.</param>
public sealed record FactField(Slug Id, ImmutableArray<FactChoice> Values);

/// <summary>The value of a fact.</summary>
public abstract record FactValue
{
    private FactValue()
    {
    }

    /// <summary>Text or the id of a choice.</summary>
    /// <param name="Value">May be empty.</param>
    public sealed record Text(string Value) : FactValue;

    /// <summary>A decimal number.</summary>
    /// <param name="Value">The number.</param>
    public sealed record Number(decimal Value) : FactValue;

    /// <summary>Yes or no.</summary>
    /// <param name="Value">The truth.</param>
    public sealed record Boolean(bool Value) : FactValue;

    /// <summary>A calendar day.</summary>
    /// <param name="Value">The day.</param>
    public sealed record Date(DateOnly Value) : FactValue;

    /// <summary>Texts in the order written.</summary>
    /// <param name="Values">May be empty.</param>
    public sealed record List(ImmutableArray<string> Values) : FactValue;

    /// <summary>Small mappings in the order written.</summary>
    /// <param name="Rows">Each row maps declared fields to text.</param>
    public sealed record Records(ImmutableArray<ImmutableSortedDictionary<string, string>> Rows) : FactValue;
}
