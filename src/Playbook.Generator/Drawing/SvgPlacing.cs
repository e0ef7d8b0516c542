namespace Playbooks.Drawing;

/// <summary>Brings points of one system of coordinates to another: x is <c>A x + C y + E</c>, y is <c>B x + D y + F</c>.</summary>
internal readonly record struct SvgPlacing(float A, float B, float C, float D, float E, float F)
{
    /// <summary>Leaves everything where it is.</summary>
    public static SvgPlacing None { get; } = new(1, 0, 0, 1, 0, 0);

    /// <summary>How much longer things become.</summary>
    public float Scale => MathF.Sqrt(Math.Abs((A * D) - (B * C)));

    /// <summary>A point.</summary>
    public (float X, float Y) Point(float x, float y) => ((A * x) + (C * y) + E, (B * x) + (D * y) + F);

    /// <summary>First the other, then this.</summary>
    public SvgPlacing Of(SvgPlacing o) => new(
        (A * o.A) + (C * o.B), (B * o.A) + (D * o.B), (A * o.C) + (C * o.D), (B * o.C) + (D * o.D), (A * o.E) + (C * o.F) + E, (B * o.E) + (D * o.F) + F);

    /// <summary>Reads an attribute <c>transform</c>; null for what is not known.</summary>
    public static SvgPlacing? Read(string? text)
    {
        var placing = None;
        var rest = text?.Trim() ?? "";
        while (rest.Length > 0)
        {
            var (open, close) = (rest.IndexOf('(', StringComparison.Ordinal), rest.IndexOf(')', StringComparison.Ordinal));
            if (open < 0 || close < open || One(rest[..open].Trim(), SvgNumbers.Read(rest[(open + 1)..close])) is not { } one)
            {
                return null;
            }

            placing = placing.Of(one);
            rest = rest[(close + 1)..].TrimStart(' ', ',', '\n', '\t', '\r');
        }

        return placing;
    }

    /// <summary>The sine and cosine of an angle, rounded: their last digits differ between machines.</summary>
    public static (float Sine, float Cosine) Turn(float degrees)
    {
        const int Digits = 6;
        var (sine, cosine) = Math.SinCos(degrees * Math.PI / 180);
        return ((float)Math.Round(sine, Digits), (float)Math.Round(cosine, Digits));
    }

    private static SvgPlacing? One(string name, float[] numbers) => (name, numbers) switch
    {
        ("matrix", [var a, var b, var c, var d, var e, var f]) => new SvgPlacing(a, b, c, d, e, f),
        ("translate", [var x]) => new SvgPlacing(1, 0, 0, 1, x, 0),
        ("translate", [var x, var y]) => new SvgPlacing(1, 0, 0, 1, x, y),
        ("scale", [var s]) => new SvgPlacing(s, 0, 0, s, 0, 0),
        ("scale", [var x, var y]) => new SvgPlacing(x, 0, 0, y, 0, 0),
        ("rotate", [var angle]) => Rotation(angle),
        ("rotate", [var angle, var x, var y]) => new SvgPlacing(1, 0, 0, 1, x, y).Of(Rotation(angle)).Of(new SvgPlacing(1, 0, 0, 1, -x, -y)),
        _ => null,
    };

    private static SvgPlacing Rotation(float angle)
    {
        var (sine, cosine) = Turn(angle);
        return new SvgPlacing(cosine, sine, -sine, cosine, 0, 0);
    }
}
