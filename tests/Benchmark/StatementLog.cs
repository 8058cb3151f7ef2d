using System.Text;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.Benchmark;

/// <summary>One statement as the server logged it.</summary>
/// <param name="Process">The server process that ran it: one for each connection.</param>
/// <param name="Login">Under which login.</param>
/// <param name="Parameters">Their texts, in order; null is null.</param>
/// <param name="RoundTrip">Which of its connection's round trips it came in; null where that was not seen.</param>
/// <param name="Prepared">Whether the server had its plan from before.</param>
internal sealed record Statement(
    int Process,
    string Login,
    string Sql,
    IReadOnlyList<string?> Parameters,
    int? RoundTrip = null,
    bool Prepared = false
)
{
    /// <summary>Whether it begins a transaction.</summary>
    public bool Begins => Sql.StartsWith("BEGIN", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether it ends one.</summary>
    public bool Ends =>
        Sql.StartsWith("COMMIT", StringComparison.OrdinalIgnoreCase) || Sql.StartsWith("ROLLBACK", StringComparison.OrdinalIgnoreCase);

    /// <summary>The statement as one line.</summary>
    public string Line => Regex.Replace(Sql, @"\s+", " ").Trim();
}

/// <summary>The server's log under <c>log_statement = all</c>, read.</summary>
internal static partial class StatementLog
{
    /// <summary>The prefix that the log must be written with.</summary>
    public const string Prefix = "%p|%u|";

    /// <summary>Every statement, in the order of the log.</summary>
    public static IReadOnlyList<Statement> Read(IEnumerable<string> lines)
    {
        var statements = new List<Statement>();
        foreach (var entry in Entries(lines))
        {
            if (Ran().Match(entry) is { Success: true } ran)
            {
                var prepared = ran.Groups[3] is { Success: true, Value: not "<unnamed>" };
                statements.Add(new(int.Parse(ran.Groups[1].ValueSpan), ran.Groups[2].Value, ran.Groups[4].Value, [], Prepared: prepared));
            }
            else if (With().Match(entry) is { Success: true } with)
            {
                var process = int.Parse(with.Groups[1].ValueSpan);
                var index = statements.FindLastIndex(s => s.Process == process);
                if (index >= 0)
                {
                    statements[index] = statements[index] with { Parameters = Parameters(with.Groups[2].Value) };
                }
            }
        }

        return statements;
    }

    /// <summary>The transactions of one login that name a value in their parameters, in the order in which they began.</summary>
    public static IReadOnlyList<IReadOnlyList<Statement>> Transactions(IEnumerable<Statement> statements, string login, string value)
    {
        var found = new List<List<Statement>>();
        var open = new Dictionary<int, List<Statement>>();
        foreach (var statement in statements.Where(s => s.Login == login))
        {
            if (statement.Begins)
            {
                open[statement.Process] = [];
                found.Add(open[statement.Process]);
            }

            if (open.TryGetValue(statement.Process, out var transaction))
            {
                transaction.Add(statement);
            }

            if (statement.Ends)
            {
                open.Remove(statement.Process);
            }
        }

        return [.. found.Where(t => t.Any(s => s.Parameters.Any(p => p?.Contains(value, StringComparison.Ordinal) == true)))];
    }

    /// <summary>Says of each statement which round trip it came in, by what was seen on the wire of each process; where the two disagree in
    /// number, nothing is said.</summary>
    public static IReadOnlyList<Statement> Timed(
        IReadOnlyList<Statement> statements,
        IReadOnlyDictionary<int, IReadOnlyList<int>> roundTrips
    )
    {
        var counts = statements.CountBy(s => s.Process).ToDictionary();
        var next = new Dictionary<int, int>();
        return
        [
            .. statements.Select(s =>
            {
                if (!roundTrips.TryGetValue(s.Process, out var seen) || seen.Count != counts[s.Process])
                {
                    return s;
                }

                var index = next.GetValueOrDefault(s.Process);
                next[s.Process] = index + 1;
                return s with { RoundTrip = seen[index] };
            }),
        ];
    }

    // A line that goes on with a tab belongs to the entry before it.
    private static IEnumerable<string> Entries(IEnumerable<string> lines)
    {
        StringBuilder? entry = null;
        foreach (var line in lines)
        {
            if (line.StartsWith('\t'))
            {
                entry?.Append('\n').Append(line.AsSpan(1));
                continue;
            }

            if (entry is not null)
            {
                yield return entry.ToString();
            }

            entry = new(line);
        }

        if (entry is not null)
        {
            yield return entry.ToString();
        }
    }

    // $1 = 'it''s', $2 = NULL
    private static IReadOnlyList<string?> Parameters(string text) =>
        [
            .. Parameter()
                .Matches(text)
                .Select(m => m.Groups[1].Success ? m.Groups[1].Value.Replace("''", "'", StringComparison.Ordinal) : null),
        ];

    [GeneratedRegex(@"\A(\d+)\|([^|]*)\|LOG:  (?:statement|execute ([^:]+)): (.*)\z", RegexOptions.Singleline)]
    private static partial Regex Ran();

    [GeneratedRegex(@"\A(\d+)\|[^|]*\|DETAIL:  parameters: (.*)\z", RegexOptions.Singleline)]
    private static partial Regex With();

    [GeneratedRegex(@"\$\d+ = (?:'((?:[^']|'')*)'|NULL)")]
    private static partial Regex Parameter();
}
