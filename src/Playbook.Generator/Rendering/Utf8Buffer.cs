using System.Buffers;
using System.Collections.Concurrent;
using System.Text;

namespace Playbooks.Rendering;

/// <summary>Collects UTF-8, from bytes and from text, in memory that is used again for page after page.</summary>
/// <remarks>
/// Layouts print into it, so a page never stands in memory as UTF-16 as well. What it holds is gone when it is disposed.
/// Belongs to one thread at a time.
/// </remarks>
internal sealed class Utf8Buffer : TextWriter, IBufferWriter<byte>
{
    private const int FirstSize = 64 * 1024;

    // A page that is everything on one page is rare, and its memory is not kept.
    private const int LargestKept = 1024 * 1024;

    private static readonly ConcurrentBag<Utf8Buffer> Free = [];

    private byte[] _bytes = new byte[FirstSize];
    private int _length;
    private char _high;

    private Utf8Buffer()
    {
    }

    /// <inheritdoc />
    public override Encoding Encoding => Encoding.UTF8;

    /// <summary>What was collected.</summary>
    public ReadOnlySpan<byte> Written => _bytes.AsSpan(0, _length);

    /// <summary>An empty buffer. Disposing gives it back.</summary>
    public static Utf8Buffer Rent()
    {
        var buffer = Free.TryTake(out var free) ? free : new Utf8Buffer();
        (buffer._length, buffer._high) = (0, '\0');
        return buffer;
    }

    /// <inheritdoc />
    public void Advance(int count) => _length += count;

    /// <inheritdoc />
    public Memory<byte> GetMemory(int sizeHint = 0)
    {
        Reserve(Math.Max(1, sizeHint));
        return _bytes.AsMemory(_length);
    }

    /// <inheritdoc />
    public Span<byte> GetSpan(int sizeHint = 0) => GetMemory(sizeHint).Span;

    /// <inheritdoc />
    public override void Write(char value)
    {
        // Halves of one letter may come one by one.
        if (char.IsHighSurrogate(value))
        {
            _high = value;
        }
        else if (_high != '\0')
        {
            Write([_high, value]);
            _high = '\0';
        }
        else
        {
            Write([value]);
        }
    }

    /// <inheritdoc />
    public override void Write(ReadOnlySpan<char> buffer)
    {
        Reserve(Encoding.UTF8.GetMaxByteCount(buffer.Length));
        _length += Encoding.UTF8.GetBytes(buffer, _bytes.AsSpan(_length));
    }

    /// <inheritdoc />
    public override void Write(string? value) => Write(value.AsSpan());

    /// <inheritdoc />
    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    /// <inheritdoc />
    public override Task WriteAsync(char value)
    {
        Write(value);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task WriteAsync(string? value)
    {
        Write(value.AsSpan());
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task WriteAsync(char[] buffer, int index, int count)
    {
        Write(buffer.AsSpan(index, count));
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task WriteAsync(ReadOnlyMemory<char> buffer, CancellationToken cancellationToken = default)
    {
        Write(buffer.Span);
        return Task.CompletedTask;
    }

    /// <inheritdoc />
    public override Task FlushAsync() => Task.CompletedTask;

    /// <inheritdoc />
    protected override void Dispose(bool disposing)
    {
        if (_bytes.Length <= LargestKept)
        {
            Free.Add(this);
        }

        base.Dispose(disposing);
    }

    private void Reserve(int count)
    {
        if (_length + count > _bytes.Length)
        {
            Array.Resize(ref _bytes, Math.Max(_length + count, _bytes.Length * 2));
        }
    }
}
