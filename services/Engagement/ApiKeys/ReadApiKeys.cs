using System.Linq.Expressions;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.ApiKeys;

/// <summary>A page of keys.</summary>
/// <param name="Items">The keys, those issued last first.</param>
public sealed record ApiKeysView(IReadOnlyList<ApiKeyView> Items) : ShowsTexts;

/// <summary>Reads keys with their last use: a practice its own and the platforms', an establishment its own.</summary>
public sealed class ReadApiKeys(IDocumentStore store, TextVault vault)
{
    /// <summary>The keys of whoever asks, the newest first.</summary>
    public async Task<IResult> List(Actor actor, Portion portion, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        var before = portion.AfterId ?? Guid.AllBitsSet;
        var read = await session
            .Query<ApiKey>()
            .Where(Of(actor))
            .Where(k => k.Id < before)
            .OrderByDescending(k => k.Id)
            .Take(portion.Size + 1)
            .ToListAsync(cancel);
        var keys = portion.Behind(read, k => k.Id);
        var uses = (await session.LoadManyAsync<ApiKeyUse>(cancel, [.. keys.Select(k => k.Id)])).ToDictionary(u => u.Id);
        var views = new List<ApiKeyView>();
        foreach (var key in keys.Where(k => k.IsVisibleTo(actor)))
        {
            var opener = await vault.OpenerFor(session, key.Id, ApiKeyView.Texts(key), cancel);
            views.Add(ApiKeyView.Of(key, opener, null, uses.GetValueOrDefault(key.Id)?.LastUsedAt));
        }

        return new Shown(new ApiKeysView(views));
    }

    private static Expression<Func<ApiKey, bool>> Of(Actor actor)
    {
        var establishment = actor.Establishment ?? Guid.Empty;
        return actor.Is(Roles.Establishment) ? k => k.Establishment == establishment : k => k.Role != Roles.Establishment;
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/api-keys",
                ([AsParameters] Portion portion, HttpContext http, ReadApiKeys keys, CancellationToken cancel) =>
                    keys.List(Actor.From(http.User)!, portion, cancel)
            )
            .WithSummary("List API keys, with their last use")
            .Produces<ApiKeysView>()
            .For(Roles.Practice, Roles.Establishment);
        routes
            .MapGet(
                "/v1/api-keys/{id:guid}",
                (Guid id, HttpContext http, TextVault vault, Streams streams) =>
                    streams.Show<ApiKey>(
                        id,
                        async (session, key, _) =>
                        {
                            http.Response.Headers.ETag = IfMatch.ETag(key.Version);
                            var opener = await vault.OpenerFor(session, id, ApiKeyView.Texts(key), http.RequestAborted);
                            return ApiKeyView.Of(key, opener, null, (await session.LoadAsync<ApiKeyUse>(id))?.LastUsedAt);
                        }
                    )
            )
            .WithSummary("Read an API key, with its last use")
            .Produces<ApiKeyView>()
            .For(Roles.Practice, Roles.Establishment);
    }
}

/// <summary>Takes note of when keys were used.</summary>
public static class ApiKeyUsedHandler
{
    /// <summary>A key was used.</summary>
    public static async Task Handle(ApiKeyUsed message, IDocumentSession session, CancellationToken cancel)
    {
        if (await session.LoadAsync<ApiKeyUse>(message.Key, cancel) is not { } known || known.LastUsedAt < message.At)
        {
            session.Store(new ApiKeyUse(message.Key, message.At));
        }
    }
}
