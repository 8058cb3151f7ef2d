using System.Text.Json;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Http;
using Wolverine;
using Wolverine.ErrorHandling;
using Wolverine.Postgresql;
using Wolverine.Util;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>What holds for every message: its alias, retries before the dead letters, and the causal clock carried along.</summary>
public static class MessageRules
{
    private static readonly TimeSpan[] Cooldowns =
    [
        .. new[] { 10, 20, 40, 80, 160, 320, 640, 1280 }.Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds)),
    ];

    /// <summary>Applies them.</summary>
    public static void Apply(WolverineOptions options)
    {
        WolverineMessageNaming.InsertFirst<ContractNaming>();
        options.UseSystemTextJsonForSerialization(Json);
        options.Policies.OnException(IsRace).RetryWithCooldown(Cooldowns);

        // The same message twice at once: the second finds the first one's mark when it is tried again.
        options.Policies.OnException<JasperFx.DocumentAlreadyExistsException>().RetryTimes(3);
        options
            .Policies.OnException<Npgsql.NpgsqlException>()
            .ScheduleRetry(TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(20));
        options.Policies.AddMiddleware(typeof(CausalMiddleware));
    }

    // Two messages for one stream at once: the second is taken again on what the first left. Where both begin the stream, the store
    // says so by the database's own words alone.
    private static bool IsRace(Exception e) =>
        e is JasperFx.ConcurrencyException or Marten.Exceptions.ExistingStreamIdCollisionException
        || (e is Marten.Exceptions.MartenCommandException && e.InnerException is Npgsql.PostgresException { SqlState: "23505" });

    /// <summary>How messages are written.</summary>
    public static void Json(JsonSerializerOptions json) => json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;

    /// <summary>Publishes a message to the queue of each service that listens to it.</summary>
    public static void Publishes<T>(this WolverineOptions options, params string[] services)
    {
        foreach (var service in services)
        {
            options.PublishMessage<T>().ToPostgresqlQueue(service);
        }
    }
}

/// <summary>A message's alias comes from its contract, never from its CLR name: <c>engagement.v1.group-sealed</c>.</summary>
public sealed class ContractNaming : IMessageTypeNaming
{
    private const string Root = "PracticeAnalysis.Contracts.";

    /// <inheritdoc />
    public bool TryDetermineName(Type messageType, out string messageTypeName)
    {
        var name = messageType.FullName ?? string.Empty;
        var contract = name.StartsWith(Root, StringComparison.Ordinal);
        messageTypeName = contract
            ? string.Join('.', name[Root.Length..].Split('.').Select(JsonNamingPolicy.KebabCaseLower.ConvertName))
            : string.Empty;
        return contract;
    }
}

/// <summary>Before a message is handled, the clock takes note of the reading that came with it.</summary>
public static class CausalMiddleware
{
    /// <summary>Takes note.</summary>
    public static void Before(Envelope envelope, HybridClock clock)
    {
        if (envelope.Headers.TryGetValue(EventHeaders.Clock, out var reading) && reading is not null)
        {
            clock.Receive(reading);
        }
        else if (envelope.Message is LedgerEntryRecorded entry)
        {
            clock.Receive(entry.Clock);
        }
    }
}
