using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>A snapshot that was lost or changed is found in the background, is red in health, and is written anew from its stream.</summary>
[Trait("Part", "rebuild_while_writing")]
public class when_a_snapshot_is_not_its_facts(EngagementFixture service)
{
    private static string Body() => $$"""{"name":"IME Les Tilleuls","siret":"{{Given.NewSiret()}}","sector":"medico-social"}""";

    private SnapshotWatch Watch => service.Host.Services.GetRequiredService<SnapshotWatch>();

    [Theory]
    [InlineData("with done as (delete from engagement.mt_doc_establishment where id = '{0}' returning 1) select count(*) from done")]
    [InlineData(
        "with done as (update engagement.mt_doc_establishment set data = jsonb_set(data, '{{siret}}', '\"0\"') where id = '{0}' returning 1) select count(*) from done"
    )]
    [InlineData(
        "with done as (update engagement.mt_doc_establishment set data = jsonb_set(data, '{{id}}', '\"nobody\"') where id = '{0}' returning 1) select count(*) from done"
    )]
    public async Task it_is_red_and_is_mended(string damage)
    {
        var cancel = TestContext.Current.CancellationToken;
        await Watch.Look(cancel);
        var practice = service.As("practice", tenant: "cabinet-mende");
        var made = await practice.Post("/v1/establishments", Body(), 201);
        (await service.Count(string.Format(System.Globalization.CultureInfo.InvariantCulture, damage, made.Id))).ShouldBe(1);

        // Other classes write beside: a look takes fifty streams of those that gained facts, and goes on through all others.
        var looks = 0;
        while (!Watch.Found.Keys.Any(k => k.Stream == made.Id) && looks++ < 200)
        {
            await Watch.Look(cancel);
        }

        (await practice.Get(made.Location)).Body.ToJsonString().ShouldBe(made.Body.ToJsonString());
        var (status, said) = await Health();
        status.ShouldBe(HealthStatus.Unhealthy);
        said.ShouldContain("engagement");
        said.ShouldContain($"Establishment of {made.Id} was not what its facts say, and is written anew.");
        said.ShouldNotContain("cabinet");

        // Changed once more, it goes on from what it is.
        (await practice.Get(made.Location)).ETag.ShouldBe(made.ETag);
    }

    [Fact]
    public async Task what_is_as_its_facts_say_is_left_as_it_is()
    {
        var cancel = TestContext.Current.CancellationToken;
        var journey = await new Journey(service).ToOpened();
        var snapshots = service.Host.Services.GetRequiredService<Snapshots>();
        var (all, last) = (0, (Tenant: string.Empty, Id: Guid.Empty));
        var until = await snapshots.Newest(cancel);
        for (var more = true; more; )
        {
            var next = await snapshots.After(last, until, 100, cancel);
            foreach (var (tenant, stream, _) in next.Where(s => s.IsKept && s.Tenant != "cabinet-mende"))
            {
                (await snapshots.Mend(tenant, stream, cancel)).ShouldBeEmpty($"{stream} of {tenant}");
                all++;
            }

            more = next.Count > 0;
            last = more ? (next[^1].Tenant, next[^1].Id) : last;
        }

        all.ShouldBeGreaterThan(2);
        journey.Engagement.ShouldNotBe(Guid.Empty);
    }

    private async Task<(HealthStatus, string)> Health()
    {
        var report = await service
            .Host.Services.GetRequiredService<HealthCheckService>()
            .CheckHealthAsync(c => c.Name == "snapshots", TestContext.Current.CancellationToken);
        return (report.Status, report.Entries["snapshots"].Description!);
    }
}
