using System.Text.Json.Nodes;

namespace PracticeAnalysis.Local;

/// <summary>Writes the synthesis of a session: its main axis, validated by the group, handed to the establishment.</summary>
internal sealed class Summing(Stage stage, Cast cast)
{
    /// <summary>Leads it from its draft to its publication.</summary>
    /// <param name="theme">Axis and level, as they were coded.</param>
    public async Task Lead(Guid session, string[] theme, string text, DateTimeOffset at)
    {
        var api = stage.Api;
        await api.GetWhen(cast.Facilitator, $"/v1/groups/{cast.Group}/evolution", HasCoded);
        var drafted = await api.StartWhenKnown(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/syntheses",
            at,
            new
            {
                session,
                axes = new[]
                {
                    new
                    {
                        axis = theme[0],
                        level = theme[1],
                        text,
                    },
                },
                listed = Array.Empty<object>(),
            }
        );
        var path = $"/v1/syntheses/{drafted.Id}";
        var locked = await api.Change(cast.Facilitator, path, "lock", at.AddDays(1), new { });
        var exact = new { textHash = locked.Body["textHash"]!.GetValue<string>() };
        await api.Refused(
            new("a synthesis that the group did not validate yet", 409, "always/nothing-before-agreement"),
            cast.Facilitator,
            $"{path}/publish",
            at.AddDays(1),
            new { },
            (await api.Get(cast.Facilitator, path)).ETag
        );
        await Crowd.Together(cast.Members.Append(cast.Facilitator), who => api.Append(who, $"{path}/approvals", at.AddDays(2), exact));
        await api.Change(cast.Facilitator, path, "validate", at.AddDays(3), new { });
        await api.Change(cast.Facilitator, path, "publish", at.AddDays(4), new { });
    }

    private static bool HasCoded(JsonNode evolution) =>
        evolution["lines"]!.AsArray().Any(line => line!["what"]!.GetValue<string>() == "themes-coded");
}
