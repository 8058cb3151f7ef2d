using System.Text.Json.Nodes;
using CsCheck;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using Wolverine;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>Whatever is asked in whatever order, what the store keeps of a stream is the fold of its facts, byte for byte once canonical.</summary>
public class snapshot_equals_fold(EngagementFixture service)
{
    private const int Happy = 9;
    private const int Others = 18;

    /// <summary>Mostly the way ahead, often something else, in an order of chance.</summary>
    private static readonly Gen<int[]> Sequences = Gen.Frequency((3, Gen.Const(-1)), (2, Gen.Int[0, Others - 1])).Array[15, 40];

    [Fact]
    public Task after_any_sequence_of_commands() => After(25);

    [Fact]
    [Long("snapshots")]
    public Task after_many_more_sequences() => After(200);

    private async Task After(int sequences)
    {
        var seen = new HashSet<string>();
        await Sequences.SampleAsync(
            async steps =>
            {
                var journey = await new Journey(service).ToOpened();
                var ahead = 0;
                foreach (var step in steps)
                {
                    await Try(journey, step < 0 ? ahead++ % Happy : step);
                }

                seen.Add(await journey.State());
                await Check<Engagement>(journey.Engagement);
                await Check<Request>(journey.Request);
                if (journey.Group != Guid.Empty)
                {
                    await Check<Group>(journey.Group);
                }
            },
            iter: sequences,
            threads: 1
        );

        // Chance that never gets anywhere would prove nothing.
        seen.Count.ShouldBeGreaterThan(2);
    }

    private async Task Check<T>(Guid id)
        where T : Aggregate, IFold<T>
    {
        var store = service.Host.Services.GetRequiredService<IDocumentStore>();
        await using var session = await store.ForTenant("cabinet", TestContext.Current.CancellationToken);
        var events = await session.Events.FetchStreamAsync(id);
        var folded = Folding.Of<T>(id, events.Select(e => (Fact)e.Data));
        var stored = JsonNode.Parse((await session.Json.FindByIdAsync<T>(id))!);
        Canonical.Text(stored).ShouldBe(Canonical.Text(JsonNode.Parse(store.Options.Serializer().ToJson(folded))));
        events.Count.ShouldBe((int)folded!.Version);
    }

    private async Task Try(Journey journey, int step)
    {
        var path = journey.EngagementPath;
        await (
            step switch
            {
                0 => Do(journey.Practice, $"{path}/facilitator", $$"""{"facilitator":"{{journey.FacilitatorId}}"}"""),
                1 => Do(journey.Practice, $"{path}/diagnosis", "{}"),
                2 => Do(journey.Facilitator, $"{path}/findings", """{"text":"t","level":"individual"}"""),
                3 => Do(journey.Practice, $"{path}/restitute", Journey.Text("summary")),
                4 => Do(journey.Practice, $"{path}/dispositif", Journey.Dispositif("narrator", ",\"groupMinimum\":1,\"intervalDays\":90")),
                5 => journey.Engagement.GetHashCode() % 2 == 0
                    ? Do(journey.Practice, $"{path}/dispositif/agree", """{"shownBy":"Devis signé"}""")
                    : Do(journey.Asker, $"{path}/dispositif/agree", "{}"),
                6 => Constitute(journey),
                7 => Enrol(journey),
                8 => Charter(journey),
                9 => Do(journey.Facilitator, $"{path}/protagonists", """{"capacity":"team"}"""),
                10 => Do(journey.Practice, $"{path}/charter", """{"text":"t","outward":["bilans"]}"""),
                11 => Do(journey.Practice, $"{path}/activate", "{}"),
                12 => Do(journey.Practice, $"{path}/suspend", Journey.Text("reason")),
                13 => Do(journey.Practice, $"{path}/resume", "{}"),
                14 => Learn(journey),
                15 => Do(journey.Practice, $"{path}/conclude", "{}"),
                16 => Do(journey.Practice, $"/v1/requests/{journey.Request}/decline", Journey.Text("reason")),
                _ => journey.Engagement.GetHashCode() % 4 == 0
                    ? Do(journey.Practice, $"{path}/abandon", Journey.Text("reason"))
                    : Enrol(journey),
            }
        );
    }

    private static async Task Constitute(Journey journey)
    {
        if (journey.Group == Guid.Empty)
        {
            await journey.Constitute();
        }
    }

    private static async Task Enrol(Journey journey)
    {
        if (journey.Group != Guid.Empty)
        {
            await journey.EnrolIfAllowed();
        }
    }

    // The rest of the way: charter, acceptances, ratification, seal, activation.
    private static async Task Charter(Journey journey)
    {
        await Do(journey.Practice, $"{journey.EngagementPath}/charter", """{"text":"t","outward":["bilans"]}""");
        var acceptance = await journey.Acceptance();
        await Do(journey.Facilitator, $"{journey.EngagementPath}/charter/accept", acceptance);
        for (var i = 0; i < journey.Members.Count; i++)
        {
            await Do(journey.Member(i), $"{journey.EngagementPath}/charter/accept", acceptance);
        }

        await Do(journey.Practice, $"{journey.EngagementPath}/charter/ratify", "{}");
        if (journey.Group != Guid.Empty)
        {
            await Do(journey.Practice, $"{journey.GroupPath}/seal", "{}");
        }

        await Do(journey.Practice, $"{journey.EngagementPath}/activate", "{}");
    }

    private async Task Learn(Journey journey)
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        var message = new NegotiationFailed(
            Given.Id(2),
            journey.Engagement,
            Final: true,
            new Origin(Guid.NewGuid(), 1, DateTimeOffset.UtcNow)
        );
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeForTenantAsync("cabinet", message);
    }

    // Accepted or refused, never a failure; under the speaker's own read, since each role counts what it sees.
    private static async Task Do(Speaker speaker, string path, string body)
    {
        var resource = string.Join('/', path.Split('/')[..4]);
        var read = (await speaker.Get(resource, null)).ETag;
        // Who may not read it has no ETag, and sends one of theirs.
        var answer = await speaker.Try(path, body, read.Length > 0 ? read : "\"0\"");
        answer.Status.ShouldBeOneOf(200, 404, 409, 422);
    }
}
