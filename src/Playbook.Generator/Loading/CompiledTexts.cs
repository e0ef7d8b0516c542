using System.Collections.Concurrent;

namespace Playbooks.Loading;

/// <summary>
/// What earlier loads of one input folder made of its texts, so that the next load compiles only what changed. For a process
/// that loads again and again; a build needs none.
/// </summary>
/// <remarks>
/// A file that may have changed is read and compared character by character with what it was: time stamps lie when an editor
/// saves twice within one tick of the file system's clock. What a text comes to also depends on the manifest (types,
/// callouts) and the glossary (words that are marked), so a change of either forgets everything. Not for two loads at once.
/// </remarks>
public sealed class CompiledTexts
{
    private readonly ConcurrentDictionary<InputPath, SourceText> _texts = new();
    private readonly ConcurrentDictionary<InputPath, Reading> _readings = new();
    private (SourceText? Manifest, SourceText? Glossary) _ground;
    private int _readAnew;

    /// <summary>How many texts the last load read anew; the others were the same as before.</summary>
    internal int ReadAnew => _readAnew;

    /// <summary>
    /// Files and folders that may have changed since the last load, below the input folder; null when nobody knows, and every
    /// file is read.
    /// </summary>
    public IReadOnlyCollection<string>? Changed { get; set; }

    /// <summary>A file's text when it cannot have changed; null when the file must be read.</summary>
    internal SourceText? Unchanged(InputPath file) => Changed is { } changed && !changed.Any(path => IsAtOrBelow(file.Value, path)) ? TextOf(file) : null;

    /// <summary>A file's text as the last load read it; null for a file that is new.</summary>
    internal SourceText? TextOf(InputPath file) => _texts.GetValueOrDefault(file);

    /// <summary>Keeps a text that was read without an error.</summary>
    internal void Keep(SourceText text) => _texts[text.Path] = text;

    /// <summary>Begins a load: what was made under another manifest or glossary is forgotten.</summary>
    internal void Begin(SourceText? manifest, SourceText? glossary)
    {
        _readAnew = 0;
        if (ReferenceEquals(_ground.Manifest, manifest) && ReferenceEquals(_ground.Glossary, glossary))
        {
            return;
        }

        _readings.Clear();
        _ground = (manifest, glossary);
    }

    /// <summary>Ends a load: forgets files that are no more.</summary>
    internal void End(ImmutableArray<InputPath> files)
    {
        var known = files.ToHashSet();
        foreach (var gone in _texts.Keys.Where(file => !known.Contains(file)))
        {
            _texts.TryRemove(gone, out _);
            _readings.TryRemove(gone, out _);
        }
    }

    /// <summary>What a text was made into before, with everything that was reported then; made now when it has changed.</summary>
    /// <param name="source">The text, as <see cref="Keep"/> got it.</param>
    /// <param name="context">Receives what is wrong, and the texts and conditions that were met.</param>
    /// <param name="read">Depends on nothing but the text, the manifest and the glossary.</param>
    internal T? Read<T>(SourceText source, ReadingContext context, Func<ReadingContext, T?> read)
    {
        if (!_readings.TryGetValue(source.Path, out var reading) || !ReferenceEquals(reading.Source, source))
        {
            var own = new ReadingContext(new DiagnosticBag()) { Glossary = context.Glossary };
            reading = new Reading(source, read(own), own);
            _readings[source.Path] = reading;
            Interlocked.Increment(ref _readAnew);
        }

        reading.Report(context);
        return (T?)reading.Value;
    }

    private static bool IsAtOrBelow(string file, string path) =>
        file.StartsWith(path, StringComparison.Ordinal) && (file.Length == path.Length || file[path.Length] == '/');

    private sealed record Reading(SourceText Source, object? Value, ReadingContext Own)
    {
        public void Report(ReadingContext context)
        {
            foreach (var diagnostic in Own.Diagnostics.All)
            {
                context.Diagnostics.Add(diagnostic);
            }

            foreach (var text in Own.Texts)
            {
                context.Texts.Enqueue(text);
            }

            foreach (var condition in Own.Conditions)
            {
                context.Conditions.Enqueue(condition);
            }
        }
    }
}
