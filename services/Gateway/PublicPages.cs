using PracticeAnalysis.ServiceDefaults;
using Scalar.AspNetCore;

namespace PracticeAnalysis.Gateway;

/// <summary>What the gateway itself answers to whoever integrates: the contract of the one origin, and its interactive reference.</summary>
public static class PublicPages
{
    private const string Contract = "gateway";

    /// <summary>Maps <c>/openapi/gateway.json</c> and <c>/reference</c>.</summary>
    public static void MapPublicPages(this WebApplication app)
    {
        app.MapGet($"/openapi/{Contract}.json", () => Results.Stream(Resource($"{Contract}.json"), "application/json"));
        app.MapScalarApiReference(
            "/reference",
            options =>
            {
                Reference.Plainly(options);
                options.AddDocument(Contract, "PracticeAnalysis");
                options.AddDocuments(ServiceRoutes.Services);
            }
        );
    }

    private static Stream Resource(string name) => typeof(PublicPages).Assembly.GetManifestResourceStream(name)!;
}
