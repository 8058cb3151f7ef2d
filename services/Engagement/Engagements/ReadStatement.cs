using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>What was held costs, each session at the rate of its time; a new rate reprices none. What was recorded as accepted in the name of who pays, and
/// contested by them in time, never bound them: neither its rate nor its term counts.</summary>
/// <param name="Lines">The sessions held, one line for each rate that held at their times.</param>
/// <param name="TotalCents">Cents in all; travel and taxes are not in it.</param>
/// <param name="Currency">EUR, of which all amounts are cents.</param>
/// <param name="Sessions">Each session that is in it, by its date; who was there is in none.</param>
public sealed record Statement(
    IReadOnlyList<StatementLine> Lines,
    long TotalCents,
    string Currency,
    IReadOnlyList<StatementSession> Sessions
)
{
    /// <summary>The statement of an engagement; null where no dispositif says what an hour costs. An establishment reads of the sessions that were held while
    /// the engagement was for it.</summary>
    /// <param name="reader">The establishment that reads; null for others, who read all.</param>
    public static Statement? Of(Engagement engagement, Guid? reader = null)
    {
        if (engagement.Dispositif is null)
        {
            return null;
        }

        var from = engagement.Handovers.LastOrDefault(h => h.Successor == reader)?.At;
        var until = engagement.Handovers.LastOrDefault(h => h.Establishment == reader)?.At;
        bool IsTheirs(DateTimeOffset at) => reader is null || !(at < from || at >= until);

        StatementLine[] lines =
        [
            .. engagement
                .Held.Where(h => IsTheirs(h.At))
                .GroupBy(h => engagement.RateAt(h.At))
                .Select(held =>
                    (
                        Rate: held.Key,
                        Sessions: held.Count(),
                        Minutes: held.Sum(h => (long)h.Minutes),
                        Corrected: held.Count(h => h.HasMinutesCorrected),
                        Contested: held.Count(h => IsContested(engagement, h.At))
                    )
                )
                .Select(l => new StatementLine(l.Rate, l.Sessions, l.Minutes, l.Minutes * l.Rate / 60, l.Corrected, l.Contested)),
        ];
        return new(
            lines,
            lines.Sum(l => l.Cents),
            "EUR",
            [.. engagement.Held.GroupBy(h => h.Group).SelectMany(g => Each(engagement, g)).Where(s => IsTheirs(s.At)).OrderBy(s => s.At)]
        );
    }

    private static IEnumerable<StatementSession> Each(Engagement engagement, IEnumerable<HeldSession> group) =>
        group
            .OrderBy(h => h.At)
            .Select(
                (h, at) =>
                    new StatementSession(
                        h.At,
                        h.Minutes,
                        engagement.RateAt(h.At),
                        h.Explained,
                        engagement.Agreed().IsOutside(h.At),
                        at >= Agreed(engagement),
                        h.ToldAlone,
                        h.EnteredMinutes,
                        IsContested(engagement, h.At)
                    )
            );

    // Whether it was held by other terms than those that stand: they were contested since.
    private static bool IsContested(Engagement engagement, DateTimeOffset at)
    {
        var (held, stands) = (engagement.Agreed(at), engagement.Agreed());
        return held.RateAt(at) != stands.RateAt(at) || held.IsOutside(at) != stands.IsOutside(at);
    }

    // As many as were planned for the term; for a term that was renewed, as many more as it is longer.
    private static double Agreed(Engagement engagement) =>
        engagement is { Dispositif: { } dispositif, ActivatedAt: { } from, Until: { } until }
        && until > from.AddMonths(dispositif.TermMonths)
            ? Math.Round(dispositif.SessionsPlanned * ((until - from) / (from.AddMonths(dispositif.TermMonths) - from)))
            : engagement.Dispositif!.SessionsPlanned;

    // Whose place another establishment took reads on what it paid.
    private static bool WasFor(Engagement engagement, Actor reader) =>
        reader.Is(Roles.Establishment) && engagement.Handovers.Any(h => h.Establishment == reader.Establishment);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/statement",
                (Guid id, Streams streams) =>
                    streams.Show<Engagement>(
                        id,
                        (_, e, reader) => Task.FromResult<object?>(Of(e, reader.Is(Roles.Establishment) ? reader.Establishment : null)),
                        WasFor
                    )
            )
            .WithSummary("Read what the sessions held cost, each at the rate of its time")
            .Produces<Statement>()
            .For(Roles.Practice, Roles.Establishment, Roles.Facilitator);
}

/// <summary>The sessions held at one rate.</summary>
/// <param name="RateCents">Cents an hour.</param>
/// <param name="Sessions">How many sessions were held at this rate.</param>
/// <param name="Minutes">Minutes in all.</param>
/// <param name="Cents">Cents in all.</param>
/// <param name="Corrected">How many of the sessions had their minutes corrected; the minutes are as they were corrected to.</param>
/// <param name="Contested">How many of the sessions were held by terms that were contested since.</param>
public sealed record StatementLine(int RateCents, int Sessions, long Minutes, long Cents, int Corrected, int Contested);

/// <summary>A session that was held, in numbers alone.</summary>
/// <param name="At">When it was closed, as that was dated; by it the rate is chosen.</param>
/// <param name="Minutes">How long it lasted, as it was corrected since.</param>
/// <param name="RateCents">Cents an hour, at its time.</param>
/// <param name="Explained">Whether its times or its length were hard to believe, and were explained.</param>
/// <param name="OutsideTerm">Whether it was held before the engagement was active, after its term, or between its end and the acceptance of a later renewal.</param>
/// <param name="OverNumber">Whether its group had held as many as were agreed.</param>
/// <param name="ToldByFacilitatorAlone">Whether no member did anything in it by a token of their own.</param>
/// <param name="MinutesEntered">What its minutes were before they were corrected; absent where they were not.</param>
/// <param name="Contested">Whether it was held by a rate or a term that was recorded as accepted and contested since: <c>rateCents</c> and <c>outsideTerm</c> are without it.</param>
public sealed record StatementSession(
    DateTimeOffset At,
    int Minutes,
    int RateCents,
    bool Explained,
    bool OutsideTerm,
    bool OverNumber,
    bool ToldByFacilitatorAlone,
    int? MinutesEntered,
    bool Contested
);
