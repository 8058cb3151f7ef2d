using System.Text.Json.Nodes;
using CsCheck;
using Marten;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>Whatever is asked of a bilan in whatever order, what the store keeps of it is the fold of its facts, byte for byte once canonical.</summary>
public class snapshot_equals_fold(ReportingFixture service)
{
    private const int Happy = 4;
    private const int Others = 15;

    /// <summary>Mostly the way ahead, often something else, in an order of chance.</summary>
    private static readonly Gen<(bool, int[])> Sequences = Gen.Select(
        Gen.Bool,
        Gen.Frequency((2, Gen.Const(-1)), (3, Gen.Int[0, Others - 1])).Array[5, 30]
    );

    [Fact]
    public async Task after_any_sequence_of_commands()
    {
        var seen = new HashSet<string>();
        await Sequences.SampleAsync(
            async sample =>
            {
                var journey = await new Journey(service).ToDrafted(final: sample.Item1);
                var ahead = 0;
                foreach (var step in sample.Item2)
                {
                    await Try(journey, step < 0 ? ahead++ % Happy : step);
                }

                seen.Add((await journey.Practice.Get(journey.BilanPath)).State());
                await Check<Bilan>(journey, journey.Bilan);
                await Check<GroupRecord>(journey, journey.Group);
            },
            iter: 40,
            threads: 1
        );

        // Chance that never gets anywhere would prove nothing.
        seen.Count.ShouldBeGreaterThan(2);
    }

    private static async Task Check<T>(Journey journey, Guid id)
        where T : Aggregate, IFold<T>
    {
        await using var session = await journey.Store.ForTenant("cabinet", TestContext.Current.CancellationToken);
        var events = await session.Events.FetchStreamAsync(id);
        var folded = Folding.Of<T>(id, events.Select(e => (Fact)e.Data));
        var stored = JsonNode.Parse((await session.Json.FindByIdAsync<T>(id))!);
        Canonical.Text(stored).ShouldBe(Canonical.Text(JsonNode.Parse(journey.Store.Options.Serializer().ToJson(folded))));
        events.Count.ShouldBe((int)folded!.Version);
    }

    private static async Task Try(Journey journey, int step)
    {
        var read = await journey.Facilitator.Get(journey.BilanPath);
        var hash = read.Body["textHash"]?.GetValue<string>() ?? "none";
        var text = $$"""{"textHash":"{{hash}}"}""";
        await (
            step switch
            {
                0 => Do(journey, journey.Facilitator, "lock", "{}"),
                1 => Everybody(journey, text),
                2 => Do(journey, journey.Facilitator, "agree", "{}"),
                3 => Do(journey, journey.Facilitator, "publish", "{}"),
                4 => Do(journey, journey.Member(0), "amendments", """{"dimension":"bond","text":"t"}"""),
                5 => Do(journey, journey.Member(1), "amendments", """{"dimension":"professional-development","text":"u"}"""),
                6 => Do(journey, journey.Facilitator, $"amendments/{Part(read, "amendments")}/accept", "{}"),
                7 => Do(journey, journey.Facilitator, $"amendments/{Part(read, "amendments")}/refuse", """{"reason":"r"}"""),
                8 => Do(journey, journey.Member(2), "dissents", text),
                9 => Do(journey, journey.Member(3), "objections", $$"""{"textHash":"{{hash}}","reason":"r"}"""),
                10 => Do(journey, journey.Member(3), $"objections/{Part(read, "objections")}/withdraw", "{}"),
                11 => Do(journey, journey.Facilitator, "orientation", """{"code":"training","text":"t"}"""),
                12 => Do(journey, journey.Facilitator, "lock", """{"deadline":"2090-01-01T00:00:00+02:00"}"""),
                13 => journey.Bilan.GetHashCode() % 4 == 0 ? Do(journey, journey.Facilitator, "fail", "{}") : Everybody(journey, text),
                _ => journey.Tell(journey.Held(Guid.NewGuid(), Journey.ClosedQuarter.AddDays(30))),
            }
        );
    }

    private static async Task Everybody(Journey journey, string text)
    {
        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Do(journey, journey.Member(i), "approvals", text)));
        await Do(journey, journey.Facilitator, "approvals", text);
    }

    // The last that stands, or one that is not there.
    private static Guid Part(Answer read, string parts) =>
        read.Body[parts]!.AsArray() is { Count: > 0 } all ? all[^1]!["id"]!.GetValue<Guid>() : Guid.Empty;

    // Accepted or refused, never a failure.
    private static async Task Do(Journey journey, Speaker speaker, string verb, string body)
    {
        var path = $"{journey.BilanPath}/{verb}";
        var answer = await speaker.Try(path, body);
        if (answer.Status == 428)
        {
            answer = await speaker.Try(path, body, (await journey.Facilitator.Get(journey.BilanPath)).ETag);
        }

        // An amendment that says what stands already is 400.
        answer.Status.ShouldBeOneOf(200, 400, 404, 409, 422);
    }
}
