using PracticeAnalysis.Benchmark.Report;

namespace PracticeAnalysis.Benchmark.UnitTests;

public class when_a_statement_log_is_read
{
    private const string Stream = "01a2120b-5c06-7fc6-85df-76425a8ebe62";

    // Two connections that take turns, as the server writes them.
    private static readonly string[] Log =
    [
        "7|engagement|LOG:  statement: BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED",
        "9|reporting|LOG:  statement: BEGIN",
        "7|engagement|LOG:  execute _auto0: select set_config('practice.tenant', $1, true)",
        "7|engagement|DETAIL:  parameters: $1 = 'bench'",
        "7|engagement|LOG:  execute <unnamed>: select version",
        "\tfrom engagement.mt_streams where id = $1",
        $"7|engagement|DETAIL:  parameters: $1 = '{Stream}'",
        "7|engagement|LOG:  execute <unnamed>: select engagement.mt_quick_append_events($1,$2,$3,$4)",
        $"7|engagement|DETAIL:  parameters: $1 = '{Stream}', $2 = '{{1d16e7c7-a9af-4f6b-b76b-fd3be25a4597}}', $3 = '{{\"it''s\": \"10:31\"}}', $4 = '9'",
        "9|reporting|LOG:  statement: COMMIT",
        "7|engagement|LOG:  execute _auto3: select 1 where $1 = any('{a}')",
        "7|engagement|DETAIL:  parameters: $1 = NULL",
        "7|engagement|LOG:  statement: COMMIT",
        "7|engagement|LOG:  execute _auto9: select 1",
        "7||LOG:  parameter \"log_statement\" changed to \"none\"",
    ];

    [Fact]
    public void each_statement_has_its_parameters()
    {
        var statements = StatementLog.Read(Log);
        statements.Count.ShouldBe(9);
        statements.Where(s => s.Prepared).Select(s => s.Line[..8]).ShouldBe(["select s", "select 1", "select 1"]);
        statements[3].Line.ShouldBe("select version from engagement.mt_streams where id = $1");
        statements[3].Parameters.ShouldBe([Stream]);
        statements[4].Parameters[2].ShouldBe("{\"it's\": \"10:31\"}");
        statements.Single(s => s.Sql.Contains("any", StringComparison.Ordinal)).Parameters.ShouldBe([null]);
    }

    [Fact]
    public void a_commands_transaction_is_found_by_its_stream()
    {
        var transaction = StatementLog.Transactions(StatementLog.Read(Log), "engagement", Stream).ShouldHaveSingleItem();
        transaction.Count.ShouldBe(6);
        transaction[^1].Line.ShouldBe("COMMIT");
        StatementLog.Transactions(StatementLog.Read(Log), "reporting", Stream).ShouldBeEmpty();
    }

    [Fact]
    public void the_wire_says_what_came_together()
    {
        var transaction = StatementLog.Transactions(Timed([1, 1, 2, 2, 3, 3, 4]), "engagement", Stream)[0];
        ReplayScript.Trips(transaction).Select(t => t.Count).ShouldBe([2, 2, 2]);
        StatementTable.Sum([transaction]).ShouldBe("1 transactions, 3 round trips, 6 statements");
        StatementTable.Lines([transaction])[2].ShouldBe("1.2   select version from engagement.mt_streams where id = $1");
    }

    [Fact]
    public void where_wire_and_log_disagree_each_statement_is_a_round_trip()
    {
        var transaction = StatementLog.Transactions(Timed([1, 1]), "engagement", Stream)[0];
        ReplayScript.Trips(transaction).Count.ShouldBe(6);
    }

    [Fact]
    public void it_becomes_a_script_on_each_clients_own_streams()
    {
        var transactions = StatementLog.Transactions(Timed([1, 1, 2, 2, 3, 3, 4]), "engagement", Stream);
        ReplayScript
            .Of(transactions, Stream, "77cd58626124106a4bec6419f9a70188")
            .ShouldBe(
                $$"""
                \set n :client_id * :each + random(1, :each)
                \startpipeline
                BEGIN TRANSACTION ISOLATION LEVEL READ COMMITTED;
                select set_config('practice.tenant', 'bench', true);
                \endpipeline
                \startpipeline
                select version from engagement.mt_streams where id = {{ReplayScript.Stream}};
                select engagement.mt_quick_append_events({{ReplayScript.Stream}},array[gen_random_uuid()],E'{"it''s"\x3A "10\x3A31"}',null);
                \endpipeline
                \startpipeline
                select 1 where null = any('{a}');
                COMMIT;
                \endpipeline

                """
            );
    }

    private static IReadOnlyList<Statement> Timed(IReadOnlyList<int> seen) =>
        StatementLog.Timed(StatementLog.Read(Log), new Dictionary<int, IReadOnlyList<int>> { [7] = seen });
}
