using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.ServiceDefaults;
using Wolverine;

namespace PracticeAnalysis.Session;

/// <summary>Publishes again what the ledger misses of this service.</summary>
public static class LedgerEntriesMissingHandler
{
    /// <summary>Publishes it.</summary>
    public static Task Handle(
        LedgerEntriesMissing missing,
        ServiceDefinition service,
        IDocumentSession session,
        IMessageContext bus,
        CancellationToken cancel
    ) => MissingEntries.Publish(missing, service, session, bus, cancel);
}
