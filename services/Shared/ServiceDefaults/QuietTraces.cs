using System.Collections.Frozen;
using System.Diagnostics;
using OpenTelemetry;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>Keeps of a span what is listed here: no path, query, header, statement or message, whichever library wrote it there.</summary>
public sealed class QuietSpans : BaseProcessor<Activity>
{
    private static readonly FrozenSet<string> Allowed = new[]
    {
        "http.request.method",
        "http.route",
        "http.response.status_code",
        "network.protocol.version",
        "error.type",
        "db.system.name",
        "db.namespace",
        "db.response.status_code",
        "messaging.system",
        "messaging.destination",
        "messaging.message_id",
        "messaging.conversation_id",
        "messaging.message_type",
        "message.type",
        "message.handler",
        "handler.type",
        "tenant.id",
    }.ToFrozenSet(StringComparer.Ordinal);

    /// <inheritdoc />
    public override void OnEnd(Activity data)
    {
        foreach (var (name, _) in data.TagObjects.ToArray())
        {
            if (!Allowed.Contains(name))
            {
                data.SetTag(name, null);
            }
        }

        data.SetStatus(data.Status);
        data.TraceStateString = null;
    }
}

/// <summary>Exceptions in spans by type and place: their messages may quote what was sent.</summary>
internal static class QuietExceptions
{
    private const string Message = "exception.message";
    private const string StackTrace = "exception.stacktrace";

    private static readonly Lazy<ActivityListener> Listener = new(() =>
    {
        var listener = new ActivityListener { ShouldListenTo = _ => true, ExceptionRecorder = Record };
        ActivitySource.AddActivityListener(listener);
        return listener;
    });

    /// <summary>From now on, in this process.</summary>
    internal static void Begin() => _ = Listener.Value;

    // What is given here is not filled in from the exception.
    private static void Record(Activity activity, Exception exception, ref TagList tags)
    {
        tags.Add(Message, string.Empty);
        tags.Add(StackTrace, exception.StackTrace ?? string.Empty);
    }
}

/// <summary>Takes over from a caller which trace a request is of, and nothing else that its headers would carry into every span and message.</summary>
internal sealed class TraceIdsAlone : DistributedContextPropagator
{
    private static readonly DistributedContextPropagator W3C = CreateW3CPropagator();

    public override IReadOnlyCollection<string> Fields => W3C.Fields;

    public override void Inject(Activity? activity, object? carrier, PropagatorSetterCallback? setter) =>
        W3C.Inject(activity, carrier, setter);

    public override void ExtractTraceIdAndState(
        object? carrier,
        PropagatorGetterCallback? getter,
        out string? traceId,
        out string? traceState
    )
    {
        W3C.ExtractTraceIdAndState(carrier, getter, out traceId, out _);
        traceState = null;
    }

    public override IEnumerable<KeyValuePair<string, string?>>? ExtractBaggage(object? carrier, PropagatorGetterCallback? getter) => null;
}
