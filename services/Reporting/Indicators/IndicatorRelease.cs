using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>One release of a scope and quarter.</summary>
public sealed record Release(
    Guid Id,
    Scope Scope,
    IReadOnlyList<Guid> Establishments,
    IReadOnlyList<GroupState> Groups,
    Guid? Corrects,
    IReadOnlyList<SuppressedCell> Suppressed
)
{
    /// <summary>Of its scope and period, counted from one; none before it is published.</summary>
    public int Number { get; init; }

    /// <summary>As the establishment and the practice read it.</summary>
    public Frozen? ForCommissioner { get; init; }

    /// <summary>As platforms read it.</summary>
    public Frozen? ForPlatforms { get; init; }

    /// <summary>When it was published.</summary>
    public DateTimeOffset PublishedAt { get; init; }

    /// <summary>When it was retracted.</summary>
    public DateTimeOffset? RetractedAt { get; init; }

    /// <summary>Why.</summary>
    public RetractionReason? Retraction { get; init; }

    /// <summary>What one reader has of it.</summary>
    public Frozen For(Actor actor) => actor.Is(Roles.Platform) ? ForPlatforms! : ForCommissioner!;
}

/// <summary>A figure that is withheld, and from whom.</summary>
/// <param name="Code">The indicator's stable code.</param>
/// <param name="Why">By which rule of version 1 it is withheld.</param>
/// <param name="From">Who does not read it.</param>
public sealed record SuppressedCell(string Code, Withheld Why, Audience From);

/// <summary>A practice's quarter or year, in one stream: what its figures are made of, and what was released of it.</summary>
public sealed record IndicatorRelease(string Period, int Floor, int PlatformFloor, IReadOnlyList<Release> Releases)
    : Aggregate,
        IFold<IndicatorRelease>
{
    /// <summary>The groups' records that every release of it is computed from; null where it was closed before they were frozen.</summary>
    public IReadOnlyList<GroupState>? Groups { get; init; }

    /// <summary>Where establishments belonged that were corrected before it was closed.</summary>
    public IReadOnlyList<PlaceState> Places { get; init; } = [];

    /// <inheritdoc />
    public static Type Facts => typeof(ReleaseFact);

    /// <inheritdoc />
    public static IndicatorRelease Fold(IndicatorRelease? state, Fact fact) =>
        (state, fact) switch
        {
            (null, PeriodClosed e) => new(e.Period, e.Floor, e.PlatformFloor, []) { Groups = e.Groups, Places = e.Places ?? [] },
            ({ } s, IndicatorsComputed e) => s with
            {
                Releases = [.. s.Releases, new(e.Release, e.Scope, e.Establishments, e.Groups, e.Corrects, [])],
            },
            ({ } s, CellSuppressed e) => s.Setting(e.Release, r => r with { Suppressed = [.. r.Suppressed, new(e.Code, e.Why, e.From)] }),
            ({ } s, ReleasePublished e) => s.Setting(
                e.Release,
                r =>
                    r with
                    {
                        Number = e.Number,
                        ForCommissioner = e.ForCommissioner,
                        ForPlatforms = e.ForPlatforms,
                        PublishedAt = e.OccurredAt,
                    }
            ),
            ({ } s, ReleaseRetracted e) => s.Setting(e.Release, r => r with { RetractedAt = e.OccurredAt, Retraction = e.Why }),
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>The stream of a practice's period: the same for ever.</summary>
    public static Guid IdOf(string tenant, CalendarPeriod period) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"indicator-release/{tenant}/{period}")).AsSpan(0, 16));

    /// <summary>The releases of a scope, the first one first.</summary>
    public IReadOnlyList<Release> Of(Scope scope) => [.. Releases.Where(r => r.Scope == scope)];

    /// <summary>The last release of a scope, retracted or not.</summary>
    public Release? Last(Scope scope) => Releases.LastOrDefault(r => r.Scope == scope);

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice);

    private IndicatorRelease Setting(Guid release, Func<Release, Release> change) =>
        this with
        {
            Releases = [.. Releases.Select(r => r.Id == release ? change(r) : r)],
        };
}

/// <summary>One figure as it is read. What version 1 had is left out of later ones.</summary>
/// <param name="Code">The indicator's stable code, as the methodology page lists it.</param>
/// <param name="Name">The indicator's name in its version of the indicators, such as <c>sessions-held</c>; the same in both languages.</param>
/// <param name="Class">A: known to the establishment; B: over persons; C: drawn from content.</param>
/// <param name="Unit">What it is counted in, such as sessions, minutes, places or presences; percent, where it is a share itself.</param>
/// <param name="Value">The figure itself, where everybody knows it; null where it is told in a band, or not at all.</param>
/// <param name="Quality">released; pooled: the practice's, for want of groups; withheld, from readers with this floor; or not-offered. In version 1 masked.</param>
/// <param name="Reason">Why it is not the scope's own, by a code of the methodology: what would make it so.</param>
/// <param name="Groups">How many groups are behind it, as a text that is one of 0, 1, <c>2 to 4</c>, <c>5 to 9</c> and <c>10 or more</c>: a closed list of bands, the
/// last of which has no end. They are the same in both languages, and frozen with the release. Null where it is not told.</param>
/// <param name="Band">Between which values it lies.</param>
/// <param name="Whole">What it is a share of.</param>
/// <param name="Percent">Between which shares in a hundred it lies, never above 100.</param>
/// <param name="Previous">Between which values it lay in the scope's period before, in the same unit, where a release of that stood when this was published.</param>
/// <param name="Practice">Between which shares in a hundred it lies over all of the practice: in percent like <c>percent</c>, whatever the unit. Its name is
/// frozen with the releases that hold it.</param>
/// <param name="PreviousPercent">Between which shares in a hundred it lay in the period before.</param>
/// <param name="Ratio">Version 1: the ratio that the methodology names, of two released figures.</param>
/// <param name="Before">Version 1: the value of the quarter before.</param>
/// <param name="Reference">Version 1: the ratio of the practice's pooled figures.</param>
public sealed record Figure(
    string Code,
    string Name,
    [property: ClosedList(typeof(Figure), nameof(Figure.Classes))] string Class,
    string Unit,
    int? Value,
    [property: ClosedList(typeof(Figure), nameof(Figure.Qualities))] string Quality,
    string? Reason = null,
    string? Groups = null,
    Band? Band = null,
    int? Whole = null,
    Band? Percent = null,
    Band? Previous = null,
    Band? Practice = null,
    Band? PreviousPercent = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Ratio = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Before = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Reference = null
)
{
    internal static readonly IReadOnlyList<string> Classes = ["A", "B", "C"];
    internal static readonly IReadOnlyList<string> Qualities = ["released", "pooled", "withheld", "not-offered", "masked"];

    /// <summary>Whether it tells anything.</summary>
    [JsonIgnore]
    public bool IsTold => Value is not null || Band is not null;
}

/// <summary>What a release shows.</summary>
/// <param name="Released">Figures of the scope's own.</param>
/// <param name="Pooled">Figures of the practice, for want of groups.</param>
/// <param name="WithheldPercent">The share of all figures that is neither.</param>
/// <param name="Needs">What would make more of them the scope's own, by codes of the methodology.</param>
public sealed record Summary(int Released, int Pooled, int WithheldPercent, IReadOnlyList<string> Needs)
{
    /// <summary>What figures come to.</summary>
    public static Summary Of(IReadOnlyList<Figure> cells)
    {
        var (released, pooled) = (cells.Count(c => c.Quality == "released"), cells.Count(c => c.Quality == "pooled"));
        return new(
            released,
            pooled,
            100 * (cells.Count - released - pooled) / cells.Count,
            [.. cells.Select(c => c.Reason).OfType<string>().Distinct().Order(StringComparer.Ordinal)]
        );
    }
}

/// <summary>What a group chose to say, in a bilan that it agreed: worked on in the period, according to it, and without figures.</summary>
/// <param name="Bilan">The agreed bilan in which the group says so.</param>
/// <param name="From">First day of the bilan's period.</param>
/// <param name="To">Last day of the bilan's period: it lies in the period of the release.</param>
/// <param name="AgreedAt">When the bilan was agreed.</param>
/// <param name="Worked">Axes and levels, as they were coded in the period of the bilan.</param>
public sealed record Said(Guid Bilan, DateOnly From, DateOnly To, DateTimeOffset? AgreedAt, IReadOnlyList<WorkedOn> Worked);

/// <summary>A release as it is read: the same bytes at every time.</summary>
/// <param name="Release">Its id.</param>
/// <param name="Scope">The establishment, the roll-up or the whole practice that the figures are over.</param>
/// <param name="Period">The quarter, such as 2026-Q3, or the year, such as 2026.</param>
/// <param name="Number">Of this scope and period: a correction has the next one.</param>
/// <param name="Corrects">The release that it takes the place of.</param>
/// <param name="PublishedAt">When it was published: since then it is frozen.</param>
/// <param name="Floor">Fewest distinct persons behind a figure of class B or C.</param>
/// <param name="Catalogue">Version of the indicators, by which <c>methodology</c> defines them.</param>
/// <param name="Mapping">Version of the mapping of themes to Gollac's axes and to the factors of RPS-DU.</param>
/// <param name="Methodology">Where the indicators are defined.</param>
/// <param name="Cells">One figure for each indicator of this version, also where it is not told.</param>
/// <param name="Summary">What it shows; null in version 1.</param>
/// <param name="Said">What groups said of themselves; null in version 1.</param>
/// <param name="Base">Version 1: figures of class B and C are multiples of it.</param>
public sealed record IndicatorsView(
    Guid Release,
    Scope Scope,
    string Period,
    int Number,
    Guid? Corrects,
    DateTimeOffset PublishedAt,
    int Floor,
    int Catalogue,
    int Mapping,
    string Methodology,
    IReadOnlyList<Figure> Cells,
    Summary? Summary = null,
    IReadOnlyList<Said>? Said = null,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] int? Base = null
)
{
    private static readonly JsonSerializerOptions Json = new(FactJson.Options) { DefaultIgnoreCondition = JsonIgnoreCondition.Never };

    /// <summary>Its exact bytes, and their hash.</summary>
    public Frozen Freeze()
    {
        var bytes = Canonical.Text(JsonSerializer.SerializeToElement(this, Json));
        return new(bytes, Canonical.Hash(bytes));
    }

    /// <summary>What was frozen.</summary>
    public static IndicatorsView Read(Frozen frozen) => JsonSerializer.Deserialize<IndicatorsView>(frozen.Bytes, Json)!;
}
