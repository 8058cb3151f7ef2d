using System.Linq.Expressions;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Lists the establishments that one may see, or finds one by a public number. A platform, which is none of the practice's
/// house, finds what it knows the number of, and reads no list.</summary>
public static class FindEstablishments
{
    /// <summary>Which of them match; null where a platform names none.</summary>
    public static Expression<Func<Establishment, bool>>? Matching(Actor actor, string? finess, string? siret) =>
        (finess, siret) switch
        {
            ({ } f, { } s) => e => e.Finess == f && e.Siret == s,
            ({ } f, null) => e => e.Finess == f,
            (null, { } s) => e => e.Siret == s,
            _ when actor.Is(Roles.Platform) => null,
            _ => e => true,
        };

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/establishments",
                async (string? finess, string? siret, [AsParameters] Portion portion, HttpContext http, Streams streams) =>
                    Matching(Actor.From(http.User)!, finess, siret) is { } which
                        ? await streams.List(which, portion)
                        : Refusal.OfInput("Neither finess nor siret is given.", "Name the establishment by one of them.").ToResult()
            )
            .WithSummary("List establishments, or find one by its FINESS or SIRET number")
            .Produces<EstablishmentsView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Platform);
}
