using PracticeAnalysis.Http;
using PracticeAnalysis.ServiceDefaults;
using Scalar.AspNetCore;

namespace PracticeAnalysis.Gateway;

/// <summary>What is answered is the same for everybody, and may be kept by readers who ask whether it changed.</summary>
internal sealed record MayBeKept;

/// <summary>What the gateway itself answers to whoever integrates: the contract of the one origin, and its interactive reference.</summary>
public static class PublicPages
{
    /// <summary>Maps <c>/openapi/gateway.json</c>, <c>/openapi/asyncapi.json</c>, and <c>/reference</c>, which loads the first and nothing beside: those of
    /// single services are at <c>/reference/{service}</c>.</summary>
    public static void MapPublicPages(this WebApplication app)
    {
        foreach (var name in (string[])[Contract.Name, Contract.Unasked])
        {
            app.Map($"/openapi/{name}.json", (HttpContext http) => Contract.Read(http, name))
                .GetAlone()
                .AsksOnly()
                .WithMetadata(new MayBeKept());
        }

        app.MapMethods("/reference", ["POST", "PUT", "PATCH", "DELETE"], () => Results.NotFound()).GetAlone();
        app.MapScalarApiReference(
            "/reference",
            options =>
            {
                Reference.Plainly(options);
                options.AddDocument(Contract.Name, "PracticeAnalysis");
            }
        );
    }
}
