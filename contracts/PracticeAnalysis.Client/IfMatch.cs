using Microsoft.Kiota.Abstractions;

namespace PracticeAnalysis.Client;

/// <summary>Names the version that a change of state saw: <c>PostAsync(body, IfMatch.Version(seen.Version))</c>. Where the resource has moved
/// on, the change is refused by 412.</summary>
public static class IfMatch
{
    /// <summary>The version that was read.</summary>
    public static Action<RequestConfiguration<DefaultQueryParameters>> Version(long? version) =>
        request => request.Headers.Add("If-Match", $"\"{version}\"");
}
