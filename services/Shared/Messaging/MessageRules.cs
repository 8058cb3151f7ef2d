using System.Text.Json;
using JasperFx;
using JasperFx.CodeGeneration;
using JasperFx.CodeGeneration.Frames;
using JasperFx.CodeGeneration.Model;
using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using Wolverine;
using Wolverine.Attributes;
using Wolverine.Configuration;
using Wolverine.ErrorHandling;
using Wolverine.Runtime.Handlers;
using Wolverine.Util;

namespace PracticeAnalysis.Messaging;

/// <summary>What holds for every message: its alias, what is tried again rather than a dead letter, and the causal clock carried along.</summary>
public static class MessageRules
{
    // Two messages about one stream at once: the later one waits a moment and finds the stream as the earlier one left it.
    private static readonly TimeSpan[] Cooldowns =
    [
        .. ((int[])[10, 25, 50, 100, 250, 500, 1000, 2000]).Select(milliseconds => TimeSpan.FromMilliseconds(milliseconds)),
    ];

    /// <summary>Applies them.</summary>
    public static void Apply(WolverineOptions options)
    {
        WolverineMessageNaming.InsertFirst<ContractNaming>();
        options.UseSystemTextJsonForSerialization(Json);
        // What took too long, or was broken off as its node ended, did not fail of what it says either.
        options
            .Policies.OnException<Exception>(e => Transient.IsCause(e) || e is OperationCanceledException)
            .ContinueWith(new AwaitDatabase());
        options.Policies.OnException<Exception>(Race.WasLost).RetryWithCooldown(Cooldowns);
        options.Policies.AddMiddleware(typeof(CausalMiddleware));
        // What is called out of the house is called in no transaction: such a handler opens its own, before and after.
        options.Policies.AddMiddleware(typeof(TenantMiddleware), chain => !chain.HasAttribute<NonTransactionalAttribute>());
        options.Policies.Add<CommitsToTheEnd>();
    }

    /// <summary>How messages are written.</summary>
    public static void Json(JsonSerializerOptions json) => json.PropertyNamingPolicy = JsonNamingPolicy.CamelCase;
}

/// <summary>What a handler has begun to store is stored, even where the service is told to stop meanwhile: see <see cref="TenantSessions.Commit(IDocumentSession)" />.</summary>
public sealed class CommitsToTheEnd : IHandlerPolicy
{
    /// <inheritdoc />
    public void Apply(IReadOnlyList<HandlerChain> chains, GenerationRules rules, IServiceContainer container)
    {
        foreach (
            var commit in chains
                .SelectMany(chain => chain.Postprocessors)
                .OfType<MethodCall>()
                .Where(call => call.Method.Name == nameof(IDocumentSession.SaveChangesAsync))
        )
        {
            commit.Arguments[0] = new Variable(typeof(CancellationToken), "System.Threading.CancellationToken.None");
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
        else if (envelope.Message is LedgerEntriesRecorded told)
        {
            clock.Receive(told.Entries.Max(e => e.Clock)!);
        }
        else if (envelope.Message is LedgerEntryRecorded entry)
        {
            clock.Receive(entry.Clock);
        }
    }
}
