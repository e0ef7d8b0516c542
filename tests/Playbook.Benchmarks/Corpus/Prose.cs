using System.Text;

namespace Playbooks.Benchmarks;

/// <summary>
/// Writes sentences that nobody wants to read: the same seed gives the same words on every machine. Common words come more
/// often than rare ones, as in a language, which is what searches and compressors feel.
/// </summary>
internal sealed class Prose
{
    // Knuth's MMIX; the upper half of the state is good enough for choosing words.
    private const ulong Multiplier = 6364136223846793005;
    private const ulong Increment = 1442695040888963407;

    private static readonly string[] Vocabulary =
        """
        the and people that work with from who what when where which before after every each about because their this
        change plan team answer question public account message reader comment decision owner week month meeting page note
        begin write read listen ask agree choose name list check review keep close open show share explain learn measure
        clear short early late useful honest careful steady simple visible small large common rare same other first last
        reason result purpose limit promise worry risk budget hour minute evidence example record draft rule habit skill
        manager leader colleague partner customer visitor student member supplier neighbour council office branch shop school
        between without against during until unless although however therefore instead together apart again often sometimes
        respond publish approve prepare practise compare collect combine protect replace remove improve support handle escalate
        calendar inbox channel register checklist template workshop interview survey summary guideline policy contract archive
        trust voice tone accuracy delay silence conflict mistake apology correction rumour campaign audience community network
        winter spring summer autumn morning evening Monday Thursday deadline holiday rota shift handover backup password
        """.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private ulong _state;

    public Prose(int seed)
    {
        _state = (ulong)seed;
        Next(1);
        Next(1);
    }

    /// <summary>A number from 0 to one below the limit.</summary>
    public int Next(int limit)
    {
        _state = (_state * Multiplier) + Increment;
        return (int)((_state >> 33) % (ulong)limit);
    }

    /// <summary>Words with a space between.</summary>
    public string Words(int count)
    {
        var text = new StringBuilder();
        for (var at = 0; at < count; at++)
        {
            text.Append(at == 0 ? "" : " ").Append(Word());
        }

        return text.ToString();
    }

    /// <summary>A sentence of this many words, give or take three.</summary>
    public string Sentence(int words)
    {
        var text = Words(Math.Max(3, words - 3 + Next(7)));
        return $"{char.ToUpperInvariant(text[0])}{text[1..]}.";
    }

    /// <summary>A few words that begin with a capital letter.</summary>
    public string Title(int words)
    {
        var text = Words(words);
        return char.ToUpperInvariant(text[0]) + text[1..];
    }

    private string Word()
    {
        // The smaller of two numbers: the words at the beginning come most often.
        var at = Math.Min(Next(Vocabulary.Length), Next(Vocabulary.Length));
        return Vocabulary[at];
    }
}
