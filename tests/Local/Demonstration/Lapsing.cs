namespace PracticeAnalysis.Local;

/// <summary>A bilan of which not everybody was reached: told twice, two members answered nothing, and its deadline has passed. That takes fourteen days, so the
/// services' clocks are set back before, and time passes here.</summary>
internal sealed class Lapsing(Stage stage, Cast cast, Func<TimeSpan, Task> setClocksBack)
{
    /// <summary>The engagement that has it.</summary>
    public const string Story = "narrator";

    /// <summary>How far back it begins: all else of its year lies further back.</summary>
    public static readonly TimeSpan Begins = TimeSpan.FromDays(22);

    private static readonly TimeSpan Answering = TimeSpan.FromDays(15);
    private const int Reached = 4;

    /// <summary>Negotiates it, and lets time pass.</summary>
    public async Task Lead()
    {
        var path = $"/v1/bilans/{await Draft()}";
        var locked = await stage.Api.Change(cast.Facilitator, path, "lock", Now(Begins), new { deadline = Now(Begins - Answering) });
        var textHash = locked.Body["textHash"]!.GetValue<string>();
        var at = Now(Begins);
        await Crowd.Together(
            cast.Members.Take(Reached).Append(cast.Facilitator),
            who => stage.Api.Append(who, $"{path}/approvals", at, new { textHash })
        );

        // Half of the time: who has not answered is told once more.
        await setClocksBack(Begins - (Answering / 2) - TimeSpan.FromHours(1));
        await stage.Api.GetWhen(cast.Facilitator, path, b => b["notices"]!.AsArray().Count == 2);
        await setClocksBack(TimeSpan.Zero);
        await stage.Api.Change(cast.Facilitator, path, "agree", Now(TimeSpan.Zero), new { });
        await stage.Api.Change(cast.Facilitator, path, "publish", Now(TimeSpan.Zero), new { });
    }

    private DateTimeOffset Now(TimeSpan behind) => stage.Calendar.Clock - behind;

    private async Task<Guid> Draft()
    {
        var (from, to) = stage.Calendar.Months(-1, -1);
        var draft = await stage.Api.StartWhenKnown(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/bilans",
            Now(Begins),
            new
            {
                from,
                to,
                sections = new[]
                {
                    new { dimension = "bond", text = "Le mois sans séance a pesé ; le groupe souhaite garder son rythme." },
                },
                unmeasured = "too-early",
            }
        );
        return draft.Id;
    }
}
