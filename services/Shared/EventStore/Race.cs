using JasperFx;
using Marten.Exceptions;
using Npgsql;

namespace PracticeAnalysis.EventStore;

/// <summary>Two writers at once: the store let one of them through, and the other one may try again on what it finds then.</summary>
public static class Race
{
    /// <summary>Whether the exception, or any that caused it, says that another writer was first.</summary>
    public static bool WasLost(Exception? exception) =>
        exception switch
        {
            null => false,
            ConcurrencyException or ExistingStreamIdCollisionException or DocumentAlreadyExistsException or SnapshotRaceException => true,
            PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected } => true,
            AggregateException all => all.InnerExceptions.Any(WasLost),
            _ => WasLost(exception.InnerException),
        };
}
