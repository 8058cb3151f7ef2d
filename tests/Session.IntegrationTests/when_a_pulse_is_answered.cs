using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Pulses;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>Those present answer without a name: what is stored tells that somebody answered, while it is open, and never what.</summary>
public class when_a_pulse_is_answered(SessionFixture service)
{
    private const string Closing =
        """{"minutes":90,"explanation":"told-afterwards","themes":[{"axis":"emotional-demands","level":"collective"}],"outcome":"change","reason":"Le temps manquait."}""";

    private static string Answers(int value) =>
        new JsonObject
        {
            ["answers"] = new JsonArray([
                .. PulseInstrument
                    .Find("end-of-session")!
                    .Items.Select(i => new JsonObject { ["item"] = i.Code, ["value"] = i.Reversed ? 6 - value : value }),
            ]),
        }.ToJsonString();

    private async Task<(Journey Journey, string Path)> Asked()
    {
        var journey = await new Journey(service, "resonance", "guided").Open();
        await journey.Change("close", Closing);
        var asked = await journey.Facilitator.Post($"{journey.Path}/pulses", "{}", 201);
        return (journey, asked.Location);
    }

    [Fact]
    public async Task each_once_and_nobody_reads_who_said_what()
    {
        var (journey, path) = await Asked();
        await journey.Facilitator.Post($"{journey.Path}/pulses", "{}", 409);
        var read = await journey.Member(0).Get(path);
        read.Body["state"]!.GetValue<string>().ShouldBe("open");
        read.Body["instrument"]!["items"]!.AsArray().Count.ShouldBe(5);
        (await journey.Member(0).Get("/v1/pulses")).Body["items"]!.AsArray().ShouldHaveSingleItem();
        foreach (var member in Enumerable.Range(0, 6))
        {
            await journey.Member(member).Post($"{path}/answers", Answers(member < 4 ? 5 : 1), 200);
        }

        (await journey.Member(0).Try($"{path}/answers", Answers(1))).Status.ShouldBe(422);
        (await journey.Member(6).Try($"{path}/answers", """{"answers":[null]}""")).Status.ShouldBe(400);
        (await journey.Member(6).Try($"{path}/answers", """{"answers":[]}""")).Status.ShouldBe(400);
        (await journey.Facilitator.Try($"{path}/answers", Answers(1))).Status.ShouldBe(403);
        (await service.As(Roles.Member).Try($"{path}/answers", Answers(1))).Status.ShouldBe(404);
        await service.As(Roles.Member).Get(path, 404);

        // The stream knows that it was asked, and nothing of who answered.
        (await journey.Facilitator.Get(path)).Body["version"]!.GetValue<int>().ShouldBe(1);
        var id = Guid.Parse(path.Split('/')[^1]);
        (await Box(id))!.Ballots.ShouldBe(["", "", .. Enumerable.Repeat("usefulness,safety,support", 4)]);

        await journey.Tell(new PulseOver(id, DateTimeOffset.UtcNow));
        (await Box(id)).ShouldBeNull("what was answered is gone");
        (await service.Count($"select count(*) from session.mt_doc_ballotbox where id = '{id}'")).ShouldBe(0);
        (await journey.Member(0).Get(path)).Body["state"]!.GetValue<string>().ShouldBe("over");
        (await journey.Member(6).Try($"{path}/answers", Answers(1))).Status.ShouldBe(409);
        (await Counted(id)).ShouldBe((6, "usefulness:4 safety:4 support:4"));
        await journey.Tell(new PulseOver(id, DateTimeOffset.UtcNow));
        (await journey.Member(0).Get(path)).Body["version"]!.GetValue<int>().ShouldBe(2);
    }

    [Fact]
    public async Task those_who_answer_at_once_all_count_and_a_key_leaves_no_trace()
    {
        var (journey, path) = await Asked();
        var id = Guid.Parse(path.Split('/')[^1]);
        var answers = Enumerable.Range(0, 8).Select(m => journey.Member(m).Try($"{path}/answers", Answers(5), key: $"key-{m}"));
        (await Task.WhenAll(answers)).ShouldAllBe(a => a.Status == 200);
        (await Box(id))!.Answered.Count.ShouldBe(8);
        (
            await service.Count(
                $"select count(*) from session.mt_doc_acceptedrequest where data ->> 'resource' = '{id}' and data ->> 'status' = '200'"
            )
        ).ShouldBe(0);
    }

    [Fact]
    public async Task four_answers_are_gone_uncounted()
    {
        var (journey, path) = await Asked();
        var id = Guid.Parse(path.Split('/')[^1]);
        foreach (var member in Enumerable.Range(0, 4))
        {
            await journey.Member(member).Post($"{path}/answers", Answers(5), 200);
        }

        // Whoever is erased has answered nothing that is theirs: that they did goes, and the answer is nobody's.
        await journey.Tell(new PersonErasureRequested(journey.Persons[0], journey.At(40)));
        var box = (await Box(id))!;
        (box.Answered.Count, box.Ballots.Count).ShouldBe((3, 4));
        await journey.Member(0).Post($"{path}/answers", Answers(5), 403);

        await journey.Tell(new PulseOver(id, DateTimeOffset.UtcNow));
        (await Box(id)).ShouldBeNull();
        (await Counted(id)).ShouldBe((0, ""));
    }

    private async Task<BallotBox?> Box(Guid id)
    {
        await using var session = await Store.ForTenant("cabinet", TestContext.Current.CancellationToken);
        return await session.LoadAsync<BallotBox>(id, TestContext.Current.CancellationToken);
    }

    private async Task<(int Answered, string Scores)> Counted(Guid id)
    {
        await using var session = await Store.ForTenant("cabinet", TestContext.Current.CancellationToken);
        var counted = (await session.Events.FetchStreamAsync(id)).Select(e => e.Data).OfType<PulseCounted>().SingleOrDefault();
        return (counted?.Answered ?? 0, string.Join(' ', counted?.Scores.Select(s => $"{s.Dimension}:{s.Favourable}") ?? []));
    }

    private IDocumentStore Store => service.Host.Services.GetRequiredService<IDocumentStore>();
}
