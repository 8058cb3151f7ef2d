using System.Text.Json.Nodes;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The demonstration shows what becomes of who leaves, of who does not answer, of what was entered wrongly, and of a bilan that is answered.</summary>
[Collection(typeof(TheSystem))]
public class when_the_demonstration_is_read(SystemFixture system)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private Actor Auditor => system.Demonstration.Actors.Single(a => a.Role == Roles.Auditor);

    [Fact]
    public async Task a_bilan_has_lapsed_answers_and_no_rule_was_broken_by_it()
    {
        var lapsed = new List<(Guid Engagement, JsonNode Bilan)>();
        foreach (var group in system.Demonstration.Groups)
        {
            lapsed.AddRange((await Published(group)).Where(b => b.Bilan["notReached"]!.GetValue<int>() > 0));
        }

        var (engagement, bilan) = lapsed.ShouldHaveSingleItem();
        bilan["notReached"]!.GetValue<int>().ShouldBe(2);
        bilan["approvals"]!.GetValue<int>().ShouldBe(5);
        var deadline = bilan["deadline"]!.GetValue<DateTimeOffset>();
        deadline.ShouldBeLessThan(TimeProvider.System.GetUtcNow());
        var notices = bilan["notices"]!.AsArray().Select(n => n!.GetValue<DateTimeOffset>()).ToList();
        notices.Count.ShouldBe(2);
        (deadline - notices[0]).ShouldBeGreaterThanOrEqualTo(TimeSpan.FromDays(14));
        (notices[1] - notices[0]).ShouldBeGreaterThanOrEqualTo((deadline - notices[0]) / 2);
        notices[1].ShouldBeLessThan(deadline);

        var judged = (await system.Ask(Auditor, $"/v1/engagements/{engagement}/conformance")).Body!;
        judged["counts"]!["broken"]!.GetValue<int>().ShouldBe(0);
        judged["rules"]!.AsArray().Single(r => r!["rule"]!.GetValue<string>() == "approval")!["verdict"]!
            .GetValue<string>()
            .ShouldBe("kept");
    }

    [Fact]
    public async Task somebody_leaves_a_correction_is_told_a_bilan_is_observed_and_one_is_in_two_engagements()
    {
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await using var told = owner.CreateCommand(
            $"""
            select type from engagement.mt_events where tenant_id = '{system.Demonstration.Tenant}'
            union select type from session.mt_events where tenant_id = '{system.Demonstration.Tenant}'
            union select type from reporting.mt_events where tenant_id = '{system.Demonstration.Tenant}'
            """
        );
        var types = new List<string>();
        await using var reader = await told.ExecuteReaderAsync(Cancel);
        while (await reader.ReadAsync(Cancel))
        {
            types.Add(reader.GetString(0));
        }

        string[] shown = ["departure_recorded", "minutes_corrected", "bilan_observed", "persons_joined"];
        shown.ShouldBeSubsetOf(types);
    }

    // As its facilitator reads them.
    private async Task<IEnumerable<(Guid Engagement, JsonNode Bilan)>> Published(Guid group)
    {
        var practice = system.Demonstration.Actors.Single(a => a.Role == Roles.Practice);
        var lines = (await system.Ask(practice, $"/v1/groups/{group}/evolution")).Body!["lines"]!.AsArray();
        var bilans = new List<(Guid, JsonNode)>();
        foreach (var line in lines.Where(l => l!["what"]!.GetValue<string>() == "intermediate-bilan-agreed"))
        {
            var engagement = system.Demonstration.Engagements[system.Demonstration.Groups.ToList().IndexOf(group)];
            var led = (await system.Ask(practice, $"/v1/engagements/{engagement}")).Body!["facilitator"]!.GetValue<Guid>();
            var facilitator = new Actor(practice.Tenant, Roles.Facilitator, led);
            bilans.Add((engagement, (await system.Ask(facilitator, $"/v1/bilans/{line!["bilan"]}")).Body!));
        }

        return bilans;
    }
}
