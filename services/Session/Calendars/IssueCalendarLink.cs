using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Calendars;

/// <summary>Makes a link to the calendar of one's own sessions, for a program that holds no token. Whoever has its address reads when the
/// sessions are, and nothing else. Sent again under its Idempotency-Key it is answered alike but without the address, which is kept nowhere:
/// where the first answer was lost, revoke the link and make another.</summary>
/// <param name="Language">Of the calendar's few words: fr or en.</param>
public sealed record IssueCalendarLink(CalendarLanguage Language = CalendarLanguage.Fr) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="hash">Of the secret in the address.</param>
    public static Decision Decide(IssueCalendarLink command, string hash, Act act) =>
        Decision
            .Of(new CalendarLinkIssued(act.By.Person, act.By.Role, command.Language, hash))
            .Storing(new CalendarAddress(hash, act.By.Tenant, act.Stream));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/calendar-links",
                (IssueCalendarLink command, NewAddress address, Streams streams) =>
                    streams.Start<CalendarLink>(command, act => Decide(command, address.NewHash(act.By.Tenant), act))
            )
            .WithSummary("Make a link to the calendar of one's own sessions; its address is in this answer alone")
            .Produces<CalendarLinkView>(201)
            .For(Roles.Facilitator, Roles.Member);
        routes
            .MapGet(
                "/v1/calendar-links",
                ([AsParameters] Portion portion, HttpContext http, Streams streams) =>
                {
                    var person = Actor.From(http.User)!.Person;
                    return streams.List<CalendarLink>(l => l.Person == person, portion);
                }
            )
            .WithSummary("List one's own links to calendars, those revoked too")
            .Produces<Page<CalendarLinkView>>()
            .For(Roles.Facilitator, Roles.Member);
        routes
            .MapGet(
                "/v1/calendar-links/{id:guid}",
                (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<CalendarLink>(id, asOf)
            )
            .WithSummary("Read a link to a calendar, without its address")
            .Produces<CalendarLinkView>()
            .For(Roles.Facilitator, Roles.Member);
    }
}

/// <summary>Makes the address of a link for one request, and holds it until that request is answered: it is nowhere else.</summary>
public sealed class NewAddress
{
    private const int SecretSize = 32;

    /// <summary>The address made in this request, or null.</summary>
    public string? Text { get; private set; }

    /// <summary>Makes an address in this practice, and gives what is kept of it. Its secret is random: no slow hash is needed against guessing.</summary>
    public string NewHash(string tenant)
    {
        var secret = Convert.ToHexStringLower(MarkedSecret.New(SecretSize, tenant));
        Text = ReadCalendar.PathOf(secret);
        return Canonical.Hash(secret);
    }
}
