using System.Buffers;

namespace Playbooks.Compiling;

/// <summary>The inside of a slot: <c>group.key.form</c>, the same in Markdown and in plain texts.</summary>
internal static class SlotSyntax
{
    public const string Open = "{{";
    public const string Close = "}}";

    /// <summary>
    /// In characters, braces included. No slot comes near it; it keeps the search for the closing braces of
    /// <c>{{{{{{…</c> from reading the rest of the text once for every brace.
    /// </summary>
    public const int MaximumLength = 160;

    private const int MaximumParts = 5;

    private static readonly SearchValues<char> NameCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>Length of the slot a text begins with, braces included; 0 when it is not closed in its line.</summary>
    public static int LengthOf(ReadOnlySpan<char> text)
    {
        var near = text[..Math.Min(text.Length, MaximumLength)];
        var close = near[Open.Length..].IndexOf(Close, StringComparison.Ordinal);
        if (close < 0)
        {
            return 0;
        }

        var length = Open.Length + close + Close.Length;
        return near[..length].ContainsAny('\n', '\r') ? 0 : length;
    }

    /// <summary>Reads what stands between the braces; null, after a diagnostic, when it is not the name of a value.</summary>
    public static SlotExpression? Read(ReadOnlySpan<char> inside, SourceSpan span, DiagnosticBag diagnostics)
    {
        var name = inside.Trim();
        if (ProblemOf(name) is { } problem)
        {
            diagnostics.Add(DiagnosticCatalog.MalformedSlot(problem, span));
            return null;
        }

        Span<Range> parts = stackalloc Range[MaximumParts];
        var count = name.Split(parts, '.');
        var group = name[parts[0]];
        var isCapitalized = char.IsAsciiLetterUpper(group[0]);
        var forms = ImmutableArray<string>.Empty;
        if (count > 2)
        {
            var builder = ImmutableArray.CreateBuilder<string>(count - 2);
            foreach (var part in parts[2..count])
            {
                builder.Add(name[part].ToString());
            }

            forms = builder.MoveToImmutable();
        }

        var groupName = isCapitalized ? char.ToLowerInvariant(group[0]) + group[1..].ToString() : group.ToString();
        return new SlotExpression(groupName, name[parts[1]].ToString(), forms, isCapitalized, span);
    }

    private static string? ProblemOf(ReadOnlySpan<char> name)
    {
        if (name.IsEmpty)
        {
            return "it is empty";
        }

        Span<Range> parts = stackalloc Range[MaximumParts + 1];
        var count = name.Split(parts, '.');
        if (count < 2)
        {
            return "it names a group but no value";
        }

        if (count > MaximumParts)
        {
            return "it has too many parts";
        }

        for (var at = 0; at < count; at++)
        {
            if (!IsName(name[parts[at]], mayBeCapitalized: at == 0))
            {
                return "its parts are lower-case names joined by dots; only the first may begin with a capital";
            }
        }

        return null;
    }

    private static bool IsName(ReadOnlySpan<char> part, bool mayBeCapitalized)
    {
        if (part.IsEmpty || part[0] is '-' or '_')
        {
            return false;
        }

        var rest = mayBeCapitalized && char.IsAsciiLetterUpper(part[0]) ? part[1..] : part;
        return !rest.ContainsAnyExcept(NameCharacters);
    }
}
