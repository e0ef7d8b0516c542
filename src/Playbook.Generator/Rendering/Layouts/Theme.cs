using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks.Rendering;

/// <summary>The theme as read from its folder: layouts, partials, icons, texts of the interface, bundled files.</summary>
public sealed partial class Theme
{
    private const string DistFolder = "dist";

    private Theme(ImmutableDictionary<string, SourceText> templates, ImmutableDictionary<string, string> icons, ImmutableArray<SourceText> localeFiles)
    {
        Templates = templates;
        Icons = icons;
        LocaleFiles = localeFiles;
    }

    /// <summary>Layouts and partials by their path without ending, such as <c>layouts/home</c>.</summary>
    internal ImmutableDictionary<string, SourceText> Templates { get; }

    /// <summary>Shapes by the icon's name: elements <c>symbol</c>, written once into each page that uses them.</summary>
    internal ImmutableDictionary<string, string> Icons { get; }

    /// <summary>The theme's own texts, one file a language.</summary>
    public ImmutableArray<SourceText> LocaleFiles { get; }

    /// <summary>Descriptions of the files that readers exchange; published with every site.</summary>
    internal ImmutableArray<SourceText> Schemas { get; private init; } = [];

    /// <summary>With what cards are written; null in a theme without fonts for them.</summary>
    internal CardFaces? CardFaces { get; private init; }

    /// <summary>Icons that were drawn from a picture, by its hash: editions share the theme's, and a preview draws each once.</summary>
    internal ConcurrentDictionary<string, (byte[] Icon, byte[] Touch)> DrawnIcons { get; } = new(StringComparer.Ordinal);

    /// <summary>Every text of the theme: what stands in them is no organization's secret.</summary>
    internal IEnumerable<string> PublicTexts =>
    [
        .. Templates.Values.Select(text => text.Text),
        .. LocaleFiles.Select(text => text.Text),
        .. Icons.Values,
        .. Schemas.Select(text => text.Text),
        .. Assets.Where(asset => !asset.Name.EndsWith(".woff2", StringComparison.Ordinal)).Select(asset => Encoding.UTF8.GetString(asset.Bytes)),
    ];

    /// <summary>Files every site publishes, by their names with the content's hash.</summary>
    internal ImmutableArray<ThemeAsset> Assets { get; private init; } = [];

    /// <summary>Reads a theme.</summary>
    /// <param name="path">The theme's folder.</param>
    /// <exception cref="UnusableEnvironmentException">The folder does not exist, or its bundles were not built.</exception>
    public static Theme Load(string path)
    {
        var root = Path.GetFullPath(path);
        if (!Directory.Exists(root))
        {
            throw new UnusableEnvironmentException($"the theme folder `{path}` does not exist");
        }

        if (!new[] { "site.css", "book.css" }.All(name => File.Exists(Path.Combine(root, DistFolder, name))))
        {
            throw new UnusableEnvironmentException($"the theme in `{path}` is not built: run `npm ci` and `node build.mjs` in it");
        }

        try
        {
            var templates = new[] { "layouts", "partials" }.SelectMany(folder => Texts(root, folder, "*.liquid"));
            return new Theme(
                templates.ToImmutableDictionary(text => $"{text.Path.Folder}/{text.Path.Stem}", StringComparer.Ordinal),
                Texts(root, "icons", "*.svg").ToImmutableDictionary(text => text.Path.Stem, text => IconShape.Of(text.Path.Stem, text.Text), StringComparer.Ordinal),
                [.. Texts(root, "locales", "*.yml")])
            {
                Assets = ReadAssets(root),
                CardFaces = CardFaces.Load(Path.Combine(root, DistFolder)),
                Schemas = [.. Texts(root, "schemas", "*.schema.json")],
            };
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableEnvironmentException($"the theme in `{path}` cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>The published path of a bundled file, such as <c>assets/site.3f2a.css</c>.</summary>
    internal ThemeAsset? Asset(string name) => Assets.FirstOrDefault(asset => asset.Name == name);

    /// <summary>A published path that changes with the content, so that browsers may keep the file for ever.</summary>
    internal static string HashedPath(string folder, string name, ReadOnlySpan<byte> bytes)
    {
        const int HashLength = 10;
        var hash = Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
        return $"{folder}/{Path.GetFileNameWithoutExtension(name)}.{hash}{Path.GetExtension(name)}";
    }

    private static IEnumerable<SourceText> Texts(string root, string folder, string pattern)
    {
        var path = Path.Combine(root, folder);
        return Directory.Exists(path)
            ? Directory.EnumerateFiles(path, pattern)
                .Order(StringComparer.Ordinal)
                .Select(file => new SourceText(new InputPath($"{folder}/{Path.GetFileName(file)}"), File.ReadAllText(file).ReplaceLineEndings("\n")))
            : [];
    }

    /// <summary>Fonts and pictures first, because the names of the style sheet's files stand in the style sheet.</summary>
    private static ImmutableArray<ThemeAsset> ReadAssets(string root)
    {
        var dist = Path.Combine(root, DistFolder);
        var files = Directory.EnumerateFiles(dist, "*", SearchOption.AllDirectories)
            .Select(file => Path.GetRelativePath(dist, file).Replace('\\', '/'))
            .Where(name => !name.StartsWith($"{CardFaces.Folder}/", StringComparison.Ordinal))
            .Where(name => !name.Split('/').Any(part => part.StartsWith('.')) && !name.EndsWith(".map", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .ToArray();
        var assets = new List<ThemeAsset>();
        foreach (var name in files.Where(name => !name.EndsWith(".css", StringComparison.Ordinal)))
        {
            var bytes = File.ReadAllBytes(Path.Combine(dist, name));
            assets.Add(new ThemeAsset(name, HashedPath("assets", name, bytes), bytes));
        }

        var icon = Path.Combine(root, "icons", "favicon.svg");
        if (File.Exists(icon))
        {
            var bytes = File.ReadAllBytes(icon);
            assets.Add(new ThemeAsset("favicon.svg", HashedPath("assets", "favicon.svg", bytes), bytes));
        }

        foreach (var name in files.Where(name => name.EndsWith(".css", StringComparison.Ordinal)))
        {
            var css = CssUrl().Replace(
                File.ReadAllText(Path.Combine(dist, name)),
                match => assets.FirstOrDefault(asset => asset.Name == match.Groups["file"].Value) is { } asset
                    ? $"url({Path.GetFileName(asset.Path)})"
                    : match.Value);
            var bytes = Encoding.UTF8.GetBytes(css);
            assets.Add(new ThemeAsset(name, HashedPath("assets", name, bytes), bytes));
        }

        return [.. assets];
    }

    [GeneratedRegex(@"url\([""']?(?<file>[^)""']+)[""']?\)")]
    private static partial Regex CssUrl();
}

/// <summary>A file of the theme that every site publishes.</summary>
/// <param name="Name">Its name in the theme's bundle, such as <c>fonts/text.woff2</c>.</param>
/// <param name="Path">Where it is published, below the site's root.</param>
/// <param name="Bytes">Its bytes.</param>
internal sealed record ThemeAsset(string Name, string Path, byte[] Bytes)
{
    /// <summary>The hash by which a browser proves that the file is the one the page was made with.</summary>
    public string Integrity { get; } = $"sha256-{Convert.ToBase64String(SHA256.HashData(Bytes))}";
}
