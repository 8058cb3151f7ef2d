using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Evolution;

/// <summary>Who looked at a group's engagement, when and for what: for its members and its facilitator, as the streams say who they are.</summary>
public sealed class ReadAuditTrail(IDocumentStore store, AuditDoor door)
{
    /// <summary>The trail, the latest look first.</summary>
    public async Task<IResult> Read(Actor actor, Guid group, Portion portion, CancellationToken cancel)
    {
        if (await Told(actor, group, cancel) is not { } found)
        {
            return Refusal.NotFound.ToResult();
        }

        var (engagement, told) = found;

        // The session is closed before names are asked for: who holds one connection never waits for a second.
        var looks = new List<LookView>();
        foreach (var (grant, events) in told)
        {
            var auditor = (await door.Names(actor.Tenant, grant.Id, cancel)).Of(grant.Auditor);
            looks.AddRange(events.SelectMany(e => LookOf(e, engagement, auditor, grant)));
        }

        return Results.Ok(
            new AuditTrailView(
                group,
                engagement,
                portion.Of(looks.OrderByDescending(l => l.At), l => $"{l.At:O} {l.Auditor} {l.What} {l.Of}")
            )
        );
    }

    private async Task<(Guid Engagement, IReadOnlyList<(AuditGrant Grant, IReadOnlyList<Fact> Events)> Told)?> Told(
        Actor actor,
        Guid group,
        CancellationToken cancel
    )
    {
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        if (
            await session.LoadAsync<GroupRecord>(group, cancel) is not { Engagement: { } engagement } record
            || !(record.IsParty(actor) || actor.Is(Roles.Practice))
        )
        {
            return null;
        }

        var told = new List<(AuditGrant, IReadOnlyList<Fact>)>();
        foreach (var grant in await session.Query<AuditGrant>().OrderBy(g => g.Id).ToListAsync(cancel))
        {
            if (grant.Covers(engagement))
            {
                told.Add((grant, [.. (await session.Events.FetchStreamAsync(grant.Id, token: cancel)).Facts()]));
            }
        }

        return (engagement, told);
    }

    private static IEnumerable<LookView> LookOf(Fact fact, Guid engagement, Guid auditor, AuditGrant grant) =>
        fact switch
        {
            ReplayPerformed r when r.Engagement == engagement =>
            [
                new(r.OccurredAt, auditor, grant.Purpose, Words.Of(r.What), r.Of, grant.Until),
            ],
            ExportProduced x when x.Engagement == engagement =>
            [
                new(x.OccurredAt, auditor, grant.Purpose, $"export-{Words.Of(x.Format)}", null, grant.Until),
            ],
            LedgerPulled p => [new(p.OccurredAt, auditor, grant.Purpose, "ledger", null, grant.Until)],
            _ => [],
        };

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/groups/{id:guid}/audit-trail",
                (Guid id, [AsParameters] Portion portion, HttpContext http, ReadAuditTrail trail, CancellationToken cancel) =>
                    trail.Read(Actor.From(http.User)!, id, portion, cancel)
            )
            .ReflectsWhatIsLearned<GroupRecord>()
            .WithSummary("Read who looked at a group's history")
            .Produces<AuditTrailView>()
            .For(Roles.Member, Roles.Facilitator, Roles.Practice);
}

/// <summary>One look of an auditor.</summary>
/// <param name="At">When the auditor looked.</param>
/// <param name="Auditor">The auditor under another name, one for each grant.</param>
/// <param name="Purpose">What the grant that it was under is for.</param>
/// <param name="What">history, states, difference, evolution, conformance, export and its form, or ledger: that of the whole practice, to verify it.</param>
/// <param name="Of">The one resource that was looked at, where it was one.</param>
/// <param name="GrantedUntil">When the grant that it was under ends.</param>
public sealed record LookView(DateTimeOffset At, Guid Auditor, AuditPurpose Purpose, string What, Guid? Of, DateTimeOffset GrantedUntil);

/// <summary>The looks at a group's engagement.</summary>
/// <param name="Items">Under every grant over the engagement, those revoked or ended too; the latest look first.</param>
public sealed record AuditTrailView(Guid Group, Guid Engagement, IReadOnlyList<LookView> Items);
