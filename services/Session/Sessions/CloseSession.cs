using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Closes a session: every phase is completed, its themes are coded, it ends on what can be changed, an action track,
/// a common decision or an explicit 'none'.</summary>
/// <param name="Minutes">How long it lasted, 1 to 600.</param>
/// <param name="Themes">Axis and level, each pair once; at least one.</param>
/// <param name="Outcome">What it ends on (S3). A track was opened or followed at it, a decision adopted at it; none, where its frame allows it (S1).</param>
/// <param name="Reason">Why a guided protocol is left before its end, where it is.</param>
/// <param name="Explanation">Why it lasted longer than it was open, or ran beside another session, where it did.</param>
public sealed record CloseSession(
    [property: Between(1, 600)] int Minutes,
    IReadOnlyList<CodedTheme> Themes,
    Outcome Outcome,
    Narrative? Reason = null,
    Explanation? Explanation = null
) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="tracked">Whether an action track was opened from the session, or followed at it.</param>
    /// <param name="others">Other sessions of the group or the facilitator that were opened.</param>
    public static Decision Decide(
        CloseSession command,
        Session session,
        Protocol protocol,
        bool tracked,
        IReadOnlyList<Session> others,
        Act act
    ) =>
        Guards.NotOpen(session) is { } notOpen ? notOpen
        : session.Present.Count == 0 ? Refusal.OfOrder("The attendance is not recorded.", "Record who is present first.")
        : Input.CheckNumbers(command) is { } noNumber ? noNumber
        : command.Themes.Count == 0 || command.Themes.Distinct().Count() != command.Themes.Count
            ? Refusal.OfInput(
                "themes is empty or contains an axis and level twice.",
                "Code each theme of the session once, by axis and level."
            )
        : Outcomes.Refused(command.Outcome, session, tracked) is { } refused ? refused
        : Told(
            command,
            session,
            act,
            Ended(command, session, protocol, act)
                .And(Plausibility.Lasting(session, command.Minutes, act.OccurredAt, command.Explanation))
                .And(Plausibility.AtOnce(session, session.OpenedAt ?? act.OccurredAt, act.OccurredAt, others, command.Explanation))
        );

    private static Decision Ended(CloseSession command, Session session, Protocol protocol, Act act)
    {
        var unfinished = new Refusal(
            422,
            "rule-broken",
            "Not every phase is completed.",
            "Complete the protocol, then close the session.",
            new Rule(protocol.Name, "phase-order", protocol.Source)
        );
        return protocol.Phases.All(p => session.CompletedPhases.Contains(p.Code)) && session.CurrentPhase is null
            ? Decision.Nothing
            : ProtocolDeviation.Leave(session, protocol, null, command.Reason, unfinished, act);
    }

    private static Decision Told(CloseSession command, Session session, Act act, Decision ended) =>
        ended.Refusal is not null
            ? ended
            : ended
                .And(
                    Decision.Of(
                        new ThemesCoded(command.Themes),
                        new SessionClosed(command.Minutes, command.Outcome, act.Now.AddDays(Correction.DaysToContest))
                    )
                )
                .Telling(origin => new Contracts.Session.V1.SessionHeld(
                    origin.Stream,
                    session.Group,
                    session.Engagement,
                    command.Minutes,
                    session.Members.Union(session.Present).Count(),
                    session.Present,
                    origin,
                    session.Facilitator,
                    session.Explained.Count > 0 || ended.Facts.OfType<ImplausibilityExplained>().Any() ? true : null,
                    session.IsToldByFacilitatorAlone ? true : null,
                    session.OpenedAt
                ))
                .Telling(origin => new Contracts.Session.V1.ThemesCoded(
                    origin.Stream,
                    session.Group,
                    session.Engagement,
                    [.. command.Themes.Select(t => new Contracts.Session.V1.Theme(Words.Of(t.Axis), Words.Of(t.Level)))],
                    origin
                ));

    private static async Task<bool> Tracked(IQuerySession query, Guid session) =>
        await query.Query<ActionTrack>().AnyAsync(t => t.Session == session || t.FollowedAt.Contains(session));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/sessions/{id:guid}/close",
                (Guid id, CloseSession command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Change<Session>(
                        id,
                        command,
                        async (query, session, act) =>
                            Decide(
                                command,
                                session,
                                protocols.Pinned(session),
                                await Tracked(query, session.Id),
                                await query.Beside(session, session.OpenedAt ?? act.OccurredAt),
                                act
                            )
                    )
            )
            .WithSummary("Close a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
