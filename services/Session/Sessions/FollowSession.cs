using System.Globalization;
using Marten;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>How much a session holds.</summary>
/// <param name="Present">How many are recorded as present.</param>
/// <param name="Situations">How many situations members offered.</param>
/// <param name="Contributions">How many contributions were brought, whether withdrawn since or not.</param>
/// <param name="Echoes">How many members said what it stirred in them.</param>
/// <param name="Decisions">How many decisions in common were proposed.</param>
public sealed record RoomCounts(int Present, int Situations, int Contributions, int Echoes, int Decisions);

/// <summary>Where a session is, as devices in its room follow it: nothing that was said. What is new is read of the session itself.</summary>
/// <param name="State">Where it is.</param>
/// <param name="CurrentPhase">Code of the phase that runs; null where none does.</param>
/// <param name="CompletedPhases">Codes of the phases that were completed, each once, in the order in which they were.</param>
/// <param name="TimeBox">Of the phase that runs; null where it has none.</param>
/// <param name="Counts">How much it holds.</param>
public sealed record RoomView(
    Guid Id,
    long Version,
    SessionState State,
    string? CurrentPhase,
    IReadOnlyList<string> CompletedPhases,
    TimeBoxView? TimeBox,
    RoomCounts Counts
)
{
    /// <summary>The view, under the version that this reader counts.</summary>
    public static RoomView Of(Session s, Actor reader) =>
        new(
            s.Id,
            s.VersionFor(reader),
            s.State,
            s.CurrentPhase,
            s.CompletedPhases,
            TimeBoxView.Of(s.Box),
            new(s.Present.Count, s.Situations.Count, s.Contributions.Count, s.Echoes.Count, s.Decisions.Count)
        );
}

/// <summary>Follows a session as it runs, for who is in its group: its facilitator, and members who have not left.</summary>
public static class FollowSession
{
    private static Task<IResult> Follow(Guid id, HttpContext http, LiveStreams live)
    {
        var actor = Actor.From(http.User)!;
        var last = EventStream.Last(http.Request);
        if (!long.TryParse(last ?? "0", NumberStyles.None, CultureInfo.InvariantCulture, out var told))
        {
            return Task.FromResult(EventStream.UnknownLast.ToResult());
        }

        return live.Open(
            http,
            new(actor.Tenant, id),
            async (session, cancel) =>
            {
                if (await session.LoadAsync<Session>(id, cancel) is not { } now || !IsInItsRoom(now, actor))
                {
                    return Refusal.NotFound;
                }

                var room = RoomView.Of(now, actor);
                if (room.Version == told)
                {
                    return new(null, []);
                }

                told = room.Version;
                return new(null, [new("session", told.ToString(CultureInfo.InvariantCulture), room)]);
            }
        );
    }

    // Who has left reads what there was by then; there is nothing to follow.
    private static bool IsInItsRoom(Session session, Actor actor) => session.IsVisibleTo(actor) && session.ReadUntil(actor) is null;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/sessions/{id:guid}/live", (Guid id, HttpContext http, LiveStreams live) => Follow(id, http, live))
            .WithSummary("Follow a session as it runs")
            .Produces<RoomView>(200, EventStream.Type)
            .Streams(
                "The event session: where the session is now, at the beginning and whenever that changes; of changes in quick succession the last. "
                    + "Its id is the session's version as the reader's role counts it; a stream that is asked for with it as Last-Event-ID begins with the "
                    + "present state where that is another.",
                """
                event: session
                data: {"id":"01a20d7e-0000-7000-8000-000000000001","version":12,"state":"open","currentPhase":"interpret","completedPhases":["expose"],"timeBox":null,"counts":{"present":8,"situations":1,"contributions":3,"echoes":0,"decisions":0}}
                id: 12


                """
            )
            .For(Roles.Facilitator, Roles.Member);
}

/// <summary>Which sessions have another version than before.</summary>
public sealed class SessionMoves : ISeesMoves
{
    private const string Versions = """
        select s.tenant_id, s.id, s.version from session.mt_streams s
        join unnest($1, $2) as followed (tenant, stream) on s.tenant_id = followed.tenant and s.id = followed.stream
        """;

    private Dictionary<Followed, long> _known = [];

    /// <inheritdoc />
    public async Task<IReadOnlySet<Followed>> Moved(
        NpgsqlDataSource database,
        IReadOnlyCollection<Followed> followed,
        CancellationToken cancel
    )
    {
        await using var command = database.CreateCommand(Versions);
        command.Parameters.Add(new() { Value = followed.Select(f => f.Tenant).ToArray() });
        command.Parameters.Add(new() { Value = followed.Select(f => f.Resource).ToArray() });
        var now = new Dictionary<Followed, long>();
        await using var rows = await command.ExecuteReaderAsync(cancel);
        while (await rows.ReadAsync(cancel))
        {
            now[new(rows.GetString(0), rows.GetGuid(1))] = rows.GetInt64(2);
        }

        var before = Interlocked.Exchange(ref _known, now);
        return now.Where(f => !before.TryGetValue(f.Key, out var version) || version != f.Value).Select(f => f.Key).ToHashSet();
    }
}
