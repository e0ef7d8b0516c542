using System.Collections;
using System.Text.Encodings.Web;
using Fluid;
using Fluid.Values;

namespace Playbooks.Rendering;

/// <summary>
/// An object that layouts read. A name it does not have is an error in the layout, not an empty text: with the library's
/// own objects a misspelt name prints nothing and nobody notices.
/// </summary>
internal sealed class View : FluidValue, IEnumerable<KeyValuePair<string, FluidValue>>
{
    private readonly string _name;

    // Few enough to be compared one by one, and there are hundreds of views to a page.
    private readonly List<KeyValuePair<string, FluidValue>> _members = [];

    /// <param name="name">What layouts call the object; for messages.</param>
    public View(string name) => _name = name;

    /// <inheritdoc />
    public override FluidValues Type => FluidValues.Object;

    /// <summary>
    /// Adds text that is escaped when printed; null prints nothing and counts as false. The mark that starts an address
    /// would be escaped away as well, so addresses are escaped here, behind their mark.
    /// </summary>
    public void Add(string member, string? text) => Put(member, text switch
    {
        null => NilValue.Instance,
        [Marks.Root, .. var path] => new StringValue(Marks.Root + HtmlEncoder.Default.Encode(path), encode: false),
        _ => new StringValue(text),
    });

    /// <summary>Adds a number.</summary>
    public void Add(string member, int number) => Put(member, NumberValue.Create(number));

    /// <summary>Adds a truth.</summary>
    public void Add(string member, bool truth) => Put(member, BooleanValue.Create(truth));

    /// <summary>Adds an object; null counts as false.</summary>
    public void Add(string member, View? view) => Put(member, view ?? (FluidValue)NilValue.Instance);

    /// <summary>Adds a list of objects.</summary>
    public void Add(string member, IEnumerable<View> views) => Put(member, new ArrayValue([.. views]));

    /// <summary>Adds a list of texts.</summary>
    public void Add(string member, IEnumerable<string> texts) => Put(member, new ArrayValue([.. texts.Select(text => new StringValue(text))]));

    /// <summary>Adds text that is printed as it is.</summary>
    public void AddHtml(string member, string? html) => Put(member, html is null ? NilValue.Instance : new StringValue(html, encode: false));

    /// <summary>Like <see cref="AddHtml"/>, for views made in one expression.</summary>
    public View WithHtml(string member, string? html)
    {
        AddHtml(member, html);
        return this;
    }

    /// <inheritdoc />
    public override ValueTask<FluidValue> GetValueAsync(string name, TemplateContext context)
    {
        foreach (var (member, value) in _members)
        {
            if (member == name)
            {
                return new(value);
            }
        }

        throw new LayoutException($"{_name}.{name}", NearestName.Find(name, _members.Select(each => each.Key)));
    }

    /// <inheritdoc />
    public override bool Equals(FluidValue? other) => ReferenceEquals(this, other);

    /// <inheritdoc />
    public override bool Equals(object? obj) => ReferenceEquals(this, obj);

    /// <inheritdoc />
    public override int GetHashCode() => _name.GetHashCode(StringComparison.Ordinal);

    /// <inheritdoc />
    public override bool ToBooleanValue() => true;

    /// <inheritdoc />
    public override decimal ToNumberValue() => 0;

    /// <inheritdoc />
    public override string ToStringValue() => "";

    /// <inheritdoc />
    public override object ToObjectValue() => this;

    /// <inheritdoc />
    public override ValueTask WriteToAsync(TextWriter writer, TextEncoder encoder, CultureInfo cultureInfo) =>
        throw new LayoutException(_name, null);

    private void Put(string member, FluidValue value) => _members.Add(new(member, value));

    /// <inheritdoc />
    public IEnumerator<KeyValuePair<string, FluidValue>> GetEnumerator() => _members.GetEnumerator();

    /// <inheritdoc />
    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();
}

/// <summary>A layout asked for something that is not there. Turned into a diagnostic where the layout is rendered.</summary>
internal sealed class LayoutException(string name, string? nearest) : Exception($"there is no {name}")
{
    /// <summary>What was asked for, as written in the layout.</summary>
    public string Name { get; } = name;

    /// <summary>A known name near to it; null for none.</summary>
    public string? Nearest { get; } = nearest;
}
