using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Asks the group for an exception to its stability: one person more, or one less, with a reason that the group reads (S4).</summary>
/// <param name="Change">joins or leaves; the exception serves for that alone.</param>
/// <param name="Person">The member who leaves; or who is to join, by the id that the practice knows, where the practice asks.</param>
/// <param name="DisplayName">In place of that id, who is to join: 1 to 200 characters, kept in the identity record alone. Members read it as the group's names.</param>
public sealed record AskStabilityException(
    Narrative Reason,
    StabilityChange? Change = null,
    Guid? Person = null,
    string? DisplayName = null
) : Command
{
    internal const string ReasonMember = "StabilityExceptionAsked.Reason";

    /// <summary>Decides. The group agrees to somebody's leaving, or to one person more whom it is told: not to whoever comes.</summary>
    /// <param name="newPerson">The opaque id of who is named anew.</param>
    /// <param name="known">Whom <c>person</c> names as to join; null where the practice knows nobody of that id.</param>
    public static Decision Decide(
        AskStabilityException command,
        Group group,
        Engagement engagement,
        Guid newPerson,
        Act act,
        PersonsFile? known = null
    ) =>
        StabilityExceptions.Over(group, engagement) is { } over ? over
        : !group.IsSealed ? Refusal.OfOrder("The group is not sealed.", "Enrol members without an exception until it is sealed.")
        : command.Change is not { } change || command.Person is null == (change == StabilityChange.Leaves || command.DisplayName is null)
            ? Refusal.OfInput(
                "change is absent, or does not say who joins or leaves.",
                "Give change as joins, with who joins in displayName or person; or as leaves, with the member who leaves in person."
            )
        : change == StabilityChange.Leaves
            ? group.HasMember(command.Person!.Value) ? Asked(command, command.Person.Value, act)
                : Refusal.OfInput("person is no member of the group.", "Give the opaque id of the member who leaves.")
        : command.DisplayName is { } name ? Input.CheckName(name, "displayName") ?? Asked(command, newPerson, act).Naming(newPerson, name)
        : !act.By.Is(Roles.Practice) ? EnrolMember.ByPractice
        : known is null ? Refusal.NotFound
        : known.IsErased ? Refusal.Gone
        : known.Records.Any(group.HasMember)
            ? Refusal.OfOrder("The person is a member of the group already.", "Nobody need agree; they are there.")
        : Asked(command, known.Person, act);

    private static Decision Asked(AskStabilityException command, Guid person, Act act) =>
        new StabilityExceptionAsked(act.NewId, act.Seal(command.Reason, ReasonMember), command.Change, person);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/groups/{id:guid}/exceptions",
                (Guid id, AskStabilityException command, IdSource ids, Streams streams) =>
                    streams.Append<Group>(
                        id,
                        command,
                        async (session, group, act) =>
                            Decide(
                                command,
                                group,
                                (await session.LoadAsync<Engagement>(group.Engagement))!,
                                ids.Next(),
                                act,
                                command is { Change: StabilityChange.Joins, Person: { } person } && act.By.Is(Roles.Practice)
                                    ? await session.KnownOf(person)
                                    : null
                            )
                    )
            )
            .WithSummary("Ask the group for an exception to its stability")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapPost(
                "/v1/groups/{id:guid}/exceptions/{exception:guid}/agree",
                (Guid id, Guid exception, AgreeStabilityException command, Streams streams) =>
                    streams.Append<Group>(
                        id,
                        command,
                        async (session, group, act) =>
                            AgreeStabilityException.Decide(exception, group, (await session.LoadAsync<Engagement>(group.Engagement))!, act)
                    )
            )
            .WithSummary("Agree to an exception to the group's stability")
            .Produces<GroupView>()
            .For(Roles.Member);
    }
}

/// <summary>A member agrees to an exception; agreed by every member, one person may join or leave by it (S4).</summary>
public sealed record AgreeStabilityException : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Guid exception, Group group, Engagement engagement, Act act) =>
        StabilityExceptions.Over(group, engagement) is { } over ? over
        : group.Exceptions.FirstOrDefault(x => x.Id == exception) is not { } asked ? Refusal.NotFound
        : asked.Agreed || asked.Approvals.Contains(act.By.Person) ? Decision.Nothing
        : Decision.Of([
            new StabilityExceptionApproved(exception, act.By.Person),
            .. group.Members.All(m => m.Person == act.By.Person || asked.Approvals.Contains(m.Person))
                ? [new StabilityExceptionAgreed(exception)]
                : Array.Empty<Fact>(),
        ]);
}

/// <summary>Whether the membership of a group may change.</summary>
internal static class StabilityExceptions
{
    internal static readonly Rule Anyway = new("always", "stability", "S4");

    /// <summary>Why the membership of a group changes by nobody's word any more, or null.</summary>
    public static Refusal? Over(Group group, Engagement engagement) =>
        group.IsDissolved || engagement.State >= EngagementState.Concluded
            ? Refusal.OfOrder("The group is dissolved, or its engagement is over.", "Its members stay as they were.")
            : null;

    /// <summary>Why somebody may not join, or be recorded as leaving, now; or null. Before the group is sealed anybody may join; in an open one too.</summary>
    /// <param name="person">Who would leave or join.</param>
    public static Refusal? Unagreed(Group group, Policies policies, StabilityChange change, Guid? person = null) =>
        !group.IsSealed || (change == StabilityChange.Joins && policies.Stability is { Value: Stability.Open }) ? null
        : policies.Stability is { Value: Stability.Fixed } fixedStability
            ? Refusal.OfRule(
                fixedStability.Rule,
                "The group is sealed: its membership stands.",
                change == StabilityChange.Joins
                    ? "Enrol before the group is sealed."
                    : $"The frame {fixedStability.Rule.Frame} fixes the membership: the member may leave of themself."
            )
        : group.OpenException(change, person) is null
            ? Refusal.OfRule(
                policies.Stability?.Rule ?? Anyway,
                "The group is sealed: its membership stands.",
                change == StabilityChange.Joins
                        ? "Enrol before the group is sealed, or have every member agree to an exception by which this person joins, by their name or their id."
                    : policies.Stability is { Value: Stability.ByAgreement, Rule.Frame: var frame }
                        ? $"The frame {frame} asks for the group's agreement: record a departure, or have every member agree to an exception for this member."
                    : "Record a departure, to which the group may object; or have every member agree to an exception for this member."
            )
        : null;
}
