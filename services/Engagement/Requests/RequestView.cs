using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Requests;

/// <summary>A request as the API shows it.</summary>
/// <param name="State">Where it is; once declined, withdrawn or converted it stays so.</param>
/// <param name="Demand">What it is about, from which a kind is proposed (S3).</param>
/// <param name="Proposed">The kind that the demand proposes.</param>
/// <param name="Kind">The kind that was decided, once it is.</param>
/// <param name="Engagement">The id reserved for the engagement; it is there once the request is converted.</param>
/// <param name="Asked">What is asked, in the words in which it was submitted.</param>
/// <param name="Context">The context, from which the nature of the dispositif comes (S2).</param>
/// <param name="Sector">The sector that it comes from.</param>
/// <param name="Territory">Code of the department; of requests of before, a place in words.</param>
/// <param name="Headcount">How many professionals it concerns, 1 to 100000.</param>
/// <param name="Reason">Why it was qualified, declined or withdrawn, whichever came last; null before.</param>
/// <param name="Following">The engagement whose final bilan recommended it (S2); null where none did.</param>
/// <param name="AskedAt">When it was submitted, as that was dated.</param>
public sealed record RequestView(
    Guid Id,
    long Version,
    RequestState State,
    Guid Establishment,
    Demand Demand,
    Kind Proposed,
    Kind? Kind,
    Guid Engagement,
    string? Asked,
    string? Context,
    Sector? Sector,
    string? Territory,
    int? Headcount,
    string? Reason,
    Guid? Following,
    DateTimeOffset? AskedAt
) : ShowsTexts
{
    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> Texts(Request r) => new[] { r.Asked, r.Context, r.Reason }.OfType<Sealed>();

    /// <summary>How it is shown.</summary>
    public static RequestView Of(Request r, TextOpener opener) =>
        new(
            r.Id,
            r.Version,
            r.State,
            r.Establishment,
            r.Demand,
            Request.Propose(r.Demand),
            r.Kind,
            r.Engagement,
            opener.Open(r.Asked, SealedAs.Asked),
            opener.Open(r.Context, SealedAs.RequestContext),
            r.Sector,
            r.Territory,
            r.Headcount,
            opener.Open(r.Reason, SealedAs.RequestReason),
            r.Following,
            r.AskedAt
        );
}
