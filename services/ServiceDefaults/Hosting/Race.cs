using JasperFx;
using Marten.Exceptions;
using Npgsql;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>Two writers at once: the store let one of them through, and the other one may try again on what it finds then.</summary>
public static class Race
{
    /// <summary>Whether the exception says that another writer was first.</summary>
    public static bool WasLost(Exception exception) =>
        exception is ConcurrencyException or ExistingStreamIdCollisionException or DocumentAlreadyExistsException or SnapshotRaceException
        || exception
            is MartenCommandException
            {
                InnerException: PostgresException { SqlState: PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DeadlockDetected }
            };
}
