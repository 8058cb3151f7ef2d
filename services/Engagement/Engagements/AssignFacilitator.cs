using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Assigns a facilitator, who declared to hold no hierarchical authority over members (S0, S2) and may read the request from now on.</summary>
/// <param name="Facilitator">The facilitator's id.</param>
/// <param name="AuthorityOver">Members over whom the facilitator holds hierarchical authority; said once there are members, and then there may be none.</param>
public sealed record AssignFacilitator(Guid Facilitator, IReadOnlyList<Guid>? AuthorityOver = null) : Command
{
    /// <summary>No hierarchical link between a facilitator and a member, whatever the frame.</summary>
    internal static readonly Rule Independence = new("always", "independence", "S0");

    /// <summary>Decides. While the engagement runs, who is replaced leads nothing any more, and another one takes over its groups: at once where they accepted
    /// its charter before, else with their acceptance. Until then nobody leads. Records that were joined are one person.</summary>
    /// <param name="records">What was said of the records of the facilitator, and of those who are under their authority.</param>
    public static Decision Decide(
        AssignFacilitator command,
        Engagement engagement,
        Facilitator? facilitator,
        Request request,
        IReadOnlyList<Group> groups,
        FrameLibrary frames,
        Act act,
        params IReadOnlyList<PersonRecord> records
    ) =>
        engagement.State > EngagementState.Suspended || engagement is { State: <= EngagementState.Designing, Dispositif: not null }
            ? Refusal.OfOrder(
                "A dispositif is being designed with the assigned facilitator, or the engagement has ended.",
                "Assign a facilitator before a dispositif is proposed, or once it is agreed."
            )
        : facilitator is null
            ? Refusal.OfInput("facilitator does not name a facilitator of this practice.", "Register the facilitator first.")
        : !facilitator.IsIndependent
            ? Refusal
                .OfRule(
                    Independence,
                    "The facilitator's file does not contain a declaration of independence.",
                    "Assign a facilitator who has declared it."
                )
                .At("facilitator")
        : facilitator.Id == engagement.Facilitator ? Decision.Nothing
        // Who is replaced led until then, and may have done meanwhile what other services alone know.
        : engagement.Facilitator is not null && Input.CheckClock(act) is { } late ? late
        : engagement.Dispositif is { } dispositif
        && DispositifRules.CheckFacilitator(
            frames.Pinned(dispositif.Frames),
            facilitator,
            [.. engagement.Establishments(), .. Members(groups).Select(m => m.Institution)]
        )
            is { } broken
            ? broken
        : Superior(command, groups, records) is { } superior ? superior
        : groups.Prepend<Aggregate>(request).Select(beside => Input.CheckTime(act, beside)).FirstOrDefault(r => r is not null)
            is { } untimely
            ? untimely
        : groups.Aggregate(
            Decision
                .Of(new FacilitatorAssigned(facilitator.Id, Told(groups), engagement.ActivatedAt is null ? null : engagement.Facilitator))
                .With(request, new RequestEntrusted(facilitator.Id)),
            (decision, group) => decision.With(group, new GroupEntrusted(facilitator.Id, IsAwaited(engagement, facilitator)))
        )
            is var assigned
        && engagement.ActivatedAt is null
            ? assigned
        : IsAwaited(engagement, facilitator) ? assigned.Relieving(engagement)
        : assigned.TakingOver(engagement, facilitator.Id);

    private static bool IsAwaited(Engagement engagement, Facilitator facilitator) =>
        engagement.ActivatedAt is not null && !engagement.Bound.Contains(facilitator.Id);

    private static IEnumerable<Member> Members(IEnumerable<Group> groups) => groups.SelectMany(g => g.Members);

    private static List<Guid>? Told(IEnumerable<Group> groups) =>
        Members(groups).Select(m => m.Person).Distinct().ToList() is { Count: > 0 } there ? there : null;

    private static Refusal? Superior(AssignFacilitator command, IReadOnlyList<Group> groups, IReadOnlyList<PersonRecord> records)
    {
        bool AreOne(Guid one, Guid other) => one == other || records.Any(r => r.Subject == one && r.Joined.Contains(other));
        return !Members(groups).Any() ? null
            : Members(groups).Any(m => AreOne(command.Facilitator, m.Person))
                ? Refusal
                    .OfRule(
                        Independence,
                        "The facilitator is a member of a group of this engagement.",
                        "Assign a facilitator who is not a member of any of them."
                    )
                    .At("facilitator")
            : command.AuthorityOver is not { } over
                ? Refusal
                    .OfRule(
                        Independence,
                        "The members over whom the facilitator has hierarchical authority are not stated.",
                        "Give authorityOver: the ids of those members, or an empty list if there are none."
                    )
                    .At("authorityOver")
            : Members(groups).Any(m => over.Any(o => AreOne(o, m.Person)))
                ? Refusal
                    .OfRule(
                        Independence,
                        "The facilitator has hierarchical authority over a member.",
                        "Assign a facilitator who has no authority over any member of the group."
                    )
                    .At("authorityOver")
            : null;
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/facilitator",
                (Guid id, AssignFacilitator command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) =>
                            Decide(
                                command,
                                engagement,
                                await session.LoadAsync<Facilitator>(command.Facilitator),
                                (await session.LoadAsync<Request>(engagement.Request))!,
                                await session.LoadManyAsync<Group>([.. engagement.GroupIds()]),
                                await frames.With(session),
                                act,
                                [
                                    .. await session.LoadManyAsync<PersonRecord>([
                                        .. (command.AuthorityOver ?? []).Append(command.Facilitator).Distinct().Select(PersonStreams.Asked),
                                    ]),
                                ]
                            )
                    )
            )
            .WithSummary("Assign the facilitator")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}

/// <summary>Another facilitator takes over the groups of an active engagement.</summary>
internal static class Facilitation
{
    /// <summary>And the other services learn that nobody facilitates until the successor accepts the charter.</summary>
    public static Decision Relieving(this Decision decision, Engagement engagement) =>
        decision.Telling(origin => new Contracts.Engagement.V1.FacilitatorRelieved(
            engagement.Id,
            engagement.GroupIds(),
            engagement.Facilitator!.Value,
            origin
        ));

    /// <summary>And the other services learn who facilitates from now on.</summary>
    public static Decision TakingOver(this Decision decision, Engagement engagement, Guid facilitator) =>
        decision.Telling(origin => new Contracts.Engagement.V1.FacilitatorAssigned(
            engagement.Id,
            engagement.GroupIds(),
            facilitator,
            origin
        ));
}
