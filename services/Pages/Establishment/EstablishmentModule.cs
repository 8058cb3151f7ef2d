using Microsoft.AspNetCore.Authorization;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Pages.Api;

namespace PracticeAnalysis.Pages.Establishment;

/// <summary>What an establishment takes away as a file.</summary>
public static class EstablishmentModule
{
    /// <summary>Maps <c>/indicators.csv</c>.</summary>
    public static void MapEstablishment(this WebApplication app) =>
        app.MapGet(
            "/indicators.csv",
            [Authorize(Roles = Roles.Establishment)]
            (HttpContext http, Documents documents, string period, CancellationToken cancel) =>
                documents.PassOn(
                    $"/v1/establishments/{Actor.From(http.User)!.Establishment}/indicators?period={Uri.EscapeDataString(period)}",
                    "text/csv",
                    $"indicators-{string.Concat(period.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'))}.csv",
                    cancel
                )
        );
}
