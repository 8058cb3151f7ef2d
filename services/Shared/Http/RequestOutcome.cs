using Marten;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>Whether it is known what became of a command that ends without an answer: nothing happened, or it may have been done.</summary>
public static class RequestOutcome
{
    private sealed record Begun;

    /// <summary>503: it may have been done.</summary>
    public static Refusal Unknown { get; } =
        new(
            503,
            "outcome-unknown",
            "It may have been done: the outcome was not known in time.",
            "Send it again with the same Idempotency-Key: it is done only once. Without a key, first read whether it was done."
        );

    /// <summary>From now on the request's command may have been done, whatever breaks off.</summary>
    public static void Leave(HttpContext context) => context.Features.Set(new Begun());

    /// <summary>What a request is answered that did not end within its time.</summary>
    internal static Refusal OutOfTime(HttpContext context) =>
        IsOpen(context) ? Unknown : Problems.Unavailable("The answer took longer than a request may take.");

    /// <summary>What a request is answered whose database did not answer.</summary>
    internal static Refusal Broken(HttpContext context, Exception? error) =>
        IsOpen(context) && !SaysNo(error) ? Unknown : Problems.Unavailable("The database is unavailable.");

    /// <summary>Whether it may have been done; a read never is.</summary>
    internal static bool IsOpen(HttpContext context) =>
        !HttpMethods.IsGet(context.Request.Method)
        && !HttpMethods.IsHead(context.Request.Method)
        && context.Features.Get<Begun>() is not null;

    /// <summary>Has each request take note of what its sessions store.</summary>
    public static void AddOutcome(this IServiceCollection services) =>
        services.ConfigureMarten(
            (provider, options) => options.Listeners.Add(new Noted(provider.GetRequiredService<IHttpContextAccessor>()))
        );

    // An error, unlike the end of a connection, says that the transaction is undone.
    private static bool SaysNo(Exception? error) =>
        error is PostgresException said ? said.InvariantSeverity == "ERROR" : error is not null && SaysNo(error.InnerException);

    // Takes note in the request that a session begins to store, and that it has stored.
    private sealed class Noted(IHttpContextAccessor http) : DocumentSessionListenerBase
    {
        public override Task BeforeSaveChangesAsync(IDocumentSession session, CancellationToken token)
        {
            http.HttpContext?.Features.Set(new Begun());
            return Task.CompletedTask;
        }

        public override Task AfterCommitAsync(IDocumentSession session, Marten.Services.IChangeSet commit, CancellationToken token)
        {
            http.HttpContext?.Features.Set<Begun>(null);
            return Task.CompletedTask;
        }
    }
}
