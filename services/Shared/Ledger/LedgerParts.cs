using System.Security.Cryptography;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Privacy;
using Wolverine.Marten;

namespace PracticeAnalysis.Ledger;

/// <summary>Adds a service's side of the ledger.</summary>
public static class LedgerParts
{
    /// <summary>Adds what reads the chains of the ledger, and what is destroyed of them with a person.</summary>
    public static void AddChains(this IServiceCollection services)
    {
        services.AddScoped<ReadChainHeads>();
        services.AddSingleton<IKeepsOfPersons, KeptSalts>();
    }

    /// <summary>Adds what tells the ledger, and the looks at what the daemon has taken and at what the ledger has.</summary>
    public static void AddLedger(this IServiceCollection services, StoreDefinition service)
    {
        // A subscription without types would take every event, those that mirror other services' too.
        services.SubscribeToEvents<IDaemonStore>(
            new LedgerSubscription(service.Name, service.LedgeredFacts, RandomNumberGenerator.GetBytes)
        );
        services.AddSingleton(LedgerSubscription.Followed(service.Name, service.LedgeredFacts));
        services.AddSingleton<Completeness>();
        services.AddHostedService(provider => provider.GetRequiredService<Completeness>());
        services.AddSingleton<Reconciliation>();
        services.AddHostedService(provider => provider.GetRequiredService<Reconciliation>());
    }
}
