namespace PracticeAnalysis.Kernel;

/// <summary>Something that happened, in the past tense. Its two times: when it happened, and (in the store) when it was recorded.</summary>
public abstract record Fact
{
    /// <summary>When it happened, as the caller says: never in the future, never before the stream's last.</summary>
    public DateTimeOffset OccurredAt { get; init; }

    /// <summary>Whether it was told more than a day after it happened.</summary>
    public bool DatedBack { get; init; }
}

/// <summary>The first fact of a stream that belongs to an engagement names it, so that every later one is known to be its own.</summary>
public interface IBelongsToEngagement
{
    /// <summary>The engagement's opaque id.</summary>
    Guid Engagement { get; }
}

/// <summary>The state that the facts of one stream add up to.</summary>
public abstract record Aggregate
{
    /// <summary>The stream's id.</summary>
    public Guid Id { get; init; }

    /// <summary>How many facts the stream holds. Readers know it by their own count, <see cref="VersionFor" />.</summary>
    public long Version { get; init; }

    /// <summary>How many of them each class of readers does not see, by role; null where each sees all.</summary>
    public IReadOnlyDictionary<string, long>? Hidden { get; init; }

    /// <summary>When the latest of its facts happened.</summary>
    public DateTimeOffset LastOccurredAt { get; init; }

    /// <summary>The version as this reader counts it: the facts that their class sees. The resource's ETag.</summary>
    public long VersionFor(Actor reader) => Version - (Hidden?.GetValueOrDefault(reader.Role) ?? 0);
}

/// <summary>What other services tell fills it: it holds facts of any date, and what is decided elsewhere enters it under its own.</summary>
public interface IFilledByOthers;

/// <summary>An aggregate that says how one fact changes it and who may read it. Both are pure.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public interface IFold<T>
    where T : Aggregate, IFold<T>
{
    /// <summary>The base of the closed union of facts that the aggregate is made of.</summary>
    static abstract Type Facts { get; }

    /// <summary>The state after one more fact.</summary>
    static abstract T Fold(T? state, Fact fact);

    /// <summary>Whether this person may know of it at all; to others it does not exist.</summary>
    bool IsVisibleTo(Actor actor);

    /// <summary>Whether this person's command is heard: as a rule of whoever may know of it.</summary>
    bool Hears(Actor actor, Command command) => IsVisibleTo(actor);

    /// <summary>Up to which version of the stream this person reads it: who left reads what there was by then, and nothing that came later. Null: all
    /// of it.</summary>
    long? ReadUntil(Actor actor) => null;

    /// <summary>Why this person brings no such command, whatever it says and however it is dated: questions of right come first. Null: they may. Who
    /// reads no further takes back their own words alone.</summary>
    Refusal? Bars(Actor actor, Command command) => ReadUntil(actor) is not null && command is not ITakesBack ? Refusal.ReadsAlone : null;

    /// <summary>Whether a class of readers sees this fact, when it happened to that state: as its type says, but where what it changes of a
    /// reading depends on the state.</summary>
    static virtual bool Shows(T? before, Fact fact, string role) => Readers.Name(fact, role);

    /// <summary>The state of before as it is read now: words that were withdrawn since are their author's alone in it too, and who left since reads no more
    /// of it than of what is now. The very same state where nothing of that is so.</summary>
    static virtual T Withdrawing(T then, T now) => then;
}

/// <summary>Folding, the same for the store's snapshots, for replay and for tests.</summary>
public static class Folding
{
    /// <summary>The state after one more fact, with its version and time.</summary>
    public static T Apply<T>(T? state, Guid id, Fact fact)
        where T : Aggregate, IFold<T> =>
        T.Fold(state, fact) with
        {
            Id = id,
            Version = (state?.Version ?? 0) + 1,
            Hidden = Readers.HiddenAfter(state, fact),
            // A fact told by another service may be older than the last one of this stream.
            LastOccurredAt = state is null || fact.OccurredAt > state.LastOccurredAt ? fact.OccurredAt : state.LastOccurredAt,
        };

    /// <summary>The state after all these facts, or null when there is none.</summary>
    public static T? Of<T>(Guid id, IEnumerable<Fact> facts)
        where T : Aggregate, IFold<T> => facts.Aggregate((T?)null, (state, fact) => Apply(state, id, fact));
}

/// <summary>What another service told, as a state keeps it.</summary>
public static class LearnedFacts
{
    /// <summary>The fact without its own time: its origin says when it happened.</summary>
    public static T Said<T>(this T fact)
        where T : Fact => fact with { OccurredAt = default };
}

/// <summary>A stream holds a fact that its aggregate does not know: the projection stops and health turns red, nothing is skipped.</summary>
public sealed class UnknownFactException(Fact fact) : InvalidOperationException($"The fact {fact.GetType().Name} is unknown here.");
