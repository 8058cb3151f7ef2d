using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>A main axis, as it is drafted.</summary>
/// <param name="Axis">One of those coded in the sessions it is of.</param>
/// <param name="Level">individual, collective or organisational, as it was coded.</param>
/// <param name="Text">What is said of the axis, as the establishment will read it.</param>
/// <param name="Names">Opaque ids of those whom the text names; each must agree before it is locked (S3).</param>
public sealed record AxisDraft(string Axis, string Level, Narrative Text, IReadOnlyList<Guid>? Names = null);

/// <summary>Drafts the synthesis of a session or of a period. What may leave is a closed list (S3): main axes, action tracks, decisions.</summary>
/// <param name="Axes">Main axes that were worked on, each axis and level once. May be empty where something is listed.</param>
/// <param name="Listed">Tracks and decisions whose text the establishment will read once the synthesis is validated (S3).</param>
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
            return Refusal.OfOrder(
                "The engagement is concluded.",
                "Syntheses already validated remain valid; do not draft others afterwards."
            );
        }

        if (command is { Session: { } untold, From: null, To: null } && group.Sessions.All(s => s.Session != untold))
        {
            return Refusal
                .OfOrder(
                    "No session of this group is known here as held under this id.",
                    "Check the id. A session that was just closed is known in a moment."
                )
                .At("session");
        }

        if (Input.CheckOrder(command.From, command.To) is { } crossed)
        {
            return crossed;
        }

        if (PeriodOf(command, group, act) is not { } period)
        {
            return Refusal.OfInput("It covers neither a session nor a past period.", "Give either session, or from and to.");
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
                (Guid group, [AsParameters] Portion portion, Streams streams) =>
                    streams.List<Synthesis>(
                        s => s.Group == group,
                        portion,
                        async (session, by) => await session.LoadAsync<GroupRecord>(group) is { } known && known.IsThereFor(by)
                    )
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
