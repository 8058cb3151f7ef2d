using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Metadata;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>The route answers as an event stream, alone or beside JSON.</summary>
/// <param name="Says">Which events come, and what their data is: for the contract.</param>
/// <param name="Example">A stretch of it.</param>
public sealed record StreamsEvents(string Says, string Example);

/// <summary>The request was a HEAD: it is answered as a GET of which no body is sent, and nothing is streamed for it.</summary>
public sealed record AskedHead;

/// <summary>Server-sent events: what happens is told as it does, in an answer that stays open.</summary>
public static class EventStream
{
    /// <summary>The media type.</summary>
    public const string Type = "text/event-stream";

    /// <summary>The header by which a client says up to which event it has come.</summary>
    public const string LastEventId = "Last-Event-ID";

    /// <summary>400: the event that the caller names is none of this stream.</summary>
    public static Refusal UnknownLast { get; } =
        Refusal.OfParameter(
            LastEventId,
            "Last-Event-ID is not the id of an event in this stream.",
            "Give the id of the last event received, or omit it to begin."
        );

    /// <summary>The route answers so too, or so alone.</summary>
    /// <param name="says">Which events come, and what their data is.</param>
    /// <param name="example">A stretch of it.</param>
    public static RouteHandlerBuilder Streams(this RouteHandlerBuilder route, string says, string example) =>
        route.WithMetadata(new StreamsEvents(says, example));

    /// <summary>Whether the request is answered so: the caller likes it best of what the route answers.</summary>
    public static bool IsAsked(HttpContext http) =>
        http.GetEndpoint()?.Metadata is { } route
        && route.GetMetadata<StreamsEvents>() is not null
        && MediaTypes.Best(
            http.Request,
            [.. route.GetOrderedMetadata<IProducesResponseTypeMetadata>().Where(p => p.StatusCode == 200).SelectMany(p => p.ContentTypes)]
        ) == Type;

    /// <summary>The event up to which the caller has come; null where they name none.</summary>
    public static string? Last(HttpRequest request) => request.Headers[LastEventId] is [{ Length: > 0 } id] ? id : null;
}
