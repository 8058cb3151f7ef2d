using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using Wolverine.Attributes;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>The service told itself to look at a session when the time box of a phase ends; it survives restarts.</summary>
[MessageIdentity("session.time-box-due")]
public sealed record TimeBoxDue(Guid Session, string Phase, DateTimeOffset Due);

/// <summary>Soft time boxes: they remind, and cut nothing.</summary>
public static class TimeBoxes
{
    /// <summary>Looks again when the box ends. A session told after it was held has nobody left to remind.</summary>
    public static Decision Reminding(Decision decision, string phase, Guid session, DateTimeOffset due, Act act) =>
        due < act.Now ? decision : decision.Scheduling(due, new TimeBoxDue(session, phase, due));

    /// <summary>Decides: only the box that still runs has passed.</summary>
    public static Decision Decide(TimeBoxDue due, Session session) =>
        session.State == SessionState.Open
        && session.Box is { Passed: false, EndsAt: { } end } box
        && box.Phase == due.Phase
        && end == due.Due
            ? new TimeBoxPassed(due.Phase)
            : Decision.Nothing;
}

/// <summary>Looks at the session whose time box ends.</summary>
public static class TimeBoxDueHandler
{
    /// <summary>Looks, and records.</summary>
    public static Task Handle(TimeBoxDue due, Inbox inbox, CancellationToken cancel) =>
        inbox.Decide<Session>(due.Session, due.Due, (session, _) => TimeBoxes.Decide(due, session), cancel);
}
