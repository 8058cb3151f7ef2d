using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.Reporting.Groups;

namespace PracticeAnalysis.Reporting.Syntheses;

/// <summary>A main axis, as it is drafted.</summary>
/// <param name="Axis">One of those coded in the sessions it is of.</param>
/// <param name="Level">individual, collective or organisational, as it was coded.</param>
/// <param name="Names">Opaque ids of those whom the text names; each must agree before it is locked (S3).</param>
public sealed record AxisDraft(string Axis, string Level, Narrative Text, IReadOnlyList<Guid>? Names = null);

/// <summary>Drafts the synthesis of a session or of a period. What may leave is a closed list (S3): main axes, action tracks, decisions.</summary>
/// <param name="Session">The session it is of; else give a period.</param>
/// <param name="From">First day of the period.</param>
/// <param name="To">Last day of the period.</param>
public sealed record DraftSynthesis(
    IReadOnlyList<AxisDraft> Axes,
    IReadOnlyList<ListedDraft> Listed,
    Guid? Session = null,
    DateOnly? From = null,
    DateOnly? To = null
) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DraftSynthesis command, GroupRecord? group, Act act)
    {
        if (
            group is not { Group: not null, Activation: { } activation, Facilitator: { } facilitator }
            || !act.By.Is(Roles.Facilitator)
            || facilitator != act.By.Person
        )
        {
            return Refusal.NotFound;
        }

        if (group.Concluded)
        {
            return Refusal.OfOrder("The engagement is concluded.", "What was validated by then stays; draft no synthesis after it.");
        }

        if (command is { Session: { } untold, From: null, To: null } && group.Sessions.All(s => s.Session != untold))
        {
            return Refusal.OfOrder(
                "No such session of the group was told to this service as held.",
                "Close it; once it is, try again in a moment."
            );
        }

        if (PeriodOf(command, group, act) is not { } period)
        {
            return Refusal.OfInput("It is of no session, and of no period that has passed.", "Give either session, or from and to.");
        }

        return OutwardList.Wrong(command.Axes, command.Listed, group, command.Session, period)
            ?? (Decision)
                new SynthesisDrafted(
                    activation.Engagement,
                    activation.Establishment,
                    group.Id,
                    facilitator,
                    [.. group.Persons.Order().Prepend(facilitator)],
                    command.Session,
                    period.From,
                    period.To,
                    OutwardList.Seal(command.Axes, act),
                    OutwardList.Seal(command.Listed, act),
                    Words.Read<Approval>(activation.Approval)
                );
    }

    private static AgreedPeriod? PeriodOf(DraftSynthesis command, GroupRecord group, Act act)
    {
        if (command is { Session: { } one, From: null, To: null })
        {
            return group.Sessions.FirstOrDefault(s => s.Session == one) is { } held
                ? Days(DateOnly.FromDateTime(held.Origin.OccurredAt.UtcDateTime), DateOnly.FromDateTime(held.Origin.OccurredAt.UtcDateTime))
                : null;
        }

        return command is { Session: null, From: { } from, To: { } to } && from <= to && to <= DateOnly.FromDateTime(act.Now.UtcDateTime)
            ? Days(from, to)
            : null;
    }

    private static AgreedPeriod Days(DateOnly from, DateOnly to) => new(Guid.Empty, false, from, to);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/groups/{group:guid}/syntheses",
                (Guid group, DraftSynthesis command, Streams streams) =>
                    streams.Start<Synthesis>(
                        command,
                        async (session, act) => Decide(command, await session.LoadAsync<GroupRecord>(group), act)
                    )
            )
            .WithSummary("Draft a synthesis")
            .Produces<SynthesisView>(201)
            .For(Roles.Facilitator);
        string[] readers = [Roles.Facilitator, Roles.Member, Roles.Practice, Roles.Establishment];
        routes
            .MapGet(
                "/v1/groups/{group:guid}/syntheses",
                (Guid group, [AsParameters] Portion portion, Streams streams) => streams.List<Synthesis>(s => s.Group == group, portion)
            )
            .WithSummary("List a group's syntheses")
            .Produces<Page<SynthesisView>>()
            .For(readers);
        routes
            .MapGet("/v1/syntheses/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Synthesis>(id, asOf))
            .WithSummary("Read a synthesis")
            .Produces<SynthesisView>()
            .For(readers);
    }
}

/// <summary>The closed list of what may leave in a synthesis (S3).</summary>
public static class OutwardList
{
    /// <summary>The members of the facts that its texts are sealed for.</summary>
    internal const string AxesMember = "Synthesis.Axes";

    /// <summary>The member that its listed texts are sealed for.</summary>
    internal const string ListedMember = "Synthesis.Listed";

    private static readonly Rule Outward = new("always", "outward-list", "S3");

    /// <summary>Something that may not leave: an axis that was not worked on, or what is no track nor decision of the group.</summary>
    public static Refusal? Wrong(
        IReadOnlyList<AxisDraft> axes,
        IReadOnlyList<ListedDraft> listed,
        GroupRecord group,
        Guid? session,
        AgreedPeriod period
    )
    {
        var coded = Coded(group, session, period);
        return axes.Count == 0 && listed.Count == 0 ? Refusal.OfInput("The synthesis says nothing.", "Give an axis, a track or a decision.")
            : axes.Any(a => a is null || !coded.Contains(new(a.Axis, a.Level))) ? NotWorkedOn
            : axes.DistinctBy(a => (a.Axis, a.Level)).Count() != axes.Count
                ? Refusal.OfInput("axes names one twice.", "Give each axis and level once.")
            : Listing.Wrong(listed, [group]);
    }

    /// <summary>What of its text was corrected or contested since it was written.</summary>
    public static Refusal? Outdated(Synthesis synthesis, GroupRecord group)
    {
        var coded = Coded(group, synthesis.Session, new(Guid.Empty, false, synthesis.From, synthesis.To));
        return synthesis.Axes.Any(a => !coded.Contains(new(a.Axis, a.Level))) ? NotWorkedOn : Fallen(synthesis, group);
    }

    /// <summary>Something that it lists stands no more.</summary>
    public static Refusal? Fallen(Synthesis synthesis, GroupRecord group) =>
        Listing.Fallen(synthesis.Listed, [group], "Revise the synthesis, or draft another one, without it.");

    /// <summary>The sessions that it is of, as they were told.</summary>
    public static IReadOnlyList<Guid> Sessions(Synthesis synthesis, GroupRecord group) =>
        synthesis.Session is { } one
            ? [one]
            : [.. group.Sessions.Where(new AgreedPeriod(synthesis.Id, false, synthesis.From, synthesis.To).Opens).Select(s => s.Session)];

    private static Refusal NotWorkedOn { get; } =
        Refusal.OfRule(
            Outward,
            "An axis was not worked on in what the synthesis is of.",
            "Give axes and levels as they were coded at the closing of its sessions."
        );

    private static HashSet<Theme> Coded(GroupRecord group, Guid? session, AgreedPeriod period) =>
        group
            .Themes.Where(t => session is { } one ? t.Session == one : period.Covers(t.Origin.OccurredAt))
            .SelectMany(t => t.Themes)
            .ToHashSet();

    internal static IReadOnlyList<MainAxis> Seal(IReadOnlyList<AxisDraft> axes, Act act) =>
        [.. axes.Select(a => new MainAxis(a.Axis, a.Level, act.Seal(a.Text, AxesMember), a.Names))];

    internal static IReadOnlyList<ListedText> Seal(IReadOnlyList<ListedDraft> listed, Act act) =>
        [.. listed.Select(l => new ListedText(l.Kind, l.Id, act.Seal(l.Text, ListedMember)))];
}
