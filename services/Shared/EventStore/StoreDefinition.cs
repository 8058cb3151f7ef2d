using System.Reflection;
using Marten;

namespace PracticeAnalysis.EventStore;

/// <summary>The store of a service, the same for the service and for who reads it from outside (offline fold, audit).</summary>
/// <param name="Name">The service's, and its schema's.</param>
/// <param name="Assembly">The service's own, which holds its facts.</param>
public abstract record StoreDefinition(string Name, Assembly Assembly)
{
    /// <summary>The facts that the ledger shows.</summary>
    public abstract IReadOnlyList<Type> LedgeredFacts { get; }

    /// <summary>Registers all that is stored.</summary>
    public abstract void Configure(StoreOptions options);
}
