using Marten;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>Facts that were stored with the whole message in them, under their aliases of before, go on being what they were.</summary>
public class when_engagement_has_told_before(SessionFixture service)
{
    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    [Fact]
    public async Task what_it_told_then_still_holds()
    {
        var journey = await new Journey(service).Open();
        await journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Persons[4], journey.At(41)));
        await journey.Tell(new EngagementSuspended(journey.Engagement, [journey.Group], journey.At(42)));
        foreach (var fact in FactTypes.Of(typeof(MandateFact)))
        {
            await AsBefore(journey.Group, FactTypes.Alias(fact), FactTypes.Aliases(fact)[1]);
        }

        (
            await service.Count(
                $"select count(*) from session.mt_events where stream_id = '{journey.Group}' and type like '%_learned' and data ? 'message'"
            )
        ).ShouldBe(4);

        // What is stored is still what the facts add up to.
        var snapshots = service.Host.Services.GetRequiredService<Snapshots>();
        (await snapshots.Mend("cabinet", journey.Group, Cancel)).ShouldBeEmpty();
        await using var session = await service.Host.Services.GetRequiredService<IDocumentStore>().ForTenant("cabinet", Cancel);
        var facts = (await session.Events.FetchStreamAsync(journey.Group, token: Cancel)).Facts();
        var mandate = Folding.Of<Mandate>(journey.Group, facts)!;
        mandate.Persons.ShouldBe(journey.Persons.Where((_, at) => at != 4), ignoreOrder: true);
        (mandate.Engagement!.Protocol.Name, mandate.IsOpen).ShouldBe(("expose-interpret-respond", false));

        // Who waits for what was told then has it, and what is told now is taken up behind it.
        var by = new Actor("cabinet", Roles.Facilitator, Given.Id(1));
        (await session.Learned([journey.Group], by, new(journey.Engagement, 42), Cancel)).ShouldBeTrue();
        (await session.Learned([journey.Group], by, new(journey.Engagement, 43), Cancel)).ShouldBeFalse();
        await journey.Tell(new EngagementResumed(journey.Engagement, [journey.Group], journey.At(43)));
        (await session.Learned([journey.Group], by, new(journey.Engagement, 43), Cancel)).ShouldBeTrue();
        await journey.Facilitator.Post($"/v1/groups/{journey.Group}/sessions", """{"plannedFor":"2026-03-03T09:00:00Z"}""", 201);
    }

    // Members that no fact has any more stood in the messages too.
    private async Task AsBefore(Guid stream, string alias, string before)
    {
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(
            $$"""
            update session.mt_events set type = '{{before}}', data = jsonb_build_object(
              'message', (data - 'occurredAt' - 'datedBack') || '{"groups": []}', 'occurredAt', data -> 'occurredAt', 'datedBack', data -> 'datedBack')
            where stream_id = '{{stream}}' and type = '{{alias}}'
            """
        );
        await command.ExecuteNonQueryAsync(Cancel);
    }
}
