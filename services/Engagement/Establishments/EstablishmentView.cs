using PracticeAnalysis.Engagement.Corrections;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>A succession that is announced, as the API shows it.</summary>
/// <param name="Successor">Who is to take its place.</param>
/// <param name="Since">From when on, as the practice says; what runs changes hands when it takes effect.</param>
/// <param name="Reason">Whether it moved, merged with others or was taken over.</param>
/// <param name="From">When the establishment's silence agrees to it; null where its confirmation alone does. The successor's silence never does.</param>
/// <param name="Confirmed">Whether the establishment confirmed it.</param>
/// <param name="AcceptedAt">When the successor accepted that it pays from the effect on; null while it has not.</param>
/// <param name="ShownBy">What shows that, where the practice recorded it.</param>
/// <param name="ContestableUntil">Until when the successor may object to what the practice recorded: nothing takes effect before.</param>
public sealed record AnnouncedSuccessionView(
    Guid Successor,
    DateOnly Since,
    SuccessionReason Reason,
    DateTimeOffset? From,
    bool Confirmed,
    DateTimeOffset? AcceptedAt,
    string? ShownBy,
    DateTimeOffset? ContestableUntil
);

/// <summary>An establishment as the API shows it.</summary>
/// <param name="Name">Its public name, 1 to 200 characters, in the one form that names are kept in.</param>
/// <param name="Siret">Null where it has a FINESS number alone.</param>
/// <param name="Finess">FINESS number of the site (ET), nine characters; null where none is registered, as outside the sector.</param>
/// <param name="Sector">The sector it works in: social, health, medico-social, education, other, or a word of before.</param>
/// <param name="Entity">FINESS number of its legal entity (EJ), never the site's own; null where none is registered.</param>
/// <param name="Territory">INSEE code of its department, such as 38, 2A or 974; null where none is registered.</param>
/// <param name="Corrections">What was put right, field by field, the first one first.</param>
/// <param name="Correctable">What may be put right, and by whom; no time ends it.</param>
/// <param name="Succession">Who took its place, where one did: it asks for nothing new since.</param>
/// <param name="Predecessors">Whose place it took.</param>
/// <param name="Announced">Who is to take its place, and when; the establishment confirms that, the successor accepts it, and either may object.</param>
public sealed record EstablishmentView(
    Guid Id,
    long Version,
    string Name,
    string? Siret,
    string? Finess,
    string Sector,
    string? Entity,
    string? Territory,
    IReadOnlyList<CorrectionView> Corrections,
    IReadOnlyList<Correctable> Correctable,
    Succession? Succession,
    IReadOnlyList<Succession> Predecessors,
    AnnouncedSuccessionView? Announced
) : ShowsTexts
{
    private static readonly IReadOnlyList<Correctable> Fields =
    [
        .. new[] { "name", "siret", "finess", "sector", "entity", "territory" }.Select(field => new Correctable(field, [Roles.Practice])),
    ];

    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> Texts(Establishment e) => e.Announced?.ShownBy is { } shown ? [shown] : [];

    /// <summary>The view of an establishment.</summary>
    public static EstablishmentView Of(Establishment e, TextOpener opener) =>
        new(
            e.Id,
            e.Version,
            e.Name,
            e.Siret,
            e.Finess,
            e.Sector,
            e.Entity,
            e.Territory,
            [
                .. e.Corrections.SelectMany(c =>
                    c.From.DifferencesTo(c.To).Select(d => new CorrectionView(d.Field, d.From, d.To, c.Reason, c.At, c.Since))
                ),
            ],
            Fields,
            e.Succession,
            e.Predecessors,
            e.Announced is { } a
                ? new(
                    a.Successor,
                    a.Since,
                    a.Reason,
                    a.From,
                    a.IsConfirmed,
                    a.AcceptedAt,
                    opener.Open(a.ShownBy, SealedAs.SuccessionShownBy),
                    a.ContestableUntil
                )
                : null
        );
}

/// <summary>The establishments that a reader sees.</summary>
public sealed record EstablishmentsView(IReadOnlyList<EstablishmentView> Items);
