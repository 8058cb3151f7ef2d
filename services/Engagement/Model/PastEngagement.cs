using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

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

/// <summary>What a practice tells of a past engagement.</summary>
/// <param name="From">The day it began.</param>
/// <param name="To">The day it ended.</param>
/// <param name="Sessions">How many sessions were held.</param>
/// <param name="Minutes">How long they were, all together.</param>
/// <param name="Participants">How many persons took part.</param>
public sealed record PastDetails(
    Guid Establishment,
    Kind Kind,
    Audience Audience,
    DateOnly From,
    DateOnly To,
    int Sessions,
    int Minutes,
    int Participants,
    PastEnd End
)
{
    /// <summary>The fields in which another one differs, as the resource names them, with what stands in each.</summary>
    public IEnumerable<(string Field, string From, string To)> DifferencesTo(PastDetails other) =>
        new[]
        {
            ("establishment", $"{Establishment}", $"{other.Establishment}"),
            ("kind", Words.Of(Kind), Words.Of(other.Kind)),
            ("audience", Words.Of(Audience), Words.Of(other.Audience)),
            ("from", $"{From:O}", $"{other.From:O}"),
            ("to", $"{To:O}", $"{other.To:O}"),
            ("sessions", $"{Sessions}", $"{other.Sessions}"),
            ("minutes", $"{Minutes}", $"{other.Minutes}"),
            ("participants", $"{Participants}", $"{other.Participants}"),
            ("end", Words.Of(End), Words.Of(other.End)),
        }.Where(field => field.Item2 != field.Item3);
}

/// <summary>The practice had told of it wrongly.</summary>
public sealed record PastEngagementCorrected(PastDetails From, PastDetails To, CorrectionReason Reason) : PastEngagementFact;

/// <summary>A correction of what was told.</summary>
public sealed record PastCorrection(PastDetails From, PastDetails To, CorrectionReason Reason, DateTimeOffset At);

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
    /// <summary>What was put right, the first one first.</summary>
    public IReadOnlyList<PastCorrection> Corrections { get; init; } = [];

    /// <summary>What is told of it, as it stands.</summary>
    [JsonIgnore]
    public PastDetails Details => new(Establishment, Kind, Audience, From, To, Sessions, Minutes, Participants, End);

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
            ({ } s, PastEngagementCorrected { To: var to } e) => s with
            {
                Establishment = to.Establishment,
                Kind = to.Kind,
                Audience = to.Audience,
                From = to.From,
                To = to.To,
                Sessions = to.Sessions,
                Minutes = to.Minutes,
                Participants = to.Participants,
                End = to.End,
                Corrections = [.. s.Corrections, new(e.From, to, e.Reason, e.OccurredAt)],
            },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice);
}
