using System.Globalization;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>A change of a resource's state names the version that it changes, as its writer counts it: a fact that they do not see refuses
/// nothing, and of two changes that both see the second is refused.</summary>
public static class IfMatch
{
    /// <summary>A version as an ETag.</summary>
    public static string ETag(long version) => string.Create(CultureInfo.InvariantCulture, $"\"{version}\"");

    /// <summary>428 without If-Match, 412 when it names another version.</summary>
    public static Refusal? Check(HttpRequest request, long version)
    {
        var given = request.Headers.IfMatch;
        return given.Count == 0
                ? new(428, "precondition-required", "This changes a resource's state.", "Send If-Match with the ETag of your last read.")
            : given.Count == 1 && given[0] == ETag(version) ? null
            : Stale;
    }

    /// <summary>412.</summary>
    public static Refusal Stale { get; } =
        new(
            412,
            "precondition-failed",
            "If-Match names another version than the current one.",
            "Read the resource again, and decide anew."
        );
}
