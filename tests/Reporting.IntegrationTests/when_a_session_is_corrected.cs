using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A correction is learned once, in whatever order; of themes it is before a lock or after it, however both come.</summary>
public class when_a_session_is_corrected(ReportingFixture service)
{
    private static readonly Theme Right = new("working-hours", "collective");

    private static SessionCorrected Corrected(Journey journey, Guid session, int minutes) =>
        new(session, journey.Group, journey.Engagement, journey.Origin() with { Stream = session, Version = 40 }, minutes);

    [Fact]
    public async Task it_is_learned_once_and_before_its_session_too()
    {
        var journey = await new Journey(service).ToHeld();
        var (session, day) = (Guid.CreateVersion7(), Journey.ClosedQuarter.AddDays(30));
        var corrected = Corrected(journey, session, 30);
        var held = journey.Held(session, day);
        held = held with { Origin = held.Origin with { Stream = session } };
        await journey.Tell(corrected, corrected, held, held, corrected);
        (await journey.Facts<CorrectionNoted>(journey.Group)).ShouldBe(1);
        var evolution = await journey.Evolution();
        Journey.What(evolution).TakeLast(2).ShouldBe(["minutes-corrected", "session-held"]);
        evolution.Lines()[^1]["minutesSoFar"]!.GetValue<int>().ShouldBe(150);
        var drafted = await journey.Facilitator.Post($"/v1/groups/{journey.Group}/bilans", Journey.Draft(), 201);
        drafted.Body["figures"]!["minutes"]!.GetValue<int>().ShouldBe(150);
    }

    [Fact]
    public async Task one_of_themes_that_comes_with_a_lock_is_before_it_or_after_it()
    {
        var (before, after) = (0, 0);
        for (var round = 0; round < 12; round++)
        {
            var journey = await new Journey(service).ToDrafted();
            var session = (await Record(journey)).Sessions.Single().Session;
            ThemesCorrected corrected = new(
                session,
                journey.Group,
                journey.Engagement,
                [Right],
                journey.Origin() with
                {
                    Stream = session,
                    Version = 40,
                }
            );
            var etag = (await journey.Facilitator.Get(journey.BilanPath)).ETag;
            await Task.WhenAll(
                Task.Run(() => journey.Tell(corrected), TestContext.Current.CancellationToken),
                Task.Run(
                    () => journey.Facilitator.Post($"{journey.BilanPath}/lock", "{}", 200, etag),
                    TestContext.Current.CancellationToken
                )
            );
            var record = await Record(journey);
            var holds = record.Themes.Single().Themes.Contains(Right);
            var figures = (await journey.Facilitator.Get(journey.BilanPath)).Body["figures"]!.ToJsonString();
            figures.Contains(Right.Axis, StringComparison.Ordinal).ShouldBe(holds, "the text that is locked is of the themes that hold");
            record.ThemesInWait.Count.ShouldBe(holds ? 0 : 1);
            (before, after) = (before + (holds ? 1 : 0), after + (holds ? 0 : 1));

            // What waits holds once the text is a draft again.
            var amendment = await journey
                .Member(0)
                .Post($"{journey.BilanPath}/amendments", """{"dimension":"bond","text":"Autrement."}""", 200);
            var part = amendment.Body["amendments"]!.AsArray().Single()!["id"];
            await journey.Facilitator.Post($"{journey.BilanPath}/amendments/{part}/accept", "{}", 200);
            (await Record(journey)).Themes.Single().Themes.ShouldBe([Right]);
        }

        (before + after).ShouldBe(12);
    }

    [Fact]
    public async Task what_is_agreed_keeps_its_themes_and_says_so()
    {
        var journey = await new Journey(service).ToAgreed();
        var record = await Record(journey);
        var session = record.Sessions.Single().Session;
        await journey.Tell(
            new ThemesCorrected(
                session,
                journey.Group,
                journey.Engagement,
                [Right],
                journey.Origin() with
                {
                    Stream = session,
                    Version = 40,
                }
            )
        );
        (await Record(journey)).Themes.Single().Themes.ShouldNotContain(Right);
        Journey.What(await journey.Evolution()).ShouldContain("themes-corrected-late");
    }

    [Fact]
    public async Task one_is_known_by_when_it_was_opened_as_it_is_told()
    {
        var (journey, ended) = (new Journey(service), Journey.ClosedQuarter.AddDays(20));
        await journey.Tell(journey.Sealed(), journey.Activated());
        await journey.Tell(journey.Held(Guid.CreateVersion7(), ended) with { OpenedAt = ended.AddHours(-2) });
        (await Record(journey)).Sessions.Single().OpenedAt.ShouldBe(ended.AddHours(-2));
    }

    private static async Task<GroupRecord> Record(Journey journey)
    {
        await using var session = await journey.Store.ForTenant("cabinet", TestContext.Current.CancellationToken);
        return (await session.LoadAsync<GroupRecord>(journey.Group))!;
    }
}
