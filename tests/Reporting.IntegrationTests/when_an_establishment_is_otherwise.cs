using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>An establishment is corrected back and forth, or succeeded: no closed figure changes, and the house of before reads nothing more.</summary>
public class when_an_establishment_is_otherwise(ReportingFixture service)
{
    private readonly string _tenant = Journey.Apart;

    private Speaker Practice => service.As(Roles.Practice, tenant: _tenant);

    private Journey Beginning(Guid? establishment = null) => new(service, establishment, _tenant);

    [Fact]
    public async Task corrected_back_and_forth_it_changes_no_closed_release_and_lends_no_difference()
    {
        var (one, two) = (await Beginning().ToAgreed(), await Beginning().ToAgreed(present: 5));
        await one.Tell(
            new EstablishmentRegistered(one.Establishment, "552100554", null, "38", one.Origin()),
            new EstablishmentRegistered(two.Establishment, "552100554", null, "69", two.Origin() with { Version = 1 })
        );

        // Mistyped, and put right before the quarter is closed: the pool of the quarter has it where it is.
        var (first, later) = (two.Origin() with { Version = 2 }, two.Origin() with { Version = 3 });
        await two.Tell(new EstablishmentCorrected(two.Establishment, "552100554", null, "38", first));
        var period = await one.Period();
        var before = await Release();

        // Out of it and told again: the same sessions, persons and bands, whatever is said of its place by now.
        await two.Tell(new EstablishmentCorrected(two.Establishment, "552100554", null, "69", later));
        (await Practice.Get(RollUp("38"))).Body["cells"]!.ToJsonString().ShouldBe(before.Body["cells"]!.ToJsonString());
        var read = await Practice.Get(period);
        await Practice.Post($"{period}/releases/{before.Body["release"]}/retract", """{"why":"wrong-data"}""", 200, read.ETag);
        (await Release()).Body["cells"]!.ToJsonString().ShouldBe(before.Body["cells"]!.ToJsonString());
        await Practice.Post($"{period}/releases", """{"kind":"territory","code":"69"}""", 404);

        async Task<Answer> Release()
        {
            await Practice.Post($"{period}/releases", """{"kind":"territory","code":"38"}""", 200);
            return await Practice.Get(RollUp("38"));
        }

        static string RollUp(string territory) =>
            $"/v1/roll-ups/territory/{territory}/indicators?period={Journey.Quarter(Journey.ClosedQuarter)}";
    }

    [Fact]
    public async Task one_without_an_engagement_has_an_empty_plan_and_no_releases()
    {
        var house = Guid.CreateVersion7();
        var own = service.As(Roles.Establishment, Given.Id(908), _tenant, house);
        string[] paths = [$"/v1/establishments/{house}/action-tracks", $"/v1/establishments/{house}/indicators/releases"];
        foreach (var path in paths)
        {
            await Practice.Get(path, 404);
        }

        await Beginning().Tell(new EstablishmentRegistered(house, "552100554", null, "38", new(house, 1, DateTimeOffset.UtcNow)));
        foreach (var path in paths)
        {
            (await own.Get(path)).Body["items"]!.AsArray().ShouldBeEmpty();
            (await Practice.Get(path)).Body["items"]!.AsArray().ShouldBeEmpty();
        }

        // A platform that may read its figures learns of no more than releases.
        var platform = Guid.CreateVersion7();
        await Beginning(house).Tell(Beginning(house).Granted(platform, DateTimeOffset.UtcNow.AddDays(1), "indicators:read"));
        await service.As(Roles.Platform, platform, _tenant).Get(paths[1], 404);
    }

    [Fact]
    public async Task what_was_handed_over_stays_with_the_house_of_before_and_what_comes_later_is_the_successors()
    {
        var journey = await Beginning().ToAgreed();
        await journey.Lead("publish");
        var first = $"/v1/bilans/{journey.Bilan}";
        var successor = Guid.CreateVersion7();
        var now = service.As(Roles.Establishment, Given.Id(907), _tenant, successor);
        var plan = "/v1/establishments/{0}/action-tracks";
        await journey.Asker.Get(first);
        await journey.Asker.Get(Plan(journey.Establishment));
        await now.Get(first, 404);
        await now.Get(Plan(successor), 404);

        var told = new EstablishmentSucceeded(
            journey.Engagement,
            [journey.Group],
            journey.Establishment,
            successor,
            new(journey.Establishment, 2, DateTimeOffset.UtcNow),
            Keeps: true
        );
        await journey.Tell(told, told);
        (await journey.Asker.Get(first)).Body["state"]!.ToString().ShouldBe("published");
        await journey.Asker.Get(Plan(journey.Establishment));
        await now.Get(first, 404);
        await now.Post($"{first}/observations", """{"text":"un mot"}""", 404);
        await now.Get(Plan(successor));

        // What is drafted from now on is for the successor.
        await journey.DraftAnother();
        await journey.Lead("lock");
        await journey.Approve();
        await journey.Lead("agree");
        await journey.Lead("publish");
        await now.Get($"/v1/bilans/{journey.Bilan}");
        await journey.Asker.Get($"/v1/bilans/{journey.Bilan}", 404);

        string Plan(Guid of) => string.Format(null, plan, of);
    }

    [Fact]
    public async Task what_was_agreed_for_the_house_of_before_goes_to_its_successor_once_it_is_agreed_anew()
    {
        var journey = await Beginning().ToAgreed();
        var (bilan, successor) = ($"/v1/bilans/{journey.Bilan}", Guid.CreateVersion7());
        var now = service.As(Roles.Establishment, Given.Id(907), _tenant, successor);
        (await journey.Member(0).Get(bilan)).Body["addressee"]!.GetValue<Guid>().ShouldBe(journey.Establishment);
        var told = new EstablishmentSucceeded(
            journey.Engagement,
            [journey.Group],
            journey.Establishment,
            successor,
            new(journey.Establishment, 2, DateTimeOffset.UtcNow),
            Keeps: true
        );
        await journey.Tell(told);
        (await journey.Lead("publish", status: 422)).Rule().ShouldBe("always/nothing-before-agreement/S2");
        (await journey.Member(0).Get(bilan)).Body["addressee"]!.GetValue<Guid>().ShouldBe(journey.Establishment);
        await now.Get(bilan, 404);

        // Also of an engagement that is concluded meanwhile.
        await journey.Lead("lock");
        await journey.Tell(new EngagementConcluded(journey.Engagement, [journey.Group], journey.Origin()));
        (await journey.Lead("publish", status: 409)).Body["status"]!.GetValue<int>().ShouldBe(409);
        await journey.Approve();
        await journey.Lead("agree");
        (await journey.Member(0).Get(bilan)).Body["addressee"]!.GetValue<Guid>().ShouldBe(successor);
        await journey.Lead("publish");
        await now.Get(bilan);
        await journey.Asker.Get(bilan, 404);
    }

    [Fact]
    public async Task where_nothing_was_asked_of_that_yet_all_went_to_the_successor()
    {
        var journey = await Beginning().ToAgreed();
        await journey.Lead("publish");
        var successor = Guid.CreateVersion7();
        var now = service.As(Roles.Establishment, Given.Id(907), _tenant, successor);
        await journey.Tell(
            new EstablishmentSucceeded(
                journey.Engagement,
                [journey.Group],
                journey.Establishment,
                successor,
                new(journey.Establishment, 2, DateTimeOffset.UtcNow)
            )
        );
        await journey.Asker.Get($"/v1/bilans/{journey.Bilan}", 404);
        await now.Get($"/v1/bilans/{journey.Bilan}");
    }
}
