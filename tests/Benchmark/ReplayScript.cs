using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.Benchmark;

/// <summary>The statements of one command as a script for pgbench: the same round trips, on streams of each client's own.</summary>
internal static partial class ReplayScript
{
    /// <summary>The stream of this turn, as an expression; <see cref="KeyId" /> is the id of its data key.</summary>
    public const string Stream = "lpad(to_hex(:n::int), 32, '0')::uuid";

    /// <summary>The data key's id of this turn.</summary>
    public const string KeyId = "lpad(to_hex(:n::int), 32, '0')";

    private const string Append = "mt_quick_append_events";

    /// <summary>Writes it.</summary>
    /// <param name="transactions">The command's transactions.</param>
    /// <param name="stream">The stream that the command was sent to.</param>
    /// <param name="key">The data key that it sealed under.</param>
    public static string Of(IEnumerable<IReadOnlyList<Statement>> transactions, string stream, string key)
    {
        var script = new StringBuilder("\\set n :client_id * :each + random(1, :each)\n");
        foreach (var transaction in transactions)
        {
            foreach (var trip in Trips(transaction))
            {
                script.Append(trip.Count > 1 ? "\\startpipeline\n" : string.Empty);
                foreach (var statement in trip)
                {
                    script.Append(Sql(statement, stream, key)).Append(";\n");
                }

                script.Append(trip.Count > 1 ? "\\endpipeline\n" : string.Empty);
            }
        }

        return script.ToString();
    }

    /// <summary>The statements by round trip.</summary>
    public static IReadOnlyList<IReadOnlyList<Statement>> Trips(IReadOnlyList<Statement> transaction)
    {
        var trips = new List<List<Statement>>();
        foreach (var statement in transaction)
        {
            if (trips.Count == 0 || statement.RoundTrip is null || trips[^1][^1].RoundTrip != statement.RoundTrip)
            {
                trips.Add([]);
            }

            trips[^1].Add(statement);
        }

        return trips;
    }

    private static string Sql(Statement statement, string stream, string key)
    {
        var sql = statement.Line.TrimEnd(';', ' ');

        // Whoever appends at an expected version would have to carry it from one statement to the next; the function does the same work without.
        string?[] values = sql.Contains(Append, StringComparison.Ordinal)
            ? [.. statement.Parameters.SkipLast(1), null]
            : [.. statement.Parameters];
        return Placeholder()
            .Replace(sql, m => Literal(values[int.Parse(m.Groups[1].ValueSpan, CultureInfo.InvariantCulture) - 1], stream, key));
    }

    private static string Literal(string? value, string stream, string key) =>
        value is null ? "null"
        : value == stream ? Stream
        : value == $"{{{key}}}" ? $"array[{KeyId}]"
        : EventIds().IsMatch(value) ? "array[gen_random_uuid()]"
        : Quoted(value);

    // What pgbench would take for a variable is written as an escape.
    private static string Quoted(string value)
    {
        var quoted = value.Replace("'", "''", StringComparison.Ordinal);
        return quoted.AsSpan().IndexOfAny(':', '\\') < 0
            ? $"'{quoted}'"
            : $"E'{quoted.Replace("\\", "\\\\", StringComparison.Ordinal).Replace(":", "\\x3A", StringComparison.Ordinal)}'";
    }

    [GeneratedRegex(@"\$(\d+)")]
    private static partial Regex Placeholder();

    [GeneratedRegex(@"\A\{[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\}\z")]
    private static partial Regex EventIds();
}
