using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.PastEngagements;

/// <summary>Takes over an engagement from before the practice worked with this system, in counts alone. It enters no history, no conformance and
/// no indicator. Its establishment is named by one of id, SIRET and FINESS.</summary>
/// <param name="Kind">Its nature; no frame judges what is past.</param>
/// <param name="Audience">Whom it was for; no frame judges what is past.</param>
/// <param name="From">The day it began, 1970 at the earliest.</param>
/// <param name="To">The day it ended, 120 months later at most.</param>
/// <param name="Sessions">How many sessions were held, 0 to 1000.</param>
/// <param name="Minutes">How long they were, all together: 15 to 600 for each.</param>
/// <param name="Participants">How many persons took part, 1 to 1000.</param>
/// <param name="End">How it ended.</param>
/// <param name="Establishment">The establishment's id.</param>
/// <param name="Siret">The establishment's number in the register, in place of its id.</param>
/// <param name="Finess">Its FINESS number.</param>
public sealed record TakeOverPastEngagement(
    Kind Kind,
    Audience Audience,
    DateOnly From,
    DateOnly To,
    [property: Between(0, TakeOverPastEngagement.MostSessions)] int Sessions,
    [property: Between(0, 600 * TakeOverPastEngagement.MostSessions)] int Minutes,
    [property: Between(1, TakeOverPastEngagement.MostParticipants)] int Participants,
    PastEnd End,
    Guid? Establishment = null,
    string? Siret = null,
    string? Finess = null
) : Command
{
    internal const int MostSessions = 1000;
    internal const int MostParticipants = 1000;
    private const int LongestMonths = 120;
    private const int ShortestSession = 15;
    private const int LongestSession = 600;
    private static readonly DateOnly Earliest = new(1970, 1, 1);

    /// <summary>Decides.</summary>
    /// <param name="establishments">Those of the practice that it names.</param>
    public static Decision Decide(TakeOverPastEngagement command, IReadOnlyList<Establishment> establishments, Act act) =>
        command.Wrong(establishments, act) is { } wrong
            ? wrong
            : new PastEngagementTakenOver(
                establishments[0].Id,
                command.Kind,
                command.Audience,
                command.From,
                command.To,
                command.Sessions,
                command.Minutes,
                command.Participants,
                command.End
            );

    /// <summary>What it tells.</summary>
    internal PastDetails DetailsOf(Guid establishment) =>
        new(establishment, Kind, Audience, From, To, Sessions, Minutes, Participants, End);

    /// <summary>Why it cannot be told, or null.</summary>
    /// <param name="establishments">Those of the practice that it names.</param>
    internal Refusal? Wrong(IReadOnlyList<Establishment> establishments, Act act) =>
        Refusal.All(Unknown(establishments), Undated(act), Uncounted());

    private Refusal? Unknown(IReadOnlyList<Establishment> establishments) =>
        new object?[] { Establishment, Siret, Finess }.Count(n => n is not null) != 1
            ? Refusal.OfInput(
                "The establishment must be named by exactly one of establishment, siret and finess.",
                "Name it by only one of them."
            )
        : establishments.Count == 1 ? null
        : Establishment is not null
            ? Refusal.OfInput(
                "establishment does not name an establishment of this practice.",
                "Give the id of an establishment that GET /v1/establishments lists."
            )
        : Refusal.OfInput(
            $"{(Siret is null ? "finess" : "siret")} does not name an establishment of this practice, or names several.",
            "Name it by its id."
        );

    private Refusal? Undated(Act act) =>
        Refusal.All(
            From < Earliest ? Refusal.OfInput("from is before 1970.", "Give the date on which it began.")
                : To > From.AddMonths(LongestMonths)
                    ? Refusal.OfInput(
                        $"from and to are more than {LongestMonths} months apart.",
                        "Give the dates on which it began and ended."
                    )
                : null,
            Input.CheckOrder<DateOnly>(From, To),
            To > DateOnly.FromDateTime(act.Now.UtcDateTime)
                ? Refusal.OfInput(
                    "to is in the future.",
                    "Open an engagement for what continues: only ended engagements can be taken over."
                )
                : null
        );

    private Refusal? Uncounted() =>
        Refusal.All(
            Input.CheckNumber(Sessions, "sessions", 0, MostSessions) ?? Untimed(),
            Input.CheckNumber(Participants, "participants", 1, MostParticipants)
        );

    private Refusal? Untimed() =>
        Sessions == 0 && Minutes > 0
            ? Refusal.OfInput(
                "sessions is 0, but minutes are given.",
                "Give the number of sessions held; if there were none, give 0 minutes."
            )
        : Minutes < Sessions * ShortestSession || Minutes > Sessions * LongestSession
            ? Refusal.OfInput(
                $"minutes is not between {Sessions * ShortestSession:N0} and {Sessions * LongestSession:N0} for this number of sessions.",
                "Give the total duration of the sessions, 15 to 600 minutes for each."
            )
        : null;

    /// <summary>Decides in the light of the practice's establishments.</summary>
    internal static async Task<Decision> Decide(TakeOverPastEngagement command, IQuerySession session, Act act) =>
        Decide(command, await command.Named(session), act);

    /// <summary>The establishments of the practice that it names, two at the most.</summary>
    internal Task<IReadOnlyList<Establishment>> Named(IQuerySession session)
    {
        var (all, siret, finess) = (session.Query<Establishment>(), Identifiers.Normal(Siret), Identifiers.Normal(Finess));
        var named = this switch
        {
            { Establishment: { } id } => all.Where(e => e.Id == id),
            { Siret: not null } => all.Where(e => e.Siret == siret),
            _ => all.Where(e => e.Finess == finess && e.Finess != null),
        };
        return named.Take(2).ToListAsync();
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/past-engagements",
                (TakeOverPastEngagement command, Streams streams) =>
                    streams.Start<PastEngagement>(command, (session, act) => Decide(command, session, act))
            )
            .WithSummary("Take over an engagement from before this system, in counts")
            .Produces<PastEngagementView>(201)
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/past-engagements",
                (Guid? establishment, [AsParameters] Portion portion, Streams streams) =>
                    establishment is { } id
                        ? streams.List<PastEngagement>(p => p.Establishment == id, portion)
                        : streams.List<PastEngagement>(_ => true, portion)
            )
            .WithSummary("List the past engagements that were taken over, of one establishment or all")
            .Produces<Page<PastEngagementView>>()
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/past-engagements/{id:guid}",
                (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<PastEngagement>(id, asOf)
            )
            .WithSummary("Read a past engagement, as the practice told of it")
            .Produces<PastEngagementView>()
            .For(Roles.Practice);
    }
}
