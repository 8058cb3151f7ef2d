using System.Text.Json.Nodes;

namespace PracticeAnalysis.Local;

/// <summary>An active engagement's course: its sessions and bilans in the order of their dates, to its conclusion where there is a final bilan.</summary>
internal sealed class Course(Stage stage, EngagementStory story, Cast cast)
{
    /// <summary>Runs it.</summary>
    public async Task<Told> Run()
    {
        var sessions = new List<Guid>();
        var bilans = new List<Guid>();
        var steps = story
            .Sessions.Select(s =>
                (
                    At: stage.Calendar.At(s.Month, s.Day),
                    Step: (Func<Task>)(async () => sessions.Add(await new Meeting(stage, story, s, cast).Hold()))
                )
            )
            .Concat(
                story.Bilans.Select(b =>
                    (
                        At: stage.Calendar.At(b.Month, b.Day),
                        Step: (Func<Task>)(async () => bilans.Add(await new Negotiation(stage, b, cast, sessions.Count).Lead()))
                    )
                )
            );
        foreach (var (_, step) in steps.OrderBy(s => s.At))
        {
            await step();
        }

        if (story.Key == "circle-8")
        {
            await Ask(sessions[^1]);
            await Depart();
            await AwaitAnswers();
        }

        if (story.Key == "eaje")
        {
            // How long the professional was there in the year, and nothing of what was said.
            var year = stage.Calendar.At(story.Sessions[0].Month, 1).Year;
            await stage.Api.Get(cast.Member(1), $"/v1/engagements/{cast.Engagement}/attestations/{cast.Member(1).Person}?year={year}");
        }

        await (story.Bilans.Any(b => b.Orientation is not null) ? Conclude() : PlanAnother());
        return new(cast, sessions, bilans);
    }

    // Those who were present are asked without names how the last session was. Their sums are told when the pulse is over, in three days.
    private async Task Ask(Guid session)
    {
        var asked = await stage.Api.Start(cast.Facilitator, $"/v1/sessions/{session}/pulses", stage.Calendar.Now, new { });
        var present = (await stage.Api.Get(cast.Facilitator, $"/v1/sessions/{session}")).Body["present"]!.AsArray();
        foreach (var member in cast.Members.Where(m => present.Any(p => p!.GetValue<Guid>() == m.Person)))
        {
            var items = (await stage.Api.Get(member, $"/v1/pulses/{asked.Id}")).Body["instrument"]!["items"]!.AsArray();
            await stage.Api.Append(
                member,
                $"/v1/pulses/{asked.Id}/answers",
                stage.Calendar.Now,
                new
                {
                    answers = items.Select(i => new
                    {
                        item = i!["code"]!.GetValue<string>(),
                        value = i["reversed"]!.GetValue<bool>() ? 2 : 4,
                    }),
                }
            );
        }
    }

    // The last member is absent for long: the group is told, and may object for fourteen days.
    private Task<Answer> Depart() =>
        stage.Api.Append(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/departures",
            stage.Calendar.Clock,
            new { person = cast.Members[^1].Person, reason = "long-absence" }
        );

    // What waits: a locked text for its parties until a deadline, and an amendment for who pays.
    private async Task AwaitAnswers()
    {
        var (from, to) = stage.Calendar.Months(-1, -1);
        var draft = await stage.Api.StartWhenKnown(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/bilans",
            stage.Calendar.Clock,
            new
            {
                from,
                to,
                sections = new[]
                {
                    new { dimension = "bond", text = "Le cercle prend le temps d'écouter ; il reste à mieux accueillir qui arrive." },
                },
                unmeasured = "too-early",
            }
        );
        await stage.Api.Change(
            cast.Facilitator,
            $"/v1/bilans/{draft.Id}",
            "lock",
            stage.Calendar.Clock,
            new { deadline = stage.Calendar.In(21) }
        );
        await stage.Api.Change(
            stage.Practice,
            $"/v1/engagements/{cast.Engagement}",
            "dispositif/amend",
            stage.Calendar.Clock,
            new { reason = "Les plannings demandent plus de temps pour répondre à un bilan.", answerDays = 30 }
        );
    }

    private async Task Conclude()
    {
        var path = $"/v1/engagements/{cast.Engagement}";
        await stage.Api.GetWhen(stage.Practice, path, e => e["state"]!.GetValue<string>() == "concluding");
        await stage.Api.Change(stage.Practice, path, "conclude", stage.Calendar.At(-1, 25), new { });
        await stage.Api.GetWhen(stage.Auditor, $"{path}/history", IsWhole);
    }

    // The conclusion comes last; once the ledger has what both other services learned of it, the history is told to its end.
    private static bool IsWhole(JsonNode history) =>
        history["entries"]!.AsArray().Count(entry => entry!["eventType"]!.GetValue<string>() is "conclusion_learned" or "conclusion_noted")
        == 2;

    private Task<Answer> PlanAnother() =>
        stage.Api.Start(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/sessions",
            stage.Calendar.At(-1, 25),
            new { plannedFor = stage.Calendar.In(14) }
        );
}
