using Marten;
using PracticeAnalysis.Reporting.Audit;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Ledger;

/// <summary>The state of an engagement's resources at a moment, and what changed between two: for auditors, folded from the ledger,
/// persons under the names of their grant and texts as hashes.</summary>
public sealed class ReadStates(Reads reads, AuditDoor door)
{
    /// <summary>The request, the engagement with its dispositif and charter, groups, sessions, tracks, bilans and syntheses as of then.</summary>
    public async Task<IResult> Read(Actor actor, Guid engagement, Guid? of, AsOf asOf, CancellationToken cancel)
    {
        var (refused, names) = await door.Open(actor, engagement, new ReplayPerformed(engagement, Look.States, of), cancel);
        if (refused is not null)
        {
            return refused.ToResult();
        }

        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var version = await Version(session, engagement, asOf, cancel);
        var states = await States(session, engagement, new(version, asOf.At, asOf.OccurredBy), names, cancel);
        return Results.Ok(
            new StatesView(
                engagement,
                version,
                [
                    .. states
                        .Values.Where(s => of is null || s.Id == of)
                        .OrderBy(s => s.Type, StringComparer.Ordinal)
                        .ThenBy(s => s.Id)
                        .ThenBy(s => s.Service, StringComparer.Ordinal),
                ]
            )
        );
    }

    /// <summary>What changed of them from one recorded time to another.</summary>
    public async Task<IResult> Compare(Actor actor, Guid engagement, DateTimeOffset from, DateTimeOffset to, CancellationToken cancel)
    {
        if (to < from)
        {
            return Refusal.OfInput("to lies before from.", "Give the earlier moment as from.").ToResult();
        }

        var (refused, names) = await door.Open(actor, engagement, new ReplayPerformed(engagement, Look.Difference), cancel);
        if (refused is not null)
        {
            return refused.ToResult();
        }

        await using var session = await reads.ForTenant(actor.Tenant, cancel);
        var version = await session.Version(engagement, cancel);
        var before = await States(session, engagement, new(version, from), names, cancel);
        var after = await States(session, engagement, new(version, to), names, cancel);
        return Results.Ok(new DifferenceView(engagement, from, to, Difference.Between(before, after)));
    }

    private static async Task<long> Version(IQuerySession session, Guid engagement, AsOf asOf, CancellationToken cancel)
    {
        var entries = await session.Version(engagement, cancel);
        return Math.Min(asOf.Version ?? entries, entries);
    }

    private static async Task<Dictionary<(string, Guid), ResourceState>> States(
        IQuerySession session,
        Guid engagement,
        LedgerRange range,
        Pseudonyms names,
        CancellationToken cancel
    )
    {
        var states = new Dictionary<(string, Guid), ResourceState>();
        await foreach (var row in session.Applied(engagement, range, cancel))
        {
            StateFold.Apply(states, names.Of(row.Entry));
        }

        return states;
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/states",
                (Guid id, Guid? of, [AsParameters] AsOf asOf, HttpContext http, ReadStates states, CancellationToken cancel) =>
                    states.Read(Actor.From(http.User)!, id, of, asOf, cancel)
            )
            .Reflects(AuditDoor.Holds)
            .MayBeBehind()
            .WithSummary("Read the state of an engagement's resources at a moment")
            .Produces<StatesView>()
            .For(Roles.Auditor);
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/difference",
                (Guid id, DateTimeOffset from, DateTimeOffset to, HttpContext http, ReadStates states, CancellationToken cancel) =>
                    states.Compare(Actor.From(http.User)!, id, from, to, cancel)
            )
            .Reflects(AuditDoor.Holds)
            .MayBeBehind()
            .WithSummary("Read what changed between two moments")
            .Produces<DifferenceView>()
            .For(Roles.Auditor);
    }
}

/// <summary>The state of an engagement's resources.</summary>
/// <param name="Version">The version of the ledger that it is folded from.</param>
public sealed record StatesView(Guid Engagement, long Version, IReadOnlyList<ResourceState> Items);

/// <summary>What changed from one moment to another.</summary>
public sealed record DifferenceView(Guid Engagement, DateTimeOffset From, DateTimeOffset To, IReadOnlyList<MemberChange> Items);
