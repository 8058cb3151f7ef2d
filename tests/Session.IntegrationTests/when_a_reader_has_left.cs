using System.Text.Json.Nodes;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>What comes after somebody left leaves no trace in what they still read: not a byte, not a header, not a version.</summary>
public class when_a_reader_has_left(SessionFixture service)
{
    private const string Closing =
        """{"minutes":90,"explanation":"told-afterwards","themes":[{"axis":"emotional-demands","level":"collective"}],"outcome":"change"}""";

    private const string Incident = """{"kind":"judgement","text":"Ce qui est venu après."}""";

    private static async Task<string> Whole(Speaker reader, params string[] readings) =>
        string.Join("\n\n", await Task.WhenAll(readings.Select(r => reader.Whole(r))));

    private static string[] Readings(Journey journey) =>
        [
            journey.Path,
            $"{journey.Path}?at=2100-01-01T00:00:00Z",
            $"/v1/groups/{journey.Group}/sessions",
            $"{journey.Path}/disclosures",
            "/v1/pulses",
        ];

    // Held and closed; member 5 was not there, member 4 said something.
    private async Task<Journey> Held()
    {
        var journey = await new Journey(service, "free-circle", "free").Open();
        await journey.Change(
            "attendance",
            new JsonObject
            {
                ["present"] = new JsonArray([.. journey.Persons.Where((_, at) => at != 5).Select(p => JsonValue.Create(p))]),
            }.ToJsonString()
        );
        await journey.Change("phases/settle/start");
        await journey.Change("phases/settle/complete");
        await journey.Change("phases/tell/start");
        await journey.Contribute(4, "expose");
        await journey.Change("close", Closing);
        return journey;
    }

    private static Task Leave(Journey journey, int member, long version) =>
        journey.Tell(new MemberLeft(journey.Group, journey.Engagement, journey.Persons[member], journey.At(version)));

    private static async Task Later(Journey journey)
    {
        await journey.Member(2).Post($"{journey.Path}/incidents", Incident, 200);
        await journey.Change("confidentiality-exception", """{"basis":"partner-violence"}""");
        await journey.Facilitator.Post($"{journey.Path}/pulses", "{}", 201);
    }

    [Fact]
    public async Task a_member_reads_a_session_to_its_end_as_it_stood_and_nothing_that_came_later()
    {
        var journey = await Held();
        var known = (await journey.Member(4).Get(journey.Path)).ETag;
        await Leave(journey, 4, 41);
        var before = await Whole(journey.Member(4), Readings(journey));
        before.ShouldContain(Journey.Canary);
        (await journey.Member(4).Get(journey.Path)).ETag.ShouldBe(known);

        await Later(journey);
        (await Whole(journey.Member(4), Readings(journey))).ShouldBe(before);
        (await journey.Member(4).Whole(journey.Path, known)).ShouldStartWith("304");

        // Who stays reads all of it, under versions that the other has not.
        var theirs = await journey.Member(2).Get(journey.Path);
        theirs.Body["incidents"]!.AsArray().Count.ShouldBe(1);
        await journey.Member(4).Get($"{journey.Path}?version={theirs.Body["version"]}", 404);
    }

    [Fact]
    public async Task whoever_was_not_there_reads_nothing_of_it()
    {
        var journey = await Held();
        await journey.Member(5).Get(journey.Path);
        await Leave(journey, 5, 41);
        await journey.Member(5).Get(journey.Path, 404);
        foreach (var of in new[] { "sessions", "tracks", "parts", "situations" })
        {
            await journey.Member(5).Get($"/v1/groups/{journey.Group}/{of}", 404);
        }
    }

    [Fact]
    public async Task they_write_nothing_and_take_back_what_they_said()
    {
        var journey = await Held();
        var said = (await journey.Member(4).Get(journey.Path)).Body["contributions"]![0]!["id"]!.GetValue<Guid>();
        await Leave(journey, 4, 41);

        // Whether they may comes before when they say that it was.
        await journey.Member(4).Post($"{journey.Path}/incidents", """{"kind":"judgement","occurredAt":"2001-01-01T00:00:00Z"}""", 403);
        await journey.Member(4).Post($"{journey.Path}/contributions", Journey.Text(more: ",\"kind\":\"expose\""), 403);
        var withdrawn = await journey.Member(4).Post($"{journey.Path}/contributions/{said}/withdraw", "{}", 200);
        withdrawn.Body["contributions"]![0]!["text"]!.GetValue<string>().ShouldBe(Journey.Canary, "their own");
        withdrawn.Body["contributions"]![0]!["withdrawn"]!.GetValue<bool>().ShouldBeTrue();
        (await journey.Member(2).Get(journey.Path)).Body["contributions"]![0]!["text"].ShouldBeNull();
    }

    [Fact]
    public async Task what_another_withdrew_since_is_silent_in_what_they_read()
    {
        var journey = await Held();
        var said = (await journey.Member(4).Get(journey.Path)).Body["contributions"]![0]!["id"]!.GetValue<Guid>();
        await Leave(journey, 4, 41);
        await Leave(journey, 3, 42);
        await journey.Member(4).Post($"{journey.Path}/contributions/{said}/withdraw", "{}", 200);
        (await Whole(journey.Member(3), Readings(journey))).ShouldNotContain(Journey.Canary);
    }

    [Fact]
    public async Task a_facilitator_who_was_replaced_leads_nothing_at_once_and_the_successor_once_told()
    {
        var journey = await Held();
        var held = journey.Path;
        var running = await new Journey(service, "free-circle", "free").Open();
        foreach (var one in new[] { journey, running })
        {
            await one.Tell(new FacilitatorRelieved(one.Engagement, [one.Group], one.Activation.Facilitator, one.At(42)));
        }

        var before = await Whole(journey.Facilitator, Readings(journey));
        await journey.Member(2).Post($"{held}/incidents", Incident, 200);
        (await Whole(journey.Facilitator, Readings(journey))).ShouldBe(before);
        await journey.Facilitator.Post($"{held}/incidents", Incident, 403);
        await journey.Facilitator.Post($"/v1/groups/{journey.Group}/sessions", """{"plannedFor":"2026-03-09T09:00:00Z"}""", 404);

        await running.Facilitator.Get(running.Path, 404);
        (await running.Facilitator.Try($"{running.Path}/close", Closing, "\"3\"")).Status.ShouldBe(404);
        (await running.Member(2).Get(running.Path)).Body["state"]!.GetValue<string>().ShouldBe("open");
        var successor = Guid.CreateVersion7();
        await running.Tell(new FacilitatorAssigned(running.Engagement, [running.Group], successor, running.At(43)));
        var led = service.As(Roles.Facilitator, successor);
        await led.Post($"{running.Path}/close", Closing, 200, (await led.Get(running.Path)).ETag);

        // Told late, the relief does not undo it.
        await running.Tell(new FacilitatorRelieved(running.Engagement, [running.Group], Guid.CreateVersion7(), running.At(41)));
        await led.Get(running.Path);
    }

    [Fact]
    public async Task a_successor_reads_nothing_that_was_said_before_they_came_in_a_session_that_runs_either()
    {
        var journey = await new Journey(service, "free-circle", "free").Open();
        await journey.Member(1).Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Change("phases/settle/start");
        await journey.Change("phases/settle/complete");
        await journey.Change("phases/tell/start");
        await journey.Contribute(1, "expose");
        var successor = Guid.CreateVersion7();
        await journey.Tell(new FacilitatorRelieved(journey.Engagement, [journey.Group], journey.Activation.Facilitator, journey.At(42)));
        await journey.Tell(new FacilitatorAssigned(journey.Engagement, [journey.Group], successor, journey.At(43)));
        var led = service.As(Roles.Facilitator, successor);
        (await Whole(led, Readings(journey))).ShouldNotContain(Journey.Canary);
        (await Whole(journey.Member(2), Readings(journey))).ShouldContain(Journey.Canary);

        // They lead on, and read what is said from now on.
        await journey.Member(2).Post($"{journey.Path}/contributions", Journey.Text("Après.", ",\"kind\":\"expose\""), 200);
        var read = await led.Get(journey.Path);
        read.Body["contributions"]!.AsArray().Select(c => c!["text"]?.GetValue<string>()).ShouldBe([null, "Après."]);
        await led.Post($"{journey.Path}/close", Closing, 200, read.ETag);
        (await Whole(led, [.. Readings(journey), $"/v1/groups/{journey.Group}/situations"])).ShouldNotContain(Journey.Canary);
    }

    [Fact]
    public async Task whoever_leads_again_reads_all_of_it()
    {
        var journey = await Held();
        var leader = journey.Activation.Facilitator;
        await journey.Tell(new FacilitatorRelieved(journey.Engagement, [journey.Group], leader, journey.At(42)));
        await journey.Member(2).Post($"{journey.Path}/incidents", Incident, 200);
        await journey.Tell(new FacilitatorAssigned(journey.Engagement, [journey.Group], leader, journey.At(43)));
        (await journey.Facilitator.Get(journey.Path)).Body["incidents"]!.AsArray().Count.ShouldBe(1);
        await journey.Facilitator.Post($"{journey.Path}/incidents", Incident, 200);
    }

    [Fact]
    public async Task who_left_before_sessions_learned_of_it_is_noted_with_the_groups_next_change()
    {
        var journey = await Held();
        await using (var scope = service.Host.Services.CreateAsyncScope())
        await using (
            var session = await scope
                .ServiceProvider.GetRequiredService<IDocumentStore>()
                .ForTenant("cabinet", TestContext.Current.CancellationToken)
        )
        {
            // As it was before: the departure is known, and no session learned of it.
            session.Insert(new Received($"left/readers/{journey.Group}/{journey.Persons[4]}/{journey.Engagement}/41"));
            await session.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        await Leave(journey, 4, 41);
        await Leave(journey, 3, 42);
        var before = await Whole(journey.Member(4), journey.Path) + await Whole(journey.Member(3), journey.Path);
        await Later(journey);
        (await Whole(journey.Member(4), journey.Path) + await Whole(journey.Member(3), journey.Path)).ShouldBe(before);
    }

    [Fact]
    public async Task who_was_erased_after_the_end_reads_nothing_that_came_later()
    {
        var journey = await Held();
        await journey.Tell(new PersonErasureRequested(journey.Persons[4], journey.At(44)));
        var before = await Whole(journey.Member(4), journey.Path);
        await journey.Member(2).Post($"{journey.Path}/incidents", Incident, 200);
        (await Whole(journey.Member(4), journey.Path)).ShouldBe(before);
        before.ShouldNotContain("Ce qui est venu après.");
    }

    [Fact]
    public async Task who_came_later_reads_neither_presence_nor_situations_of_before()
    {
        var journey = await new Journey(service, "free-circle", "free").Open();
        await journey.Member(1).Post($"{journey.Path}/situations", Journey.Text(), 200);
        await journey.Change("close", Closing);
        var newcomer = Guid.CreateVersion7();
        await journey.Tell(new MemberEnrolled(journey.Group, journey.Engagement, new(newcomer, Given.Id(50)), journey.At(41)));
        var reads = service.As(Roles.Member, newcomer);
        var parts = (await reads.Get($"/v1/groups/{journey.Group}/parts")).Body["items"]!.AsArray();
        parts.Count.ShouldBe(9);
        parts.ShouldAllBe(p => p!["expected"]!.GetValue<int>() == 0 && p["present"]!.GetValue<int>() == 0);
        (await reads.Get($"/v1/groups/{journey.Group}/situations")).Body["items"]!.AsArray().ShouldBeEmpty();
        (await journey.Member(2).Get($"/v1/groups/{journey.Group}/situations")).Body["items"]!.AsArray().Count.ShouldBe(1);
        (await journey.Member(2).Get($"/v1/groups/{journey.Group}/parts")).Body["items"]!
            .AsArray()
            .ShouldContain(p => p!["present"]!.GetValue<int>() == 1);
    }
}
