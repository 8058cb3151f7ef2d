using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using PracticeAnalysis.Http;
using PracticeAnalysis.OpenApi;
using Scalar.AspNetCore;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>The API reference: an OpenAPI document and an interactive page for each service.</summary>
public static class Reference
{
    /// <summary>Adds the document.</summary>
    public static void AddReference(this WebApplicationBuilder builder, string service)
    {
        var names = new SchemaNames();
        builder.Services.AddSingleton(provider => new ApiDocument(provider, service, names));
        builder.Services.AddOpenApi(
            service,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.CreateSchemaReferenceId = type => names.Of(type);
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info = About(service);
                        // Whoever reads the document asks the origin it came from, the gateway's as a rule.
                        document.Servers =
                        [
                            new()
                            {
                                Url = "/",
                                Description = "The origin that this document came from: production, or a development machine.",
                                Extensions = new Dictionary<string, IOpenApiExtension>
                                {
                                    ["x-internal"] = new JsonNodeExtension(System.Text.Json.Nodes.JsonValue.Create(false)),
                                },
                            },
                        ];
                        return Task.CompletedTask;
                    }
                );
            }
        );
    }

    /// <summary>Serves <c>/openapi/{service}.json</c> and the page at <c>/reference</c>.</summary>
    public static void MapReference(this WebApplication app, string service)
    {
        app.MapGet(
                $"/openapi/{service}.json",
                async (ApiDocument document, CancellationToken cancel) => Results.Text(await document.Write(cancel), "application/json")
            )
            .AsksOnly()
            .AllowAnonymous()
            .ExcludeFromDescription();
        app.MapScalarApiReference("/reference", Plainly).AllowAnonymous();
    }

    /// <summary>Writes the document without a database or a listening server: what the build commits under <c>contracts/openapi</c>.</summary>
    public static async Task WriteReference(this WebApplication app, TextWriter to)
    {
        // The routes are known once the pipeline's ends are named; nothing is started.
        app.UseRouting();
        app.UseEndpoints(_ => { });
        await to.WriteAsync(await app.Services.GetRequiredService<ApiDocument>().Write(CancellationToken.None));
    }

    private static OpenApiInfo About(string service) =>
        new()
        {
            Title = $"PracticeAnalysis: {service}",
            Version = "v1",
            Description =
                "The backend of the analysis of professional practices. Errors are RFC 9457 problems whose type leads to a page; changes of "
                + "state want If-Match; reads know If-None-Match; times are RFC 3339 with offset; unknown members are refused. "
                + "[Guides](/guides) for integrators, establishments and auditors, [problems](/problems), [changelog](/changelog). "
                + "S0 to S4 and the like name the [source document](/guides/sources) of a rule.",
            Contact = new() { Name = "The operator of this service" },
        };

    /// <summary>The page, without its maker's tools, and with nothing fetched from elsewhere.</summary>
    public static void Plainly(ScalarOptions page)
    {
        page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        page.DefaultFonts = false;
        page.Telemetry = false;
        page.DisableAgent();
    }
}
