using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>What was held costs, each session at the rate of its time; a new rate reprices none.</summary>
/// <param name="TotalCents">Cents in all; travel and taxes are not in it.</param>
public sealed record Statement(IReadOnlyList<StatementLine> Lines, long TotalCents, string Currency)
{
    /// <summary>The statement of an engagement; null where no dispositif says what an hour costs.</summary>
    public static Statement? Of(Engagement engagement)
    {
        if (engagement.Dispositif is null)
        {
            return null;
        }

        StatementLine[] lines =
        [
            .. engagement
                .Held.GroupBy(h => engagement.RateAt(h.At))
                .Select(held =>
                    (
                        Rate: held.Key,
                        Sessions: held.Count(),
                        Minutes: held.Sum(h => (long)h.Minutes),
                        Corrected: held.Count(h => h.HasMinutesCorrected)
                    )
                )
                .Select(l => new StatementLine(l.Rate, l.Sessions, l.Minutes, l.Minutes * l.Rate / 60, l.Corrected)),
        ];
        return new(lines, lines.Sum(l => l.Cents), "EUR");
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/statement",
                (Guid id, Streams streams) => streams.Show<Engagement>(id, (_, e, _) => Task.FromResult<object?>(Of(e)))
            )
            .WithSummary("Read what the sessions held cost, each at the rate of its time")
            .Produces<Statement>()
            .For(Roles.Practice, Roles.Establishment, Roles.Facilitator);
}

/// <summary>The sessions held at one rate.</summary>
/// <param name="RateCents">Cents an hour.</param>
/// <param name="Minutes">Minutes in all.</param>
/// <param name="Cents">Cents in all.</param>
/// <param name="Corrected">How many of the sessions had their minutes corrected; the minutes are as they were corrected to.</param>
public sealed record StatementLine(int RateCents, int Sessions, long Minutes, long Cents, int Corrected);
