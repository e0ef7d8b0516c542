using System.Collections.Concurrent;

namespace Playbooks;

/// <summary>Adds up how long each stage takes, over all editions and cores.</summary>
internal sealed class StageClock(TimeProvider time)
{
    private readonly ConcurrentDictionary<string, long> _ticks = new(StringComparer.Ordinal);
    private readonly ConcurrentQueue<string> _order = new();

    /// <summary>All stages in the order they were first met.</summary>
    public ImmutableArray<StageTime> Times => [.. _order.Distinct().Select(name => new StageTime(name, TimeSpan.FromTicks(_ticks[name])))];

    /// <summary>Runs a stage.</summary>
    public T Measure<T>(string stage, Func<T> run)
    {
        _order.Enqueue(stage);
        var start = time.GetTimestamp();
        try
        {
            return run();
        }
        finally
        {
            _ticks.AddOrUpdate(stage, time.GetElapsedTime(start).Ticks, (_, ticks) => ticks + time.GetElapsedTime(start).Ticks);
        }
    }
}
