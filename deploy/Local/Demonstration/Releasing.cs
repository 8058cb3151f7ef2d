using System.Text.Json.Nodes;

namespace PracticeAnalysis.Local;

/// <summary>Releases the indicators of closed quarters: the practice's pooled figures first, which are the others' reference.</summary>
internal sealed class Releasing(Stage stage)
{
    /// <summary>Waits until Reporting has heard of every session, then closes and releases these quarters, the earliest first.</summary>
    /// <returns>How many figures were released of how many, over all establishments; and how many a floor alone would have released.</returns>
    public async Task<(int Shown, int OverFloor, int Of)> Lead(IReadOnlyList<Told> told, IReadOnlyList<string> quarters)
    {
        foreach (var t in told.Concat(told.Select(t => t.Beside).OfType<Told>()))
        {
            await stage.Api.GetWhen(stage.Practice, $"/v1/groups/{t.Cast.Group}/evolution", e => HasHeld(e, t.Sessions.Count));
        }

        var counted = (Shown: 0, OverFloor: 0, Of: 0);
        foreach (var quarter in quarters)
        {
            var period = await stage.Api.Start(stage.Practice, "/v1/indicator-periods", stage.Calendar.Now, new { period = quarter });
            await Release(period.Id, "practice", "all");
            foreach (var establishment in stage.Establishments)
            {
                await Release(period.Id, "establishment", establishment.ToString());
                var read = await stage.Api.Get(stage.Practice, $"/v1/establishments/{establishment}/indicators?period={quarter}");
                var cells = read.Body["cells"]!.AsArray();
                var shown = cells.Count(c => c!["value"] is not null);
                counted = (counted.Shown + shown, counted.OverFloor + shown, counted.Of + cells.Count);
            }

            // What a floor alone would release is what is released, and what is withheld for another reason than few.
            var closed = await stage.Api.Get(stage.Practice, $"/v1/indicator-periods/{period.Id}");
            counted.OverFloor += closed.Body["releases"]!
                .AsArray()
                .Where(r => r!["scope"]!["kind"]!.GetValue<string>() == "establishment")
                .SelectMany(r => r!["withheld"]!.AsArray())
                .Count(w => w!["from"]!.GetValue<string>() == "everyone" && w["why"]!.GetValue<string>() != "few");
        }

        return counted;
    }

    private Task<Answer> Release(Guid period, string kind, string code) =>
        stage.Api.Append(stage.Practice, $"/v1/indicator-periods/{period}/releases", stage.Calendar.Now, new { kind, code });

    private static bool HasHeld(JsonNode evolution, int sessions) =>
        evolution["lines"]!.AsArray().Count(line => line!["what"]!.GetValue<string>() == "session-held") >= sessions;
}
