using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement.PastEngagements;

/// <summary>How a past engagement ended.</summary>
public enum PastEnd
{
    /// <summary>At its term.</summary>
    Concluded,

    /// <summary>Before its term.</summary>
    EndedEarly,

    /// <summary>It came to nothing.</summary>
    Abandoned,
}

/// <summary>The facts of a past engagement.</summary>
public abstract record PastEngagementFact : Fact;

/// <summary>The practice told of an engagement from before it worked with this system. Nothing of it was witnessed here: it is no history, and
/// what is recorded is that it was told, and when.</summary>
/// <param name="From">The day it began.</param>
/// <param name="To">The day it ended.</param>
/// <param name="Sessions">How many sessions were held.</param>
/// <param name="Minutes">How long they were, all together.</param>
/// <param name="Participants">How many persons took part.</param>
public sealed record PastEngagementTakenOver(
    Guid Establishment,
    Kind Kind,
    Audience Audience,
    DateOnly From,
    DateOnly To,
    int Sessions,
    int Minutes,
    int Participants,
    PastEnd End
) : PastEngagementFact;

/// <summary>A past engagement, as the practice told of it.</summary>
public sealed record PastEngagement(
    Guid Establishment,
    Kind Kind,
    Audience Audience,
    DateOnly From,
    DateOnly To,
    int Sessions,
    int Minutes,
    int Participants,
    PastEnd End,
    DateTimeOffset TakenOverAt
) : Aggregate, IFold<PastEngagement>
{
    /// <inheritdoc />
    public static Type Facts => typeof(PastEngagementFact);

    /// <inheritdoc />
    public static PastEngagement Fold(PastEngagement? state, Fact fact) =>
        (state, fact) switch
        {
            (null, PastEngagementTakenOver e) => new(
                e.Establishment,
                e.Kind,
                e.Audience,
                e.From,
                e.To,
                e.Sessions,
                e.Minutes,
                e.Participants,
                e.End,
                e.OccurredAt
            ),
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice);
}

/// <summary>A past engagement as the API shows it: told by the practice, and not witnessed by this system.</summary>
/// <param name="From">The day it began.</param>
/// <param name="To">The day it ended.</param>
/// <param name="Sessions">How many sessions were held.</param>
/// <param name="Minutes">How long they were, all together.</param>
/// <param name="Participants">How many persons took part.</param>
/// <param name="TakenOverAt">When the practice told of it.</param>
public sealed record PastEngagementView(
    Guid Id,
    long Version,
    Guid Establishment,
    Kind Kind,
    Audience Audience,
    DateOnly From,
    DateOnly To,
    int Sessions,
    int Minutes,
    int Participants,
    PastEnd End,
    DateTimeOffset TakenOverAt
)
{
    /// <summary>The view.</summary>
    public static PastEngagementView Of(PastEngagement p) =>
        new(
            p.Id,
            p.Version,
            p.Establishment,
            p.Kind,
            p.Audience,
            p.From,
            p.To,
            p.Sessions,
            p.Minutes,
            p.Participants,
            p.End,
            p.TakenOverAt
        );
}
