using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>What an operation does.</summary>
public enum OperationKind
{
    /// <summary>Registers establishments, a line each.</summary>
    ImportEstablishments,

    /// <summary>Enrols members, a line each.</summary>
    ImportMembers,

    /// <summary>Takes over past engagements, a line each.</summary>
    ImportPastEngagements,
}

/// <summary>Where an operation is.</summary>
public enum OperationState
{
    /// <summary>It goes on, by itself too after the service was down.</summary>
    Running,

    /// <summary>It was stopped, and may be resumed.</summary>
    Stopped,

    /// <summary>All of it is done.</summary>
    Ended,
}

/// <summary>The facts of an operation: how far it is, in counts. What it worked on is told by the facts that it made.</summary>
public abstract record OperationFact : Fact;

/// <summary>Long work was asked for.</summary>
/// <param name="DryRun">Whether it decides everything and does nothing.</param>
/// <param name="Lines">How many lines there are in all.</param>
/// <param name="Correct">Whether what differs is corrected.</param>
public sealed record OperationStarted(OperationKind Kind, bool DryRun, int Lines, bool Correct = false) : OperationFact;

/// <summary>Lines were done, each with its own result.</summary>
/// <param name="Created">Of which something was made, or would be.</param>
/// <param name="Unchanged">Of which everything was there.</param>
/// <param name="Refused">That a rule refused.</param>
/// <param name="Differs">That say otherwise than what is there, which stays.</param>
/// <param name="Corrected">By which what is there was corrected, or would be.</param>
public sealed record OperationAdvanced(int Created, int Unchanged, int Refused, int Differs = 0, int Corrected = 0) : OperationFact;

/// <summary>Somebody stopped it.</summary>
public sealed record OperationStopped : OperationFact;

/// <summary>Somebody had it go on where it was.</summary>
public sealed record OperationResumed : OperationFact;

/// <summary>All of it is done.</summary>
public sealed record OperationEnded : OperationFact;

/// <summary>Long work that goes on after it was asked for: how far it is.</summary>
/// <param name="Lines">How many lines there are in all.</param>
public sealed record Operation(OperationKind Kind, bool DryRun, int Lines, DateTimeOffset StartedAt) : Aggregate, IFold<Operation>
{
    /// <inheritdoc />
    public static Type Facts => typeof(OperationFact);

    /// <summary>Where it is.</summary>
    public OperationState State { get; init; }

    /// <summary>Lines of which something was made, or would be.</summary>
    public int Created { get; init; }

    /// <summary>Lines of which everything was there.</summary>
    public int Unchanged { get; init; }

    /// <summary>Lines that a rule refused.</summary>
    public int Refused { get; init; }

    /// <summary>Whether what differs is corrected.</summary>
    public bool Correct { get; init; }

    /// <summary>Lines that say otherwise than what is there, which stays.</summary>
    public int Differs { get; init; }

    /// <summary>Lines by which what is there was corrected, or would be.</summary>
    public int Corrected { get; init; }

    /// <summary>When all of it was done.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <inheritdoc />
    public static Operation Fold(Operation? state, Fact fact) =>
        (state, fact) switch
        {
            (null, OperationStarted e) => new(e.Kind, e.DryRun, e.Lines, e.OccurredAt) { Correct = e.Correct },
            ({ } o, OperationAdvanced e) => o with
            {
                Created = o.Created + e.Created,
                Unchanged = o.Unchanged + e.Unchanged,
                Refused = o.Refused + e.Refused,
                Differs = o.Differs + e.Differs,
                Corrected = o.Corrected + e.Corrected,
            },
            ({ } o, OperationStopped) => o with { State = OperationState.Stopped },
            ({ } o, OperationResumed) => o with { State = OperationState.Running },
            ({ } o, OperationEnded e) => o with { State = OperationState.Ended, EndedAt = e.OccurredAt },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice);
}
