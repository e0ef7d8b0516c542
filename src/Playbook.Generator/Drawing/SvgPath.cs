namespace Playbooks.Drawing;

/// <summary>Reads the language of <c>d</c> in SVG's paths.</summary>
internal sealed class SvgPath(SvgPlacing placing)
{
    // Each half doubles the points: 32 for a whole turn and more.
    private const int Halves = 5;

    private (float X, float Y) _here;
    private (float X, float Y) _start;
    private (float X, float Y) _handle;
    private char _last;

    /// <summary>What was read, in the units of the placing.</summary>
    public Outline Outline { get; } = new();

    /// <summary>Adds a path.</summary>
    /// <exception cref="InvalidDataException">It cannot be read.</exception>
    public void Add(string path)
    {
        var command = '\0';
        for (var at = SvgNumbers.SkipSpace(path, 0); at < path.Length; at = SvgNumbers.SkipSpace(path, at))
        {
            if (char.IsAsciiLetter(path[at]))
            {
                command = path[at++];
            }
            else if (command is 'M' or 'm')
            {
                // More points behind the first are lines.
                command = command == 'M' ? 'L' : 'l';
            }
            else if (command is '\0' or 'Z' or 'z')
            {
                throw Broken(path);
            }

            var numbers = Numbers(path, ref at, command);
            Step(char.ToUpperInvariant(command), numbers, char.IsAsciiLetterLower(command) ? _here : (0, 0), path);
            _last = char.ToUpperInvariant(command);
        }
    }

    private static float[] Numbers(string path, ref int at, char command)
    {
        var count = char.ToUpperInvariant(command) switch
        {
            'M' or 'L' or 'T' => 2,
            'H' or 'V' => 1,
            'Q' or 'S' => 4,
            'C' => 6,
            'A' => 7,
            'Z' => 0,
            _ => throw Broken(path),
        };
        var numbers = new float[count];
        for (var number = 0; number < count; number++)
        {
            at = SvgNumbers.SkipSpace(path, at);
            // The two flags of an arc are single digits and may stand without a space.
            if (count == 7 && number is 3 or 4 && at < path.Length && path[at] is '0' or '1')
            {
                numbers[number] = path[at++] - '0';
            }
            else
            {
                numbers[number] = SvgNumbers.Next(path, ref at);
            }
        }

        return numbers;
    }

    private void Step(char command, float[] n, (float X, float Y) from, string path)
    {
        switch (command)
        {
            case 'M':
                _start = _here = (from.X + n[0], from.Y + n[1]);
                var (startX, startY) = placing.Point(_here.X, _here.Y);
                Outline.MoveTo(startX, startY);
                break;
            case 'L': Line((from.X + n[0], from.Y + n[1])); break;
            case 'H': Line((from.X + n[0], _here.Y)); break;
            case 'V': Line((_here.X, from.Y + n[0])); break;
            case 'C': Cubic((from.X + n[0], from.Y + n[1]), (from.X + n[2], from.Y + n[3]), (from.X + n[4], from.Y + n[5])); break;
            case 'S': Cubic(Mirrored("CS"), (from.X + n[0], from.Y + n[1]), (from.X + n[2], from.Y + n[3])); break;
            case 'Q': Quadratic((from.X + n[0], from.Y + n[1]), (from.X + n[2], from.Y + n[3])); break;
            case 'T': Quadratic(Mirrored("QT"), (from.X + n[0], from.Y + n[1])); break;
            case 'A': Arc(n, (from.X + n[5], from.Y + n[6])); break;
            case 'Z':
                Outline.Close();
                _here = _start;
                break;
            default: throw Broken(path);
        }
    }

    private (float X, float Y) Mirrored(string after) =>
        after.Contains(_last, StringComparison.Ordinal) ? ((2 * _here.X) - _handle.X, (2 * _here.Y) - _handle.Y) : _here;

    private void Line((float X, float Y) to)
    {
        Begin();
        var (x, y) = placing.Point(to.X, to.Y);
        Outline.LineTo(x, y);
        _here = to;
    }

    private void Cubic((float X, float Y) first, (float X, float Y) second, (float X, float Y) to)
    {
        Begin();
        var ((x1, y1), (x2, y2), (x, y)) = (placing.Point(first.X, first.Y), placing.Point(second.X, second.Y), placing.Point(to.X, to.Y));
        Outline.CubicTo(x1, y1, x2, y2, x, y);
        (_handle, _here) = (second, to);
    }

    private void Quadratic((float X, float Y) handle, (float X, float Y) to)
    {
        Begin();
        var ((x1, y1), (x, y)) = (placing.Point(handle.X, handle.Y), placing.Point(to.X, to.Y));
        Outline.QuadraticTo(x1, y1, x, y);
        (_handle, _here) = (handle, to);
    }

    /// <summary>After a closed polygon a path may go on without saying where.</summary>
    private void Begin()
    {
        if (_last == 'Z')
        {
            var (x, y) = placing.Point(_here.X, _here.Y);
            Outline.MoveTo(x, y);
        }
    }

    /// <summary>
    /// A part of an ellipse (SVG 2, B.2.4), found by halving it: the middle of two directions needs only a root, which every
    /// machine computes alike, and no sine.
    /// </summary>
    private void Arc(float[] n, (float X, float Y) to)
    {
        var (rx, ry) = (Math.Abs(n[0]), Math.Abs(n[1]));
        if (rx == 0 || ry == 0 || to == _here)
        {
            Line(to);
            return;
        }

        Begin();
        var (isLarge, isClockwise) = (n[3] != 0, n[4] != 0);
        var (sine, cosine) = SvgPlacing.Turn(n[2]);
        var (dx, dy) = ((_here.X - to.X) / 2, (_here.Y - to.Y) / 2);
        var (x1, y1) = ((cosine * dx) + (sine * dy), (cosine * dy) - (sine * dx));
        var reach = ((x1 * x1) / (rx * rx)) + ((y1 * y1) / (ry * ry));
        if (reach > 1)
        {
            (rx, ry) = (rx * MathF.Sqrt(reach), ry * MathF.Sqrt(reach));
            reach = 1;
        }

        var far = MathF.Sqrt(Math.Max(0, (1 / reach) - 1)) * (isLarge == isClockwise ? -1 : 1);
        var (cx, cy) = (far * rx * y1 / ry, -far * ry * x1 / rx);
        var (mx, my) = ((cosine * cx) - (sine * cy) + ((_here.X + to.X) / 2), (sine * cx) + (cosine * cy) + ((_here.Y + to.Y) / 2));
        var first = ((x1 - cx) / rx, (y1 - cy) / ry);
        var last = ((-x1 - cx) / rx, (-y1 - cy) / ry);
        Halve(first, last, isLarge, isClockwise, Halves, (x, y) =>
        {
            var (px, py) = placing.Point((cosine * rx * x) - (sine * ry * y) + mx, (sine * rx * x) + (cosine * ry * y) + my);
            Outline.LineTo(px, py);
        });
        var (endX, endY) = placing.Point(to.X, to.Y);
        Outline.LineTo(endX, endY);
        _here = to;
    }

    private static void Halve((float X, float Y) first, (float X, float Y) last, bool isLarge, bool isClockwise, int depth, Action<float, float> add)
    {
        const float Opposite = 1e-3f;
        var (x, y) = (first.X + last.X, first.Y + last.Y);
        var length = MathF.Sqrt((x * x) + (y * y));
        var middle = length < Opposite ? (isClockwise ? (-first.Y, first.X) : (first.Y, -first.X))
            : isLarge ? (-x / length, -y / length) : (x / length, y / length);
        if (depth > 1)
        {
            Halve(first, middle, false, isClockwise, depth - 1, add);
        }

        add(middle.Item1, middle.Item2);
        if (depth > 1)
        {
            Halve(middle, last, false, isClockwise, depth - 1, add);
        }
    }

    private static InvalidDataException Broken(string path) => new($"its path `{path[..Math.Min(path.Length, 24)]}` cannot be read");
}
