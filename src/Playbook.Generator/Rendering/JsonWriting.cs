using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;

namespace Playbooks.Rendering;

/// <summary>Writes the JSON that scripts read from a page.</summary>
internal static class JsonWriting
{
    // Everything that could end a script element or start a comment in it is escaped.
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.Create(UnicodeRanges.All) };

    /// <summary>The JSON as text that may stand in a script element.</summary>
    public static string Text(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(16 * 1024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            write(writer);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    /// <summary>A list of single values.</summary>
    public static void WriteList<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (var value in values)
        {
            write(value);
        }

        writer.WriteEndArray();
    }

    /// <summary>A list of objects.</summary>
    public static void WriteObjects<T>(this Utf8JsonWriter writer, string name, IEnumerable<T> values, Action<T> write) =>
        writer.WriteList(name, values, value =>
        {
            writer.WriteStartObject();
            write(value);
            writer.WriteEndObject();
        });

    /// <summary>An object, or null.</summary>
    public static void WriteOptional<T>(this Utf8JsonWriter writer, string name, T? value, Action<T> write)
        where T : class
    {
        if (value is null)
        {
            writer.WriteNull(name);
            return;
        }

        writer.WriteStartObject(name);
        write(value);
        writer.WriteEndObject();
    }

    /// <summary>Texts by name.</summary>
    public static void WriteMap(this Utf8JsonWriter writer, string name, IEnumerable<(string Key, string Value)> entries)
    {
        writer.WriteStartObject(name);
        foreach (var (key, value) in entries)
        {
            writer.WriteString(key, value);
        }

        writer.WriteEndObject();
    }
}
