using Marten;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Platforms;
using PracticeAnalysis.ServiceDefaults.Access;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>Reads the RPS-prevention indicators of an establishment for a closed quarter.</summary>
public sealed class ReadIndicators(IDocumentStore store, TimeProvider time)
{
    /// <summary>The indicators; 404 for an establishment that is not yours, 409 while the quarter runs.</summary>
    public async Task<IResult> Read(Actor actor, Guid establishment, string quarter, CancellationToken cancel)
    {
        if (actor.Is(Roles.Establishment) && actor.Establishment != establishment)
        {
            return Refusal.NotFound.ToResult();
        }

        if (Quarter.Parse(quarter) is not { } asked)
        {
            return Refusal.OfInput("quarter is no calendar quarter.", "Give it as 2026-Q1.").ToResult();
        }

        if (asked.Running(time.GetUtcNow()) is { } running)
        {
            return running.ToResult();
        }

        await using var session = await store.ForTenant(actor.Tenant, cancel);
        var groups = await session
            .Query<GroupRecord>()
            .Where(g => g.Activation!.Establishment == establishment)
            .OrderBy(g => g.Id)
            .ToListAsync(cancel);
        return groups.Count == 0
            ? Refusal.NotFound.ToResult()
            : Results.Ok(
                new IndicatorsView(
                    establishment,
                    asked.ToString(),
                    EstablishmentIndicators.Floor,
                    EstablishmentIndicators.Of(groups, asked)
                )
            );
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/establishments/{id:guid}/indicators",
                (Guid id, string quarter, HttpContext http, ReadIndicators indicators, CancellationToken cancel) =>
                    indicators.Read(Actor.From(http.User)!, id, quarter, cancel)
            )
            .ToPlatformsByGrant(Scopes.ReadIndicators)
            .WithSummary("Read an establishment's indicators for a closed quarter")
            .Produces<IndicatorsView>()
            .For(Roles.Establishment, Roles.Practice, Roles.Platform);
}

/// <summary>The indicators of an establishment and a quarter.</summary>
public sealed record IndicatorsView(Guid Establishment, string Quarter, int Floor, IReadOnlyList<Cell> Cells);
