using Marten;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.IntegrationTests;

public class when_retention_runs(EngagementFixture service)
{
    private const string Tenant = "cabinet-ancien";

    // Other tests beside this one send commands again.
    private static readonly RetentionPolicy Policy = new(NarrativesMonths: 24, AgreedMonths: 120, NamesMonths: 36, RequestsDays: 100_000);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private IDocumentStore Store => service.Host.Services.GetRequiredService<IDocumentStore>();

    private Speaker Practice => service.As(Roles.Practice, tenant: Tenant);

    [Fact]
    public async Task what_is_past_its_time_is_said_then_removed_and_recorded_and_the_rest_stays()
    {
        await Practice.Post(
            "/v1/facilitators",
            $$"""{"displayName":"{{Journey.PersonName}}","independenceDeclared":true,"evidence":[]}""",
            201
        );
        var establishment = (
            await Practice.Post("/v1/establishments", """{"name":"IME","siret":"73282932000074","sector":"medico-social"}""", 201)
        ).Id;
        var declined = await Submit(establishment);
        await Practice.Post($"{declined}/decline", Journey.Text("reason"), 200, (await Practice.Get(declined)).ETag);

        // A facilitator's name and two authors' keys; nothing is past its time yet.
        (await Run(months: 23, dry: true)).ShouldContain($"({Tenant}), narratives: 0 of 2 would go");
        var said = await Run(months: 25, dry: true);
        said.ShouldContain($"({Tenant}), narratives: 2 of 2 would go");
        said.ShouldContain($"({Tenant}), names: 0 of 1 would go");
        (await Asked(declined)).ShouldBe(Journey.Canary);

        var done = await Run(months: 25, dry: false);
        done.ShouldContain($"({Tenant}), narratives: 2 of 2 go");
        done.ShouldNotContain(Journey.Canary);
        (await Asked(declined)).ShouldBeNull();
        (await Practice.Get(declined)).Body["erased"]!.AsArray().Select(p => p!.GetValue<string>()).ShouldContain("/asked");
        await using var session = await Store.ForTenant(Tenant, Cancel);
        (await session.LoadAsync<RetentionRecord>(PersonStreams.Retention, Cancel)).ShouldNotBeNull().Keys.ShouldBe(2);
        (await session.Query<DataKey>().CountAsync(k => k.Destroyed == Destruction.Retention, Cancel)).ShouldBe(2);
        (await session.Query<IdentityRecord>().CountAsync(Cancel)).ShouldBe(1);

        // Their authors write on, under keys of their own; a request that is not decided keeps what it needs.
        var open = await Submit(establishment);
        (await Run(months: 500, dry: true)).ShouldContain($"({Tenant}), narratives: 0 of 1 would go");
        (await Asked(open)).ShouldBe(Journey.Canary);
    }

    [Fact]
    public async Task a_key_of_a_request_is_known_again_for_a_month_and_then_forgotten()
    {
        const string body = """{"name":"IME","siret":"73282932000074","sector":"medico-social"}""";
        var practice = service.As(Roles.Practice, tenant: "cabinet-des-cles");
        var first = await practice.Try("/v1/establishments", body, key: "une-fois");
        first.Status.ShouldBe(201);

        await Age(29);
        (await Requests(dry: false)).ShouldContain("engagement, keys of requests: 0 go");
        (await practice.Try("/v1/establishments", body, key: "une-fois")).Id.ShouldBe(first.Id);

        await Age(31);
        (await Requests(dry: true)).ShouldContain("engagement, keys of requests: 1 would go");
        (await practice.Try("/v1/establishments", body, key: "une-fois")).Id.ShouldBe(first.Id);
        (await Requests(dry: false)).ShouldContain("engagement, keys of requests: 1 go");
        (await practice.Try("/v1/establishments", body, key: "une-fois")).Status.ShouldBe(409, "it is another command, of what is there");

        Task<string> Requests(bool dry) => Run(new RetentionPolicy(), dry);

        Task<long> Age(int days) =>
            service.Count(
                $"""
                with aged as (
                  update engagement.mt_doc_acceptedrequest
                  set data = jsonb_set(data, array['recordedAt'], to_jsonb(now() - interval '{days} days'))
                  where tenant_id = 'cabinet-des-cles' returning 1
                )
                select count(*) from aged
                """
            );
    }

    private async Task<string> Submit(Guid establishment) =>
        (
            await service
                .As(Roles.Establishment, Given.Id(901), Tenant, establishment)
                .Post(
                    "/v1/requests",
                    $$"""
                    {"establishment":"{{establishment}}","context":"{{Journey.Canary}}","sector":"medico-social","territory":"38","headcount":24,
                     "asked":"{{Journey.Canary}}","demand":"complex-situation"}
                    """,
                    201
                )
        ).Location;

    private async Task<string?> Asked(string path) => (await Practice.Get(path)).Body["asked"]?.GetValue<string>();

    private Task<string> Run(int months, bool dry) => Run(Policy, dry, months);

    private async Task<string> Run(RetentionPolicy policy, bool dry, int months = 0)
    {
        await using var says = new StringWriter();
        await Retention.Run(service.Host, policy, DateTimeOffset.UtcNow.AddMonths(months), dry, says, Cancel);
        return says.ToString();
    }
}
