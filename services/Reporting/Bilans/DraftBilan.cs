using Marten;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Reporting.Bilans;

/// <summary>The text of a section, as it is drafted.</summary>
public sealed record SectionDraft(Dimension Dimension, Narrative Text);

/// <summary>Drafts a bilan of a period: of one group (intermediate), or of every group of an engagement (final).</summary>
/// <param name="From">First day it covers.</param>
/// <param name="To">Last day it covers.</param>
/// <param name="Sections">What it says along S1's dimensions, each once at most.</param>
public sealed record DraftBilan(DateOnly From, DateOnly To, IReadOnlyList<SectionDraft> Sections) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="groups">The groups it speaks of, as this service knows them.</param>
    public static Decision Decide(DraftBilan command, bool final, IReadOnlyList<GroupRecord> groups, Act act)
    {
        if (groups.Count == 0 || groups.Any(g => !g.IsVisibleTo(act.By)) || groups[0].Activation is not { } activation)
        {
            return Refusal.NotFound;
        }

        if (groups.Any(g => g.Group is null))
        {
            return Refusal.OfOrder("A group's sealing has not reached this service yet.", "Try again in a moment.");
        }

        if (command.From > command.To || command.To > DateOnly.FromDateTime(act.Now.UtcDateTime))
        {
            return Refusal.OfInput("from and to are no period that has passed.", "Give the first and the last day of the period.");
        }

        // A list in JSON may hold null whatever its type says.
        if (
            command.Sections.Count == 0
            || command.Sections.Any(s => s is null)
            || command.Sections.DistinctBy(s => s.Dimension).Count() != command.Sections.Count
        )
        {
            return Refusal.OfInput(
                "sections is empty or names a dimension twice.",
                "Give one text for each dimension that the bilan speaks along."
            );
        }

        if (groups.All(g => g.Agreed.Any(a => a.Final)))
        {
            return Refusal.OfOrder("The final bilan is agreed.", "An engagement has one final bilan, and no bilan after it.");
        }

        return new BilanDrafted(
            activation.Engagement,
            activation.Establishment,
            final,
            [.. groups.Select(g => g.Id)],
            activation.Facilitator,
            [.. groups.SelectMany(g => g.Persons).Distinct().Order().Prepend(activation.Facilitator)],
            command.From,
            command.To,
            Draw(groups, command.From, command.To),
            [.. command.Sections.Select(s => new Section(s.Dimension, act.Seal(s.Text, "BilanDrafted.Sections")))]
        );
    }

    private static Figures Draw(IReadOnlyList<GroupRecord> groups, DateOnly from, DateOnly to)
    {
        var period = new AgreedPeriod(Guid.Empty, false, from, to);
        var sessions = groups.SelectMany(g => g.Sessions).Where(s => period.Covers(s.Origin.OccurredAt)).ToList();
        var themes = groups.SelectMany(g => g.Themes).Where(t => period.Covers(t.Origin.OccurredAt)).SelectMany(t => t.Themes);
        var expected = sessions.Sum(s => s.Enrolled);
        return new(
            sessions.Count,
            sessions.Sum(s => s.Minutes),
            expected == 0 ? 0 : 100 * sessions.Sum(s => s.Present.Count) / expected,
            [
                .. themes
                    .GroupBy(t => t)
                    .OrderBy(g => g.Key.Axis, StringComparer.Ordinal)
                    .ThenBy(g => g.Key.Level, StringComparer.Ordinal)
                    .Select(g => new ThemeCount(g.Key.Axis, g.Key.Level, g.Count())),
            ]
        );
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/groups/{group:guid}/bilans",
                (Guid group, DraftBilan command, Streams streams) =>
                    streams.Start<Bilan>(command, async (session, act) => Decide(command, false, await OfGroup(session, group), act))
            )
            .WithSummary("Draft an intermediate bilan")
            .Produces<BilanView>(201)
            .For(Roles.Facilitator);
        routes
            .MapPost(
                "/v1/engagements/{engagement:guid}/bilans",
                (Guid engagement, DraftBilan command, Streams streams) =>
                    streams.Start<Bilan>(
                        command,
                        async (session, act) => Decide(command, true, await OfEngagement(session, engagement), act)
                    )
            )
            .WithSummary("Draft the final bilan")
            .Produces<BilanView>(201)
            .For(Roles.Facilitator);
        string[] readers = [Roles.Facilitator, Roles.Member, Roles.Practice, Roles.Establishment];
        routes
            .MapGet("/v1/groups/{group:guid}/bilans", (Guid group, Streams streams) => streams.List<Bilan>(b => b.Groups.Contains(group)))
            .WithSummary("List a group's bilans")
            .For(readers);
        routes
            .MapGet(
                "/v1/engagements/{engagement:guid}/bilans",
                (Guid engagement, Streams streams) => streams.List<Bilan>(b => b.Engagement == engagement)
            )
            .WithSummary("List an engagement's bilans")
            .For(readers);
        routes
            .MapGet(
                "/v1/bilans/{id:guid}",
                (Guid id, long? version, DateTimeOffset? at, Streams streams) => streams.Show<Bilan>(id, version, at)
            )
            .WithSummary("Read a bilan")
            .Produces<BilanView>()
            .For(readers);
    }

    private static async Task<IReadOnlyList<GroupRecord>> OfGroup(IQuerySession session, Guid group) =>
        await session.LoadAsync<GroupRecord>(group) is { } record ? [record] : [];

    private static async Task<IReadOnlyList<GroupRecord>> OfEngagement(IQuerySession session, Guid engagement) =>
        await session.Query<GroupRecord>().Where(g => g.Activation!.Engagement == engagement).OrderBy(g => g.Id).ToListAsync();
}
