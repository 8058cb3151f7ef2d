using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;

namespace PracticeAnalysis.Http;

/// <summary>The route changes a resource's state, and asks for <c>If-Match</c>.</summary>
public sealed record NeedsIfMatch;

/// <summary>The roles that a route is for.</summary>
public sealed record ForRoles(IReadOnlyList<string> Roles);

/// <summary>The scope that a route asks for.</summary>
public sealed record ForScope(string Scope);

/// <summary>What the route starts goes on after its answer (202, and its Location says how far it is), or the route says how far it is
/// (<c>Retry-After</c>, while it goes on).</summary>
public sealed record LongRunning;

/// <summary>The route sends an ETag of its own with every answer, in whatever form, and knows <c>If-None-Match</c>.</summary>
public sealed record SendsETag;

/// <summary>The route goes: since when it is discouraged, when it ends, and where its successor is told.</summary>
/// <param name="Since">From then on it answers with <c>Deprecation</c> (RFC 9745).</param>
/// <param name="Until">It answers until then at least: <c>Sunset</c> (RFC 8594).</param>
/// <param name="Successor">The page or path that says what to use instead.</param>
public sealed record Deprecated(DateTimeOffset Since, DateTimeOffset Until, string Successor)
{
    /// <summary>The value of <c>Deprecation</c>: a structured date.</summary>
    public string Deprecation => string.Create(CultureInfo.InvariantCulture, $"@{Since.ToUnixTimeSeconds()}");

    /// <summary>The value of <c>Sunset</c>: an HTTP date.</summary>
    public string Sunset => Until.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>The value of <c>Link</c>.</summary>
    public string Link => $"<{Successor}>; rel=\"deprecation\"";
}

/// <summary>What a route says of itself beside its summary, types and roles; the document and the answers' headers follow from it.</summary>
public static class RouteMetadata
{
    /// <summary>A route that changes state through <c>Streams.Change</c>: 428 without <c>If-Match</c>, 412 when it is stale.</summary>
    public static RouteHandlerBuilder MapChange(
        this IEndpointRouteBuilder routes,
        [StringSyntax("Route")] string pattern,
        Delegate handler
    ) => routes.MapPost(pattern, handler).WithMetadata(new NeedsIfMatch());

    /// <summary>The route goes.</summary>
    public static TBuilder Deprecated<TBuilder>(this TBuilder route, DateTimeOffset since, DateTimeOffset until, string successor)
        where TBuilder : IEndpointConventionBuilder => route.WithMetadata(new Deprecated(since, until, successor));
}
