using System.Diagnostics;
using Npgsql;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>An append takes its number of the store's sequence before its transaction is known by an id. While the transaction lives the number is
/// waited for, and when it is dead it holds nobody up, whoever else has a transaction open.</summary>
public class when_a_number_is_held(ProvenFixture service) : IClassFixture<ProvenFixture>
{
    // Longer than the store waits before it passes over a number of which it sees nothing any more: three seconds, as it comes.
    private static readonly TimeSpan Held = TimeSpan.FromSeconds(7);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    [Trait("Part", "held_sequence")]
    public async Task an_append_that_has_its_number_is_waited_for_as_long_as_it_lives()
    {
        await using var owner = await Settled();
        await using var late = await Open("reporting");
        await using var append = await late.BeginTransactionAsync(Cancel);
        await Ask(late, $"select set_config('practice.tenant', '{ProvenFixture.Neighbour}', true)");
        var number = (long)(await Ask(late, "select nextval('reporting.mt_events_sequence')"))!;
        await service.TellOfNeighbour();
        (await Passed(owner, number)).ShouldBeFalse("the number is held by a transaction that lives");
        await Ask(late, "set local role ledger; select 1");
        await Ask(
            late,
            $"""
            with stream as (insert into reporting.mt_streams (id, version, tenant_id) values (gen_random_uuid(), 1, '{ProvenFixture.Neighbour}') returning id)
            insert into reporting.mt_events
            select (jsonb_populate_record(e, jsonb_build_object('seq_id', {number}, 'id', gen_random_uuid(), 'stream_id', stream.id, 'version', 1))).*
            from stream, reporting.mt_events e where e.seq_id = (select max(seq_id) from reporting.mt_events where type = 'entry_ledgered')
            """
        );
        await append.CommitAsync(Cancel);
        (await Lag(owner)).ShouldBeLessThan(Observed.Lag);
        (await Ask(owner, $"select count(*) from reporting.tree_leaf where sequence = {number}")).ShouldBe(1L);
    }

    [Fact]
    [Trait("Part", "locked_table")]
    public async Task appends_that_wait_for_a_locked_table_are_waited_for()
    {
        await using var owner = await Settled();
        await using var index = await Open("owner");
        await using var building = await index.BeginTransactionAsync(Cancel);
        await Ask(index, "lock table reporting.mt_events in share mode");
        var before = (long)(await Ask(owner, "select last_value from reporting.mt_events_sequence"))!;
        var appends = Enumerable.Range(0, 3).Select(_ => Task.Run(service.TellOfNeighbour, Cancel)).ToArray();
        await Until(owner, $"select last_value >= {before + 3} from reporting.mt_events_sequence");
        (await Passed(owner, before + 1)).ShouldBeFalse("their numbers are held by transactions that live");
        await building.CommitAsync(Cancel);
        await Task.WhenAll(appends);
        (await Lag(owner)).ShouldBeLessThan(Observed.Lag);
    }

    [Fact]
    [Trait("Part", "gap_beside_long_transaction")]
    public async Task a_dead_number_holds_nobody_up_beside_a_transaction_that_holds_none()
    {
        await using var owner = await Settled();

        // One that wrote, as a migration does, and one of the service's own login that reads for long, as an export does.
        await using var migration = await Open("owner");
        await using var writing = await migration.BeginTransactionAsync(Cancel);
        await Ask(migration, "create table public.under_migration (id int)");
        await using var export = await Open("reporting");
        await using var reading = await export.BeginTransactionAsync(Cancel);
        using var left = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        var asking = new NpgsqlCommand("select pg_sleep(60)", export).ExecuteNonQueryAsync(left.Token);

        await using var dying = await Open("reporting");
        await Ask(dying, "select nextval('reporting.mt_events_sequence')");
        await service.TellOfNeighbour();
        (await Lag(owner)).ShouldBeLessThan(Observed.Lag);
        await left.CancelAsync();
        await asking.ContinueWith(_ => { }, TaskScheduler.Default);
    }

    private async Task<NpgsqlConnection> Open(string login)
    {
        var connection = new NpgsqlConnection(service.Cluster.ConnectionString(login));
        await connection.OpenAsync(Cancel);
        return connection;
    }

    // All is told, and the next number is one that the sequence has logged already: to take one that it must log gives its transaction an id.
    private async Task<NpgsqlConnection> Settled()
    {
        var owner = await Open("owner");
        await service.TellOfNeighbour();
        while ((long)(await Ask(owner, "select log_cnt from reporting.mt_events_sequence"))! < 8)
        {
            await service.TellOfNeighbour();
        }

        await service.Settle();
        return owner;
    }

    private static async Task<bool> Passed(NpgsqlConnection owner, long number)
    {
        var watch = Stopwatch.StartNew();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (watch.Elapsed < Held && await beat.WaitForNextTickAsync(Cancel))
        {
            if (
                await Ask(owner, $"select last_seq_id >= {number} from reporting.mt_event_progression where name = 'HighWaterMark'") is true
            )
            {
                return true;
            }
        }

        return false;
    }

    private static async Task<TimeSpan> Lag(NpgsqlConnection owner)
    {
        var watch = Stopwatch.StartNew();
        await Until(
            owner,
            "select (select count(*) from reporting.mt_events where type = 'entry_ledgered') = (select count(*) from reporting.tree_leaf)"
        );
        var lag = watch.Elapsed;
        Observed.Tell($"{TestContext.Current.TestMethod!.MethodName}: told {lag.TotalSeconds:F2} s later");
        return lag;
    }

    private static async Task Until(NpgsqlConnection owner, string sql)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(Cancel);
        patience.CancelAfter(TimeSpan.FromSeconds(20));
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(20));
        while (await Ask(owner, sql) is not true)
        {
            await beat.WaitForNextTickAsync(patience.Token);
        }
    }

    private static async Task<object?> Ask(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        return await command.ExecuteScalarAsync(Cancel);
    }
}
