using Npgsql;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A message that a living node took up and lost, by a database that went away in between, is handled all the same.</summary>
[Collection(typeof(TheSystem))]
public class when_a_message_is_left_behind(SystemFixture system)
{
    [Fact]
    public async Task the_node_that_owns_it_takes_it_up_again()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        var left = Guid.NewGuid();
        await using var leave = owner.CreateCommand(
            $"""
            create temporary table left_behind as
            select * from reporting.wolverine_incoming_envelopes where status = 'Handled' limit 1;
            update left_behind set id = '{left}', status = 'Incoming', keep_until = null, timestamp = now() - interval '2 minutes',
                owner_id = (select max(node_number) from reporting.wolverine_nodes);
            insert into reporting.wolverine_incoming_envelopes select * from left_behind;
            """
        );
        await leave.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);

        await using var handled = owner.CreateCommand(
            $"select count(*) from reporting.wolverine_incoming_envelopes where id = '{left}' and status = 'Handled'"
        );
        await SystemFixture.Until(
            async () => (long)(await handled.ExecuteScalarAsync(TestContext.Current.CancellationToken))! == 1,
            "the message that was left behind is handled"
        );
    }
}
