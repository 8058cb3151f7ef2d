using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>Constitutes a group of an engagement whose dispositif is agreed.</summary>
/// <param name="Label">1 to 80 characters; kept sealed.</param>
public sealed record ConstituteGroup(string Label) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="act">Seals under the engagement's key: the label is nobody's own.</param>
    public static Decision Decide(ConstituteGroup command, Engagement engagement, Act act) =>
        engagement is not { State: EngagementState.Chartering, Facilitator: { } facilitator } || engagement.Charter is { Ratified: true }
            ? Refusal.OfOrder(
                "No group can be constituted now.",
                "Constitute groups after the dispositif is agreed and before the charter is ratified."
            )
        : Input.CheckName(command.Label, "label", 80) is { } noName ? noName
        : Input.CheckTime(act, engagement) is { } untimely ? untimely
        : Decision
            .Of(new GroupConstituted(engagement.Id, facilitator, Name: act.Seal(new(NormalForm.Of(command.Label)), SealedAs.GroupName)))
            .With(engagement, new GroupAdded(act.Stream));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/groups",
                (Guid id, ConstituteGroup command, Streams streams) =>
                    streams.Start<Group>(
                        command,
                        async (session, act) =>
                            await session.LoadAsync<Engagement>(id) is { } engagement && engagement.IsVisibleTo(act.By)
                                ? Decide(command, engagement, await act.Under(id))
                                : Refusal.NotFound
                    )
            )
            .WithSummary("Constitute a group")
            .Produces<GroupView>(201)
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapGet("/v1/groups/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Group>(id, asOf))
            .WithSummary("Read a group")
            .Produces<GroupView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
    }
}
