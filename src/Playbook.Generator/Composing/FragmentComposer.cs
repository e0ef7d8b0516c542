using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;

namespace Playbooks.Composing;

/// <summary>
/// Puts an edition's values into compiled fragments and takes out the ranges whose condition does not hold. What comes
/// out has links, citations and texts of the interface left, which depend on the page. Fragments that no organization
/// changes come out as the same object.
/// </summary>
internal sealed class FragmentComposer(EditionFacts facts, EditionValues values)
{
    // Everything but the characters HTML gives a meaning to stays as written; the default encoder would escape é and dashes.
    private static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    /// <summary>The fragment as it reads in the edition.</summary>
    public Fragment Compose(Fragment fragment)
    {
        if (!fragment.Slots.Any(slot => slot is FragmentSlot.Value or FragmentSlot.Range))
        {
            return fragment;
        }

        var output = new ArrayBufferWriter<byte>(fragment.Utf8.Length + 64);
        var slots = ImmutableArray.CreateBuilder<FragmentSlot>();
        var copied = 0;
        foreach (var slot in fragment.Slots)
        {
            // A slot inside a range that was taken out.
            if (slot.Position < copied)
            {
                continue;
            }

            output.Write(fragment.Utf8.Span[copied..slot.Position]);
            copied = slot.Position;
            switch (slot)
            {
                case FragmentSlot.Value value:
                    output.Write(Encoding.UTF8.GetBytes(Encoder.Encode(values.Of(value.Expression))));
                    break;
                case FragmentSlot.Range range when !facts.Holds(range.Condition):
                    copied = range.End;
                    break;
                case FragmentSlot.Range:
                    break;
                default:
                    slots.Add(slot with { Position = output.WrittenCount });
                    break;
            }
        }

        output.Write(fragment.Utf8.Span[copied..]);
        return new Fragment(output.WrittenMemory, slots.ToImmutable());
    }
}
