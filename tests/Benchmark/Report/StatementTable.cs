namespace PracticeAnalysis.Benchmark.Report;

/// <summary>The statements of one command, as they are shown.</summary>
internal static class StatementTable
{
    private const int Longest = 150;

    /// <summary>One line for each statement: its transaction, its round trip, whether it was prepared, what it is.</summary>
    public static IReadOnlyList<string> Lines(IReadOnlyList<IReadOnlyList<Statement>> transactions) =>
        [
            .. transactions.SelectMany(
                (transaction, index) =>
                    ReplayScript
                        .Trips(transaction)
                        .SelectMany(
                            (trip, number) => trip.Select(s => $"{index + 1}.{number + 1} {(s.Prepared ? 'p' : ' ')} {Short(s.Line)}")
                        )
            ),
        ];

    /// <summary>How many round trips the command costs, and how many statements.</summary>
    public static string Sum(IReadOnlyList<IReadOnlyList<Statement>> transactions)
    {
        var (trips, statements) = (transactions.Sum(t => ReplayScript.Trips(t).Count), transactions.Sum(t => t.Count));
        return $"{transactions.Count} transactions, {trips} round trips, {statements} statements";
    }

    private static string Short(string sql) => sql.Length <= Longest ? sql : $"{sql[..Longest]} …";
}
