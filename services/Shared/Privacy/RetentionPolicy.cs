using Microsoft.Extensions.Configuration;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Privacy;

/// <summary>How long what is kept, counted from the end of the engagement that it belongs to; <c>Retention:…</c> in the configuration.</summary>
/// <param name="NarrativesMonths">Texts under their authors' keys.</param>
/// <param name="AgreedMonths">Texts under the engagement's key: agreed bilans, validated syntheses, charters, adopted decisions.</param>
/// <param name="NamesMonths">Persons' names.</param>
/// <param name="LettersDays">Messages that could not be handled, counted from when they were sent.</param>
/// <param name="RequestsDays">Under which <c>Idempotency-Key</c> what was accepted, counted from then: as long as a retry is known again.</param>
public sealed record RetentionPolicy(
    int NarrativesMonths = 24,
    int AgreedMonths = 120,
    int NamesMonths = 36,
    int LettersDays = 90,
    int RequestsDays = 30
)
{
    /// <summary>As the configuration says.</summary>
    public static RetentionPolicy From(IConfiguration configuration)
    {
        var (section, usual) = (configuration.GetSection("Retention"), new RetentionPolicy());
        return new(
            section.GetValue(nameof(NarrativesMonths), usual.NarrativesMonths),
            section.GetValue(nameof(AgreedMonths), usual.AgreedMonths),
            section.GetValue(nameof(NamesMonths), usual.NamesMonths),
            section.GetValue(nameof(LettersDays), usual.LettersDays),
            section.GetValue(nameof(RequestsDays), usual.RequestsDays)
        );
    }

    /// <summary>What has been kept long enough.</summary>
    /// <param name="ended">The engagements that have ended, and when.</param>
    public IReadOnlyList<Kept> Past(IEnumerable<Kept> kept, IReadOnlyDictionary<Guid, DateTimeOffset> ended, DateTimeOffset now) =>
        [
            .. kept.Where(k =>
                k.Engagements.Count > 0 && k.Engagements.All(e => ended.TryGetValue(e, out var at) && at.AddMonths(Months(k.Class)) <= now)
            ),
        ];

    private int Months(KeptClass kind) =>
        kind switch
        {
            KeptClass.Narratives => NarrativesMonths,
            KeptClass.Agreed => AgreedMonths,
            _ => NamesMonths,
        };
}

/// <summary>A class of what is kept for a time.</summary>
public enum KeptClass
{
    /// <summary>A key of an author, and the texts under it.</summary>
    Narratives,

    /// <summary>A key of an engagement, and the agreed texts under it.</summary>
    Agreed,

    /// <summary>A person's name.</summary>
    Names,
}

/// <summary>Something kept.</summary>
/// <param name="Id">The key's id, or the person's opaque one.</param>
/// <param name="Engagements">Every engagement that it belongs to; it goes once all of them have ended long enough ago.</param>
public sealed record Kept(KeptClass Class, string Id, IReadOnlyCollection<Guid> Engagements);

/// <summary>The facts of what retention removed.</summary>
public abstract record RetentionFact : Fact;

/// <summary>What had been kept as long as the policy says was removed.</summary>
/// <param name="Ids">Ids of keys that were destroyed, or opaque ids of persons whose names were removed.</param>
public sealed record RetentionApplied(KeptClass Class, IReadOnlyList<string> Ids) : RetentionFact, IBelongsToEngagement
{
    // The ledger shows it under one subject in all services, which is no stream of any.
    Guid IBelongsToEngagement.Engagement => PersonStreams.RetentionLedger;
}

/// <summary>What retention removed from a tenant's data in this service, in counts.</summary>
public sealed record RetentionRecord(int Keys, int Names) : Aggregate, IFold<RetentionRecord>
{
    /// <inheritdoc />
    public static Type Facts => typeof(RetentionFact);

    /// <inheritdoc />
    public static RetentionRecord Fold(RetentionRecord? state, Fact fact) =>
        (state ?? new(0, 0), fact) switch
        {
            (var r, RetentionApplied { Class: KeptClass.Names } e) => r with { Names = r.Names + e.Ids.Count },
            (var r, RetentionApplied e) => r with { Keys = r.Keys + e.Ids.Count },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice);
}

/// <summary>What a service knows of when engagements end; it is asked by retention.</summary>
public interface IKnowsEnds
{
    /// <summary>The engagements of the session's tenant that have ended, and when.</summary>
    Task<IReadOnlyDictionary<Guid, DateTimeOffset>> Ended(Marten.IQuerySession session, CancellationToken cancel);
}
