using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Turns Reporting's messages into local facts of each session that a bilan or a synthesis covers, once each, in whatever order they come.</summary>
public static class LearnOfBilansHandler
{
    /// <summary>A text was locked: the themes of what it covers stand.</summary>
    public static Task Handle(BilanLocked message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn("bilan-locked", message.Sessions, message.Origin, new ThemesLocked(message.Bilan, message.Origin.Version), cancel);

    /// <summary>A text is locked no more.</summary>
    public static Task Handle(BilanUnlocked message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn("bilan-unlocked", message.Sessions, message.Origin, new ThemesUnlocked(message.Bilan, message.Origin.Version), cancel);

    /// <summary>A synthesis was locked: the themes of what it is of stand.</summary>
    public static Task Handle(SynthesisLocked message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn(
            "synthesis-locked",
            message.Sessions,
            message.Origin,
            new SynthesisLockLearned(message.Synthesis, message.Origin.Version),
            cancel
        );

    /// <summary>A synthesis is written anew.</summary>
    public static Task Handle(SynthesisUnlocked message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn(
            "synthesis-unlocked",
            message.Sessions,
            message.Origin,
            new SynthesisUnlockLearned(message.Synthesis, message.Origin.Version),
            cancel
        );

    // A session that is not known here has no themes yet.
    private static Task Learn(
        this Inbox inbox,
        string kind,
        IReadOnlyList<Guid> sessions,
        Origin origin,
        Fact fact,
        CancellationToken cancel
    ) => inbox.Learn<Session>(kind, sessions, origin, fact, cancel, mayStart: false);
}
