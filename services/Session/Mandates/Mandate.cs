using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Session.Mandates;

/// <summary>The facts of a group's mandate: what Engagement told of it.</summary>
public abstract record MandateFact : Fact, IBelongsToEngagement
{
    /// <inheritdoc />
    public abstract Guid Engagement { get; }
}

/// <summary>Engagement sealed the group.</summary>
public sealed record GroupSealingLearned(GroupSealed Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>Engagement is active: sessions may be scheduled.</summary>
public sealed record ActivationLearned(EngagementActivated Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>Engagement is concluded: no session may be scheduled any more.</summary>
public sealed record ConclusionLearned(EngagementConcluded Message) : MandateFact
{
    /// <inheritdoc />
    [JsonIgnore]
    public override Guid Engagement => Message.Engagement;
}

/// <summary>What this service knows of a group (its stream has the group's id): who is in it, and what its sessions run by.
/// Messages come in any order; each part is there once its own message came.</summary>
public sealed record Mandate(GroupSealed? Group, EngagementActivated? Engagement, bool Concluded) : Aggregate, IFold<Mandate>
{
    /// <inheritdoc />
    public static Type Facts => typeof(MandateFact);

    /// <summary>Whether sessions may be scheduled.</summary>
    public bool IsOpen => Group is not null && Engagement is not null && !Concluded;

    /// <inheritdoc />
    public static Mandate Fold(Mandate? state, Fact fact)
    {
        var known = state ?? new(null, null, false);
        return fact switch
        {
            GroupSealingLearned e => known with { Group = e.Message },
            ActivationLearned e => known with { Engagement = e.Message },
            ConclusionLearned => known with { Concluded = true },
            _ => throw new UnknownFactException(fact),
        };
    }

    /// <summary>Whether this person is a member of the group.</summary>
    public bool HasMember(Guid person) => Group?.Members.Any(m => m.Person == person) ?? false;

    /// <summary>Whether this person facilitates the group.</summary>
    public bool IsFacilitatedBy(Guid person) => Engagement?.Facilitator == person;

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        (actor.Is(Roles.Facilitator) && IsFacilitatedBy(actor.Person)) || (actor.Is(Roles.Member) && HasMember(actor.Person));
}
