using System.Buffers;
using System.Security.Cryptography;
using System.Text;

namespace Playbooks.Indexing;

/// <summary>Cuts the words and their lists into files of about the same size, of which a search needs two or three.</summary>
/// <remarks>
/// Where a file ends depends on the words around the cut and not on how many came before, so that a changed page changes
/// the few files that hold its words. Names are hashes of the content: browsers may keep them for ever.
/// </remarks>
internal sealed class ShardWriter
{
    private const int SmallShard = 8 * 1024;
    private const int LargeShard = 16 * 1024;
    private const int PagesOfSmallSite = 2_000;

    // One word in eight may begin a file, once the file before is half full.
    private const int CutEvery = 8;
    private const int LettersThatCut = 4;

    private readonly int _size;
    private readonly List<string> _first = [];
    private readonly List<string> _names = [];
    private readonly List<SiteFile> _files = [];
    private FrontCoder _words = new();
    private readonly ArrayBufferWriter<byte> _lists = new();
    private bool _isEmpty = true;

    private ShardWriter(int pageCount) => _size = pageCount <= PagesOfSmallSite ? SmallShard : LargeShard;

    /// <summary>The files, the first word of each and their names without folder and ending, in the order of the words.</summary>
    public static (IReadOnlyList<SiteFile> Files, IReadOnlyList<string> First, IReadOnlyList<string> Names) Write(PostingLists lists, int pageCount)
    {
        var writer = new ShardWriter(pageCount);
        foreach (var (word, postings) in lists.Sorted)
        {
            writer.Add(word, postings.Ascii);
        }

        writer.Cut();
        return (writer._files, writer._first, writer._names);
    }

    /// <summary>A file of the index, named by its content.</summary>
    /// <param name="kind">One letter.</param>
    /// <param name="json">Its text.</param>
    public static (SiteFile File, string Name) File(char kind, string json) => File(kind, Encoding.UTF8.GetBytes(json));

    private static (SiteFile File, string Name) File(char kind, byte[] bytes)
    {
        const int HashLength = 10;
        var name = kind + Convert.ToHexStringLower(SHA256.HashData(bytes))[..HashLength];
        return (new SiteFile(new SitePath($"{SearchIndexer.DataFolder}{name}.json"), bytes, []), name);
    }

    private void Add(string word, ReadOnlySpan<byte> list)
    {
        var size = _words.Length + _lists.WrittenCount;
        if (size >= _size * 2 || (size >= _size / 2 && IsCut(word)))
        {
            Cut();
        }

        if (_isEmpty)
        {
            _first.Add(word);
        }
        else
        {
            _lists.Write("."u8);
        }

        _words.Append(word);
        _lists.Write(list);
        _isEmpty = false;
    }

    private void Cut()
    {
        if (_isEmpty)
        {
            return;
        }

        var (file, name) = File('t', [.. Encoding.UTF8.GetBytes($"[\"{_words}\",\""), .. _lists.WrittenSpan, .. "\"]"u8]);
        _files.Add(file);
        _names.Add(name);
        _lists.ResetWrittenCount();
        (_words, _isEmpty) = (new FrontCoder(), true);
    }

    /// <summary>FNV-1a over the first letters.</summary>
    private static bool IsCut(string word)
    {
        const uint Offset = 2166136261;
        const uint Prime = 16777619;
        var hash = Offset;
        foreach (var letter in word.AsSpan(0, Math.Min(LettersThatCut, word.Length)))
        {
            hash = (hash ^ letter) * Prime;
        }

        return hash % CutEvery == 0;
    }
}
