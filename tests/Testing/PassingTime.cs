namespace PracticeAnalysis.Testing;

/// <summary>This machine's clock, on which a test lets time pass.</summary>
public sealed class PassingTime : TimeProvider
{
    private long _ahead;

    /// <summary>How far it is ahead of the machine's.</summary>
    public TimeSpan Ahead => TimeSpan.FromTicks(Interlocked.Read(ref _ahead));

    /// <summary>Lets time pass until then.</summary>
    public void PassUntil(DateTimeOffset then) => Interlocked.Add(ref _ahead, Math.Max(0, (then - GetUtcNow()).Ticks));

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + Ahead;
}
