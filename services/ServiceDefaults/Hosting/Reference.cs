using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;
using Scalar.AspNetCore;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>The API reference: an OpenAPI document and an interactive page for each service.</summary>
public static class Reference
{
    private const string Bearer = "bearer";

    /// <summary>Adds the document.</summary>
    public static void AddReference(this WebApplicationBuilder builder, string service) =>
        builder.Services.AddOpenApi(
            service,
            options =>
            {
                options.OpenApiVersion = OpenApiSpecVersion.OpenApi3_1;
                options.AddDocumentTransformer(
                    (document, _, _) =>
                    {
                        document.Info.Title = $"PracticeAnalysis: {service}";
                        document.Info.Version = "v1";
                        // Whoever reads the document asks the origin it came from, the gateway's as a rule.
                        document.Servers = [new() { Url = "/" }];
                        document.Tags = null;
                        document.Components ??= new();
                        document.AddComponent<IOpenApiSecurityScheme>(
                            Bearer,
                            new OpenApiSecurityScheme
                            {
                                Type = SecuritySchemeType.Http,
                                Scheme = "bearer",
                                Description =
                                    "A token of the OpenID Connect provider, or an API key. Each operation names the scope that it asks for.",
                            }
                        );
                        return Task.CompletedTask;
                    }
                );
                options.AddOperationTransformer(
                    (operation, context, _) =>
                    {
                        var roles = context.Description.ActionDescriptor.EndpointMetadata.OfType<ForRoles>().LastOrDefault();
                        operation.Tags = new HashSet<OpenApiTagReference>
                        {
                            new(Resource(context.Description.RelativePath!), context.Document),
                        };
                        operation.Description = roles is null ? null : $"Roles: {string.Join(", ", roles.Roles)}.";
                        if (context.Description.ActionDescriptor.EndpointMetadata.OfType<ForScope>().LastOrDefault() is { } needed)
                        {
                            operation.Security = [new() { [new(Bearer, context.Document)] = [needed.Scope] }];
                        }

                        return Task.CompletedTask;
                    }
                );
            }
        );

    /// <summary>Serves <c>/openapi/{service}.json</c> and the page at <c>/reference</c>.</summary>
    public static void MapReference(this WebApplication app)
    {
        app.MapOpenApi().AllowAnonymous();
        app.MapScalarApiReference("/reference", Plainly).AllowAnonymous();
    }

    /// <summary>The page, without its maker's tools, and with nothing fetched from elsewhere.</summary>
    public static void Plainly(ScalarOptions page)
    {
        page.ShowDeveloperTools = DeveloperToolsVisibility.Never;
        page.DefaultFonts = false;
        page.Telemetry = false;
        page.DisableAgent();
    }

    // Operations are grouped by what the first noun of their path says: /v1/sessions/{id}/close is of the sessions.
    private static string Resource(string path) => path.Split('/')[1];
}
