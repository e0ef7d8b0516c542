using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace Playbooks.Writing;

/// <summary>
/// <c>manifest.json</c> of an edition: every file with its size, its SHA-256 and the input files it came from. It proves
/// what a published folder was built from, and that a folder is ours to replace.
/// </summary>
/// <param name="Edition">The edition the folder holds.</param>
/// <param name="RootPath">Path of the site's root on its server.</param>
/// <param name="Files">By path, ordinal; without the manifest itself.</param>
internal sealed record SiteManifest(string Edition, string RootPath, ImmutableArray<SiteManifestEntry> Files)
{
    public const string FileName = "manifest.json";

    private const string Generator = "playbook";
    private const int Format = 1;

    /// <summary>The manifest of a site as JSON, one line per file, the same on every machine.</summary>
    public static byte[] Write(Site site)
    {
        var output = new ArrayBufferWriter<byte>(256 + (site.Files.Length * 256));
        using var json = new Utf8JsonWriter(output);
        WriteField(output, "{", "generator", Quoted(Generator));
        WriteField(output, ",", "format", Format.ToString(CultureInfo.InvariantCulture));
        WriteField(output, ",", "edition", Quoted(site.Edition.Value));
        WriteField(output, ",", "root", Quoted(site.RootPath));
        output.Write(",\n  \"files\": ["u8);
        var separator = "\n    "u8;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        foreach (var file in site.Files.OrderBy(file => file.Path))
        {
            output.Write(separator);
            separator = ",\n    "u8;
            SHA256.HashData(file.Utf8.Span, hash);
            WriteFile(json, file, Convert.ToHexStringLower(hash));
        }

        output.Write("\n  ]\n}\n"u8);
        return output.WrittenSpan.ToArray();
    }

    /// <summary>Reads a manifest; null when the bytes are not one of ours.</summary>
    public static SiteManifest? Read(ReadOnlyMemory<byte> utf8)
    {
        try
        {
            using var document = JsonDocument.Parse(utf8);
            var root = document.RootElement;
            var isOurs = root.GetProperty("generator").ValueEquals(Generator) && root.GetProperty("format").GetInt32() == Format;
            return isOurs
                ? new SiteManifest(Text(root, "edition"), Text(root, "root"), [.. root.GetProperty("files").EnumerateArray().Select(ReadFile)])
                : null;
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            return null;
        }
    }

    /// <summary>Reads the manifest of a folder; null when there is none of ours.</summary>
    public static SiteManifest? ReadFrom(string folder)
    {
        var path = Path.Join(folder, FileName);
        return File.Exists(path) ? Read(File.ReadAllBytes(path)) : null;
    }

    /// <summary>Writes one line of the head; Utf8JsonWriter would give each file several lines.</summary>
    private static void WriteField(ArrayBufferWriter<byte> output, string before, string name, string value) =>
        output.Write(Encoding.UTF8.GetBytes($"{before}\n  \"{name}\": {value}"));

    private static string Quoted(string text) => $"\"{JsonEncodedText.Encode(text)}\"";

    private static void WriteFile(Utf8JsonWriter json, SiteFile file, string sha256)
    {
        json.Reset();
        json.WriteStartObject();
        json.WriteString("path"u8, file.Path.Value);
        json.WriteNumber("size"u8, file.Utf8.Length);
        json.WriteString("sha256"u8, sha256);
        json.WriteStartArray("sources"u8);
        foreach (var source in file.Sources)
        {
            json.WriteStringValue(source.Value);
        }

        json.WriteEndArray();
        json.WriteEndObject();
        json.Flush();
    }

    private static SiteManifestEntry ReadFile(JsonElement file) => new(
        Text(file, "path"),
        file.GetProperty("size").GetInt64(),
        Text(file, "sha256"));

    private static string Text(JsonElement json, string name) => json.GetProperty(name).GetString() ?? throw new FormatException();
}

/// <summary>One file of a manifest.</summary>
/// <param name="Path">Below the edition's folder, with forward slashes.</param>
/// <param name="Size">In bytes.</param>
/// <param name="Sha256">64 lower-case hexadecimal digits.</param>
internal readonly record struct SiteManifestEntry(string Path, long Size, string Sha256);
