using Marten;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.ServiceDefaults;
using Wolverine.Marten;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>The parts of the proof: tables, the one that fills the tree, the one that signs, and what auditors read.</summary>
public static class ProofParts
{
    /// <summary>The tables that only ever gain rows.</summary>
    public static readonly IReadOnlyList<string> AppendOnly =
    [
        Tree.Leaves,
        Tree.Nodes,
        CheckpointStore.Signed,
        CheckpointStore.Cosigned,
        CheckpointStore.Stamped,
    ];

    /// <summary>Adds the tables to the store.</summary>
    public static void AddProofTables(this StoreOptions options)
    {
        foreach (var table in Tree.Tables().Concat(CheckpointStore.Tables()))
        {
            options.Storage.ExtendedSchemaObjects.Add(table);
        }
    }

    /// <summary>Adds what fills, signs and reads.</summary>
    public static void AddProof(this WebApplicationBuilder builder)
    {
        var services = builder.Services;
        services.AddSingleton(_ => SignerKeys.From(builder.Configuration, builder.Environment));
        services.AddSingleton(_ => new WriteOnceFile(builder.Configuration["Proof:CheckpointFile"]));
        services.AddHttpClient(nameof(TimestampAuthority), client => client.Timeout = TimeSpan.FromSeconds(10));
        services.AddSingleton<TimestampAuthority>();
        services.AddSingleton<Checkpointer>();
        services.AddScoped<ReadCheckpoints>();
        services.AddScoped<ReadProofs>();
        services.AddScoped<ReadEntries>();
        services.AddHostedService<CheckpointSchedule>();
        services.AddHealthChecks().AddCheck<ProofCheck>("proof", tags: [Health.Ready]);
        services.SubscribeToEvents<IDaemonStore>(new TreeSubscription());
        services.AddSingleton(TreeSubscription.Followed);
    }

    /// <summary>The routes.</summary>
    public static void MapProof(this IEndpointRouteBuilder routes)
    {
        ReadCheckpoints.Map(routes);
        ReadProofs.Map(routes);
        ReadEntries.Map(routes);
    }
}
