using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>A reading as it is shown.</summary>
/// <param name="At">When they were read: that is recorded before a text is opened.</param>
/// <param name="Texts">How many texts were read.</param>
/// <param name="Yours">How many of them are the reader's own.</param>
public sealed record ReadingView(DateTimeOffset At, int Texts, int Yours);

/// <summary>A disclosure as those see it who ask, who are asked, and whose words are read. Persons are not named: the roles are.</summary>
/// <param name="Session">The session whose texts are asked for.</param>
/// <param name="Basis">On which basis they are asked for: it says whose agreement is needed.</param>
/// <param name="Private">Whether texts that were said to the narrator alone are asked for too.</param>
/// <param name="State">Where it is; approved, it may be read between <c>from</c> and <c>until</c>.</param>
/// <param name="RequestedBy">The role of who asks.</param>
/// <param name="RequestedAt">When it was asked for, as that was dated.</param>
/// <param name="Texts">The texts asked for, by the version of the session's history in which each stands.</param>
/// <param name="Yours">How many of them are the reader's own.</param>
/// <param name="Reference">Of the judicial order; for who asks, the practice and the facilitator.</param>
/// <param name="Hours">For how many hours it is read once it opens, 72 at most.</param>
/// <param name="ObjectUntil">Nothing is read before; null where the basis leaves no delay to object.</param>
/// <param name="Agreements">How many agreed or confirmed it.</param>
/// <param name="AgreedByYou">Whether the reader did.</param>
/// <param name="From">When it opens, once what the basis demands is there.</param>
/// <param name="Until">When it ends.</param>
/// <param name="Readings">When narratives were read.</param>
public sealed record DisclosureView(
    Guid Id,
    long Version,
    Guid Session,
    DisclosureBasis Basis,
    bool Private,
    DisclosureState State,
    string RequestedBy,
    DateTimeOffset RequestedAt,
    IReadOnlyList<long> Texts,
    int Yours,
    string? Reference,
    int Hours,
    DateTimeOffset? ObjectUntil,
    int Agreements,
    bool AgreedByYou,
    DateTimeOffset? From,
    DateTimeOffset? Until,
    IReadOnlyList<ReadingView> Readings
) : ShowsTexts
{
    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> SealedIn(Disclosure d) => d.Reference is { } reference ? [reference] : [];

    /// <summary>The view for one reader.</summary>
    public static DisclosureView Of(Disclosure d, Actor reader, TextOpener opener)
    {
        var own = d.Texts.Where(t => t.Author == reader.Person).Select(t => t.Version).ToHashSet();
        return new(
            d.Id,
            d.Version,
            d.Session,
            d.Basis,
            d.Private,
            d.State,
            Roles.Auditor,
            d.RequestedAt,
            [.. d.Texts.Select(t => t.Version)],
            own.Count,
            reader.Is(Roles.Member) ? null : opener.Open(d.Reference, RequestDisclosure.ReferenceMember),
            d.Hours,
            d.ObjectUntil,
            d.Agreements.Count,
            d.IsAgreedBy(reader.Person),
            d.From,
            d.Until,
            [.. d.Reads.Select(r => new ReadingView(r.At, r.Texts?.Count ?? 0, r.Texts?.Count(own.Contains) ?? 0))]
        );
    }
}

/// <summary>Some disclosures.</summary>
public sealed record DisclosuresView(IReadOnlyList<DisclosureView> Items);
