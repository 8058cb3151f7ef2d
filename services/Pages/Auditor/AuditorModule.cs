using Microsoft.AspNetCore.Authorization;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Pages.Api;

namespace PracticeAnalysis.Pages.Auditor;

/// <summary>What an auditor takes away as a file.</summary>
public static class AuditorModule
{
    /// <summary>Maps <c>/audit/{id}/history.ndjson</c>.</summary>
    public static void MapAuditor(this WebApplication app) =>
        app.MapGet(
            "/audit/{id:guid}/history.ndjson",
            [Authorize(Roles = Roles.Auditor)]
            (Guid id, Documents documents, CancellationToken cancel) =>
                documents.PassOn($"/v1/engagements/{id}/history", "application/x-ndjson", $"history-{id}.ndjson", cancel)
        );
}
