using Playbooks.Loading;
using Playbooks.Rendering;

namespace Playbooks;

/// <summary>What a process that builds the same folders again and again keeps from one time to the next.</summary>
internal sealed class BuildMemory
{
    private InputFolder? _input;

    /// <summary>The texts of the input folder, compiled.</summary>
    public CompiledTexts Texts { get; } = new();

    /// <summary>The theme; null before it was read and after <see cref="ForgetTheme"/>.</summary>
    public Theme? Theme { get; private set; }

    /// <summary>Its layouts; null while one of them cannot be read.</summary>
    public LayoutEngine? Layouts { get; private set; }

    /// <summary>The input folder, listed again unless all that has changed are files that were there and still are.</summary>
    public InputFolder Open(string path, DiagnosticBag diagnostics)
    {
        if (_input is { } earlier && Texts.Changed is { } changed && changed.All(file => earlier.StillHas(new InputPath(file))))
        {
            return earlier;
        }

        var before = diagnostics.Count;
        var input = InputFolder.Open(path, diagnostics);
        // What is wrong with a folder must be said each time.
        _input = diagnostics.Count == before ? input : null;
        return input;
    }

    /// <summary>Keeps the theme as it is.</summary>
    public void Keep(Theme theme, LayoutEngine? layouts) => (Theme, Layouts) = (theme, layouts);

    /// <summary>Has the theme read again, because a file of it changed.</summary>
    public void ForgetTheme() => (Theme, Layouts) = (null, null);
}
