using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>Where a pulse is.</summary>
public enum PulseState
{
    /// <summary>It is answered, once by each who is asked.</summary>
    Open,

    /// <summary>Its time is over: it was counted, or dropped where fewer than five had answered.</summary>
    Over,
}

/// <summary>How many spoke well of a dimension.</summary>
public sealed record DimensionScore(string Dimension, int Favourable);

/// <summary>The facts of a pulse: that it was asked, and what it came to. Nobody's answer is a fact, and no fact has the time of one.</summary>
[SeenBy(Roles.Facilitator, Roles.Member)]
public abstract record PulseFact : Fact;

/// <summary>Those who were present at a session are asked, shortly and anonymously, how it was.</summary>
/// <param name="Present">Who may answer.</param>
/// <param name="Until">Until when.</param>
public sealed record PulseOpened(
    Guid Engagement,
    Guid Group,
    Guid Session,
    Guid Facilitator,
    IReadOnlyList<Guid> Present,
    string Instrument,
    int InstrumentVersion,
    DateTimeOffset Until
) : PulseFact, IBelongsToEngagement;

/// <summary>The group or its facilitator changed while the pulse is answered: who left is asked no more.</summary>
/// <param name="Facilitator">Who leads the group; null while nobody does.</param>
public sealed record PulseEntrusted(IReadOnlyList<Guid> Members, Guid? Facilitator) : PulseFact;

/// <summary>The time was over, and enough had answered: their sums.</summary>
/// <param name="Answered">How many, five at least.</param>
public sealed record PulseCounted(int Answered, IReadOnlyList<DimensionScore> Scores) : PulseFact;

/// <summary>The time was over, and fewer than five had answered: what they said is destroyed uncounted.</summary>
public sealed record PulseDropped : PulseFact;

/// <summary>A pulse: the short question to those present at a session's end.</summary>
public sealed record Pulse(
    Guid Engagement,
    Guid Group,
    Guid Session,
    Guid? Facilitator,
    IReadOnlyList<Guid> Present,
    string Instrument,
    int InstrumentVersion,
    DateTimeOffset Until,
    PulseState State
) : Aggregate, IFold<Pulse>
{
    /// <inheritdoc />
    public static Type Facts => typeof(PulseFact);

    /// <inheritdoc />
    public static Pulse Fold(Pulse? state, Fact fact) =>
        (state, fact) switch
        {
            (null, PulseOpened e) => new(
                e.Engagement,
                e.Group,
                e.Session,
                e.Facilitator,
                e.Present,
                e.Instrument,
                e.InstrumentVersion,
                e.Until,
                PulseState.Open
            ),
            ({ } p, PulseEntrusted e) => p with { Present = [.. p.Present.Intersect(e.Members)], Facilitator = e.Facilitator },
            ({ } p, PulseCounted or PulseDropped) => p with { State = PulseState.Over },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        (actor.Is(Roles.Facilitator) && actor.Person == Facilitator) || (actor.Is(Roles.Member) && Present.Contains(actor.Person));
}
