using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.History.Audit;

/// <summary>What an auditor reads histories for.</summary>
public enum AuditPurpose
{
    /// <summary>The external evaluation of the quality of what the establishment or the practice does.</summary>
    QualityEvaluation,

    /// <summary>Whether a certificate may be given, or kept.</summary>
    Certification,

    /// <summary>Whether what was paid for was done.</summary>
    FinancialAudit,

    /// <summary>A text of law that asks for it.</summary>
    LegalObligation,

    /// <summary>Something that went wrong.</summary>
    IncidentReview,

    /// <summary>Whether persons' data are kept as they should be.</summary>
    DataProtection,
}

/// <summary>What of a history was looked at.</summary>
public enum Look
{
    /// <summary>Its events.</summary>
    History,

    /// <summary>The state of its resources at a moment.</summary>
    States,

    /// <summary>What changed between two moments.</summary>
    Difference,

    /// <summary>How a group moved.</summary>
    Evolution,

    /// <summary>Whether it kept to its rules.</summary>
    Conformance,
}

/// <summary>What was taken away of a history, in which form.</summary>
public enum ExportFormat
{
    /// <summary>One entry a line.</summary>
    Ndjson,

    /// <summary>A table.</summary>
    Csv,

    /// <summary>Object-centric event log, OCEL 2.0 JSON.</summary>
    Ocel,

    /// <summary>Event log, IEEE 1849 XES.</summary>
    Xes,

    /// <summary>Provenance, W3C PROV-JSON.</summary>
    Prov,
}

/// <summary>The facts of an auditor's grant.</summary>
[SeenBy(Roles.Practice, Roles.Auditor)]
public abstract record AuditFact : Fact;

/// <summary>The practice granted an auditor to read histories, pseudonymised.</summary>
/// <param name="Auditor">Opaque id of the person, the one in the token.</param>
/// <param name="Engagements">Whose histories; null for those of the whole practice.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Register">The id under which the ledger tells what became of the grant.</param>
public sealed record AuditAccessGranted(
    Guid Auditor,
    IReadOnlyList<Guid>? Engagements,
    AuditPurpose Purpose,
    DateTimeOffset Until,
    Guid Register
) : AuditFact, IBelongsToEngagement
{
    Guid IBelongsToEngagement.Engagement => Register;
}

/// <summary>The auditor looked at a history.</summary>
/// <param name="Of">The one resource that was looked at, where it was one.</param>
public sealed record ReplayPerformed(Guid Engagement, Look What, Guid? Of = null) : AuditFact;

/// <summary>The auditor took a history away.</summary>
public sealed record ExportProduced(Guid Engagement, ExportFormat Format) : AuditFact;

/// <summary>The auditor took the ledger of the whole practice away, as its tree binds it, to verify it.</summary>
public sealed record LedgerPulled : AuditFact;

/// <summary>The practice took the grant back; nothing is read under it any more.</summary>
public sealed record AuditAccessRevoked : AuditFact;

/// <summary>An auditor's grant: whose histories, for what, until when; and how often it was used.</summary>
public sealed record AuditGrant(
    Guid Auditor,
    IReadOnlyList<Guid>? Engagements,
    AuditPurpose Purpose,
    DateTimeOffset Until,
    Guid Register,
    bool IsRevoked,
    long Looks
) : Aggregate, IFold<AuditGrant>
{
    /// <summary>When the practice took it back; null while it stands.</summary>
    public DateTimeOffset? RevokedAt { get; init; }

    /// <inheritdoc />
    public static Type Facts => typeof(AuditFact);

    /// <inheritdoc />
    public static AuditGrant Fold(AuditGrant? state, Fact fact) =>
        (state, fact) switch
        {
            (null, AuditAccessGranted e) => new(e.Auditor, e.Engagements, e.Purpose, e.Until, e.Register, false, 0),
            ({ } g, ReplayPerformed or ExportProduced or LedgerPulled) => g with { Looks = g.Looks + 1 },
            ({ } g, AuditAccessRevoked e) => g with { IsRevoked = true, RevokedAt = e.OccurredAt },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>Whether the history of an engagement is in its scope.</summary>
    public bool Covers(Guid engagement) => Engagements?.Contains(engagement) ?? true;

    /// <summary>Whether it is over all that the practice does.</summary>
    public bool CoversAll => Engagements is null;

    /// <summary>Whether it may be used at this moment.</summary>
    public bool IsLive(DateTimeOffset now) => !IsRevoked && now < Until;

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || (actor.Is(Roles.Auditor) && actor.Person == Auditor);
}

/// <summary>A grant as the practice and its auditor read it.</summary>
/// <param name="Auditor">Opaque id of the person, the one in their token.</param>
/// <param name="Engagements">Whose histories; null for those of the whole practice.</param>
/// <param name="Purpose">What the auditor reads for; members and facilitator read it beside each look.</param>
/// <param name="Until">When it ends: nothing is read under it from then on.</param>
/// <param name="Register">Under this id <c>/v1/engagements/{id}/history</c> tells what became of the grant, to who is granted the whole practice.</param>
/// <param name="Revoked">Whether the practice took it back: nothing is read under it any more.</param>
/// <param name="Looks">How often a history was read under it.</param>
/// <param name="RevokedAt">When the practice took it back, or null: nothing is read under it any more.</param>
public sealed record AuditGrantView(
    Guid Id,
    long Version,
    Guid Auditor,
    IReadOnlyList<Guid>? Engagements,
    AuditPurpose Purpose,
    DateTimeOffset Until,
    Guid Register,
    [property: DeprecatedMember("revokedAt")] bool Revoked,
    long Looks,
    DateTimeOffset? RevokedAt
)
{
    /// <summary>The view.</summary>
    public static AuditGrantView Of(AuditGrant g) =>
        new(g.Id, g.Version, g.Auditor, g.Engagements, g.Purpose, g.Until, g.Register, g.IsRevoked, g.Looks, g.RevokedAt);
}

/// <summary>Some grants.</summary>
/// <param name="Items">The practice reads those of all auditors, an auditor their own alone.</param>
public sealed record AuditGrantsView(IReadOnlyList<AuditGrantView> Items);
