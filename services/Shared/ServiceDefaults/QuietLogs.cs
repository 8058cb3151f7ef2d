using System.Collections.Frozen;
using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Logging.Console;
using Npgsql;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>Logs as JSON lines, by allow-list: a line says what the program's text says, and of what was put into it only what is listed here.
/// Nothing that came in with a request or a message can show, whoever logs it.</summary>
/// <param name="time">When a line was written.</param>
public sealed class QuietLogs(TimeProvider time) : ConsoleFormatter(Formatter)
{
    /// <summary>The formatter's name.</summary>
    public const string Formatter = "quiet";

    private const int Frames = 12;
    private const string Template = "{OriginalFormat}";

    // Names of this system, counts and durations; ids of nodes, messages and streams. No path, no query, no body, no parameter, no message.
    private static readonly FrozenSet<string> Allowed = new[]
    {
        "service",
        "count",
        "attempts",
        "elapsed",
        "seconds",
        "statusCode",
        "messageType",
        "messageId",
        "destination",
        "nodeNumber",
        "number",
        "sequence",
        "stream",
        "shard",
        "shardName",
        "projectionName",
        "agentUri",
        "environment",
        "address",
        "envName",
    }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public override void Write<TState>(in LogEntry<TState> logEntry, IExternalScopeProvider? scopeProvider, TextWriter textWriter)
    {
        using var line = new MemoryStream();
        using (var json = new Utf8JsonWriter(line))
        {
            json.WriteStartObject();
            json.WriteString("at", time.GetUtcNow());
            json.WriteString("level", logEntry.LogLevel.ToString());
            json.WriteString("from", logEntry.Category);
            WriteState(json, logEntry.State as IEnumerable<KeyValuePair<string, object?>> ?? []);
            if (Activity.Current is { } activity)
            {
                json.WriteString("trace", activity.TraceId.ToString());
            }

            WriteExceptions(json, logEntry.Exception);
            json.WriteEndObject();
        }

        textWriter.WriteLine(Encoding.UTF8.GetString(line.GetBuffer().AsSpan(0, (int)line.Length)));
    }

    private static void WriteState(Utf8JsonWriter json, IEnumerable<KeyValuePair<string, object?>> state)
    {
        foreach (var (name, value) in state)
        {
            // A literal of the program is interned; a text that was put together is not, and could hold anything.
            if (name == Template && value is string text && string.IsInterned(text) is not null)
            {
                json.WriteString("says", text);
            }
            else if (Allowed.Contains(name) && value is not null)
            {
                json.WriteString(JsonNamingPolicy.CamelCase.ConvertName(name), Convert.ToString(value, CultureInfo.InvariantCulture));
            }
        }
    }

    // An exception's message may quote what was sent; its type and place never do.
    private static void WriteExceptions(Utf8JsonWriter json, Exception? exception)
    {
        if (exception is null)
        {
            return;
        }

        json.WriteStartArray("exceptions");
        for (var e = exception; e is not null; e = e.InnerException)
        {
            json.WriteStartObject();
            json.WriteString("type", e.GetType().FullName);
            if (e is PostgresException { SqlState: var state })
            {
                json.WriteString("sqlState", state);
            }

            json.WriteStartArray("in");
            foreach (var frame in new StackTrace(e).GetFrames().Take(Frames))
            {
                json.WriteStringValue(DiagnosticMethodInfo.Create(frame) is { } method ? $"{method.DeclaringTypeName}.{method.Name}" : "?");
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }
}
