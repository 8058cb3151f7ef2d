using Microsoft.AspNetCore.Authorization;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Pages.Api;

namespace PracticeAnalysis.Pages.Establishment;

/// <summary>What an establishment takes away as a file.</summary>
public static class EstablishmentModule
{
    /// <summary>Maps <c>/indicators.csv</c> and <c>/tracks.csv</c>.</summary>
    public static void MapEstablishment(this WebApplication app)
    {
        app.MapGet(
            "/indicators.csv",
            [Authorize(Roles = Roles.Establishment)]
            (HttpContext http, Documents documents, string period, CancellationToken cancel) =>
                documents.PassOn(
                    $"{Own(http)}/indicators?period={Uri.EscapeDataString(period)}",
                    "text/csv",
                    $"indicators-{Plain(period)}.csv",
                    cancel
                )
        );
        app.MapGet(
            "/tracks.csv",
            [Authorize(Roles = Roles.Establishment)]
            (HttpContext http, Documents documents, CancellationToken cancel) =>
                documents.PassOn($"{Own(http)}/action-tracks?format=csv", "text/csv", "tracks.csv", cancel)
        );
    }

    private static string Own(HttpContext http) => $"/v1/establishments/{Actor.From(http.User)!.Establishment}";

    private static string Plain(string text) => string.Concat(text.Where(c => char.IsAsciiLetterOrDigit(c) || c == '-'));
}
