using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>Traces and metrics over OTLP, where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector. No text ever goes there.</summary>
public static class Telemetry
{
    /// <summary>Adds the sources and meters of the web server, Wolverine, Marten and Npgsql.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Logging.AddSimpleConsole(console => console.SingleLine = true);
        foreach (var chatty in (string[])["Npgsql", "Microsoft.AspNetCore", "Yarp", "System.Net.Http"])
        {
            builder.Logging.AddFilter(chatty, LogLevel.Warning);
        }

        // It writes failed statements with their parameters, a name among them; what fails is seen where it is thrown.
        builder.Logging.AddFilter("Marten.IDocumentStore", LogLevel.None);

        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service, "practice-analysis"))
            .WithTracing(tracing =>
                tracing
                    .AddAspNetCoreInstrumentation(o => o.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                    .AddHttpClientInstrumentation()
                    .AddSource("Wolverine", "Marten")
                    .AddNpgsql()
            )
            .WithMetrics(metrics =>
                metrics.AddAspNetCoreInstrumentation().AddRuntimeInstrumentation().AddMeter("Wolverine*", "Marten", "Npgsql")
            );
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }
    }

    /// <summary>The limits of the door: body 256 KB, headers 16 KB.</summary>
    public static void ConfigureKestrelLimits(this ConfigureWebHostBuilder host) =>
        host.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = 256 * 1024;
            kestrel.Limits.MaxRequestHeadersTotalSize = 16 * 1024;
        });
}
