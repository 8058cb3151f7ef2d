using JasperFx;
using Marten;
using Marten.Services.BatchQuerying;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Timeouts;

namespace PracticeAnalysis.EventStore;

/// <summary>The only way to a session for what serves a request or handles a message: a transaction that the database itself keeps to one
/// tenant. Without it the service's login sees no row (<c>services/docs/decisions</c>: the second wall).</summary>
public static class TenantSessions
{
    /// <summary>The setting that the policies of every tenanted table compare with.</summary>
    public const string Setting = "practice.tenant";

    /// <summary>A session inside its transaction; reads run in it too. Dispose of it soon: it holds a connection.</summary>
    /// <param name="tenant">From the token, or from the message's envelope, and from nowhere else.</param>
    public static async Task<IDocumentSession> ForTenant(this IDocumentStore store, string tenant, CancellationToken cancel)
    {
        var session = store.Open(tenant);
        try
        {
            await session.Enter(cancel);
            return session;
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>The same, where its first round trip is still to come: it names the tenant and takes along what is added to the batch. Until
    /// the batch was executed the session sees no row.</summary>
    public static async Task<(IDocumentSession Session, IBatchedQuery First)> Begin(
        this IDocumentStore store,
        string tenant,
        CancellationToken cancel
    )
    {
        var session = store.Open(tenant);
        try
        {
            await session.Connect();
            var first = session.CreateBatchQuery();
            _ = first.Query<string>(Naming("?"), tenant);
            return (session, first);
        }
        catch
        {
            await session.DisposeAsync();
            throw;
        }
    }

    /// <summary>A session for what is asked before it is known whose it is, such as an API key: it sees what is no tenant's, and nothing else.</summary>
    public static Task<IDocumentSession> ForNobody(this IDocumentStore store, CancellationToken cancel) =>
        store.ForTenant(StorageConstants.DefaultTenantId, cancel);

    /// <summary>Begins the session's transaction and names its tenant, until the transaction ends and not a moment longer: connections go
    /// back to the pool as they are.</summary>
    public static async Task Enter(this IDocumentSession session, CancellationToken cancel)
    {
        await session.Connect();
        await using var command = session.Connection!.CreateCommand();
        command.CommandText = Naming("$1");
        command.Parameters.Add(new() { Value = session.TenantId });
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>From here to the end of its transaction the session may wait for who reads slowly, longer than the database lets other
    /// transactions be idle. So it holds nothing that anybody else waits for.</summary>
    public static async Task MayWait(this IQuerySession session, CancellationToken cancel)
    {
        await using var command = session.Connection!.CreateCommand();
        command.CommandText = "set local idle_in_transaction_session_timeout = 0";
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>From here to the end of its transaction the session does what erasure may and the service itself may not: destroy keys, and take
    /// away names and letters. It ends with the transaction, as the tenant does.</summary>
    public static async Task BecomeEraser(this IDocumentSession session, CancellationToken cancel)
    {
        await using var command = session.Connection!.CreateCommand();
        command.CommandText = "set local role eraser";
        await command.ExecuteNonQueryAsync(cancel);
    }

    /// <summary>From here to the end of its transaction the session adds entries to the ledger, and nothing else: the service itself adds none.</summary>
    public static async Task BecomeLedger(this IDocumentSession session, CancellationToken cancel)
    {
        await using var command = session.Connection!.CreateCommand();
        command.CommandText = "set local role ledger";
        await command.ExecuteNonQueryAsync(cancel);
    }

#pragma warning disable RS0030 // The one place that opens a session and ends its transaction; every other one asks here.
    private static IDocumentSession Open(this IDocumentStore store, string tenant) => store.LightweightSession(tenant);

    /// <summary>Stores what the session holds and ends its transaction, whoever hangs up meanwhile: a number of the sequence that was taken and
    /// given up is one at which the daemon waits. The database's own limit on a statement bounds it.</summary>
    public static Task Commit(this IDocumentSession session) => session.SaveChangesAsync(CancellationToken.None);

    /// <summary>The same for a request: it ends where the request has outlasted its time, and not where its client hangs up.</summary>
    public static Task Commit(this IDocumentSession session, HttpContext request) =>
        session.SaveChangesAsync(request.Features.Get<IHttpRequestTimeoutFeature>()?.RequestTimeoutToken ?? CancellationToken.None);
#pragma warning restore RS0030

    // Whoever hangs up between the connection and its transaction would take the connection with them: the session does not know of it yet. The pool's
    // own patience bounds it.
    private static Task Connect(this IDocumentSession session) => session.BeginTransactionAsync(CancellationToken.None).AsTask();

    // BEGIN goes with it, as the first statement that is sent.
    private static string Naming(string tenant) => $"select set_config('{Setting}', {tenant}, true)";
}

/// <summary>Before a message is handled, its session is kept to the tenant that the message is of.</summary>
public static class TenantMiddleware
{
    /// <summary>Keeps it.</summary>
    public static Task BeforeAsync(IDocumentSession session, CancellationToken cancel) => session.Enter(cancel);
}
