using System.Diagnostics;
using System.Net.Sockets;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Runtime;

namespace PracticeAnalysis.EventStore;

/// <summary>What fails because of the database's state, and not because of what was asked of it: tried again, it succeeds.</summary>
public static class Transient
{
    // Connection, login, no such database yet, standby, a transaction that stood still too long, rolled back, resources, shutdown and recovery, system
    // errors: all but 57014 of class 57.
    private static readonly string[] Classes = ["08", "28", "3D", "25006", "25P03", "40", "53", "57P", "58"];

    /// <summary>Whether the exception, or any that caused it, says that the database was away, fell, or could not do it just then.</summary>
    public static bool IsCause(Exception? of) =>
        of switch
        {
            null => false,
            PostgresException { SqlState: var state } refused => refused.IsTransient
                || Classes.Any(c => state.StartsWith(c, StringComparison.Ordinal)),
            NpgsqlException or TimeoutException or SocketException => true,
            AggregateException all => all.InnerExceptions.Any(IsCause),
            _ => IsCause(of.InnerException),
        };
}

/// <summary>A message that met no database waits for it where it is, so that none that came after it overtakes it, and is handled then. It is
/// no attempt: however long the database is away, no message is given up for it.</summary>
public sealed class AwaitDatabase() : UserDefinedContinuation("Wait for the database, and handle the message then")
{
    /// <inheritdoc />
    public override async ValueTask ExecuteAsync(
        IEnvelopeLifecycle lifecycle,
        IWolverineRuntime runtime,
        DateTimeOffset now,
        Activity? activity
    )
    {
        lifecycle.Envelope!.Attempts--;
        try
        {
            await runtime.Services.GetRequiredService<DatabaseAnswers>().Wait(runtime.Cancellation);
        }
        catch (OperationCanceledException)
        {
            // The node ends; the message stays in the inbox, for the next one.
            return;
        }

        await lifecycle.RetryExecutionNowAsync();
    }
}

/// <summary>Waits for the service's database.</summary>
public sealed class DatabaseAnswers(NpgsqlDataSource database, TimeProvider time)
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(8);

    /// <summary>Waits a second, and then until the database answers: asks at first every second, later every eight.</summary>
    public async Task Wait(CancellationToken cancel)
    {
        for (var pause = TimeSpan.FromSeconds(1); ; pause = pause < Longest ? pause * 2 : Longest)
        {
            await Task.Delay(pause, time, cancel);
            if (await IsSo(cancel))
            {
                return;
            }
        }
    }

    /// <summary>Whether it answers.</summary>
    /// <exception cref="PostgresException">It answers, and refuses the service's login: no waiting helps.</exception>
    public async Task<bool> IsSo(CancellationToken cancel)
    {
        try
        {
            await using var command = database.CreateCommand("select 1");
            await command.ExecuteScalarAsync(cancel);
            return true;
        }
        catch (Exception e) when (Transient.IsCause(e) && e is not PostgresException { SqlState: "28P01" or "28000" })
        {
            // Those that are left of before the fall would each fail once.
            database.Clear();
            return false;
        }
    }
}
