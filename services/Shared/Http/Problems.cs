using System.Diagnostics;
using JasperFx.Events.Daemon;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Net.Http.Headers;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>The token of the request is signed as it should be, and is none all the same.</summary>
/// <param name="Refusal">Why.</param>
public sealed record RefusedToken(Refusal Refusal);

/// <summary>RFC 9457 problems: one shape for every refusal, never an echo of the input.</summary>
public static class Problems
{
    /// <summary>The problem that a refusal is, in the language that the request asks for.</summary>
    public static IResult ToResult(this Refusal refusal) => new ProblemResult(refusal);

    /// <summary>The body of the problem that a refusal is.</summary>
    /// <param name="language">fr or en.</param>
    /// <param name="errors">The places of the input that it is about.</param>
    public static ProblemDetails Details(Refusal refusal, string language, params IReadOnlyList<InputError> errors)
    {
        // A table's reader knows its columns, and not the member that each becomes.
        string Said(string text, InputError? at) =>
            at is { Column: { } column, At: { } pointer }
                ? InColumn(RefusalTexts.In(language, text), pointer[1..].Replace('/', '.'), column, language)
                : RefusalTexts.In(language, text);

        var details = new ProblemDetails
        {
            Status = refusal.Status,
            Type = $"/problems/{refusal.Type}",
            Title = ProblemCatalogue.Find(refusal.Type)?.Title.In(language),
            Detail = Said(refusal.Detail, errors.FirstOrDefault(e => e.Message == refusal.Detail)),
        };
        details.Extensions["satisfy"] = RefusalTexts.In(language, refusal.Satisfy);
        if (refusal.Rules.Count > 0)
        {
            details.Extensions["rules"] = refusal.Rules.Select(r => new
            {
                r.Frame,
                rule = r.Name,
                r.Source,
            });
        }

        if (errors.Count > 0)
        {
            details.Extensions["errors"] = errors.Select(e =>
                e with
                {
                    Allowed = RefusalTexts.In(language, e.Allowed),
                    Message = Said(e.Message, e),
                }
            );
        }

        return details;
    }

    // What begins with the member begins with the column.
    private static string InColumn(string text, string member, string column, string language)
    {
        var quoted = language == "fr" ? $"« {column} »" : $"\"{column}\"";
        var called = new[] { member, member[(member.LastIndexOf('.') + 1)..] }.FirstOrDefault(m =>
            text.StartsWith($"{m} ", StringComparison.Ordinal)
        );
        return called is not null && called != column ? quoted + text[called.Length..] : text;
    }

    /// <summary>Turns what is thrown into a problem: malformed input 400 or 413, the database away 503, which says whether it may have been done.</summary>
    public static void UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                // A caller's mistake is no event of ours, and its exception quotes what was sent.
                SuppressDiagnosticsCallback = thrown => thrown.Exception is BadHttpRequestException,
                ExceptionHandler = async context =>
                {
                    var error = context.Features.Get<IExceptionHandlerFeature>()?.Error;
                    var refusal = error is BadHttpRequestException { StatusCode: not (413 or 408 or 415) } bad
                        ? await InputErrors.Of(bad, context)
                        : Refused(error, context);
                    await refusal.ToResult().ExecuteAsync(context);
                },
            }
        );
        app.UseStatusCodePages(async status =>
        {
            var context = status.HttpContext;
            var refusal = context.Response.StatusCode switch
            {
                401 => context.Features.Get<RefusedToken>()?.Refusal
                    ?? new Refusal(
                        401,
                        "unauthenticated",
                        "The token or key is absent, expired, revoked or not issued for this service.",
                        "Send Authorization: Bearer with a valid token or API key."
                    ),
                403 => context.Features.Get<RefusedToken>()?.Refusal ?? Forbidden(context),
                404 => Refusal.NotFound,
                405 => NotAllowed,
                413 => TooLarge(Most(context)),
                429 => new(429, "too-many-requests", "This client sends requests too often.", "Try again after the time in Retry-After."),
                502 or 503 or 504 when RequestOutcome.IsOpen(context) => RequestOutcome.Unknown,
                502 or 503 or 504 => Unavailable("A service behind the gateway is unavailable."),
                408 => TooSlow,
                415 => MediaTypes.Unsupported(context),
                400 when HttpMethods.IsPost(context.Request.Method) => InputErrors.Torn,
                var other => new Refusal(other, "malformed", "The request cannot be read.", "Compare it with the API reference."),
            };
            await refusal.ToResult().ExecuteAsync(context);
        });
        app.MapProblemPages();
    }

    // The claim, the role or the scope that is lacking, and what would do.
    private static Refusal Forbidden(HttpContext context) =>
        Actor.Lacks(context.User) is { } claim
            ? new(
                403,
                "forbidden",
                $"The token lacks the claim {claim}, or has it damaged or twice.",
                claim == "tenant"
                    ? "Use a token that names tenant once, in 1 to 100 ASCII letters, digits, dots, hyphens and underscores, starting with a letter or digit."
                    : "Use a token that names tenant, role and person once each; for the role establishment, also the establishment."
            )
        : context.GetEndpoint()?.Metadata is not { } route || route.GetMetadata<ForRoles>() is not { Roles: var roles }
            ? new(403, "forbidden", "The token does not allow this.", "The API reference says who may.")
        : !roles.Contains(Actor.From(context.User)!.Role)
            ? new(
                403,
                "forbidden",
                "The token's role does not allow this.",
                roles is [var only]
                    ? $"Use a token with the role {only}."
                    : $"Use a token with one of these roles: {string.Join(", ", roles)}."
            )
        : new(
            403,
            "forbidden",
            $"The token or key lacks the scope {route.GetMetadata<ForScope>()!.Scope}.",
            "Use one that has it; no other scope will do."
        );

    /// <summary>405.</summary>
    public static Refusal NotAllowed { get; } =
        new(405, "method-not-allowed", "The resource does not allow this method.", "The API reference lists the methods.");

    /// <summary>503: nothing happened, and it may be tried again.</summary>
    public static Refusal Unavailable(string detail) => new(503, "unavailable", detail, "Try again after the time in Retry-After.");

    private static Refusal TooSlow { get; } =
        new(408, "too-slow", "The body did not arrive in time.", "Send it again, over a faster connection.");

    private sealed class ProblemResult(Refusal refusal) : IResult
    {
        public Task ExecuteAsync(HttpContext httpContext)
        {
            if (refusal.Status == 503 && httpContext.Response.Headers.RetryAfter.Count == 0)
            {
                httpContext.Response.Headers.RetryAfter = "2";
            }

            var language = Language.Of(httpContext.Request);
            httpContext.Response.Headers.ContentLanguage = language;
            httpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.AcceptLanguage);
            var details = Details(refusal, language, InputErrors.Of(refusal, httpContext));

            // The framework gives it to those alone who accept JSON.
            details.Extensions["traceId"] = Activity.Current?.Id ?? httpContext.TraceIdentifier;
            return Results.Problem(details).ExecuteAsync(httpContext);
        }
    }

    /// <summary>413.</summary>
    /// <param name="most">How many bytes are read.</param>
    public static Refusal TooLarge(long most) =>
        new(413, "too-large", $"The body is larger than {most / 1024:N0} KB.", "Send less in one request.");

    // What the server reads of this request: an endpoint may ask for more than is usual.
    private static long Most(HttpContext context) =>
        context.Features.Get<IHttpMaxRequestBodySizeFeature>()?.MaxRequestBodySize ?? RequestLimits.BodyBytes;

    private static Refusal Refused(Exception? error, HttpContext context) =>
        error switch
        {
            BadHttpRequestException { StatusCode: 413 } => TooLarge(Most(context)),
            BadHttpRequestException { StatusCode: 408 } => TooSlow,
            BadHttpRequestException { StatusCode: 415 } => MediaTypes.Unsupported(context),
            ProviderAwayException => Unavailable("The identity provider is unavailable."),
            _ when IsOfAFact(error) => Unavailable(
                "An event in the resource's history cannot be read; the operator must repair it or set it aside."
            ),
            _ when Transient.IsCause(error) => RequestOutcome.Broken(context, error),
            _ when Answered(error) is { SqlState: ['2', '2', ..] } => new(
                400,
                "malformed",
                "A value cannot be stored as given.",
                "Compare it with the API reference."
            ),
            _ when Answered(error) is { SqlState: ['2', '3', ..] } => Refusal.OfOrder(
                "Someone else stored the same thing at the same time.",
                "Read what is recorded, then try again."
            ),
            _ => new(500, "unexpected", "An unexpected error occurred.", "Give the operator the trace id."),
        };

    // What the database says of what it was given, however deep it is wrapped.
    private static PostgresException? Answered(Exception? error) =>
        error is null or PostgresException ? error as PostgresException : Answered(error.InnerException);

    private static bool IsOfAFact(Exception? error) =>
        error is IEventFailureContext || (error is not null && IsOfAFact(error.InnerException));
}
