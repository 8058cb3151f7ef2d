using System.Text.Json;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A group's record held the messages themselves, and names them alike.</summary>
public class when_a_record_was_stored_before
{
    [Fact]
    public void it_reads_as_it_was()
    {
        var told = $$"""{"stream": "{{Given.Id(7)}}", "version": 9, "occurredAt": "2026-01-09T09:00:00+00:00"}""";
        var record = JsonSerializer.Deserialize<GroupRecord>(
            $$$"""
            {
              "group": {
                "group": "{{{Story.GroupId}}}", "engagement": "{{{Story.Engagement}}}",
                "members": [{"person": "{{{Story.Members[0]}}}", "institution": "{{{Story.Facilitator}}}"}], "origin": {{{told}}}
              },
              "activation": {
                "engagement": "{{{Story.Engagement}}}", "establishment": "{{{Story.Establishment}}}", "facilitator": "{{{Story.Facilitator}}}",
                "kind": "practice-analysis", "sessionMinutes": 120, "origin": {{{told}}}, "approval": "facilitator-and-majority", "answerDays": 21
              },
              "concluded": false,
              "sessions": [
                {
                  "session": "{{{Given.Id(
                1
            )}}}", "group": "{{{Story.GroupId}}}", "engagement": "{{{Story.Engagement}}}", "minutes": 90, "enrolled": 2,
                  "present": ["{{{Story.Members[0]}}}"], "origin": {{{told}}}, "explained": true
                }
              ],
              "themes": [],
              "agreed": [],
              "successor": {"facilitator": "{{{Story.Members[1]}}}", "version": 31},
              "changed": {
                "engagement": "{{{Story.Engagement}}}", "groups": ["{{{Story.GroupId}}}"], "origin": {{{told}}},
                "terms": {"frames": [], "sessionMinutes": 45, "noneAllowed": true, "strictness": "strict", "approval": "a", "answerDays": 21}
              }
            }
            """,
            FactJson.Options
        )!;
        record.Persons.ShouldBe([Story.Members[0]]);
        record.Facilitator.ShouldBe(Story.Members[1]);
        (record.Activation!.Approval, record.Activation.AnswerDays).ShouldBe(("facilitator-and-majority", 21));
        record
            .Sessions.Single()
            .ShouldSatisfyAllConditions(
                held => held.Origin.OccurredAt.ShouldBe(Story.Day(1, 9)),
                held => held.Present.ShouldBe([Story.Members[0]])
            );
        (record.Changed!.Version, record.Changed.Value.AnswerDays).ShouldBe((9, 21));

        // A record of today is read as it is written.
        var now = JsonSerializer.Serialize(Story.Group(Story.Receiving(9, "bilans"), Story.Held(1, Story.Day(1, 9))), FactJson.Options);
        JsonSerializer.Serialize(JsonSerializer.Deserialize<GroupRecord>(now, FactJson.Options), FactJson.Options).ShouldBe(now);
    }
}
