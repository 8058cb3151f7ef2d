using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>The text of a section, as it is drafted.</summary>
/// <param name="Dimension">What the section speaks of; each at most once in a bilan.</param>
/// <param name="Text">What is said along it, as it stands until an amendment takes its place.</param>
/// <param name="Names">Opaque ids of those whom it names; each must agree before it is locked (S3).</param>
public sealed record SectionDraft(Dimension Dimension, Narrative Text, IReadOnlyList<Guid>? Names = null);

/// <summary>Where the group stands along one dimension (S2).</summary>
/// <param name="Dimension">What is measured; each at most once in a bilan.</param>
/// <param name="Now">1 (badly) to 5 (well).</param>
/// <param name="AtDiagnosis">Where it stood at the diagnosis, where that was not said before.</param>
public sealed record AssessmentDraft(
    Dimension Dimension,
    [property: Between(1, 5)] int Now,
    [property: Between(1, 5)] int? AtDiagnosis = null
);

/// <summary>Drafts a bilan of a period: of one group (intermediate), or of every group of an engagement (final).</summary>
/// <param name="From">First day it covers; not before the engagement was active.</param>
/// <param name="To">Last day it covers; not after the bilan's own date.</param>
/// <param name="Sections">What it says along S1's dimensions and S0's outcomes, each once at most.</param>
/// <param name="Assessments">Evolution measures of the dispositif along them (S2), each once at most.</param>
/// <param name="Listed">Tracks and decisions whose text the establishment will read once the bilan is agreed (S3).</param>
/// <param name="Worked">What the group chose to say that it worked on, as it was coded in the period: shown with the indicators of the year, without a figure.</param>
/// <param name="Unmeasured">Why an intermediate bilan measures no evolution, where it has no assessment.</param>
public sealed record DraftBilan(
    DateOnly From,
    DateOnly To,
    IReadOnlyList<SectionDraft> Sections,
    IReadOnlyList<AssessmentDraft>? Assessments = null,
    IReadOnlyList<ListedDraft>? Listed = null,
    IReadOnlyList<WorkedOn>? Worked = null,
    Unmeasured? Unmeasured = null
) : Command
{
    private static readonly Rule Evolution = new("always", "evolution", "S2");
    private static readonly Rule WithinEngagement = new("always", "bilan-period", "design");

    /// <summary>Decides.</summary>
    /// <param name="groups">The groups it speaks of, as this service knows them.</param>
    /// <param name="previous">The bilan agreed last, with which it is compared.</param>
    /// <param name="twin">Another bilan of these groups that is put to its parties, whose period overlaps.</param>
    public static Decision Decide(
        DraftBilan command,
        bool final,
        IReadOnlyList<GroupRecord> groups,
        Bilan? previous,
        Act act,
        Bilan? twin = null
    )
    {
        if (
            groups.Count == 0
            || groups.Any(g => !g.IsVisibleTo(act.By))
            || groups[0] is not { Activation: { } activation, Facilitator: { } facilitator }
        )
        {
            return Refusal.NotFound;
        }

        if (groups.Any(g => g.Group is null))
        {
            return Refusal.OfOrder("The sealing of a group is not known here yet.", "Try again in a moment.");
        }

        if (
            Refusal.All(
                Input.CheckOrder<DateOnly>(command.From, command.To),
                // A list in JSON may hold null whatever its type says.
                command.Sections.Count == 0
                || command.Sections.Any(s => s is null)
                || command.Sections.DistinctBy(s => s.Dimension).Count() != command.Sections.Count
                    ? Refusal.OfInput("sections is empty or names a dimension twice.", "Give one text for each dimension of the bilan.")
                    : null,
                WrongAssessments(command.Assessments ?? [])
            ) is
            { } wrong
        )
        {
            return wrong;
        }

        if (command.To > DayOf(act.OccurredAt) || command.From < DayOf(activation.Origin.OccurredAt))
        {
            return Refusal
                .OfRule(
                    WithinEngagement,
                    "The period begins before the engagement was active, or ends after the bilan's own date.",
                    "Give a past period of the engagement."
                )
                .At("from", "to");
        }

        if (command.Assessments is { Count: > 0 } ? command.Unmeasured is not null : command.Unmeasured is null && !final)
        {
            return Refusal
                .OfRule(
                    Evolution,
                    "An intermediate bilan measures how the dispositif evolves, or says why this is not measured.",
                    "Give assessments, or else unmeasured."
                )
                .At("assessments", "unmeasured");
        }

        var before = Before(activation, previous);
        if (
            (command.Assessments ?? []).Any(a =>
                a.AtDiagnosis is { } said && before.GetValueOrDefault(a.Dimension) is { } stays && said != stays
            )
        )
        {
            return Refusal
                .OfRule(
                    Evolution,
                    "An assessment gives the diagnosis a different value from the one already recorded.",
                    "Omit atDiagnosis: it is taken from the diagnosis, or from the previous bilan."
                )
                .At("assessments");
        }

        if (Listing.Wrong(command.Listed ?? [], groups) is { } unlisted)
        {
            return unlisted;
        }

        var figures = Draw(groups, command.From, command.To);
        if (figures.Wrong(command.Worked ?? []) is { } unworked)
        {
            return unworked;
        }

        if (groups.All(g => g.Agreed.Any(a => a.Final)))
        {
            return Refusal.OfOrder("The final bilan is agreed.", "An engagement has one final bilan, and no bilan after it.");
        }

        if (groups.Any(g => g.Concluded))
        {
            return Refusal.OfOrder("The engagement is concluded.", "Bilans already agreed remain valid; do not draft others afterwards.");
        }

        if (Twin.Of(twin) is { } put)
        {
            return put;
        }

        return new BilanDrafted(
            activation.Engagement,
            activation.Establishment,
            final,
            [.. groups.Select(g => g.Id)],
            facilitator,
            [.. groups.SelectMany(g => g.Persons).Distinct().Order().Prepend(facilitator)],
            command.From,
            command.To,
            figures,
            [.. command.Sections.Select(s => new Section(s.Dimension, act.Seal(s.Text, Bilan.SectionsMember), s.Names))],
            [.. (command.Assessments ?? []).Select(a => Compared(a, before, previous))],
            previous?.Id,
            [.. (command.Listed ?? []).Select(l => new ListedText(l.Kind, l.Id, act.Seal(l.Text, Listing.BilanMember)))],
            Words.Read<Approval>(activation.Approval),
            command.Worked,
            command.Unmeasured
        );
    }

    private static DateOnly DayOf(DateTimeOffset moment) => DateOnly.FromDateTime(moment.UtcDateTime);

    private static Assessment Compared(AssessmentDraft draft, IReadOnlyDictionary<Dimension, int?> before, Bilan? previous) =>
        new(
            draft.Dimension,
            draft.Now,
            before.GetValueOrDefault(draft.Dimension) ?? draft.AtDiagnosis,
            previous?.Assessments.SingleOrDefault(a => a.Dimension == draft.Dimension)?.Now
        );

    // What is known of the diagnosis: by the diagnosis itself, else by the bilan before.
    private static Dictionary<Dimension, int?> Before(ActivationNoted activation, Bilan? previous) =>
        Enum.GetValues<Dimension>()
            .ToDictionary(
                d => d,
                d =>
                    activation.Diagnosis?.FirstOrDefault(m => m.Dimension == Words.Of(d))?.Value
                    ?? previous?.Assessments.SingleOrDefault(a => a.Dimension == d)?.AtDiagnosis
            );

    private static Refusal? WrongAssessments(IReadOnlyList<AssessmentDraft> drafts) =>
        Refusal.All([
            .. drafts.SelectMany(
                (a, at) =>
                    new[]
                    {
                        Input.CheckNumber(a.Now, $"assessments.{at}.now", 1, 5),
                        Input.CheckNumber(a.AtDiagnosis, $"assessments.{at}.atDiagnosis", 1, 5),
                    }
            ),
            drafts.DistinctBy(a => a.Dimension).Count() != drafts.Count
                ? Refusal.OfInput("assessments names a dimension twice.", "Say once, for each dimension, where the group is.")
                : null,
        ]);

    internal static Figures Draw(IReadOnlyList<GroupRecord> groups, DateOnly from, DateOnly to)
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
                    streams.Start<Bilan>(
                        command,
                        async (session, act) =>
                            Decide(
                                command,
                                false,
                                await OfGroup(session, group),
                                await session.Query<Bilan>().Where(b => b.Groups.Contains(group)).ToListAsync(),
                                act
                            )
                    )
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
                        async (session, act) =>
                            Decide(
                                command,
                                true,
                                await OfEngagement(session, engagement),
                                await session.Query<Bilan>().Where(b => b.Engagement == engagement).ToListAsync(),
                                act
                            )
                    )
            )
            .WithSummary("Draft the final bilan")
            .Produces<BilanView>(201)
            .For(Roles.Facilitator);
        string[] readers = [Roles.Facilitator, Roles.Member, Roles.Practice, Roles.Establishment];
        routes
            .MapGet(
                "/v1/groups/{group:guid}/bilans",
                (Guid group, [AsParameters] Portion portion, Streams streams) =>
                    streams.List<Bilan>(
                        b => b.Groups.Contains(group),
                        portion,
                        async (session, by) => (await OfGroup(session, group)).Any(g => g.IsThereFor(by))
                    )
            )
            .WithSummary("List a group's bilans")
            .Produces<Page<BilanView>>()
            .For(readers);
        routes
            .MapGet(
                "/v1/engagements/{engagement:guid}/bilans",
                (Guid engagement, [AsParameters] Portion portion, Streams streams) =>
                    streams.List<Bilan>(
                        b => b.Engagement == engagement,
                        portion,
                        async (session, by) => (await OfEngagement(session, engagement)).Any(g => g.IsThereFor(by))
                    )
            )
            .WithSummary("List an engagement's bilans")
            .Produces<Page<BilanView>>()
            .For(readers);
        routes
            .MapGet("/v1/bilans/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Bilan>(id, asOf))
            .WithSummary("Read a bilan")
            .Produces<BilanView>()
            .For(readers);
    }

    private static Decision Decide(
        DraftBilan command,
        bool final,
        IReadOnlyList<GroupRecord> groups,
        IReadOnlyList<Bilan> bilans,
        Act act
    ) =>
        Decide(
            command,
            final,
            groups,
            Last(bilans),
            act,
            bilans.FirstOrDefault(b => Twin.IsOne(b, final, [.. groups.Select(g => g.Id)], command.From, command.To))
        );

    private static Bilan? Last(IEnumerable<Bilan> bilans) =>
        bilans.Where(b => b.IsAgreed || b.WasAgreed).OrderBy(b => b.To).ThenBy(b => b.Id).LastOrDefault();

    private static async Task<IReadOnlyList<GroupRecord>> OfGroup(IQuerySession session, Guid group) =>
        await session.LoadAsync<GroupRecord>(group) is { } record ? [record] : [];

    private static async Task<IReadOnlyList<GroupRecord>> OfEngagement(IQuerySession session, Guid engagement) =>
        await session.Query<GroupRecord>().Where(g => g.Activation!.Engagement == engagement).OrderBy(g => g.Id).ToListAsync();
}
