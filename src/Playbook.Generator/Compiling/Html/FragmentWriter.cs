using System.Buffers;
using System.Text;

namespace Playbooks.Compiling;

/// <summary>Collects the bytes, slots and words of one fragment after the other, in one rented buffer.</summary>
internal sealed class FragmentWriter : IDisposable
{
    private const int InitialSize = 16 * 1024;
    private const int LongestByteSequence = 3;

    private static readonly SearchValues<char> SpecialInText = SearchValues.Create("&<>");
    private static readonly SearchValues<char> SpecialInAttribute = SearchValues.Create("&<>\"");

    private readonly ImmutableArray<FragmentSlot>.Builder _slots = ImmutableArray.CreateBuilder<FragmentSlot>();
    private byte[] _buffer = ArrayPool<byte>.Shared.Rent(InitialSize);
    private bool _isInWord;

    /// <summary>0-based byte offset of what is written next.</summary>
    public int Position { get; private set; }

    /// <summary>Words since the last <see cref="TakeWords"/>.</summary>
    public int Words { get; private set; }

    /// <summary>Writes markup of our own.</summary>
    public void Write(ReadOnlySpan<byte> utf8)
    {
        Ensure(utf8.Length);
        utf8.CopyTo(_buffer.AsSpan(Position));
        Position += utf8.Length;
    }

    /// <summary>Writes an author's text, escaped for attribute values in double quotes. Counts no words.</summary>
    public void WriteEscaped(ReadOnlySpan<char> text) => WriteEscaped(text, SpecialInAttribute);

    /// <summary>Writes an author's text that readers read.</summary>
    public void WriteText(ReadOnlySpan<char> text)
    {
        WriteEscaped(text, SpecialInText);
        foreach (var character in text)
        {
            var isInWord = character > ' ' && (character < '\u0080' || !char.IsWhiteSpace(character));
            Words += isInWord && !_isInWord ? 1 : 0;
            _isInWord = isInWord;
        }
    }

    /// <summary>Adds a slot at the current position; a value counts as one word.</summary>
    public void Add(FragmentSlot slot)
    {
        AddUncounted(slot);
        if (slot is FragmentSlot.Value)
        {
            Words += _isInWord ? 0 : 1;
            _isInWord = true;
        }
    }

    /// <summary>Adds a slot to an attribute value, where no reader counts words.</summary>
    public void AddUncounted(FragmentSlot slot) => _slots.Add(slot);

    /// <summary>Says that what follows is not part of the last word: a new block, cell or line.</summary>
    public void EndWord() => _isInWord = false;

    /// <summary>Opens a conditional range. Its slot stands before the slots in it.</summary>
    /// <returns>To be handed to <see cref="CloseRange"/>.</returns>
    public int OpenRange(Condition condition)
    {
        _slots.Add(new FragmentSlot.Range(Position, Position, condition));
        return _slots.Count - 1;
    }

    /// <summary>
    /// Ends a conditional range at the current position. A range around nothing is dropped: what stands beside it could not
    /// be told from what stands in it.
    /// </summary>
    public void CloseRange(int range)
    {
        var slot = (FragmentSlot.Range)_slots[range];
        if (slot.Position == Position)
        {
            _slots.Count = range;
        }
        else
        {
            _slots[range] = slot with { End = Position };
        }
    }

    /// <summary>The fragment written since the last call.</summary>
    public Fragment Take()
    {
        var fragment = Position == 0 && _slots.Count == 0
            ? Fragment.Empty
            : new Fragment(_buffer.AsSpan(0, Position).ToArray(), _slots.ToImmutable());
        Position = 0;
        _slots.Clear();
        EndWord();
        return fragment;
    }

    /// <summary>The words counted since the last call.</summary>
    public int TakeWords()
    {
        var words = Words;
        Words = 0;
        return words;
    }

    public void Dispose()
    {
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = [];
    }

    private void WriteEscaped(ReadOnlySpan<char> text, SearchValues<char> special)
    {
        while (true)
        {
            var next = text.IndexOfAny(special);
            WritePlain(next < 0 ? text : text[..next]);
            if (next < 0)
            {
                return;
            }

            Write(text[next] switch
            {
                '&' => "&amp;"u8,
                '<' => "&lt;"u8,
                '>' => "&gt;"u8,
                _ => "&quot;"u8,
            });
            text = text[(next + 1)..];
        }
    }

    private void WritePlain(ReadOnlySpan<char> text)
    {
        Ensure(text.Length * LongestByteSequence);
        Position += Encoding.UTF8.GetBytes(text, _buffer.AsSpan(Position));
    }

    private void Ensure(int count)
    {
        if (_buffer.Length - Position >= count)
        {
            return;
        }

        var larger = ArrayPool<byte>.Shared.Rent(Math.Max(_buffer.Length * 2, Position + count));
        _buffer.AsSpan(0, Position).CopyTo(larger);
        ArrayPool<byte>.Shared.Return(_buffer);
        _buffer = larger;
    }
}
