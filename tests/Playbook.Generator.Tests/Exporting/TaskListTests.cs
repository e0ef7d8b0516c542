using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using Playbooks.Exporting;

namespace Playbooks.Tests.Exporting;

public sealed class TaskListTests
{
    [Fact]
    public void Every_item_and_sign_is_a_box_and_every_text_is_text()
    {
        var text = ExportWorld.Export(ExportFormat.Markdown);
        var document = Markdown.Parse(text, new MarkdownPipelineBuilder().UseTaskLists().Build());

        Assert.Equal(3 + 5, document.Descendants<Markdig.Extensions.TaskLists.TaskList>().Count());
        Assert.Equal(3, document.Descendants<EmphasisInline>().Count());
        Assert.Empty(document.Descendants<HtmlInline>().Cast<Inline>().Concat(document.Descendants<LinkInline>()));
        Assert.Contains("- [ ] **PEO-01** =HYPERLINK(\"https://example.org\"; \"Click\") (\\@Head of things (Kim Doe); January 29, 2027; Ready to run)\n", text, StringComparison.Ordinal);
        Assert.Contains("+1 from a \\*lead\\* of \\#3 and \\<b\\>\\@all\\</b\\>", text, StringComparison.Ordinal);
    }
}
