using System.Diagnostics;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Console;
using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Context.Propagation;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using PracticeAnalysis.EventStore;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>Logs to the console, traces and metrics over OTLP where <c>OTEL_EXPORTER_OTLP_ENDPOINT</c> names a collector; each by allow-list.</summary>
public static class Telemetry
{
    // Room is kept for so many combinations of tags of each metric, whether they come or not; by default for 2,000, ten megabytes in all.
    private const int MostSeries = 500;

    // Each route with each of its answers.
    private const string OfRequests = "http.server.request.duration";

    /// <summary>Adds the sources and meters of the web server, Wolverine, Marten and Npgsql, and keeps all of them quiet.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder, string service)
    {
        builder.Services.TryAddSingleton(TimeProvider.System);
        builder.Logging.ClearProviders();
        builder.Logging.AddConsole(console => console.FormatterName = QuietLogs.Formatter);
        builder.Logging.AddConsoleFormatter<QuietLogs, ConsoleFormatterOptions>();
        foreach (var chatty in (string[])["Npgsql", "Microsoft.AspNetCore", "Yarp", "System.Net.Http"])
        {
            builder.Logging.AddFilter(chatty, LogLevel.Warning);
        }

        QuietExceptions.Begin();
        builder.Services.AddSingleton<DistributedContextPropagator>(new TraceIdsAlone());
        DistributedContextPropagator.Current = new TraceIdsAlone();
        Sdk.SetDefaultTextMapPropagator(new TraceContextPropagator());
        var telemetry = builder
            .Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService(service, "practice-analysis"))
            .WithTracing(tracing =>
                tracing
                    .AddAspNetCoreInstrumentation(o => o.Filter = context => !context.Request.Path.StartsWithSegments("/health"))
                    .AddHttpClientInstrumentation()
                    .AddSource("Wolverine", "Marten")
                    .AddNpgsql()
                    .AddProcessor(new QuietSpans())
            )
            .WithMetrics(metrics =>
                metrics
                    .AddAspNetCoreInstrumentation()
                    .AddRuntimeInstrumentation()
                    .AddMeter("Wolverine*", "Marten", "Npgsql")
                    .AddView(metric => metric.Name == OfRequests ? null : new() { CardinalityLimit = MostSeries })
            );
        if (builder.Configuration["OTEL_EXPORTER_OTLP_ENDPOINT"] is { Length: > 0 })
        {
            telemetry.UseOtlpExporter();
        }
    }
}
