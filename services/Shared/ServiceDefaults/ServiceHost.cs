using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Resources;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Messaging;
using PracticeAnalysis.Privacy;
using Wolverine;
using Wolverine.Marten;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>What every service is made of: store, messages, telemetry, health, problems, authentication.</summary>
public static class ServiceHost
{
    /// <summary>Where the queues' tables are.</summary>
    internal const string TransportSchema = "queues";

    /// <summary>This machine's clock, unless a development configuration names a file (<c>Clock:BehindFile</c>) that sets it back.</summary>
    public static TimeProvider ClockOf(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && builder.Configuration["Clock:BehindFile"] is { } file
            ? new SetBackTime(file)
            : TimeProvider.System;

    /// <summary>Adds all of it.</summary>
    public static void AddPracticeService(this WebApplicationBuilder builder, ServiceDefinition service)
    {
        var migrating = builder.Configuration.GetValue<bool>("Migrate");
        var services = builder.Services;
        services.TryAddSingleton(ClockOf(builder));
        builder.AddLimits();
        builder.AddInWork();
        services.AddSingleton(service);
        services.AddSingleton<StoreDefinition>(service);
#pragma warning disable RS0030 // The one place where ids are made; everything below takes them as arguments.
        services.TryAddSingleton(new IdSource(Guid.CreateVersion7));
#pragma warning restore RS0030
        services.AddSingleton<HybridClock>();
        services.AddSingleton(_ => MasterKeys.From(builder.Configuration, builder.Environment));
        services.AddSingleton<TextVault>();
        services.AddHttpContextAccessor();
        services.AddSingleton<Recording>();
        services.AddSingleton<Standbys>();
        services.AddScoped<Reads>();
        services.AddScoped<Streams>();
        services.AddScoped<Inbox>();
        services.AddSingleton(_ => ErasureList.From(builder.Configuration, builder.Environment, service.Name));
        services.AddSingleton<IKeepsOfPersons, KeptLetters>();
        services.AddSingleton<PersonErasure>();
        services.AddChains();
        services.AddScoped<ExportPerson>();
        services.ConfigureHttpJsonOptions(json => StrictJson.Configure(json.SerializerOptions));
        services.Configure<RouteHandlerOptions>(o => o.ThrowOnBadRequest = true);
        services.AddProblemDetails();
        services.AddMediaTypes();
        builder.AddTokens();
        services.AddSandbox();
        builder.AddTelemetry(service.Name);
        builder.AddHealth();
        builder.AddNodeWatch();
        builder.AddSnapshotWatch();
        services.AddSingleton<DatabaseAnswers>();
        builder.AddReference(service.Name);

        builder.AddStores(service, TransportSchema);
        services.AddOutcome();
        if (!migrating)
        {
            services.AddLedger(service);
            foreach (var subscription in service.Modules.SelectMany(m => m.Subscriptions))
            {
                services.SubscribeToEvents<IDaemonStore>(subscription);
            }
        }

        builder.Host.UseWolverine(options =>
        {
            options.ServiceName = service.Name;
            options.ApplicationAssembly = service.Assembly;

#if DEBUG
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Dynamic;
#else
            options.CodeGeneration.TypeLoadMode = TypeLoadMode.Static;
#endif
            options.AutoBuildMessageStorageOnStartup = migrating ? AutoCreate.CreateOrUpdate : AutoCreate.None;
            options.UnknownMessageBehavior = UnknownMessageBehavior.DeadLetterQueue;
            options.Policies.UseDurableInboxOnAllListeners();
            options.Policies.UseDurableOutboxOnAllSendingEndpoints();
            options.Policies.UseDurableLocalQueues();
            options.Policies.AutoApplyTransactions();
            options.Durability.StaleNodeTimeout = NodeWatch.Silence;
            options.Durability.HealthCheckPollingTime = TimeSpan.FromSeconds(1);
            options.Durability.CheckAssignmentPeriod = TimeSpan.FromSeconds(1);
            options.Durability.FirstHealthCheckExecution = TimeSpan.FromSeconds(1);
            Stores.TryStoppedShardsAgain(options);

            // What a node that lives took up and lost, by a database that went away in between, is taken up again.
            options.Durability.InboxStaleTime = TimeSpan.FromMinutes(1);
            options.Durability.OutboxStaleTime = TimeSpan.FromMinutes(1);

            // What is due is looked for so often, and so much of it taken up at once: a hundred every five seconds would be twenty timers a second.
            options.Durability.ScheduledJobPollingTime = TimeSpan.FromSeconds(1);
            options.Durability.RecoveryBatchSize = 1_000;
            MessageRules.Apply(options);
            service.Route(MessageTransport.Of(options, builder.Configuration));
        });

        foreach (var module in service.Modules)
        {
            module.Views(services);
        }
    }

    /// <summary>Puts the pipeline in place, and maps what the service answers.</summary>
    public static void UsePracticeService(this WebApplication app)
    {
        app.UseAnswering();
        app.UseProblems();
        app.UseLimits();
        app.UseMethods();

        // Before the time runs, and before a key is looked up.
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseStrictBodies();
        app.UseMediaTypes();
        app.UseStrictQueries();
        app.UseIdempotencyKeys();
        app.UseConditionalReads();
        app.MapHealth();
        var service = app.Services.GetRequiredService<ServiceDefinition>();
        app.MapReference(service.Name);
        ReadChainHeads.Map(app, service);
        ExportPerson.Map(app);
        Waiting.Map(app);
        app.MapSlices(service.Assembly);
    }

    private const int Attempts = 5;

    /// <summary>Brings the schema up to date, as the migrator who owns it, and puts up its walls: what each login may do, and to which
    /// tenant's rows.</summary>
    public static async Task Migrate(this IHost host)
    {
        await host.SetupResources();
        var service = host.Services.GetRequiredService<ServiceDefinition>();
        using var walls = new StreamReader(typeof(ServiceHost).Assembly.GetManifestResourceStream("walls.sql")!);
        var sql = (await walls.ReadToEndAsync())
            .Replace("@service@", service.Name, StringComparison.Ordinal)
            .Replace("@queues@", TransportSchema, StringComparison.Ordinal)
            .Replace("@setting@", TenantSessions.Setting, StringComparison.Ordinal);
        foreach (var table in service.Modules.SelectMany(m => m.AppendOnly))
        {
            sql += $"revoke update, delete, truncate on {table} from {service.Name}, {service.Name}_daemon;";
        }

        await using var put = host.Services.GetRequiredService<NpgsqlDataSource>().CreateCommand(sql);
        for (var attempt = 1; ; attempt++)
        {
            try
            {
                await put.ExecuteNonQueryAsync();
                return;
            }
            catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DeadlockDetected && attempt < Attempts)
            {
                // Nodes that run hold what is locked here in another order. It is put up whole or not at all, and as well once more.
            }
        }
    }
}
