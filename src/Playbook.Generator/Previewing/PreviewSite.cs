using System.Collections.Concurrent;
using Playbooks.Indexing;
using Playbooks.Rendering;

namespace Playbooks.Previewing;

/// <summary>One edition whose pages are rendered when somebody looks at them.</summary>
/// <remarks>
/// A page that the theme's mistake keeps from being rendered is served as the site before had it, with the files it was made
/// with; the mistake is reported.
/// </remarks>
public sealed class PreviewSite
{
    private const string AssetsFolder = "assets/";

    private readonly SiteRenderer _renderer;
    private readonly DiagnosticBag _diagnostics;
    private readonly Dictionary<string, PagePlan> _plans;
    private readonly Dictionary<string, PagePlan> _copied;
    private readonly Dictionary<string, SiteFile> _assets;
    private readonly Lazy<SiteFile?> _print;
    private readonly Lazy<Dictionary<string, SiteFile>> _index;
    private readonly Lazy<Dictionary<string, SiteFile>> _others;
    private readonly ConcurrentDictionary<string, SiteFile> _rendered = new(StringComparer.Ordinal);
    private volatile PreviewSite? _before;

    private PreviewSite(SiteRenderer renderer, Func<IReadOnlyList<SiteFile>> index, DiagnosticBag diagnostics, PreviewSite? before)
    {
        _renderer = renderer;
        _diagnostics = diagnostics;
        _plans = renderer.Pages.ToDictionary(page => page.File.Value, StringComparer.Ordinal);
        _copied = renderer.Pages.Where(page => page.Kind != PagePlan.NotFound).ToDictionary(page => page.Copy, StringComparer.Ordinal);
        _assets = ByPath(renderer.Assets());

        // Each is work on every page of the edition, and few edits are followed by a look at it.
        _print = new(() => ThemeMistakes.Report(diagnostics, renderer.Print));
        _index = new(() => ByPath(index()));
        _others = new(() => ByPath(renderer.OtherFiles()));
        // A site that is whole needs none before it; so no chain of old sites is kept.
        _before = before?._before ?? before;
    }

    /// <summary>Id of the organization, or <c>common</c>.</summary>
    public Slug Edition => _renderer.Edition;

    /// <summary>Number of pages.</summary>
    public int PageCount => _plans.Count;

    /// <summary>Plans a site; null after a mistake of the theme, which is reported.</summary>
    internal static PreviewSite? Plan(PreparedPlaybook prepared, Edition edition, DiagnosticBag diagnostics, PreviewSite? before) =>
        ThemeMistakes.Report(diagnostics, () => new PreviewSite(SiteRenderer.Plan(edition, prepared.Theme, prepared.Layouts), () => prepared.Index(edition), diagnostics, before));

    /// <summary>A file's bytes; null when the site has no such file.</summary>
    /// <param name="path">Below the site's root, such as <c>people/one/index.html</c>.</param>
    public ReadOnlyMemory<byte>? Find(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        if (_assets.TryGetValue(path, out var asset))
        {
            return asset.Utf8;
        }

        if (_plans.TryGetValue(path, out var plan))
        {
            return Render(path, plan)?.Utf8 ?? _before?.Find(path);
        }

        if (_copied.TryGetValue(path, out var copied))
        {
            return Render(copied.File.Value, copied) is { } page ? SiteRenderer.CopyOf(page, copied).Utf8 : _before?.Find(path);
        }

        if (path == Site.PrintPage)
        {
            return _print.Value?.Utf8 ?? _before?.Find(path);
        }

        if (path.StartsWith(SearchIndexer.Folder, StringComparison.Ordinal) && _index.Value.TryGetValue(path, out var indexed))
        {
            return indexed.Utf8;
        }

        if (_others.Value.TryGetValue(path, out var other))
        {
            return other.Utf8;
        }

        return _renderer.Card(path)?.Utf8 ?? (path.StartsWith(AssetsFolder, StringComparison.Ordinal) ? _before?.Find(path) : null);
    }

    /// <summary>Renders what nobody has looked at yet; null after a mistake of the theme, which is reported.</summary>
    internal Site? RenderAll(CancellationToken cancellation)
    {
        var isWhole = true;
        Parallel.ForEach(_plans, new ParallelOptions { CancellationToken = cancellation }, plan =>
        {
            if (Render(plan.Key, plan.Value) is null)
            {
                isWhole = false;
            }
        });
        if (!isWhole || _print.Value is not { } print)
        {
            return null;
        }

        _before = null;
        var copies = _copied.Values.Select(plan => SiteRenderer.CopyOf(_rendered[plan.File.Value], plan));
        return new Site(Edition, _renderer.RootPath, [.. _assets.Values.Append(print).Concat(_others.Value.Values).Concat(_renderer.Cards).Concat(_rendered.Values).Concat(copies).Concat(_index.Value.Values).OrderBy(file => file.Path)]);
    }

    private static Dictionary<string, SiteFile> ByPath(IEnumerable<SiteFile> files) => files.ToDictionary(file => file.Path.Value, StringComparer.Ordinal);

    private SiteFile? Render(string path, PagePlan plan)
    {
        if (_rendered.TryGetValue(path, out var file))
        {
            return file;
        }

        // Two readers of one page may render it twice; the bytes are the same.
        file = ThemeMistakes.Report(_diagnostics, () => _renderer.Render(plan));
        if (file is not null)
        {
            _rendered[path] = file;
        }

        return file;
    }
}
