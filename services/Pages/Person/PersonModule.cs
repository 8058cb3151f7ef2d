using Microsoft.AspNetCore.Authorization;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Pages.Api;

namespace PracticeAnalysis.Pages.Person;

/// <summary>What a person takes away as a file.</summary>
public static class PersonModule
{
    /// <summary>Maps <c>/me/export.json</c>.</summary>
    public static void MapPerson(this WebApplication app) =>
        app.MapGet(
            "/me/export.json",
            [Authorize(Roles = Roles.Member + "," + Roles.Facilitator)]
            (Documents documents, CancellationToken cancel) =>
                documents.PassOn("/v1/persons/me/export", "application/json", "export.json", cancel)
        );
}
