namespace PracticeAnalysis.Reporting.Disclosure;

/// <summary>What one source (a session, a track, a bilan, a member's place in a group) adds to one element of the cube. What is
/// released is a sum of contributions, and nothing else.</summary>
/// <param name="Source">What it comes from: a session, a track, a decision, a bilan, a place.</param>
/// <param name="Element">The finest thing that is counted, such as <c>theme/emotional-demands/individual</c>.</param>
/// <param name="Persons">Opaque ids of those behind it.</param>
public sealed record Contribution(string Source, string Element, int Value, Guid Group, Guid Facilitator, IReadOnlyList<Guid> Persons)
{
    /// <summary>The same contribution in two releases has the same key; one that changed is another one.</summary>
    public string Key => $"{Source}|{Element}|{Value}";
}

/// <summary>A figure over elements.</summary>
/// <param name="Content">Whether it is drawn from content (class C): one group, one facilitator or everyone alike betray too.</param>
/// <param name="Shown">Whether it is ever released. What is not is protected all the same: somebody may work it out from what is.</param>
/// <param name="Whole">The figure that it is a part of: where it has every source of the whole, everyone answered alike.</param>
public sealed record CellDefinition(string Code, IReadOnlyList<string> Elements, bool Content, bool Shown = true, string? Whole = null);

/// <summary>The cube: its figures, and what everybody knows of its elements.</summary>
/// <param name="Within">Elements that are never greater than another one: who is in the first is in the second.</param>
/// <param name="Base">Figures are rounded to multiples of it, and nobody may tell fewer than so many values of what is protected.</param>
public sealed record Cube(IReadOnlyList<CellDefinition> Cells, IReadOnlyDictionary<string, string> Within, int Base)
{
    /// <summary>The nearest multiple of the base.</summary>
    public int Round(int value) => (value + (Base / 2)) / Base * Base;

    /// <summary>How far a value may lie from what it was rounded to.</summary>
    public int Blur => (Base - 1) / 2;

    /// <summary>What a set of contributions adds up to in a figure.</summary>
    public static IReadOnlyList<Contribution> In(CellDefinition cell, IEnumerable<Contribution> contributions) =>
        [.. contributions.Where(c => cell.Elements.Contains(c.Element))];
}

/// <summary>A release as an attacker has it: what it was made of (which they do not know), and the rounded figures that it shows.</summary>
/// <param name="Shown">Rounded figures by the code of their cell.</param>
public sealed record Told(IReadOnlyList<Contribution> Contributions, IReadOnlyDictionary<string, int> Shown);

/// <summary>Why a figure is withheld. Outside they all look the same.</summary>
public enum Withheld
{
    /// <summary>Fewer distinct persons than the floor, or a figure under the rounding base; nobody and nothing among them.</summary>
    Few,

    /// <summary>One person is more than 85 % of it.</summary>
    Dominance,

    /// <summary>One group alone is behind it.</summary>
    SingleGroup,

    /// <summary>One facilitator alone is behind it.</summary>
    SingleFacilitator,

    /// <summary>Everyone answered alike.</summary>
    Unanimity,

    /// <summary>It is safe itself, and would help to work out one that is not.</summary>
    Complementary,
}

/// <summary>Primary suppression: what is unsafe by itself.</summary>
public static class Primary
{
    /// <summary>Nobody is more of a figure than this.</summary>
    public const double Dominance = 0.85;

    /// <summary>Why a figure over these contributions may not be shown, or null.</summary>
    /// <param name="floor">Fewest distinct persons.</param>
    public static Withheld? Unsafe(Cube cube, CellDefinition cell, IReadOnlyList<Contribution> contributions, int floor)
    {
        var behind = Cube.In(cell, contributions);
        var presences = behind.SelectMany(c => c.Persons).ToList();
        var persons = presences.GroupBy(p => p).Select(p => p.Count()).ToList();
        return persons.Count < floor || behind.Sum(c => c.Value) < cube.Base ? Withheld.Few
            : persons.Max() > Dominance * presences.Count ? Withheld.Dominance
            : !cell.Content ? null
            : behind.Select(c => c.Group).Distinct().Count() < 2 ? Withheld.SingleGroup
            : behind.Select(c => c.Facilitator).Distinct().Count() < 2 ? Withheld.SingleFacilitator
            : EveryoneAlike(cube, cell, behind, contributions) ? Withheld.Unanimity
            : null;
    }

    private static bool EveryoneAlike(
        Cube cube,
        CellDefinition cell,
        IReadOnlyList<Contribution> behind,
        IReadOnlyList<Contribution> contributions
    ) =>
        cell.Whole is { } whole
        && Cube.In(cube.Cells.Single(c => c.Code == whole), contributions)
            .Select(c => c.Source)
            .ToHashSet()
            .IsSubsetOf(behind.Select(c => c.Source));
}
