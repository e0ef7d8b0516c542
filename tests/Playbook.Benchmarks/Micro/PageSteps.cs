using System.Text;
using BenchmarkDotNet.Attributes;
using Markdig;
using Playbooks.Compiling;
using Playbooks.Composing;
using Playbooks.Diagnostics;
using Playbooks.Indexing;
using Playbooks.Loading;
using Playbooks.Model;
using Playbooks.Rendering;
using Playbooks.Verifying;

namespace Playbooks.Benchmarks;

/// <summary>The steps a page goes through, each for one page of about 5 kB that has conditions and values.</summary>
public class PageSteps
{
    private const int PageCount = 40;
    private const int EditionCount = 3;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("playbook-micro-");
    private readonly SearchIndexer _indexer = new(EditionCount);
    private readonly CompileOptions _options = new([], AllowsOverrides: false);

    private SourceText _chapter = null!;
    private SourceText _checklist = null!;
    private (int YamlStart, int YamlLength, int BodyOffset) _split;
    private string _body = "";
    private Playbook _playbook = null!;
    private Organization _organization = null!;
    private Locale _locale = null!;
    private CompiledSection[] _sections = [];
    private FragmentComposer _fragments = null!;
    private Edition _edition = null!;
    private Theme _theme = null!;
    private LayoutEngine _layouts = null!;
    private SiteResources _resources = null!;
    private EditionPage _page = null!;
    private byte[] _layout = [];
    private byte[] _navigation = [];
    private Site _site = null!;
    private IsolationRules _isolation = null!;

    /// <summary>Makes everything up to the step that is measured.</summary>
    [GlobalSetup]
    public void Prepare()
    {
        var problems = new DiagnosticBag();
        var corpus = new Corpus(PageCount, EditionCount);
        corpus.WriteTo(_folder.FullName);
        var input = InputFolder.Open(_folder.FullName, problems);
        _playbook = PlaybookLoader.Load(input, problems) ?? throw new InvalidOperationException("the corpus does not load");
        _organization = _playbook.Organizations[0];
        var page = _playbook.Pages.First(each => each.Body.Sections.Any(section => section.Body.Slots.OfType<FragmentSlot.Range>().Any()));
        _chapter = input.ReadText(page.Span.Path, problems)!;
        _checklist = input.ReadText(new InputPath($"areas/{Corpus.Areas[0]}/checklist.yml"), problems)!;
        _split = FrontMatter.Split(_chapter)!.Value;
        _body = _chapter.Text[_split.BodyOffset..];
        _theme = Theme.Load(RepositoryFolder.PathOf("theme"));
        _layouts = LayoutEngine.Load(_theme, problems) ?? throw new InvalidOperationException("the theme does not load");
        var locales = EditionLocales.Read(_playbook, [_organization], _theme.LocaleFiles, input, problems) ?? throw new InvalidOperationException("the locale does not load");
        _locale = locales[_organization];
        var facts = EditionFacts.Of(_playbook, _organization);
        var schedule = Schedule.Of(_playbook, _organization, _ => null);
        _fragments = new FragmentComposer(facts, new EditionValues(_playbook, _organization, facts, schedule, _locale, EditionComposer.LayersOf(_playbook, _organization)));
        _sections = [.. page.Body.Sections];
        _edition = EditionComposer.Compose(_playbook, _organization, _locale);
        var map = new SiteMap(_edition);
        _resources = new SiteResources(_edition, _theme, map);
        _page = _edition.Pages[page.Id];
        PreparePage(problems);
        _site = SiteRenderer.Render(_edition, _theme, _layouts, problems) ?? throw new InvalidOperationException("the corpus does not render");
        _isolation = IsolationRules.Create(
            [.. _playbook.Organizations.Select(organization => new OrganizationTexts(organization.Id, organization.Own.Files))],
            [.. _playbook.CommonFiles.Select(file => file.Text), .. _theme.PublicTexts, .. locales.Texts]);
    }

    /// <summary>Deletes the corpus.</summary>
    [GlobalCleanup]
    public void CleanUp() => _folder.Delete(recursive: true);

    /// <summary>Front matter from events into nodes.</summary>
    [Benchmark]
    public object? ReadFrontMatter() => YamlReader.ReadPart(_chapter, _split.YamlStart, _split.YamlLength, new DiagnosticBag());

    /// <summary>A checklist of 15 items, 10 kB.</summary>
    [Benchmark]
    public object? ReadChecklist() => YamlReader.ReadFile(_checklist, new DiagnosticBag());

    /// <summary>The library with tables and nothing else, to compare <see cref="CompileChapter"/> with.</summary>
    [Benchmark]
    public string MarkdigAlone() => Markdown.ToHtml(_body, PlainMarkdown);

    /// <summary>A chapter's text into bytes with slots.</summary>
    [Benchmark]
    public object CompileChapter() => MarkdownCompiler.Compile(_chapter, _split.BodyOffset, _options, new DiagnosticBag());

    /// <summary>All fragments of a chapter for one organization.</summary>
    [Benchmark]
    public int ComposeChapter()
    {
        var length = 0;
        foreach (var section in _sections)
        {
            length += _fragments.Compose(section.Heading).Utf8.Length + _fragments.Compose(section.Body).Utf8.Length;
        }

        return length;
    }

    /// <summary>A whole edition, for one of its 40 pages.</summary>
    [Benchmark(OperationsPerInvoke = PageCount)]
    public object ComposeEdition() => EditionComposer.Compose(_playbook, _organization, _locale);

    /// <summary>Layout, menu and content into the bytes of a page.</summary>
    [Benchmark]
    public int WritePage() => new PageWriter(_resources, "../../", "leading/", _page).Write(_layout, _navigation, _page.Sections).Length;

    /// <summary>The search of an edition that is built alone, for one of its 40 pages.</summary>
    [Benchmark(OperationsPerInvoke = PageCount)]
    public object IndexEdition() => new SearchIndexer(editionCount: 1).Index(_edition);

    /// <summary>The search of a further edition, whose shared text was read for the first.</summary>
    [Benchmark(OperationsPerInvoke = PageCount)]
    public object IndexFurtherEdition() => _indexer.Index(_edition);

    /// <summary>All files of an edition, for one of its 40 pages; the pages are rendered in parallel.</summary>
    [Benchmark(OperationsPerInvoke = PageCount)]
    public object? RenderSite() => SiteRenderer.Render(_edition, _theme, _layouts, new DiagnosticBag());

    /// <summary>Links, ids, forbidden code and other organizations' words in all files of an edition, for one of its 40 pages; in parallel.</summary>
    [Benchmark(OperationsPerInvoke = PageCount)]
    public void VerifySite() => SiteVerifier.Verify(_site, _isolation, new DiagnosticBag());

    private static MarkdownPipeline PlainMarkdown { get; } = new MarkdownPipelineBuilder().UsePipeTables().Build();

    /// <summary>A layout as long as the theme's: some addresses, a menu and the content.</summary>
    private void PreparePage(DiagnosticBag problems)
    {
        var links = string.Concat(_edition.Pages.Keys.Take(20).Select(id => $"<li><a href=\"{Marks.Url($"{id}/")}\"{Marks.Current($"{id}/")}>A page of the area</a></li>\n"));
        var shell = string.Concat(Enumerable.Repeat("<p class=\"shell\">Text that stands on every page, whatever it is about.</p>\n", 60));
        _layout = Encoding.UTF8.GetBytes($"<!doctype html>\n<html>{Marks.Navigation}<main>{Marks.Content}</main>{shell}<a href=\"{Marks.Url("")}\">Home</a></html>");
        _navigation = Encoding.UTF8.GetBytes($"<nav><ul>{links}</ul></nav>");
        if (problems.HasErrors)
        {
            throw new InvalidOperationException("the corpus has errors");
        }
    }
}
