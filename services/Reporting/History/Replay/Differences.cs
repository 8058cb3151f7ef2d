using System.Text.Json.Nodes;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Replay;

/// <summary>One member that is not what it was.</summary>
/// <param name="Service">The service that keeps the resource: engagement, session or reporting.</param>
/// <param name="Type">What the resource is, such as engagement, session or bilan.</param>
/// <param name="Path">Where, as a JSON pointer (RFC 6901) into the resource's state; an item that a list gained or lost stands at <c>-</c>.</param>
/// <param name="Before">What it was; null where it was not there.</param>
/// <param name="After">What it is; null where it is gone.</param>
public sealed record MemberChange(string Service, string Type, Guid Id, string Path, JsonNode? Before, JsonNode? After);

/// <summary>What changed between two states of an engagement's resources.</summary>
public static class Differences
{
    /// <summary>Every member that changed, resource by resource in the order of their ids.</summary>
    public static IReadOnlyList<MemberChange> Between(
        IReadOnlyDictionary<(string Service, Guid Stream), ResourceState> from,
        IReadOnlyDictionary<(string Service, Guid Stream), ResourceState> to
    ) =>
        [
            .. from key in to.Keys.Union(@from.Keys).OrderBy(k => k.Stream).ThenBy(k => k.Service, StringComparer.Ordinal)
            let after = to.GetValueOrDefault(key)
            let resource = after ?? @from[key]
            from change in Changes(@from.GetValueOrDefault(key)?.State, after?.State, string.Empty)
            select new MemberChange(resource.Service, resource.Type, resource.Id, change.Path, change.Before, change.After),
        ];

    private static IEnumerable<(string Path, JsonNode? Before, JsonNode? After)> Changes(JsonNode? before, JsonNode? after, string path) =>
        JsonNode.DeepEquals(before, after) ? []
        : (before ?? (after as JsonArray is null ? null : new JsonArray()), after ?? (before as JsonArray is null ? null : new JsonArray()))
            is (JsonArray lost, JsonArray gained)
            ? Items(lost, gained)
                .Select(i => ($"{path}/-", (JsonNode?)null, (JsonNode?)i))
                .Concat(Items(gained, lost).Select(i => ($"{path}/-", (JsonNode?)i, (JsonNode?)null)))
        : (before ?? new JsonObject(), after ?? new JsonObject()) is (JsonObject was, JsonObject isNow)
            ? was.Select(m => m.Key).Union(isNow.Select(m => m.Key)).SelectMany(m => Changes(was[m], isNow[m], $"{path}/{Escaped(m)}"))
        : [(path, before?.DeepClone(), after?.DeepClone())];

    // The items of the second list that the first one has not, each as often as it is there more.
    private static List<JsonNode?> Items(JsonArray first, JsonArray second)
    {
        var left = first.ToList();
        var more = new List<JsonNode?>();
        foreach (var item in second)
        {
            var same = left.FindIndex(i => JsonNode.DeepEquals(i, item));
            if (same < 0)
            {
                more.Add(item?.DeepClone());
            }
            else
            {
                left.RemoveAt(same);
            }
        }

        return more;
    }

    private static string Escaped(string member) =>
        member.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal);
}
