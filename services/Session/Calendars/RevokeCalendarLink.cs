using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Session.Calendars;

/// <summary>Revokes a link, at once and for good: its address answers as one that never was.</summary>
public sealed record RevokeCalendarLink : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(CalendarLink link) => link.RevokedAt is not null ? Decision.Nothing : new CalendarLinkRevoked();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/calendar-links/{id:guid}/revoke",
                (Guid id, RevokeCalendarLink command, Streams streams) =>
                    streams.Change<CalendarLink>(id, command, (link, _) => Decide(link))
            )
            .WithSummary("Revoke a link to a calendar, at once and for good")
            .Produces<CalendarLinkView>()
            .For(Roles.Facilitator, Roles.Member);
}

/// <summary>The links of whoever is erased end.</summary>
public sealed class KeptLinks(HybridClock clock, TimeProvider time) : IKeepsOfPersons
{
    /// <inheritdoc />
    public async Task<int> Erase(IDocumentSession session, Guid person, CancellationToken cancel)
    {
        var live = (await session.Query<CalendarLink>().Where(l => l.Person == person).ToListAsync(cancel))
            .Where(l => l.RevokedAt is null)
            .ToList();
        await session.Note(clock, [.. live.Select(l => l.Id)], cancel);
        foreach (var link in live)
        {
            var revoked = new CalendarLinkRevoked { OccurredAt = Occurrence.Now(time.GetUtcNow(), link.LastOccurredAt) };
            session.Events.Append(link.Id, link.Version + 1, revoked);
        }

        return live.Count;
    }
}
