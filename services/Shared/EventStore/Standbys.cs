using JasperFx;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Npgsql;

namespace PracticeAnalysis.EventStore;

/// <summary>The route shows what it is told of later, and nothing of which its API says that it is there with a write's answer.</summary>
public sealed record MayBeBehind;

/// <summary>The hot standbys of a service's database, as <c>ConnectionStrings:Replica</c> names them (<c>Host=one,other:5433;…</c>, under the
/// service's own login); none, where it names none. The primary is not among them.</summary>
public sealed class Standbys : IAsyncDisposable
{
    private readonly List<NpgsqlDataSource> _databases = [];
    private readonly List<DocumentStore> _stores = [];
    private int _turn;

    /// <summary>A store for each standby, so that a request may keep to one of them.</summary>
    public Standbys(StoreDefinition service, IConfiguration configuration)
    {
        var named = new NpgsqlConnectionStringBuilder(configuration.GetConnectionString("Replica") ?? string.Empty);
        foreach (var host in named.Host?.Split(',', StringSplitOptions.RemoveEmptyEntries) ?? [])
        {
            // One host, and yet of the kind that is built for many: it knows for ten seconds who did not answer, and asks again only then.
            var one = new NpgsqlDataSourceBuilder(
                new NpgsqlConnectionStringBuilder(named.ConnectionString) { Host = host }.ConnectionString
            );
            var database = one.BuildMultiHost();
            _databases.Add(database);
            _stores.Add(
                DocumentStore.For(options =>
                {
                    service.Configure(options);
                    options.AutoCreateSchemaObjects = AutoCreate.None;
                    options.ConfigurePolly(_ => { });
                    options.Connection(database.WithTargetSession(TargetSessionAttributes.Standby));
                })
            );
        }
    }

    /// <summary>One of them, in turn; null where there is none.</summary>
    public IDocumentStore? Next() =>
        _stores.Count == 0 ? null : _stores[(int)((uint)Interlocked.Increment(ref _turn) % (uint)_stores.Count)];

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _stores.ForEach(store => store.Dispose());
        foreach (var database in _databases)
        {
            await database.DisposeAsync();
        }
    }
}

/// <summary>Where a request reads: on a standby, where its route may be behind; else, and where no standby answers, on the primary.</summary>
public sealed class Reads(IDocumentStore primary, Standbys standbys, IHttpContextAccessor http)
{
    private IDocumentStore? _at;

    /// <summary>A session that reads, inside its transaction, which the database itself keeps to one tenant. All of a request's are on one
    /// database, or later ones on a newer: what was waited for is there when it is read.</summary>
    /// <param name="tenant">From the token, and from nowhere else.</param>
    public async Task<IQuerySession> ForTenant(string tenant, CancellationToken cancel)
    {
        _at ??= http.HttpContext is { } context && MayBeOld(context) ? standbys.Next() ?? primary : primary;
        if (_at != primary)
        {
            if (await OnStandby(_at, tenant, cancel) is { } session)
            {
                return session;
            }

            _at = primary;
        }

        return await primary.ForTenant(tenant, cancel);
    }

    // Who names a state that was read, by its ETag, version or cursor, is not answered from an older one.
    private static bool MayBeOld(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<MayBeBehind>() is not null
        && context.Request.Headers.IfNoneMatch.Count == 0
        && !context.Request.Query.ContainsKey("version")
        && !context.Request.Query.ContainsKey("after");

    // Null where it is gone, or so far behind that it would let someone in who left long ago.
    private static async Task<IDocumentSession?> OnStandby(IDocumentStore standby, string tenant, CancellationToken cancel)
    {
        IDocumentSession? session = null;
        try
        {
            session = await standby.ForTenant(tenant, cancel);
            await using var command = session.Connection!.CreateCommand();
            command.CommandText = "select now() - pg_last_xact_replay_timestamp() < interval '1 minute'";
            if (await command.ExecuteScalarAsync(cancel) is true)
            {
                return session;
            }
        }
        catch (Exception e) when (Transient.IsCause(e))
        {
            // The primary has all that it had.
        }

        if (session is not null)
        {
            await session.DisposeAsync();
        }

        return null;
    }
}

/// <summary>What a route says of where it reads.</summary>
public static class StandbyRoutes
{
    /// <summary>A standby may answer the route, seconds behind: it shows nothing that is there with a write's answer.</summary>
    public static RouteHandlerBuilder MayBeBehind(this RouteHandlerBuilder route) => route.WithMetadata(new MayBeBehind());
}
