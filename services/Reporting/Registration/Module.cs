using JasperFx.Events.Projections;
using Marten;
using PracticeAnalysis.Messaging;
using Wolverine.Marten.Subscriptions;

namespace PracticeAnalysis.Reporting.Registration;

/// <summary>A part of the service, as it registers itself: what it stores, shows and answers.</summary>
public sealed record Module(Action<StoreOptions> Store, Action<IServiceCollection> Views, Action<IEndpointRouteBuilder> Routes)
{
    /// <summary>What it receives and sends.</summary>
    public Action<MessageTransport> Messages { get; init; } = _ => { };

    /// <summary>Those of its facts that the ledger shows.</summary>
    public IReadOnlyList<Type> Ledgered { get; init; } = [];

    /// <summary>What of it follows the service's events.</summary>
    public IReadOnlyList<BatchSubscription> Subscriptions { get; init; } = [];

    /// <summary>Tables of its own that only ever gain rows.</summary>
    public IReadOnlyList<string> AppendOnly { get; init; } = [];
}
