using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What changes while an engagement is active reaches the sessions and bilans that run by it: its terms, its charter, its facilitator.</summary>
[Collection(typeof(TheSystem))]
public class when_an_active_engagement_changes(SystemFixture system)
{
    [Fact]
    public async Task other_terms_reach_both_services_and_another_facilitator_takes_over_once_they_accepted_the_charter()
    {
        using var http = new HttpClient { BaseAddress = system.Host.Gateway };
        var api = new Caller(http, system.Host.Mint, new Progress("test", 1, _ => { }), TestContext.Current.CancellationToken);
        var practice = new Actor("cabinet-avenant", Roles.Practice, Guid.NewGuid());
        var stage = new Stage(api, new(TimeProvider.System), practice);
        var told = Stories.Read();
        await stage.Register(told.Establishments);
        var (cast, _) = await new Founding(stage, told.Engagements.Single(s => s.Key == "circle-8")).Lead();
        var now = DateTimeOffset.UtcNow;
        var path = $"/v1/engagements/{cast.Engagement}";
        var sessions = $"/v1/groups/{cast.Group}/sessions";
        await api.StartWhenKnown(cast.Facilitator, sessions, now, new { plannedFor = now.AddDays(1) });

        await api.Change(practice, path, "dispositif/amend", now, new { reason = "Un rythme à tenir.", intervalDays = 10 });
        var proposal = (await api.Get(practice, path)).Body["proposals"]!.AsArray().Single()!["id"];
        await api.Change(cast.Establishment, path, $"proposals/{proposal}/accept", now, new { });
        await api.GetWhen(cast.Facilitator, $"/v1/groups/{cast.Group}/evolution", e => Lines(e, "terms-changed") == 1);

        // Reporting knows of the terms; whether Session does is another question.
        var written = (await api.Get(cast.Facilitator, path)).ETag!.Trim('"');
        await api.Get(cast.Facilitator, $"{sessions}?reflects={cast.Engagement}@{written}");
        var later = await api.Start(cast.Facilitator, sessions, now, new { plannedFor = now.AddDays(15) });
        later.Body["intervalPassed"]!.GetValue<bool>().ShouldBeTrue();

        var file = told.Engagements.Single(s => s.Key == "cadre").Facilitator;
        var successor = new Actor(practice.Tenant, Roles.Facilitator, (await api.Start(practice, "/v1/facilitators", now, file)).Id);
        await api.Change(practice, path, "facilitator", now, new { facilitator = successor.Person, authorityOver = Array.Empty<Guid>() });

        // Who was replaced leads nothing from then on, and the group sees that nobody does.
        await SystemFixture.Until(async () => (await system.Ask(cast.Facilitator, sessions)).Status == 404, "the group is theirs no more");
        (await api.Get(cast.Members[0], path)).Body["facilitatorAwaited"]!.GetValue<bool>().ShouldBeTrue();
        var exact = (await api.Get(successor, path)).Body["charter"]!["textHash"]!.GetValue<string>();
        await api.Append(successor, $"{path}/charter/accept", now, new { textHash = exact });
        await api.StartWhenKnown(successor, sessions, now, new { plannedFor = now.AddDays(20) });
        var evolution = await api.GetWhen(successor, $"/v1/groups/{cast.Group}/evolution", e => Lines(e, "facilitator-assigned") == 1);
        Lines(evolution.Body, "terms-changed").ShouldBe(1);
    }

    private static int Lines(System.Text.Json.Nodes.JsonNode evolution, string what) =>
        evolution["lines"]!.AsArray().Count(line => line!["what"]!.GetValue<string>() == what);
}
