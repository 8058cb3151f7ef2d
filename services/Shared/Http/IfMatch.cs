using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Net.Http.Headers;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>A change of a resource's state names the version that it changes, as its writer counts it: a fact that they do not see refuses
/// nothing, and of two changes that both see the second is refused.</summary>
public static class IfMatch
{
    /// <summary>A version as an ETag.</summary>
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>Whether a version is named: it holds then, where none is asked for too.</summary>
    public static bool IsGiven(HttpRequest request) => request.Headers.IfMatch.Count > 0;

    /// <summary>428 without If-Match, 400 when it is none, 412 when it names another version; <c>*</c> is any (RFC 9110).</summary>
    public static Refusal? Check(HttpRequest request, long version) =>
        !IsGiven(request)
            ? new(428, "precondition-required", "This changes a resource's state.", "Send If-Match with the ETag of your last read.")
        : Read(request) is not { } named ? NoETag
        : named.Any(tag => tag == EntityTagHeaderValue.Any || (!tag.IsWeak && tag.Tag == ETag(version))) ? null
        : Stale;

    /// <summary>400 where what is given is none.</summary>
    internal static Refusal? Malformed(HttpRequest request) => IsGiven(request) && Read(request) is null ? NoETag : null;

    private static IList<EntityTagHeaderValue>? Read(HttpRequest request) =>
        EntityTagHeaderValue.TryParseStrictList([.. request.Headers.IfMatch.OfType<string>()], out var named) ? named : null;

    private static Refusal NoETag { get; } =
        Refusal.OfParameter(
            "If-Match",
            "If-Match is not an ETag: its quotation marks are missing or incomplete.",
            "Send the ETag of your last read exactly as received, with its quotation marks."
        );

    /// <summary>412.</summary>
    public static Refusal Stale { get; } =
        new(412, "precondition-failed", "If-Match does not name the current version.", "Read the resource again, then decide.");
}
