using Microsoft.AspNetCore.Builder;

namespace PracticeAnalysis.Http;

/// <summary>A type of event that those outside are told of.</summary>
/// <param name="Name">As whoever subscribes names it, such as <c>bilan.published</c>.</param>
/// <param name="Type">As its envelope names it.</param>
/// <param name="Says">What happened: a sentence.</param>
/// <param name="Resource">Where it can be read, such as <c>/v1/bilans/{id}</c>.</param>
/// <param name="Called">The roles whose webhooks are called with it; none, where it is told in the feed alone.</param>
/// <param name="IsInFeed">Whether the feed has it: a test comes by webhook alone.</param>
public sealed record EventType(string Name, string Type, string Says, string Resource, IReadOnlyList<string> Called, bool IsInFeed);

/// <summary>The items of the route's list are events of these types, and webhooks are called with the same: for the contract.</summary>
public sealed record TellsEvents(IReadOnlyList<EventType> Types);

/// <summary>Routes that tell of events.</summary>
public static class EventRoutes
{
    /// <summary>Names the types of event that the route's list may hold.</summary>
    public static RouteHandlerBuilder Tells(this RouteHandlerBuilder route, IReadOnlyList<EventType> types) =>
        route.WithMetadata(new TellsEvents(types));
}
