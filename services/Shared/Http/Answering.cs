using System.Diagnostics;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace PracticeAnalysis.Http;

/// <summary>The headers of every answer: the request's id, its trace, and what is to be known of a route that goes.</summary>
public static partial class Answering
{
    /// <summary>The caller's own id of a request, echoed.</summary>
    public const string RequestId = "X-Request-Id";

    private const string TraceParent = "traceparent";

    /// <summary>Adds them, on refusals too; what a service behind this one said stands.</summary>
    public static void UseAnswering(this WebApplication app) =>
        app.Use(
            (context, next) =>
            {
                var id = Given(context.Request) ?? Activity.Current?.TraceId.ToString() ?? context.TraceIdentifier;
                context.Request.Headers[RequestId] = id;
                var trace = Activity.Current?.Id;
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers[RequestId] = id;
                    if (trace is not null)
                    {
                        headers[TraceParent] = trace;
                    }

                    // What is left of a body that was refused is not read past the limit: the caller is told, before it sends its next request
                    // into a connection that ends.
                    if (
                        context.Response.StatusCode == StatusCodes.Status413PayloadTooLarge
                        || (
                            context.Response.StatusCode >= StatusCodes.Status400BadRequest
                            && context.Request.Headers.TransferEncoding.Count > 0
                        )
                    )
                    {
                        headers.Connection = "close";
                    }

                    if (context.GetEndpoint()?.Metadata.GetMetadata<Deprecated>() is { } deprecated)
                    {
                        headers["Deprecation"] = deprecated.Deprecation;
                        headers["Sunset"] = deprecated.Sunset;
                        headers.Append("Link", deprecated.Link);
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );

    // An id of another form is not taken over: it goes to logs and traces.
    private static string? Given(HttpRequest request) => request.Headers[RequestId] is [{ } id] && Form().IsMatch(id) ? id : null;

    [GeneratedRegex(@"\A[A-Za-z0-9._-]{1,64}\z")]
    private static partial Regex Form();
}
