using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>What figures are over.</summary>
public enum ScopeKind
{
    /// <summary>One establishment, by its id.</summary>
    Establishment,

    /// <summary>The establishments of an association, by its SIREN.</summary>
    Association,

    /// <summary>The establishments of a legal entity (EJ), by its FINESS number.</summary>
    Entity,

    /// <summary>The establishments of a department, by its code.</summary>
    Territory,

    /// <summary>All of the practice: the pooled reference.</summary>
    Practice,
}

/// <summary>What a release is over.</summary>
/// <param name="Kind">Whether <c>code</c> names an establishment, a roll-up of some, or the whole practice.</param>
/// <param name="Code">The establishment's id, the SIREN, the FINESS number, the department; <c>all</c> for the practice.</param>
public sealed record Scope(ScopeKind Kind, string Code);

/// <summary>The record of a group, as of a version: what a release was computed from can be folded again.</summary>
public sealed record GroupState(Guid Group, long Version);

/// <summary>Where an establishment belongs, as of a version of its record: what a roll-up held can be told again.</summary>
public sealed record PlaceState(Guid Establishment, long Version);

/// <summary>Why version 1 withheld a figure.</summary>
public enum Withheld
{
    /// <summary>Fewer distinct persons than the floor, or a figure under the rounding base.</summary>
    Few,

    /// <summary>One person was more than 85 % of it.</summary>
    Dominance,

    /// <summary>One group alone was behind it.</summary>
    SingleGroup,

    /// <summary>One facilitator alone was behind it.</summary>
    SingleFacilitator,

    /// <summary>Everyone answered alike.</summary>
    Unanimity,

    /// <summary>It would have helped to work out another one.</summary>
    Complementary,
}

/// <summary>For whom version 1 withheld a figure.</summary>
public enum Audience
{
    /// <summary>The establishment and the practice, and platforms with them.</summary>
    Everyone,

    /// <summary>Platforms alone, whose floor is higher.</summary>
    Platforms,
}

/// <summary>Why a release was retracted.</summary>
public enum RetractionReason
{
    /// <summary>What it was computed from was wrong.</summary>
    WrongData,

    /// <summary>It was over what it should not have been.</summary>
    WrongScope,

    /// <summary>The establishment asked for it.</summary>
    AskedByEstablishment,
}

/// <summary>What was published, to the byte.</summary>
/// <param name="Bytes">Canonical JSON (RFC 8785).</param>
/// <param name="Hash">SHA-256 of its UTF-8 bytes, in lower hexadecimal.</param>
public sealed record Frozen(string Bytes, string Hash);

/// <summary>The facts of a quarter's releases.</summary>
public abstract record ReleaseFact : Fact;

/// <summary>A quarter or a year ended, and its figures may be released.</summary>
/// <param name="Floor">Fewest distinct persons behind a figure: 5, 10 or 11.</param>
/// <param name="PlatformFloor">The same for what platforms read, never lower.</param>
/// <param name="Groups">The groups' records, as every release of the period has them: what is told later changes nothing.</param>
/// <param name="Places">Where establishments belonged that were corrected by then; all others as they were registered.</param>
public sealed record PeriodClosed(
    string Period,
    int Floor,
    int PlatformFloor,
    IReadOnlyList<GroupState>? Groups = null,
    IReadOnlyList<PlaceState>? Places = null
) : ReleaseFact;

/// <summary>The figures of a scope were computed. The figures themselves are not kept: they follow from what they were computed from.</summary>
/// <param name="Establishments">What the scope held then.</param>
/// <param name="Groups">The groups' records that it was computed from.</param>
/// <param name="Catalogue">Version of the indicators.</param>
/// <param name="Mapping">Version of the mapping of themes.</param>
/// <param name="Corrects">The release that it takes the place of.</param>
public sealed record IndicatorsComputed(
    Guid Release,
    Scope Scope,
    IReadOnlyList<Guid> Establishments,
    IReadOnlyList<GroupState> Groups,
    int Catalogue,
    int Mapping,
    Guid? Corrects = null
) : ReleaseFact;

/// <summary>Version 1 withheld a figure. Since version 2 the release itself says why.</summary>
public sealed record CellSuppressed(Guid Release, string Code, Withheld Why, Audience From) : ReleaseFact;

/// <summary>A release is frozen and published.</summary>
/// <param name="Number">Of this scope and period, counted from one.</param>
/// <param name="ForCommissioner">As the establishment and the practice read it.</param>
/// <param name="ForPlatforms">As platforms read it: no figure more.</param>
public sealed record ReleasePublished(Guid Release, Scope Scope, string Period, int Number, Frozen ForCommissioner, Frozen ForPlatforms)
    : ReleaseFact;

/// <summary>A release was retracted; what was read cannot be unread, and it may be published again, the same.</summary>
public sealed record ReleaseRetracted(Guid Release, RetractionReason Why) : ReleaseFact;
