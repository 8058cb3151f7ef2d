using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The facts of a sandbox, and of the spare generations that no sandbox has yet.</summary>
public abstract record SandboxFact : Fact;

/// <summary>A generation became the current one, empty or with its seed; the one before is reached by nobody any more, and stays provable.</summary>
public sealed record GenerationBegun(int Generation) : SandboxFact;

/// <summary>The fixed seed stands in a generation, and every service knows whose it is.</summary>
public sealed record GenerationSeeded(int Generation) : SandboxFact;

/// <summary>How far the current generation is.</summary>
public enum SandboxState
{
    /// <summary>The fixed seed is being told.</summary>
    Loading,

    /// <summary>The fixed seed stands.</summary>
    Ready,
}

/// <summary>A practice that integrators build against: which generation it is in. One stream, of the tenant that tokens name.</summary>
public sealed record Sandbox(int Generation, SandboxState State) : Aggregate, IFold<Sandbox>
{
    /// <summary>Its stream.</summary>
    public static readonly Guid Stream = new("5a4dbc10-0000-7000-8000-000000000001");

    /// <inheritdoc />
    public static Type Facts => typeof(SandboxFact);

    /// <inheritdoc />
    public static Sandbox Fold(Sandbox? state, Fact fact) =>
        fact switch
        {
            GenerationBegun e => new(e.Generation, SandboxState.Loading),
            GenerationSeeded => state! with { State = SandboxState.Ready },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => SandboxTenant.IsNamed(actor.Tenant) || actor.Tenant == SandboxTenant.Spares;
}
