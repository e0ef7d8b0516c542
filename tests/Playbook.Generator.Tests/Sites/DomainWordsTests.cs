using System.Text;
using System.Text.RegularExpressions;

namespace Playbooks.Tests.Sites;

/// <summary>
/// The engine and the theme know nothing of the subject they are used for: a second playbook is made by swapping
/// <c>input/</c>. The words are those of <c>content.md</c> 5; what is allowed is allowed for a reason that stands beside it.
/// </summary>
public sealed partial class DomainWordsTests
{
    private static readonly string[] NotSources = ["node_modules", "dist", "bin", "obj", "fonts"];
    private static readonly string[] NotSourceFiles = ["package-lock.json", "packages.lock.json", "LICENSE", "LICENSE.txt"];
    private static readonly string[] SourceEndings = [".cs", ".csproj", ".props", ".targets", ".liquid", ".css", ".ts", ".mjs", ".json", ".yml", ".svg", ".md"];

    // A word may stand only inside one of its phrases.
    private static readonly (string Word, (string Phrase, string Reason)[] Allowed)[] Words =
    [
        ("social", []),
        ("media", [
            ("@media", "CSS: a query of the device"),
            ("(media=)", "CSS: a query of the device"),
            ("media/", "published folder of files beside the pages"),
            ("\"media\"", "published folder of files beside the pages"),
            ("median", "a kind of average"),
            ("encrypted-media", "name of a browser's permission"),
            ("matchMedia", "browser interface"),
            ("mediaQuery", "browser interface"),
            ("media type", "the kind of a file, as browsers name it"),
        ]),
        ("leadership", []),
        ("culture", [
            ("CultureInfo", ".NET: a language and its formats"),
            ("CultureNotFoundException", ".NET: a language and its formats"),
            ("InvariantCulture", ".NET: a language and its formats"),
            ("CurrentCulture", ".NET: a language and its formats"),
            ("culture", "variables and properties that hold a CultureInfo; checked below to be nothing else"),
        ]),
        ("vision", []),
        ("strateg", []),
        ("polic", [
            ("Security-Policy", "HTTP header"),
            ("Permissions-Policy", "HTTP header"),
            ("PermissionsPolicy", "HTTP header"),
            ("Referrer-Policy", "HTTP header"),
            ("Opener-Policy", "HTTP header"),
            ("Resource-Policy", "HTTP header"),
            ("Embedder-Policy", "HTTP header"),
            ("SecurityPolicy", "HTTP header"),
            ("security policy", "HTTP header, in words"),
            ("published policy", "HTTP header, in words"),
            ("policy stops", "HTTP header, in words"),
            ("createPolicy", "browser interface"),
            ("TrustedTypePolicy", "browser interface"),
        ]),
        ("CEO", []),
        ("channel", [
            ("System.Threading.Channels", ".NET"),
            ("Channel<", ".NET"),
            ("Channel.Create", ".NET"),
            ("BoundedChannel", ".NET"),
            ("ChannelReader", ".NET"),
            ("ChannelWriter", ".NET"),
            ("Channel(colour", "a colour's red, green and blue are its channels"),
            ("Channel(string colour", "a colour's red, green and blue are its channels"),
        ]),
        ("facebook", []),
        ("instagram", []),
        ("linkedin", []),
        ("whatsapp", []),
        ("twitter", [
            ("og twitter card", "names of properties that link previews read"),
            ("twitter:card", "name of a property that link previews read"),
        ]),
        ("tiktok", []),
        ("youtube", []),
        ("mastodon", []),
        ("bluesky", []),
        ("trustee", []),
        ("hashtag", []),
    ];

    [Fact]
    public void Engine_and_theme_hold_no_word_of_a_subject()
    {
        var found = Sources().SelectMany(file => Lines(file).SelectMany(line => Words
            .Where(word => Occurs(line.Text, word.Word, word.Allowed))
            .Select(word => $"{file}:{line.Number}: `{word.Word}` in: {line.Text.Trim()}"))).ToArray();

        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    [Fact]
    public void Structure_is_never_the_name_of_an_area() =>
        Assert.DoesNotContain(
            Sources().SelectMany(file => Lines(file).Select(line => $"{file}:{line.Number}: {line.Text.Trim()}")),
            line => AreaCalledStructure().IsMatch(line));

    [Fact]
    public void Culture_is_always_the_formats_of_a_language() =>
        Assert.DoesNotContain(
            Sources().Where(file => !file.EndsWith(".cs", StringComparison.Ordinal)).SelectMany(file => Lines(file).Select(line => $"{file}:{line.Number}: {line.Text.Trim()}")),
            line => line.Contains("culture", StringComparison.OrdinalIgnoreCase) && !line.Contains("InvariantGlobalization", StringComparison.Ordinal));

    [Fact]
    public void Sources_were_read()
    {
        var sources = Sources().ToArray();
        Assert.Contains("src/Playbook.Generator/PlaybookPipeline.cs", sources);
        Assert.Contains("theme/layouts/home.liquid", sources);
        Assert.Contains("theme/locales/en.yml", sources);
        Assert.DoesNotContain(sources, file => file.Contains("node_modules", StringComparison.Ordinal));
        Assert.InRange(sources.Length, 150, 2000);
    }

    private static bool Occurs(string line, string word, (string Phrase, string Reason)[] allowed)
    {
        var text = allowed.Aggregate(line, (rest, each) => rest.Replace(each.Phrase, "", StringComparison.OrdinalIgnoreCase));
        // `social` in `associated` is no word of its own; `SocialLead` is.
        var isShort = word.Length <= 3;
        return Regex.IsMatch(text, isShort ? $@"\b{word}\b" : $"(?<![a-z]){word}", isShort ? RegexOptions.None : RegexOptions.IgnoreCase)
            || (!isShort && Regex.IsMatch(text, $"{char.ToUpperInvariant(word[0])}{word[1..]}"));
    }

    private static IEnumerable<string> Sources() =>
        new[] { "src", "theme" }
            .SelectMany(folder => Directory.EnumerateFiles(RepositoryFolder.PathOf(folder), "*", SearchOption.AllDirectories))
            .Select(file => Path.GetRelativePath(RepositoryFolder.Root, file).Replace('\\', '/'))
            .Where(file => !file.Split('/').Any(NotSources.Contains)
                && !NotSourceFiles.Contains(Path.GetFileName(file))
                && SourceEndings.Contains(Path.GetExtension(file)))
            .Order(StringComparer.Ordinal);

    private static IEnumerable<(int Number, string Text)> Lines(string file) =>
        File.ReadLines(RepositoryFolder.PathOf(file), Encoding.UTF8).Select((text, at) => (at + 1, text));

    [GeneratedRegex("""["'`]structure["'`]|area-structure|/structure/|Structure(Area|Folder|Page)""")]
    private static partial Regex AreaCalledStructure();
}
