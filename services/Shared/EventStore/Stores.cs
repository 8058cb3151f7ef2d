using JasperFx;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using Wolverine;
using Wolverine.Marten;

namespace PracticeAnalysis.EventStore;

/// <summary>The store as projections, subscriptions and jobs over every tenant see it, under a login of their own. Nothing that serves a
/// request or handles a message takes it.</summary>
public interface IDaemonStore : IDocumentStore;

/// <summary>A service's one schema through two logins: its own, which sees the tenant that a transaction names and no other, and the
/// daemon's, which sees all.</summary>
public static class Stores
{
    /// <summary>The key of the data source under the daemon's login; its connection string is <c>ConnectionStrings:Daemon</c>.</summary>
    public const string Daemon = "Daemon";

    private const string Postgres = "Postgres";

    // What asks no database: the contract, and the code and description that are written before there is any.
    private static readonly string[] Offline = ["openapi", "codegen", "describe", "help", "--help", "-h", "-?"];

    // What runs to its end and needs no daemon.
    private static readonly string[] WithoutDaemon = ["migrate", "sweep", "set-aside", "replay-erasures"];

    /// <summary>Adds the store under both logins; under the daemon's not to a migration.</summary>
    public static void AddStores(this WebApplicationBuilder builder, StoreDefinition service, string transportSchema)
    {
        var services = builder.Services;
        var migrating = builder.Configuration.GetValue<bool>("Migrate");
        services.AddSingleton(_ => Source(builder.Configuration.GetConnectionString(Postgres), Postgres));
        services.AddKeyedSingleton(Daemon, (_, _) => Source(builder.Configuration.GetConnectionString(Daemon), Daemon));
        services
            .AddMarten(options =>
            {
                service.Configure(options);
                if (migrating)
                {
                    options.AutoCreateSchemaObjects = AutoCreate.CreateOrUpdate;

                    // It makes the documents' policies; sessions under it would name the tenant for longer than a transaction.
                    options.UseRowLevelSecurity(TenantSessions.Setting);
                    return;
                }

                options.AutoCreateSchemaObjects = AutoCreate.None;

                // The store would repeat what failed in a new transaction, which names no tenant; whoever asked tries again instead.
                options.ConfigurePolly(_ => { });
                options.ConfigureWritePolly(_ => { });
            })
            .UseNpgsqlDataSource()
            .UseLightweightSessions()
            .IntegrateWithWolverine(wolverine =>
            {
                wolverine.MessageStorageSchemaName = service.Name;
                wolverine.TransportSchemaName = transportSchema;
                wolverine.UseWolverineManagedEventSubscriptionDistribution = true;
            });
        if (!migrating)
        {
            services.AddDaemonStore(service);
        }
    }

    /// <summary>The connection string that what is asked for needs and that is not set; null where none is missing.</summary>
    public static string? Unset(IConfiguration configuration, string[] args)
    {
        string[] needed =
            args is [var first, ..] && Offline.Contains(first) ? []
            : args is [var job, ..] && WithoutDaemon.Contains(job) ? [Postgres]
            : [Postgres, Daemon];
        return needed.FirstOrDefault(name => string.IsNullOrWhiteSpace(configuration.GetConnectionString(name)));
    }

    /// <summary>Has a shard that stopped tried again, whatever it stopped for: it goes on where it stood when that was mended or set aside.</summary>
    public static void TryStoppedShardsAgain(WolverineOptions options)
    {
        TransientFailures.AddClassifier(Any);
        options.Durability.TransientFailureRestartMaxBackoff = TimeSpan.FromSeconds(10);
    }

    private static bool? Any(Exception failure) => true;

    /// <summary>Whether the database does not let a login in.</summary>
    public static bool IsRefusal(PostgresException e) => e.SqlState.StartsWith("28", StringComparison.Ordinal);

    private static string Refused(NpgsqlDataSource database) =>
        $"the login {new NpgsqlConnectionStringBuilder(database.ConnectionString).Username} of ConnectionStrings:{Daemon} is refused: nothing is projected or told.";

    /// <summary>Why the daemon's database did not do what it was asked, as health says it.</summary>
    public static string Why(Exception e, NpgsqlDataSource daemon) =>
        e is PostgresException refused && IsRefusal(refused) ? Refused(daemon)
        : Transient.IsCause(e) ? "the database does not answer."
        : $"{e.GetType().Name}.";

    /// <summary>Says so at the start where the daemon's login is refused. The service starts: it serves by its own login, health is red, and the
    /// daemon goes on by itself once its login is let in.</summary>
    public static async Task TryDaemon(IServiceProvider services, CancellationToken cancel)
    {
        var database = services.GetRequiredKeyedService<NpgsqlDataSource>(Daemon);
        try
        {
            await using var connection = await database.OpenConnectionAsync(cancel);
        }
        catch (PostgresException e) when (IsRefusal(e))
        {
            await Console.Error.WriteLineAsync($"{services.GetRequiredService<StoreDefinition>().Name}: {Refused(database)}");
        }
        catch (NpgsqlException)
        {
            // The database is away; that is said elsewhere.
        }
    }

    // Of a string that is not set nothing is guessed: the name leads nowhere, and says why. One span for each round trip says enough.
    private static NpgsqlDataSource Source(string? connection, string name) =>
        new NpgsqlDataSourceBuilder(connection ?? $"Host=connectionstrings-{name}-is-not-set.invalid")
            .ConfigureTracing(tracing => tracing.EnableFirstResponseEvent(false))
            .Build();

    private static void AddDaemonStore(this IServiceCollection services, StoreDefinition service)
    {
        // Wolverine distributes the shards of every event store that it finds: it is to find the daemon's alone.
        services.RemoveAll<IEventStore>();
        services.AddSingleton<StoppedShards>();
        services.AddHostedService(provider => provider.GetRequiredService<StoppedShards>());
        services.AddMartenStore<IDaemonStore>(provider =>
        {
            var options = new StoreOptions();
            service.Configure(options);
            options.AutoCreateSchemaObjects = AutoCreate.None;
            options.Projections.AsyncMode = DaemonMode.ExternallyManaged;

            // How long a first event after a quiet moment may wait.
            options.Projections.SlowPollingTime = TimeSpan.FromMilliseconds(250);

            // How long a missing number is looked at before it is asked whether anybody holds it. Nobody who does is passed over, however long
            // they take (services/docs/decisions: the evidence of the high-water mark), so there is nothing to wait for.
            options.Projections.StaleSequenceThreshold = TimeSpan.FromMilliseconds(100);
            options.Connection(provider.GetRequiredKeyedService<NpgsqlDataSource>(Daemon));
            return options;
        });
    }
}
