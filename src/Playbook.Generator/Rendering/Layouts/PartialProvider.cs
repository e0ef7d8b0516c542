using System.Text;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Playbooks.Rendering;

/// <summary>Gives includes the partials that were read with the theme, so that rendering touches no disk.</summary>
internal sealed class PartialProvider(Theme theme) : IFileProvider
{
    /// <inheritdoc />
    public IFileInfo GetFileInfo(string subpath) =>
        theme.Templates.TryGetValue($"partials/{Path.GetFileNameWithoutExtension(subpath)}", out var text) ? new Partial(text) : new NotFoundFileInfo(subpath);

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
