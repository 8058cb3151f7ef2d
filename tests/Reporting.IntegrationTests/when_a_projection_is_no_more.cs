using Npgsql;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>What an earlier version projected, and this one does not.</summary>
public class when_a_projection_is_no_more(ReportingFixture service)
{
    [Fact]
    public async Task its_progress_holds_no_service_unready()
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var left = owner.CreateCommand(
            "insert into reporting.mt_event_progression (name, last_seq_id) values ('EngagementLedger:All', -1000000)"
        );
        await left.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await using var tidy = owner.CreateCommand("delete from reporting.mt_event_progression where name = 'EngagementLedger:All'");
        var ready = await service.Host.Scenario(ask =>
        {
            ask.Get.Url("/health/ready");
            ask.IgnoreStatusCode();
        });
        await tidy.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        (await ready.ReadAsTextAsync()).ShouldContain("\"daemon-lag\":{\"status\":\"Healthy\"");
    }
}
