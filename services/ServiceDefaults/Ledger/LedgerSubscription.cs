using System.Text.Json;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using Wolverine;
using Wolverine.Marten.Subscriptions;

namespace PracticeAnalysis.ServiceDefaults.Ledger;

/// <summary>Publishes every event of a service to the ledger, in order, with the subscription's progress in one transaction.</summary>
public sealed class LedgerSubscription : BatchSubscription
{
    private readonly string _source;

    /// <summary>The subscription of one service.</summary>
    /// <param name="source">The service's name.</param>
    /// <param name="facts">The facts it publishes: all of its own, and not those that only mirror other services'.</param>
    public LedgerSubscription(string source, IEnumerable<Type> facts)
        : base("Ledger")
    {
        _source = source;
        foreach (var fact in facts)
        {
            IncludeType(fact);
        }

        Options.BatchSize = 200;
    }

    /// <inheritdoc />
    public override async Task ProcessEventsAsync(
        EventRange page,
        ISubscriptionController controller,
        IDocumentOperations operations,
        IMessageBus bus,
        CancellationToken cancellationToken
    )
    {
        var streams = page.Events.Select(e => e.StreamId).Distinct().ToArray();
        var firsts = await operations
            .Events.QueryAllRawEvents()
            .Where(e => e.AnyTenant() && e.Version == 1 && e.StreamId.IsOneOf(streams))
            .ToListAsync(cancellationToken);
        var engagements = firsts
            .Where(e => e.Data is IBelongsToEngagement)
            .ToDictionary(e => e.StreamId, e => ((IBelongsToEngagement)e.Data).Engagement);
        foreach (var e in page.Events)
        {
            await bus.PublishAsync(
                LedgerEntry.Of(_source, e, engagements.GetValueOrDefault(e.StreamId, e.StreamId)),
                new DeliveryOptions { TenantId = e.TenantId }
            );
        }
    }
}

/// <summary>An event as the ledger shows it. The offline fold of a store uses the same.</summary>
public static class LedgerEntry
{
    /// <summary>The ledger's entry of an event.</summary>
    public static LedgerEntryRecorded Of(string source, IEvent e, Guid subject)
    {
        var redacted = Canonical.Text(Canonical.Redact(JsonSerializer.SerializeToNode(e.Data, e.EventType, FactJson.Options)));
        return new(
            source,
            e.Sequence,
            subject,
            e.StreamId,
            FactTypes.StreamType(e.EventType),
            e.Version,
            FactTypes.Alias(e.EventType),
            e.Headers?.GetValueOrDefault(EventHeaders.Clock)?.ToString() ?? string.Empty,
            ((Fact)e.Data).OccurredAt,
            e.Timestamp.ToUniversalTime(),
            e.UserName ?? string.Empty,
            redacted,
            Canonical.Hash(redacted)
        );
    }
}
