using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The level of a finding (S0).</summary>
public enum FindingLevel
{
    /// <summary>Of one person.</summary>
    Individual,

    /// <summary>Of the team.</summary>
    Collective,

    /// <summary>Of the organisation.</summary>
    Organisational,
}

/// <summary>In which capacity a protagonist was heard.</summary>
public enum Capacity
{
    /// <summary>Direction of the establishment: of those who lead.</summary>
    Direction,

    /// <summary>A cadre of the establishment: of those who lead.</summary>
    Manager,

    /// <summary>A professional: of the team.</summary>
    Professional,

    /// <summary>The team together, heard as one.</summary>
    Team,

    /// <summary>A representative of the staff: of the team.</summary>
    Representative,

    /// <summary>Another one, who is counted neither among those who lead nor for the team.</summary>
    Other,
}

/// <summary>The dimensions along which the diagnosis measures and bilans speak: S1's four, and S0's outcomes.</summary>
public enum Dimension
{
    /// <summary>What works, what to adjust (S1).</summary>
    ContinuousImprovement,

    /// <summary>The bond of the team (S1).</summary>
    Bond,

    /// <summary>How professionals develop in their work (S1).</summary>
    ProfessionalDevelopment,

    /// <summary>Prevention of psychosocial risks, RPS (S1).</summary>
    RpsPrevention,

    /// <summary>Whether professionals are kept from wear (S0).</summary>
    WearPrevented,

    /// <summary>How the team holds together (S0).</summary>
    Cohesion,

    /// <summary>Quality of the support that people are given (S0).</summary>
    QualityOfSupport,

    /// <summary>How competent professionals feel (S0).</summary>
    SenseOfCompetence,
}

/// <summary>Where the group stood along one dimension at the diagnosis.</summary>
/// <param name="Dimension">Along which of S1's four dimensions, or S0's outcomes; each once in a diagnosis.</param>
/// <param name="Value">1 (badly) to 5 (well).</param>
public sealed record Measured(Dimension Dimension, [property: Between(1, 5)] int Value);

/// <summary>A finding of the diagnosis.</summary>
/// <param name="To">Whose it is: who facilitated then.</param>
public sealed record Finding(Guid Id, Sealed Text, FindingLevel Level, Guid? To = null);

/// <summary>A protagonist who was heard.</summary>
/// <param name="To">To whom they confided it: who facilitated then.</param>
public sealed record Protagonist(Guid Id, Capacity Capacity, Sealed? Asks, Sealed? Stakes = null, bool Validated = false, Guid? To = null);
