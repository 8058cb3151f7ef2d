using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Asks the group for an exception to its stability: one person more, or one less, with a reason that the group reads (S4).</summary>
/// <param name="Reason">Why the group is asked (S4); its members read it, and it is kept sealed.</param>
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
                "Set change to joins, with the new member in displayName or person; or to leaves, with the leaving member in person."
            )
        : change == StabilityChange.Leaves
            ? group.HasMember(command.Person!.Value) ? Asked(command, command.Person.Value, act)
                : Refusal.OfInput("person is not a member of the group.", "Give the opaque id of the leaving member.")
        : command.DisplayName is { } name ? Input.CheckName(name, "displayName") ?? Asked(command, newPerson, act).Naming(newPerson, name)
        : !act.By.Is(Roles.Practice) ? EnrolMember.ByPractice
        : known is null ? Refusal.NotFound
        : known.IsErased ? Refusal.Gone
        : known.Records.Any(group.HasMember)
            ? Refusal.OfOrder(
                "The person is already a member of the group.",
                "No agreement is needed: this person is already in the group."
            )
        : Asked(command, known.Person, act);

    private static Decision Asked(AskStabilityException command, Guid person, Act act) =>
        new StabilityExceptionAsked(act.NewId, act.Seal(command.Reason, SealedAs.ExceptionReason), command.Change, person);

    internal static void Map(IEndpointRouteBuilder routes) =>
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
                                await session.EngagementOf(group),
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
}
