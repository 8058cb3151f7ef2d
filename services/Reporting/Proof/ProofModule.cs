using PracticeAnalysis.EventStore;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.ServiceDefaults;
using Wolverine.Marten;

namespace PracticeAnalysis.Reporting.Proof;

/// <summary>The proof of the ledger: tables, the one that fills the tree, the one that signs, and what auditors read.</summary>
public static class ProofModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                foreach (var table in Tree.Tables().Concat(CheckpointStore.Tables()))
                {
                    store.Storage.ExtendedSchemaObjects.Add(table);
                }
            },
            Views = views =>
            {
                views.AddSingleton(s => SignerKeys.From(s.GetRequiredService<IConfiguration>(), s.GetRequiredService<IHostEnvironment>()));
                views.AddSingleton(s => new WriteOnceFile(s.GetRequiredService<IConfiguration>()["Proof:CheckpointFile"]));
                views.AddHttpClient(nameof(TimestampAuthority), client => client.Timeout = TimeSpan.FromSeconds(10));
                views.AddSingleton<TimestampAuthority>();
                views.AddSingleton<Checkpointer>();
                views.AddScoped<ReadCheckpoints>();
                views.AddScoped<ReadProofs>();
                views.AddScoped<ReadEntries>();
                views.AddHostedService<CheckpointSchedule>();
                views.AddHealthChecks().AddCheck<ProofCheck>("proof", tags: [Health.Ready]);
                views.SubscribeToEvents<IDaemonStore>(new TreeSubscription());
                views.AddSingleton(TreeSubscription.Followed);
            },
            AppendOnly = [Tree.Leaves, Tree.Nodes, CheckpointStore.Signed, CheckpointStore.Cosigned, CheckpointStore.Stamped],
        };
}
