using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>A bilan that fell due, and whether one was agreed for it.</summary>
/// <param name="Due">The day on which it fell due.</param>
/// <param name="Final">True for the engagement's final bilan, false for an intermediate one of a group.</param>
/// <param name="Agreed">Whether it is there: the nth that fell due is, once n of its kind were agreed (S2).</param>
public sealed record DueBilanView(DateOnly Due, bool Final, bool Agreed);

/// <summary>Reads which bilans of a group fell due, and which are missing (S2).</summary>
public static class ReadDueBilans
{
    /// <summary>The nth that fell due is there once n of its kind were agreed.</summary>
    public static IReadOnlyList<DueBilanView> Of(GroupRecord group) =>
        [
            .. group
                .Due.GroupBy(d => d.Final)
                .SelectMany(kind =>
                    kind.OrderBy(d => d.Due)
                        .Select((d, at) => new DueBilanView(d.Due, d.Final, group.Agreed.Count(a => a.Final == d.Final) > at))
                )
                .OrderBy(d => d.Due),
        ];

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/groups/{id:guid}/bilans-due",
                (Guid id, [AsParameters] Portion portion, Streams streams) =>
                    streams.Show<GroupRecord>(
                        id,
                        (_, group, _) =>
                            Task.FromResult<object?>(new Page<DueBilanView>(portion.Of(Of(group), d => $"{d.Due:O} {d.Final}")))
                    )
            )
            .Reflects(
                async (session, id, actor, written, _, cancel) =>
                    await session.LoadAsync<GroupRecord>(id, cancel) is { } group
                    && group.IsVisibleTo(actor)
                    && (group.Agreed.Any(a => a.Bilan == written.Resource) || await session.Learned([id], actor, written, cancel))
            )
            .WithSummary("List a group's bilans that fell due")
            .Produces<Page<DueBilanView>>()
            .For(Roles.Facilitator, Roles.Member, Roles.Practice);
}
