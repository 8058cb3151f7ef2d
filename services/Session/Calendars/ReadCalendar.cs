using System.Text;
using Ical.Net;
using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Serialization;
using Marten;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Session.Calendars;

/// <summary>A session of a group, and which of it: in the order in which they were scheduled, so that the number stays.</summary>
public sealed record Numbered(int Number, Session Session);

/// <summary>Reads the calendar behind a link (iCalendar, RFC 5545): when the sessions are of the groups that its person facilitates or belongs to
/// now. No establishment, no person, no kind of work and nothing that was said is in it.</summary>
public sealed class ReadCalendar(IDocumentStore store)
{
    /// <summary>The media type of iCalendar.</summary>
    public const string MediaType = "text/calendar";

    private const string Product = "-//PracticeAnalysis//Sessions//EN";
    private const string AskAgainAfter = "PT1H";

    /// <summary>The path of a calendar at the one origin.</summary>
    public static string PathOf(string secret) => $"/v1/calendars/{secret}/sessions.ics";

    /// <summary>Which sessions of a group whoever reads may see, each with its number.</summary>
    public static IEnumerable<Numbered> Of(IEnumerable<Session> group, Actor reader) =>
        group.OrderBy(s => s.Id).Select((s, at) => new Numbered(at + 1, s)).Where(n => n.Session.IsVisibleTo(reader));

    /// <summary>The calendar, the same bytes for the same sessions: no moment of reading is in it.</summary>
    public static string Write(IEnumerable<Numbered> sessions, CalendarLanguage language)
    {
        var (name, one, off) =
            language == CalendarLanguage.En
                ? ("Group sessions", "Group session", "cancelled")
                : ("Séances de groupe", "Séance de groupe", "annulée");
        var calendar = new Calendar { ProductId = Product, Method = "PUBLISH" };

        // Without a name a program shows the address, and with it the secret.
        calendar.AddProperty("NAME", name);
        calendar.AddProperty("X-WR-CALNAME", name);
        var refresh = new CalendarProperty("REFRESH-INTERVAL", AskAgainAfter);
        refresh.AddParameter("VALUE", "DURATION");
        calendar.AddProperty(refresh);

        // The same, for programs that came before RFC 7986.
        calendar.AddProperty("X-PUBLISHED-TTL", AskAgainAfter);

        // One that was planned for the year 9999, before such instants were refused, is in no calendar.
        foreach (
            var (number, session) in sessions
                .Where(n => Instants.Holds(n.Session.PlannedFor))
                .OrderBy(n => n.Session.PlannedFor)
                .ThenBy(n => n.Session.Id)
        )
        {
            var announced = Utc(session.Announced.At);
            var isOff = session.State == SessionState.Cancelled;
            calendar.Events.Add(
                new()
                {
                    Uid = session.Id.ToString(),
                    // Where a program hides the status, the title says it.
                    Summary = isOff ? $"{one} {number} ({off})" : $"{one} {number}",
                    DtStart = Utc(session.PlannedFor),
                    DtEnd = Utc(session.PlannedFor.AddMinutes(session.PlannedMinutes)),
                    DtStamp = announced,
                    LastModified = announced,
                    Sequence = session.Announced.Sequence,
                    Status = isOff ? EventStatus.Cancelled : EventStatus.Confirmed,
                    Class = "PRIVATE",
                }
            );
        }

        return new CalendarSerializer().SerializeToString(calendar)!;
    }

    /// <summary>The calendar behind a secret; one that was revoked answers as one that never was.</summary>
    public async Task<IResult> Read(string secret, CancellationToken cancel) =>
        await AddressOf(secret, cancel) is { } address && await Calendar(address, cancel) is { } text
            ? Results.Text(text, MediaType, Encoding.UTF8)
            : Refusal.NotFound.ToResult();

    private async Task<CalendarAddress?> AddressOf(string secret, CancellationToken cancel)
    {
        await using var nobody = await store.ForNobody(cancel);
        return await nobody.LoadAsync<CalendarAddress>(Canonical.Hash(secret), cancel);
    }

    private async Task<string?> Calendar(CalendarAddress address, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(address.Tenant, cancel);
        if (
            await session.LoadAsync<CalendarLink>(address.Link, cancel) is not { RevokedAt: null } link
            || await session.LoadAsync<ErasedPerson>(PersonStreams.Erased(link.Person), cancel) is not null
        )
        {
            return null;
        }

        var (reader, person) = (new Actor(address.Tenant, link.Role, link.Person), link.Person);
        var groups = await session.Query<Mandate>().Where(m => m.Facilitator == person || m.Persons.Contains(person)).ToListAsync(cancel);
        var theirs = groups.Where(g => g.IsVisibleTo(reader)).Select(g => g.Id).ToArray();
        var sessions = await session.Query<Session>().Where(s => s.Group.IsOneOf(theirs)).ToListAsync(cancel);
        return Write(sessions.GroupBy(s => s.Group).SelectMany(group => Of(group, reader)), link.Language);
    }

    private static CalDateTime Utc(DateTimeOffset at) => new(at.UtcDateTime);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/calendars/{secret}/sessions.ics",
                (string secret, ReadCalendar calendars, CancellationToken cancel) => calendars.Read(secret, cancel)
            )
            .AllowAnonymous()
            .WithName("readCalendar")
            .WithSummary("Read the calendar behind a link, without a token")
            .Produces<string>(200, MediaType);
}
