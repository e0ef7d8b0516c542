using System.Buffers;
using Markdig.Syntax;

namespace Playbooks.Compiling;

/// <summary>Writes code blocks. Code scrolls sideways on a narrow screen, so it can be reached by keyboard.</summary>
internal sealed class CodeWriter(CompileContext context, FragmentWriter writer)
{
    private static readonly SearchValues<char> LanguageCharacters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789+#-");

    public void Write(CodeBlock code)
    {
        writer.Write("<pre tabindex=\"0\"><code"u8);
        if (code is FencedCodeBlock { Info: { Length: > 0 } language } fenced)
        {
            WriteLanguage(fenced, language);
        }

        writer.Write(">"u8);
        for (var at = 0; at < code.Lines.Count; at++)
        {
            writer.WriteText(code.Lines.Lines[at].Slice.AsSpan());
            writer.WriteText("\n");
        }

        writer.Write("</code></pre>\n"u8);
    }

    private void WriteLanguage(FencedCodeBlock code, string language)
    {
        if (language.AsSpan().ContainsAnyExcept(LanguageCharacters) || !string.IsNullOrEmpty(code.Arguments))
        {
            context.Report(DiagnosticCatalog.MalformedCodeLanguage(context.FirstLine(code)));
        }

        writer.Write(" class=\"language-"u8);
        writer.WriteEscaped(language);
        writer.Write("\""u8);
    }
}
