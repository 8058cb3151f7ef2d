using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Asks the group for an exception to its stability: one person more, or one less, with a reason that the group reads (S4).</summary>
/// <param name="Change">joins or leaves; the exception serves for that alone.</param>
/// <param name="Person">The member who leaves, where one does.</param>
public sealed record AskStabilityException(Narrative Reason, StabilityChange? Change = null, Guid? Person = null) : Command
{
    internal const string ReasonMember = "StabilityExceptionAsked.Reason";

    /// <summary>Decides. The group agrees to somebody's leaving, or to one person more: not to whatever comes.</summary>
    public static Decision Decide(AskStabilityException command, Group group, Act act) =>
        !group.IsSealed || group.IsDissolved
            ? Refusal.OfOrder("The group is not sealed, or is dissolved.", "Enrol members without an exception until it is sealed.")
        : command.Change is not { } change || (change == StabilityChange.Leaves) != (command.Person is not null)
            ? Refusal.OfInput(
                "change is absent, or person does not go with it.",
                "Give change as joins; or as leaves, with the member who leaves in person."
            )
        : command.Person is { } person && !group.HasMember(person)
            ? Refusal.OfInput("person is no member of the group.", "Give the opaque id of the member who leaves.")
        : new StabilityExceptionAsked(act.NewId, act.Seal(command.Reason, ReasonMember), change, command.Person);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/groups/{id:guid}/exceptions",
                (Guid id, AskStabilityException command, Streams streams) =>
                    streams.Append<Group>(id, command, (group, act) => Decide(command, group, act))
            )
            .WithSummary("Ask the group for an exception to its stability")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapPost(
                "/v1/groups/{id:guid}/exceptions/{exception:guid}/agree",
                (Guid id, Guid exception, AgreeStabilityException command, Streams streams) =>
                    streams.Append<Group>(id, command, (group, act) => AgreeStabilityException.Decide(exception, group, act))
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
    public static Decision Decide(Guid exception, Group group, Act act) =>
        group.Exceptions.FirstOrDefault(x => x.Id == exception) is not { } asked ? Refusal.NotFound
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
    private static readonly Rule StableAnyway = new("always", "stability", "S4");

    /// <summary>Why nobody may join or leave now, or null. Before the group is sealed anybody may; in an open one too.</summary>
    /// <param name="person">Who would leave.</param>
    public static Refusal? Unagreed(Group group, Policies policies, StabilityChange change, Guid? person = null) =>
        !group.IsSealed || policies.Stability is { Value: Stability.Open } ? null
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
                policies.Stability?.Rule ?? StableAnyway,
                "The group is sealed: its membership stands.",
                change == StabilityChange.Joins
                        ? "Enrol before the group is sealed, or have every member agree to an exception by which somebody joins."
                    : policies.Stability is { Rule.Frame: var frame }
                        ? $"The frame {frame} asks for the group's agreement: record a departure, or have every member agree to an exception for this member."
                    : "Record a departure, to which the group may object; or have every member agree to an exception for this member."
            )
        : null;
}
