using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authorization;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Pages.Api;

namespace PracticeAnalysis.Pages.Auditor;

/// <summary>What an auditor takes away as a file.</summary>
public static class AuditorModule
{
    /// <summary>Maps <c>/audit/{id}/history.ndjson</c>, and <c>/audit/{id}/archive</c>, which is posted, since it has a checkpoint signed.</summary>
    public static void MapAuditor(this WebApplication app)
    {
        app.MapGet(
            "/audit/{id:guid}/history.ndjson",
            [Authorize(Roles = Roles.Auditor)]
            (Guid id, Documents documents, CancellationToken cancel) =>
                documents.PassOn($"/v1/engagements/{id}/history", "application/x-ndjson", $"history-{id}.ndjson", cancel)
        );
        app.MapPost(
                "/audit/{id:guid}/archive",
                [Authorize(Roles = Roles.Auditor)]
                async (Guid id, HttpContext http, IAntiforgery forms, TakeAway archive, CancellationToken cancel) =>
                {
                    if (!await forms.IsRequestValidAsync(http))
                    {
                        return Results.BadRequest();
                    }

                    await archive.Send(id, http, cancel);
                    return Results.Empty;
                }
            )
            .DisableRequestTimeout();
    }
}
