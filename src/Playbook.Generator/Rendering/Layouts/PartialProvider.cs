using System.Collections.Frozen;
using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Playbooks.Rendering;

/// <summary>Gives includes the partials that were read with the theme, so that rendering touches no disk.</summary>
internal sealed class PartialProvider(Theme theme) : IFileProvider
{
    private const string Folder = "partials/";

    // Asked for at each use of each part.
    private readonly FrozenDictionary<string, Partial> _partials = theme.Templates
        .Where(template => template.Key.StartsWith(Folder, StringComparison.Ordinal))
        .ToFrozenDictionary(template => $"{template.Key[Folder.Length..]}.liquid", template => new Partial(template.Value), StringComparer.Ordinal);

    /// <inheritdoc />
    public IFileInfo GetFileInfo(string subpath) => _partials.TryGetValue(subpath, out var partial) ? partial : new NotFoundFileInfo(subpath);

    /// <inheritdoc />
    public IDirectoryContents GetDirectoryContents(string subpath) => NotFoundDirectoryContents.Singleton;

    /// <inheritdoc />
    public IChangeToken Watch(string filter) => NullChangeToken.Singleton;

    private sealed class Partial(SourceText text) : IFileInfo
    {
        private readonly byte[] _bytes = Encoding.UTF8.GetBytes(text.Text);

        public bool Exists => true;

        public bool IsDirectory => false;

        public DateTimeOffset LastModified => DateTimeOffset.UnixEpoch;

        public long Length => _bytes.Length;

        public string Name => text.Path.Name;

        public string? PhysicalPath => null;

        public Stream CreateReadStream() => new MemoryStream(_bytes, writable: false);
    }
}
