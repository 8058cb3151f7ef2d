using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.Groups;

/// <summary>The facts of a group's record: what the other services told of it, and the bilans agreed here.</summary>
public abstract record GroupFact : Fact, IBelongsToEngagement
{
    /// <inheritdoc />
    public abstract Guid Engagement { get; }
}

/// <summary>Engagement sealed the group.</summary>
public sealed record SealingLearned(GroupSealed Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The group's engagement is active.</summary>
public sealed record ActivationLearned(EngagementActivated Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The group's engagement is concluded.</summary>
public sealed record ConclusionLearned(EngagementConcluded Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A session of the group was held.</summary>
public sealed record SessionLearned(SessionHeld Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>The themes of a session were coded.</summary>
public sealed record ThemesLearned(ThemesCoded Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>An action track changed its state.</summary>
public sealed record TrackLearned(TrackStateChanged Message) : GroupFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>A bilan that covers the group was agreed; the themes of the sessions it covers count from now on.</summary>
public sealed record BilanAgreementRecorded(Guid Engagement, Guid Bilan, long BilanVersion, bool Final, DateOnly From, DateOnly To)
    : GroupFact
{
    /// <inheritdoc />
    public override Guid Engagement { get; } = Engagement;
}

/// <summary>The period that an agreed bilan covers, both days included.</summary>
public sealed record AgreedPeriod(Guid Bilan, bool Final, DateOnly From, DateOnly To)
{
    /// <summary>Whether the moment lies in it.</summary>
    public bool Covers(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime) is var day && day >= From && day <= To;
}

/// <summary>What Reporting knows of a group (its stream has the group's id). Messages come in any order.</summary>
public sealed record GroupRecord(
    GroupSealed? Group,
    EngagementActivated? Activation,
    bool Concluded,
    IReadOnlyList<SessionHeld> Sessions,
    IReadOnlyList<ThemesCoded> Themes,
    IReadOnlyList<AgreedPeriod> Agreed
) : Aggregate, IFold<GroupRecord>
{
    /// <inheritdoc />
    public static Type Facts => typeof(GroupFact);

    /// <summary>The members, by their opaque ids.</summary>
    [JsonIgnore]
    public IEnumerable<Guid> Persons => Group?.Members.Select(m => m.Person) ?? [];

    /// <inheritdoc />
    public static GroupRecord Fold(GroupRecord? state, Fact fact)
    {
        var known = state ?? new(null, null, false, [], [], []);
        return fact switch
        {
            SealingLearned e => known with { Group = e.Message },
            ActivationLearned e => known with { Activation = e.Message },
            ConclusionLearned => known with { Concluded = true },
            SessionLearned e => known with { Sessions = [.. known.Sessions, e.Message] },
            ThemesLearned e => known with { Themes = [.. known.Themes, e.Message] },
            TrackLearned => known,
            BilanAgreementRecorded e => known with { Agreed = [.. known.Agreed, new(e.Bilan, e.Final, e.From, e.To)] },
            _ => throw new UnknownFactException(fact),
        };
    }

    /// <summary>Whether this person facilitates the group or is a member of it.</summary>
    public bool IsParty(Actor actor) =>
        (actor.Is(Roles.Facilitator) && Activation?.Facilitator == actor.Person)
        || (actor.Is(Roles.Member) && Persons.Contains(actor.Person));

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => IsParty(actor) || actor.Is(Roles.Practice) || actor.Is(Roles.Auditor);
}
