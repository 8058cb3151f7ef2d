using System.Text.Json;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Ledger;

/// <summary>One link of a stream's chain.</summary>
/// <param name="Version">The version of the stream up to which it goes.</param>
/// <param name="Link">SHA-256, in lower hexadecimal, over that event and the link before it.</param>
public sealed record ChainLink(long Version, string Link);

/// <summary>The end of one stream's chain, computed from the service's own events.</summary>
/// <param name="Source">The service whose stream it is: engagement, session or reporting.</param>
/// <param name="Stream">The stream's id; where it is a person's, what stands for it in the entries, or the last link where they are of before.</param>
/// <param name="Tenant">The practice whose stream it is.</param>
/// <param name="Settled">The last link that was recorded by the time that was asked for; null where there was none yet. The ledger must hold it.</param>
/// <param name="Head">The last link; the ledger may be on its way to it and must not be past it.</param>
public sealed record StreamHead(string Source, string Stream, string Tenant, ChainLink? Settled, ChainLink Head);

/// <summary>The heads of all chains of one service, from its own store and never from the ledger: an auditor compares the two.</summary>
public sealed class ReadChainHeads(IDocumentStore store, StoreDefinition service)
{
    /// <summary>Streams a tenant's heads, one a line.</summary>
    /// <param name="settled">What was recorded by then must have reached the ledger.</param>
    public async Task Stream(string tenant, DateTimeOffset settled, HttpResponse response, CancellationToken cancel)
    {
        response.ContentType = "application/x-ndjson";
        await using var session = await store.ForTenant(tenant, cancel);
        await session.MayWait(cancel);
        var entries = new StoredEntries(service.Name, service.LedgeredFacts).Read(session.Connection!, tenant, cancel: cancel);
        await foreach (var head in Heads(tenant, settled, entries))
        {
            await JsonSerializer.SerializeAsync(response.Body, head, FactJson.Options, cancel);
            await response.WriteAsync("\n", cancel);
        }
    }

    /// <summary>The head of each stream of entries that come stream by stream.</summary>
    public static async IAsyncEnumerable<StreamHead> Heads(
        string tenant,
        DateTimeOffset settled,
        IAsyncEnumerable<LedgerEntryRecorded> entries
    )
    {
        StreamHead? head = null;
        ChainHead? chain = null;
        await foreach (var entry in entries)
        {
            if (head is not null && chain?.Id != entry.Stream)
            {
                yield return head;
                (head, chain) = (null, null);
            }

            chain = (chain ?? ChainHead.Before(entry.Stream)).After(entry);
            var link = new ChainLink(entry.Version, entry.Link!);
            var name = PersonIds.AreStreams(entry.StreamType) ? chain.Names?[0] ?? link.Link : entry.Stream.ToString();
            head = new(entry.Source, name, tenant, entry.RecordedAt <= settled ? link : head?.Settled, link);
        }

        if (head is not null)
        {
            yield return head;
        }
    }

    /// <summary>Maps the route.</summary>
    public static void Map(IEndpointRouteBuilder routes, StoreDefinition service) =>
        routes
            .MapGet(
                $"/v1/proof/heads/{service.Name}",
                (DateTimeOffset? settled, HttpContext http, ReadChainHeads heads, TimeProvider time, CancellationToken cancel) =>
                    heads.Stream(Actor.From(http.User)!.Tenant, settled ?? time.GetUtcNow().AddMinutes(-1), http.Response, cancel)
            )
            .UnderGrantOverAll()
            .WithSummary($"Read the chain heads of the {service.Name} service")
            .Produces<StreamHead>(200, "application/x-ndjson")
            .DisableRequestTimeout()
            .For(Roles.Auditor);
}
