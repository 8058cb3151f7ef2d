using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using PracticeAnalysis.Reporting.Disclosure;
using PracticeAnalysis.ServiceDefaults.Facts;

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
public sealed record SuppressedCell(string Code, Withheld Why, Audience From);

/// <summary>Everything that was ever released of a practice's quarter, in one stream: what may be released next depends on all of it, and two
/// releases are never decided upon at once.</summary>
public sealed record IndicatorRelease(string Period, int Floor, int PlatformFloor, IReadOnlyList<Release> Releases)
    : Aggregate,
        IFold<IndicatorRelease>
{
    /// <inheritdoc />
    public static Type Facts => typeof(ReleaseFact);

    /// <inheritdoc />
    public static IndicatorRelease Fold(IndicatorRelease? state, Fact fact) =>
        (state, fact) switch
        {
            (null, PeriodClosed e) => new(e.Period, e.Floor, e.PlatformFloor, []),
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

    /// <summary>The stream of a practice's quarter: the same for ever.</summary>
    public static Guid IdOf(string tenant, Quarter quarter) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"indicator-release/{tenant}/{quarter}")).AsSpan(0, 16));

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

/// <summary>One figure as it is read.</summary>
/// <param name="Code">The indicator's stable code, as the methodology page lists it.</param>
/// <param name="Value">Rounded to the base, sessions and minutes aside; null where it is withheld.</param>
/// <param name="Quality">released or masked.</param>
/// <param name="Reason">Where it is masked: always the same, whatever masked it.</param>
/// <param name="Groups">How many groups are behind it, in bands; none where it is masked.</param>
/// <param name="Ratio">The ratio that the methodology names, of two released figures.</param>
/// <param name="Before">The value of the quarter before, where that was released.</param>
/// <param name="Reference">The ratio of the practice's pooled figures, where those were released before.</param>
public sealed record Figure(
    string Code,
    string Name,
    string Class,
    string Unit,
    int? Value,
    string Quality,
    string? Reason,
    string? Groups,
    int? Ratio,
    int? Before,
    int? Reference
);

/// <summary>A release as it is read: the same bytes at every time.</summary>
/// <param name="Release">Its id.</param>
/// <param name="Number">Of this scope and period: a correction has the next one.</param>
/// <param name="Corrects">The release that it takes the place of.</param>
/// <param name="Floor">Fewest distinct persons behind a figure of class B or C.</param>
/// <param name="Base">Figures of class B and C are multiples of it.</param>
/// <param name="Methodology">Where the indicators are defined.</param>
public sealed record IndicatorsView(
    Guid Release,
    Scope Scope,
    string Period,
    int Number,
    Guid? Corrects,
    DateTimeOffset PublishedAt,
    int Floor,
    int Base,
    int Catalogue,
    int Mapping,
    string Methodology,
    IReadOnlyList<Figure> Cells
)
{
    private static readonly JsonSerializerOptions Json = new(FactJson.Options)
    {
        DefaultIgnoreCondition = System.Text.Json.Serialization.JsonIgnoreCondition.Never,
    };

    /// <summary>Its exact bytes, and their hash.</summary>
    public Frozen Freeze()
    {
        var bytes = Canonical.Text(JsonSerializer.SerializeToElement(this, Json));
        return new(bytes, Canonical.Hash(bytes));
    }

    /// <summary>What was frozen.</summary>
    public static IndicatorsView Read(Frozen frozen) => JsonSerializer.Deserialize<IndicatorsView>(frozen.Bytes, Json)!;
}
