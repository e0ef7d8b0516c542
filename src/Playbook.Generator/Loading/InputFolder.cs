using System.Text;

namespace Playbooks.Loading;

/// <summary>The input folder: the one place content is read from. Links and devices are reported and never followed.</summary>
public sealed class InputFolder
{
    private const long LargestYamlInBytes = 64L * 1024 * 1024;
    private const long LargestPageInBytes = 1024 * 1024;
    private const long LargestAssetInBytes = 32L * 1024 * 1024;
    private const int DeepestFolder = 8;

    // Strict: a byte sequence that is not UTF-8 is an error, not a replacement character on somebody's page.
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    private readonly string _root;

    private InputFolder(string root, ImmutableArray<InputPath> files)
    {
        _root = root;
        Files = files;
    }

    /// <summary>Every ordinary file, by path, ordinal; hidden files and folders are not among them.</summary>
    public ImmutableArray<InputPath> Files { get; }

    /// <summary>Lists the folder.</summary>
    /// <param name="path">The folder.</param>
    /// <param name="diagnostics">Receives links, devices and folders that are nested too deeply.</param>
    /// <exception cref="UnusableEnvironmentException">The folder does not exist or cannot be read.</exception>
    public static InputFolder Open(string path, DiagnosticBag diagnostics)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var root = Path.GetFullPath(path);
        if (!Directory.Exists(root))
        {
            throw new UnusableEnvironmentException($"the input folder `{path}` does not exist");
        }

        try
        {
            var files = new List<InputPath>();
            Collect(new DirectoryInfo(root), "", 0, files, diagnostics);
            files.Sort(static (left, right) => string.CompareOrdinal(left.Value, right.Value));
            return new InputFolder(root, [.. files]);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableEnvironmentException($"the input folder `{path}` cannot be read: {exception.Message}", exception);
        }
    }

    /// <summary>True when the file exists.</summary>
    public bool Has(InputPath file) =>
        Files.AsSpan().BinarySearch(file, Comparer<InputPath>.Create(static (left, right) => string.CompareOrdinal(left.Value, right.Value))) >= 0;

    /// <summary>True when a file that was listed is still an ordinary file.</summary>
    public bool StillHas(InputPath file) => Has(file) && new FileInfo(Path.Combine(_root, file.Value)) is { Exists: true } there && IsOrdinary(there);

    /// <summary>Reads a text file; null after an error.</summary>
    /// <param name="file">The file.</param>
    /// <param name="diagnostics">Receives what is wrong with it.</param>
    /// <param name="earlier">The text as it was read before; given back when it has not changed.</param>
    public SourceText? ReadText(InputPath file, DiagnosticBag diagnostics, SourceText? earlier = null)
    {
        ArgumentNullException.ThrowIfNull(diagnostics);
        var limit = file.Value.EndsWith(".md", StringComparison.Ordinal) ? LargestPageInBytes : LargestYamlInBytes;
        if (ReadBytes(file, limit, diagnostics) is not { } bytes)
        {
            return null;
        }

        try
        {
            var text = Utf8.GetString(bytes.AsSpan().StartsWith(Encoding.UTF8.Preamble) ? bytes.AsSpan(3) : bytes);
            if (earlier is not null && earlier.Text == text)
            {
                return earlier;
            }

            var source = new SourceText(file, text);
            return TextGuard.Check(source, diagnostics) ? source : null;
        }
        catch (DecoderFallbackException exception)
        {
            var before = Encoding.UTF8.GetString(bytes, 0, Math.Max(0, exception.Index));
            var source = new SourceText(file, before);
            diagnostics.Add(DiagnosticCatalog.InvalidText(source.Span(before.Length, 1), "bytes that are not UTF-8"));
            return null;
        }
    }

    /// <summary>Reads a file that is published as it is; null after an error.</summary>
    public byte[]? ReadAsset(InputPath file, DiagnosticBag diagnostics) => ReadBytes(file, LargestAssetInBytes, diagnostics);

    private byte[]? ReadBytes(InputPath file, long limitInBytes, DiagnosticBag diagnostics)
    {
        var path = Path.Combine(_root, file.Value);
        try
        {
            using var handle = File.OpenHandle(path);
            var size = RandomAccess.GetLength(handle);
            if (size > limitInBytes)
            {
                diagnostics.Add(DiagnosticCatalog.FileTooLarge(new SourceText(file, "").Span(0, 1), size, limitInBytes));
                return null;
            }

            var bytes = new byte[size];
            var read = 0;
            while (read < bytes.Length && RandomAccess.Read(handle, bytes.AsSpan(read), read) is > 0 and var count)
            {
                read += count;
            }

            return read == bytes.Length ? bytes : bytes[..read];
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new UnusableEnvironmentException($"the file `{path}` cannot be read: {exception.Message}", exception);
        }
    }

    private static void Collect(DirectoryInfo folder, string prefix, int depth, List<InputPath> files, DiagnosticBag diagnostics)
    {
        foreach (var entry in folder.EnumerateFileSystemInfos())
        {
            var path = new InputPath(prefix + entry.Name);
            if (entry.Name.StartsWith('.'))
            {
                continue;
            }

            if (!IsOrdinary(entry))
            {
                diagnostics.Add(DiagnosticCatalog.NotAnOrdinaryFile(new SourceText(path, "").Span(0, 1), entry.Name));
            }
            else if (entry is DirectoryInfo && depth == DeepestFolder)
            {
                diagnostics.Add(DiagnosticCatalog.UnexpectedFile(new SourceText(path, "").Span(0, 1), $"{path.Value}/", null));
            }
            else if (entry is DirectoryInfo inner)
            {
                Collect(inner, $"{path.Value}/", depth + 1, files, diagnostics);
            }
            else if (entry is FileInfo)
            {
                files.Add(path);
            }
        }
    }

    /// <summary>A FIFO would block the build and /dev/zero would fill its memory, so only files with a file's own mode count.</summary>
    private static bool IsOrdinary(FileSystemInfo entry) =>
        entry.LinkTarget is null
        && (entry.Attributes & (FileAttributes.ReparsePoint | FileAttributes.Device)) == 0
        && (entry is DirectoryInfo || OperatingSystem.IsWindows() || SpecialFiles.IsSeekable(entry.FullName));
}
