using System.Text.Json.Nodes;
using CloudNative.CloudEvents;
using CloudNative.CloudEvents.SystemTextJson;

namespace PracticeAnalysis.Reporting.Outbound.Events;

/// <summary>A public event as a CloudEvents 1.0 envelope, the same in a webhook and in the feed.</summary>
public static class CloudEvents
{
    /// <summary>Its media type.</summary>
    public const string MediaType = "application/cloudevents+json";

    private static readonly JsonEventFormatter Formatter = new();

    /// <summary>A type as the envelope names it.</summary>
    public static string TypeOf(string type) => $"practice-analysis.{type}.v1";

    /// <summary>The envelope's exact text.</summary>
    public static string Text(PublicEvent e) =>
        Formatter
            .ConvertToJsonElement(
                new CloudEvent
                {
                    Id = e.Id.ToString(),
                    Source = new Uri("/practice-analysis", UriKind.Relative),
                    Type = TypeOf(e.Type),
                    Subject = e.Resource,
                    Time = e.At,
                    DataContentType = "application/json",
                    Data = new { resource = e.Resource },
                }
            )
            .GetRawText();

    /// <summary>The envelope as JSON.</summary>
    public static JsonNode Json(PublicEvent e) => JsonNode.Parse(Text(e))!;
}
