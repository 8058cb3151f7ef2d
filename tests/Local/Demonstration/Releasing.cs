using System.Text.Json.Nodes;

namespace PracticeAnalysis.Local;

/// <summary>Releases the indicators of closed quarters, and of the years that are over with them.</summary>
internal sealed class Releasing(Stage stage)
{
    /// <summary>Waits until Reporting has heard of every session, then closes and releases these quarters, the earliest first, and their years.</summary>
    /// <param name="past">Whose history lies in the last closed year: of the others nothing of it is released, unless quarters of it are among these.</param>
    /// <returns>How many figures were released of how many, over all establishments; and how many are the practice's.</returns>
    public async Task<(int Shown, int Pooled, int Of)> Lead(IReadOnlyList<Told> told, IReadOnlyList<string> quarters, Guid? past = null)
    {
        foreach (var t in told.Concat(told.Select(t => t.Beside).OfType<Told>()))
        {
            await stage.Api.GetWhen(stage.Practice, $"/v1/groups/{t.Cast.Group}/evolution", e => HasHeld(e, t.Sessions.Count));
        }

        var years = quarters.Select(q => q[..4]).Distinct().Where(stage.Calendar.IsClosed).ToList();
        var counted = (Shown: 0, Pooled: 0, Of: 0);
        var year = $"{stage.Calendar.ClosedYear}";
        foreach (var name in past is null || years.Contains(year) ? [] : Quarters(year).Append(year))
        {
            await Release((await Close(name)).Id, "establishment", $"{past}");
        }

        foreach (var name in quarters.Concat(years.SelectMany(Quarters)).Distinct().Order().Concat(years))
        {
            var period = await Close(name);
            await Release(period.Id, "practice", "all");
            foreach (var establishment in stage.Establishments)
            {
                await Release(period.Id, "establishment", establishment.ToString());
                var read = await stage.Api.Get(stage.Practice, $"/v1/establishments/{establishment}/indicators?period={name}");
                var summary = read.Body["summary"]!;
                counted = (
                    counted.Shown + summary["released"]!.GetValue<int>(),
                    counted.Pooled + summary["pooled"]!.GetValue<int>(),
                    counted.Of + read.Body["cells"]!.AsArray().Count
                );
            }
        }

        return counted;
    }

    private static IEnumerable<string> Quarters(string year) => Enumerable.Range(1, 4).Select(n => $"{year}-Q{n}");

    private Task<Answer> Close(string name) =>
        stage.Api.Start(stage.Practice, "/v1/indicator-periods", stage.Calendar.Now, new { period = name });

    private Task<Answer> Release(Guid period, string kind, string code) =>
        stage.Api.Append(stage.Practice, $"/v1/indicator-periods/{period}/releases", stage.Calendar.Now, new { kind, code });

    private static bool HasHeld(JsonNode evolution, int sessions) =>
        evolution["lines"]!.AsArray().Count(line => line!["what"]!.GetValue<string>() == "session-held") >= sessions;
}
