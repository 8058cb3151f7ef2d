using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.Events;
using JasperFx.MultiTenancy;
using JasperFx.Resources;
using Marten;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.ServiceDefaults.Access;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Ledger;
using PracticeAnalysis.ServiceDefaults.Persons;
using PracticeAnalysis.ServiceDefaults.Texts;
using Wolverine;
using Wolverine.Marten;
using Wolverine.Marten.Subscriptions;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>What one service is: its name (also its schema and queue), its store, its messages and its ledgered facts.</summary>
/// <param name="Name">In lower case: engagement, session, reporting.</param>
/// <param name="Assembly">The service's own assembly, where its handlers and generated code live.</param>
/// <param name="Store">Registers aggregates and projections.</param>
/// <param name="Messages">Registers the messages it publishes and where they go.</param>
/// <param name="Ledgered">The bases of the facts that the ledger shows.</param>
public sealed record ServiceDefinition(
    string Name,
    System.Reflection.Assembly Assembly,
    Action<StoreOptions> Store,
    Action<MessageTransport> Messages,
    IReadOnlyList<Type> Ledgered
)
{
    /// <summary>The facts that the ledger shows.</summary>
    public IReadOnlyList<Type> LedgeredFacts => [.. Ledgered.Concat(Common).SelectMany(FactTypes.Of)];

    // What became of persons' data, and of facts that cannot be applied, which every service records alike.
    private static readonly IReadOnlyList<Type> Common = [typeof(ErasedPersonFact), typeof(RetentionFact), typeof(SetAsideFact)];

    /// <summary>Tables of its own, beside the events, to which it only adds.</summary>
    public IReadOnlyList<string> AppendOnly { get; init; } = [];

    /// <summary>What else follows the service's events.</summary>
    public IReadOnlyList<BatchSubscription> Subscriptions { get; init; } = [];
}

/// <summary>The store of a service, the same for the service and for who reads it from outside (offline fold, audit).</summary>
public static class ServiceStore
{
    /// <summary>Schema, JSON, tenancy, metadata, errors that stop rather than skip, and the service's own aggregates.</summary>
    public static void Configure(this ServiceDefinition service, StoreOptions options)
    {
        options.DatabaseSchemaName = service.Name;
        options.Serializer(FactSerializer.Create());
        options.Policies.AllDocumentsAreMultiTenanted();
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Events.UseMandatoryStreamTypeDeclaration = false;
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        options.OpenTelemetry.TrackEventCounters();
        options.DisableNpgsqlLogging = true;
        // A column of its own: under row-level security no index on an expression over JSON is used.
        options.Schema.For<DataKey>().Duplicate(k => k.Owner);
        options.Schema.For<Received>();
        options.AddAggregate<ErasedPerson>();
        options.Schema.For<KnownKey>().SingleTenanted().UseOptimisticConcurrency(true);
        options.Schema.For<SandboxGeneration>().SingleTenanted();
        Commitments.AddTo(options);
        options.Schema.For<PoisonFact>().SingleTenanted();
        options.AddFacts(typeof(SetAsideFact));
        // Engagement alone has any; where there are none, there is none to export or to remove.
        options.Schema.For<IdentityRecord>();
        options.AddAggregate<RetentionRecord>();
        options.Schema.For<AcceptedRequest>();
        service.Store(options);
    }
}

/// <summary>What every service is made of: store, messages, telemetry, health, problems, authentication.</summary>
public static class ServiceHost
{
    /// <summary>Where the queues' tables are.</summary>
    internal const string TransportSchema = "queues";

    /// <summary>Adds all of it.</summary>
    public static void AddPracticeService(this WebApplicationBuilder builder, ServiceDefinition service)
    {
        var migrating = builder.Configuration.GetValue<bool>("Migrate");
        var services = builder.Services;
        builder.AddLimits();
        builder.AddInWork();
        services.AddSingleton(service);
        services.TryAddSingleton(TimeProvider.System);
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
        builder.AddTokens();
        services.AddSingleton<SandboxTenant>();
        services.AddTransient<IClaimsTransformation, CurrentGeneration>();
        builder.AddTelemetry(service.Name);
        builder.AddHealth();
        builder.AddNodeWatch();
        builder.AddSnapshotWatch();
        services.AddSingleton<DatabaseAnswers>();
        builder.AddReference(service.Name);

        builder.AddStores(service, TransportSchema);
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
            var messages = MessageTransport.Of(options, builder.Configuration);
            messages.Publishes<ApiKeyUsed>("engagement");
            messages.Publishes<LedgerEntriesRecorded>("ledger");
            messages.Publishes<LedgerEntriesPublished>("ledger");
            service.Messages(messages);
        });
    }

    /// <summary>Puts the common parts of the pipeline in place.</summary>
    public static void UsePracticeService(this WebApplication app)
    {
        app.UseAnswering();
        app.UseProblems();

        // Before the time runs, and before a key is looked up.
        app.UseRateLimiter();
        app.UseRequestTimeouts();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseStrictBodies();
        app.UseInstants();
        app.UseIdempotencyKeys();
        app.UseConditionalReads();
        app.MapHealth();
        app.MapReference(app.Services.GetRequiredService<ServiceDefinition>().Name);
        ReadChainHeads.Map(app, app.Services.GetRequiredService<ServiceDefinition>());
        ExportPerson.Map(app);
        Waiting.Map(app);
    }

    /// <summary>Every tenant that has keys here.</summary>
    internal static async Task<IReadOnlyList<string>> Tenants(IHost host, CancellationToken cancel)
    {
        var service = host.Services.GetRequiredService<ServiceDefinition>().Name;
        var tenants = new List<string>();
        await using var command = host
            .Services.GetRequiredKeyedService<NpgsqlDataSource>(Stores.Daemon)
            .CreateCommand($"select distinct tenant_id from {service}.mt_doc_datakey order by 1");
        await using var reader = await command.ExecuteReaderAsync(cancel);
        while (await reader.ReadAsync(cancel))
        {
            tenants.Add(reader.GetString(0));
        }

        return tenants;
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
        foreach (var table in service.AppendOnly)
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
