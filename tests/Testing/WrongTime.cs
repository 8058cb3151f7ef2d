namespace PracticeAnalysis.Testing;

/// <summary>The clock of a machine that is off by so much: behind, where it is negative.</summary>
public sealed class WrongTime(TimeSpan off) : TimeProvider
{
    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + off;
}
