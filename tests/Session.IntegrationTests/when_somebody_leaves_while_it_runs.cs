using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Persons.V1;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>Words on presence are judged on who was a member while the session ran, and attendance on what is stored of tracks and of who was erased.</summary>
public class when_somebody_leaves_while_it_runs(SessionFixture service)
{
    private const string Closing =
        """{"minutes":12,"explanation":"told-afterwards","themes":[{"axis":"emotional-demands","level":"collective"}],"outcome":"change"}""";

    private static JsonObject Present(params IEnumerable<Guid> persons) =>
        new() { ["present"] = new JsonArray([.. persons.Select(p => JsonValue.Create(p))]) };

    private static string Corrected(params IEnumerable<Guid> persons)
    {
        var command = Present(persons);
        command["reason"] = "omitted";
        return command.ToJsonString();
    }

    private Task<Journey> Open() => new Journey(service, "free-circle", "free").Open();

    private static Task Leave(Journey journey, int member, long version) =>
        journey.Tell(
            new MemberLeft(
                journey.Group,
                journey.Engagement,
                journey.Persons[member],
                journey.At(version) with
                {
                    OccurredAt = DateTimeOffset.UtcNow,
                }
            )
        );

    private static async Task Refused(Journey journey, params IEnumerable<Guid> present) =>
        (await journey.Change("attendance", Present(present).ToJsonString(), 422)).Body["rules"]![0]!["rule"]!
            .GetValue<string>()
            .ShouldBe("presence");

    [Fact]
    public async Task who_was_left_out_says_so_and_the_facilitator_records_it()
    {
        var journey = await Open();
        await journey.Change("attendance", Present(journey.Persons[..6]).ToJsonString());
        await Leave(journey, 6, 41);
        await Leave(journey, 7, 42);
        await journey.Change("phases/settle/start");
        await journey.Change("phases/settle/complete");
        await journey.Change("close", Closing);
        await journey.Member(6).Post($"{journey.Path}/corrections/contest", "{}", 200);
        var corrected = await journey.Change("corrections", Corrected([.. journey.Persons[..6], journey.Persons[7]]));
        corrected.Body["present"]!.AsArray().Count.ShouldBe(7);
    }

    [Fact]
    public async Task an_attendance_recorded_anew_takes_out_nobody_who_endorsed_a_track_orally()
    {
        var journey = await Open();
        var track = (await journey.Facilitator.Post($"/v1/groups/{journey.Group}/tracks", journey.Track(), 201)).Body["id"];
        var orally = new JsonObject { ["member"] = journey.Persons[7], ["at"] = journey.Path.Split('/')[^1] }.ToJsonString();
        await journey.Facilitator.Post($"/v1/tracks/{track}/endorsements", orally, 200);
        await Refused(journey, journey.Persons[..7]);
        await journey.Change("attendance", Present(journey.Persons[1..]).ToJsonString());
    }

    [Fact]
    public async Task an_attendance_recorded_anew_adds_nobody_who_was_erased_since()
    {
        var journey = await Open();
        await journey.Change("attendance", Present(journey.Persons[..7]).ToJsonString());
        await journey.Tell(new PersonErasureRequested(journey.Persons[7], journey.At(43)));
        await Refused(journey, journey.Persons);
    }
}
