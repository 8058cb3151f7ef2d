namespace PracticeAnalysis.Kernel;

/// <summary>Where new ids come from: time-ordered in production, chosen in tests.</summary>
public sealed class IdSource(Func<Guid> next)
{
    /// <summary>A new id.</summary>
    public Guid Next() => next();
}
