using Marten;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.History.Audit;

/// <summary>An engagement that a grant lets look at.</summary>
/// <param name="OpenedAt">When it was opened.</param>
/// <param name="Version">How many entries its ledger holds.</param>
public sealed record GrantedEngagement(Guid Engagement, DateTimeOffset OpenedAt, long Version);

/// <summary>Some engagements of a grant.</summary>
public sealed record GrantedEngagementsView(IReadOnlyList<GrantedEngagement> Items);

/// <summary>Which engagements there are to audit under a grant: those that it names, or all of the practice. For its auditor, while it is live.</summary>
public static class ReadGrantedEngagements
{
    /// <summary>The engagements that the ledger knows, by their ids.</summary>
    /// <param name="of">These alone; null for all.</param>
    internal static async Task<IReadOnlyList<GrantedEngagement>> Opened(
        this IQuerySession session,
        IReadOnlyList<Guid>? of,
        CancellationToken cancel
    )
    {
        await using var command = new NpgsqlCommand(
            """
            select e.stream_id, (e.data -> 'entry' ->> 'occurredAt')::timestamptz,
              (select max(l.version) from reporting.mt_events l where l.tenant_id = e.tenant_id and l.stream_id = e.stream_id)
            from reporting.mt_events e
            where e.tenant_id = $1 and e.type = 'entry_ledgered' and e.data -> 'entry' ->> 'eventType' = 'engagement_opened'
              and ($2::uuid[] is null or e.stream_id = any($2)) order by 1
            """
        );
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = of?.ToArray() ?? (object)DBNull.Value });
        var found = new List<GrantedEngagement>();
        await using var reader = await session.ExecuteReaderAsync(command, cancel);
        while (await reader.ReadAsync(cancel))
        {
            found.Add(new(reader.GetGuid(0), await reader.GetFieldValueAsync<DateTimeOffset>(1, cancel), reader.GetInt64(2)));
        }

        return found;
    }

    /// <summary>Which of these have a ledger: an engagement, or what is told of a person.</summary>
    internal static async Task<IReadOnlySet<Guid>> Ledgers(this IQuerySession session, IReadOnlyList<Guid> ids)
    {
        await using var command = new NpgsqlCommand(
            """
            select distinct stream_id from reporting.mt_events
            where tenant_id = $1 and type = 'entry_ledgered' and stream_id = any($2)
            """
        );
        command.Parameters.Add(new() { Value = session.TenantId });
        command.Parameters.Add(new() { Value = ids.ToArray() });
        var found = new HashSet<Guid>();
        await using var reader = await session.ExecuteReaderAsync(command, CancellationToken.None);
        while (await reader.ReadAsync())
        {
            found.Add(reader.GetGuid(0));
        }

        return found;
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/audit-grants/{id:guid}/engagements",
                async (Guid id, [AsParameters] Portion portion, HttpContext http, AuditDoor door, CancellationToken cancel) =>
                    await door.Granted(Actor.From(http.User)!, id, cancel) is { } granted
                        ? Results.Ok(new GrantedEngagementsView(portion.Of(granted, g => g.Engagement.ToString())))
                        : Refusal.NotFound.ToResult()
            )
            .WithSummary("List the engagements that an auditor's grant lets look at")
            .Produces<GrantedEngagementsView>()
            .For(Roles.Auditor);
}
