using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Enrols a member in a group; the answer's last member is the one enrolled: by a name, under a new opaque id, or under the id that they have
/// in another engagement.</summary>
/// <param name="Institution">Opaque id of the institution the person belongs to, in this group; it need be no establishment of the practice.</param>
/// <param name="DisplayName">The person's name, 1 to 200 characters; kept in the identity record alone. Null where <c>person</c> says who it is. In a sealed group
/// the name that it agreed to, in words of any order, accents and capitals aside.</param>
/// <param name="UnderFacilitatorsAuthority">Whether the facilitator is the person's superior; then they cannot be in one group (S0, S2).</param>
/// <param name="Volunteers">Whether the person volunteers; asked where the frame says so, and confirmed by the person before the group is sealed (S3).</param>
/// <param name="Person">In place of the name: the id of somebody whom the practice knows, as <c>POST /v1/persons/search</c> finds it. By the practice alone.</param>
public sealed record EnrolMember(
    Guid Institution,
    string? DisplayName = null,
    bool UnderFacilitatorsAuthority = false,
    bool Volunteers = false,
    Guid? Person = null
) : Command
{
    internal static readonly Refusal ByPractice = new(
        403,
        "forbidden",
        "Only the practice can enrol someone by their id.",
        "Give displayName, or have the practice enrol the person."
    );

    private static readonly Refusal CameBack = Refusal.OfOrder(
        "The person left this group, or left the engagement before its charter changed.",
        "Enrol the person by name, then join the two records: POST /v1/persons/{id}/join."
    );

    /// <summary>Decides. In a sealed group it takes the group's agreement to this person, and they take part once they accepted the charter: at once, where they had.</summary>
    /// <param name="known">Whom <c>person</c> names, or whom the group agreed to by the name that is given; and every record of theirs. Null where nobody is.</param>
    /// <param name="isRenamed">Whether they were called otherwise when the group was asked to let them join.</param>
    public static Decision Decide(
        EnrolMember command,
        Group group,
        Engagement engagement,
        FrameLibrary frames,
        Act act,
        PersonsFile? known = null,
        bool isRenamed = false
    )
    {
        var dispositif = engagement.Dispositif!;
        var policies = frames.Pinned(dispositif.Frames);
        return group.IsDissolved ? Refusal.OfOrder("The group is dissolved.", "Constitute another group.")
            : StabilityExceptions.Unagreed(group, policies, StabilityChange.Joins, command.Person ?? known?.Person) is { } stable ? stable
            : isRenamed && group.IsSealed && policies.Of(FrameRule.Stability) is not { Value: Stability.Open }
                ? Refusal.OfRule(
                    policies.Of(FrameRule.Stability)?.Rule ?? StabilityExceptions.Anyway,
                    "The name of this person has changed since the group was asked to let them join.",
                    "Ask the group again: it will see the current name."
                )
            : !MayEnrol(engagement, group)
                ? Refusal.OfOrder(
                    "Nobody can be enrolled now.",
                    "Enrol members before the charter is ratified, or while the engagement is active."
                )
            : (command.DisplayName is null) == (command.Person is null)
                ? Refusal.OfInput("displayName and person are both given, or neither is.", "Give a name, or the id of someone you know.")
            : command.DisplayName is { } name && Input.CheckName(name, "displayName") is { } noName ? noName
            : command.Person is not null && !act.By.Is(Roles.Practice) ? ByPractice
            : (command.Person is not null || known is not null) && NotAgain(group, engagement, policies, known) is { } never ? never
            : command.UnderFacilitatorsAuthority
                ? Refusal
                    .OfRule(
                        policies.Of(FrameRule.Independence)?.Rule ?? AssignFacilitator.Independence,
                        "The facilitator has hierarchical authority over this person.",
                        "Enrol the person in another facilitator's group."
                    )
                    .At("underFacilitatorsAuthority")
            : Broken(command, group, dispositif, policies) is { } broken ? broken
            : Input.CheckTime(act, engagement) is { } untimely ? untimely
            : Enrolled(command, known?.Person ?? act.NewId, group, engagement, act);
    }

    /// <summary>Decides in the light of the group's engagement, its frames, and the person who is named.</summary>
    /// <param name="foreseen">The engagement as it is to be taken to stand; null: as it is stored.</param>
    internal static async Task<Decision> Decide(
        EnrolMember command,
        IQuerySession session,
        Group group,
        FrameLibrary frames,
        TextVault vault,
        Act act,
        Engagement? foreseen = null
    )
    {
        var person =
            command.DisplayName is { } name ? await Invited(name, group, session, vault)
            : act.By.Is(Roles.Practice) ? command.Person
            : null;
        return Decide(
            command,
            group,
            foreseen ?? await session.EngagementOf(group),
            await frames.With(session),
            act,
            person is { } known ? await session.KnownOf(known) : null,
            person is { } named && await IsRenamed(named, group, session)
        );
    }

    // By the order in which it was recorded, whatever it is dated. Where the group was asked anew since, it read the name as it is.
    private static async Task<bool> IsRenamed(Guid person, Group group, IQuerySession session)
    {
        var open = group.Exceptions.Where(x => x is { Agreed: true, Used: false } && x.Person == person).Select(x => x.Id).ToHashSet();
        if (open.Count == 0)
        {
            return false;
        }

        var asked = (await session.Events.FetchStreamAsync(group.Id))
            .Where(e => e.Fact() is StabilityExceptionAsked exception && open.Contains(exception.Exception))
            .Max(e => e.Sequence);
        return (await session.Events.FetchStreamAsync(PersonStreams.Asked(person))).Any(e =>
            e.Fact() is IdentityRectified && e.Sequence > asked
        );
    }

    // Whom the group agreed to let join by this name: they take the id and the name that it agreed to.
    private static async Task<Guid?> Invited(string name, Group group, IQuerySession session, TextVault vault)
    {
        var invited = group.Invited().Where(p => group.OpenException(StabilityChange.Joins, p)?.Person == p).ToArray();
        var named = await IdentityRecord.ReadAll(
            await session.LoadManyAsync<IdentityRecord>(invited),
            vault,
            session,
            CancellationToken.None
        );
        return invited
            .Where(p => named.TryGetValue(p, out var known) && FindPersons.IsSame(known, name))
            .Select(p => (Guid?)p)
            .FirstOrDefault();
    }

    private static Decision Enrolled(EnrolMember command, Guid person, Group group, Engagement engagement, Act act)
    {
        var enrolled = Decision
            .Of(new MemberEnrolled(person, command.Institution, command.Volunteers, group.IsSealed))
            .With(engagement, new MemberAdmitted(group.Id, person, command.Institution))
            .Telling(_ => new NamesDue(person));
        return person == act.NewId ? enrolled.Naming(person, command.DisplayName!)
            : engagement.ActivatedAt is not null && engagement.Bound.Contains(person)
                ? enrolled.Telling(origin => new V1.MemberEnrolled(group.Id, engagement.Id, new(person, command.Institution), origin))
            : enrolled;
    }

    // A person is in an engagement once, under whichever record, and never under the one who facilitates it.
    private static Refusal? NotAgain(Group group, Engagement engagement, Policies policies, PersonsFile? known) =>
        known is null ? Refusal.NotFound
        : known.IsErased ? Refusal.Gone
        : known.Records.Any(p => p == engagement.Facilitator)
            ? Refusal
                .OfRule(
                    policies.Of(FrameRule.Independence)?.Rule ?? AssignFacilitator.Independence,
                    "The person facilitates this engagement.",
                    "Enrol the person in another facilitator's group."
                )
                .At("person")
        : known.Records.Any(engagement.HasMember)
            ? Refusal.OfOrder(
                "The person is already a member of a group of this engagement.",
                "Have the person leave that group first; both records belong to one person."
            )
        : group.Left.Contains(known.Person) || IsUnderAnEarlierCharter(engagement, known.Person) ? CameBack
        : null;

    private static bool IsUnderAnEarlierCharter(Engagement engagement, Guid person) =>
        engagement.ActivatedAt is not null
        && engagement.Bound.Contains(person)
        && engagement.Charter?.AcceptedBy.Contains(person) is not true;

    private static bool MayEnrol(Engagement engagement, Group group) =>
        engagement is { State: EngagementState.Chartering, Charter: not { Ratified: true } }
        || (group.IsSealed && engagement.State is EngagementState.Chartering or EngagementState.Active or EngagementState.Suspended);

    private static Refusal? Broken(EnrolMember command, Group group, Dispositif dispositif, Policies policies) =>
        policies.Of(FrameRule.Participation) is { Value: Participation.Volunteers } participation && !command.Volunteers
            ? Refusal.OfRule(participation.Rule, "The person did not volunteer.", "Enrol only volunteers, and say so.").At("volunteers")
        : group.Members.Count >= dispositif.GroupMaximum
            ? Refusal.OfRule(
                DispositifRules.SizeRule(policies.Of(FrameRule.SizeMaximum), dispositif.GroupMaximum),
                $"The group already has its maximum number of members: {group.Members.Count}.",
                "Constitute another group."
            )
        : policies.Each(FrameRule.Compositions).FirstOrDefault(c => !Fits(c.Value, group, command.Institution)) is { } composition
            ? Refusal
                .OfRule(
                    composition.Rule,
                    "The person's institution does not fit the group's composition.",
                    composition.Value == Composition.OneInstitution
                        ? "Enrol members of one institution."
                        : "Enrol members of different institutions."
                )
                .At("institution")
        : null;

    private static bool Fits(Composition composition, Group group, Guid institution) =>
        composition == Composition.OneInstitution
            ? group.Members.All(m => m.Institution == institution)
            : group.Members.All(m => m.Institution != institution);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/groups/{id:guid}/members",
                (Guid id, EnrolMember command, FrameLibrary frames, TextVault vault, Streams streams) =>
                    streams.Append<Group>(id, command, (session, group, act) => Decide(command, session, group, frames, vault, act))
            )
            .WithSummary("Enrol a member")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator);
}
