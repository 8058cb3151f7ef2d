using System.Reflection;
using JasperFx.Events.Projections;
using Marten;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Messaging;
using Wolverine.Marten.Subscriptions;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>A part of a service, as its folder registers it. Its routes need no registration: see <see cref="Slices" />.</summary>
public sealed record Module
{
    /// <summary>What it stores.</summary>
    public Action<StoreOptions> Store { get; init; } = _ => { };

    /// <summary>How that is shown, and what its routes ask for.</summary>
    public Action<IServiceCollection> Views { get; init; } = _ => { };

    /// <summary>What it publishes, and which queues it listens to beside the service's own.</summary>
    public Action<MessageTransport> Messages { get; init; } = _ => { };

    /// <summary>The bases of those of its facts that the ledger shows.</summary>
    public IReadOnlyList<Type> Ledgered { get; init; } = [];

    /// <summary>What of it follows the service's events.</summary>
    public IReadOnlyList<BatchSubscription> Subscriptions { get; init; } = [];

    /// <summary>Tables of its own that only ever gain rows.</summary>
    public IReadOnlyList<string> AppendOnly { get; init; } = [];
}

/// <summary>The slices of a service: every type that has a <c>Map</c> of its own answers by it. A slice is one file, and none is forgotten.</summary>
public static class Slices
{
    private const BindingFlags Own = BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.DeclaredOnly;

    /// <summary>Maps them, in the order of their names.</summary>
    internal static void MapSlices(this IEndpointRouteBuilder routes, Assembly assembly)
    {
        foreach (
            var map in assembly
                .GetTypes()
                .OrderBy(t => t.FullName, StringComparer.Ordinal)
                .Select(t => t.GetMethod("Map", Own, [typeof(IEndpointRouteBuilder)]))
                .OfType<MethodInfo>()
        )
        {
            map.CreateDelegate<Action<IEndpointRouteBuilder>>()(routes);
        }
    }
}
