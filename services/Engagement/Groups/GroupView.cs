using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>An exception to stability as the API shows it: how many agreed, and whether the reader did.</summary>
/// <param name="Reason">Why it is asked for; null until a newcomer accepts the charter, and once agreed for those who came after it was asked.</param>
/// <param name="Approvals">How many members agreed.</param>
/// <param name="ApprovedByYou">Whether the reader is one of them.</param>
/// <param name="Agreed">Whether every member agreed: then one person may join or leave by it.</param>
/// <param name="Used">Whether somebody joined or left by it, after which it serves for nobody else.</param>
/// <param name="Change">What it is for; null where it serves for either.</param>
/// <param name="Person">Who leaves by it, or is to join; their name is read as the members' names are.</param>
public sealed record StabilityExceptionView(
    Guid Id,
    string? Reason,
    int Approvals,
    bool ApprovedByYou,
    bool Agreed,
    bool Used,
    StabilityChange? Change,
    Guid? Person
);

/// <summary>A departure as the API shows it: how many agreed, and why others object, which the practice does not read.</summary>
/// <param name="Person">Opaque id of who departs.</param>
/// <param name="Reason">Why, as the practice or the facilitator recorded it; who sees the group reads it.</param>
/// <param name="Until">Until when the group may answer.</param>
/// <param name="ByAgreement">Whether it takes the agreement of all who are reached, as a frame asks.</param>
/// <param name="State">Announced while it may be answered; then effective, declined or withdrawn.</param>
/// <param name="Agreements">How many agreed, who departs among them where they did.</param>
/// <param name="Objections">One for each who objects.</param>
/// <param name="AgreedByYou">Whether the reader agreed; null where they did not answer.</param>
public sealed record DepartureView(
    Guid Id,
    Guid Person,
    DepartureReason Reason,
    DateTimeOffset Until,
    bool ByAgreement,
    DepartureState State,
    int Agreements,
    IReadOnlyList<DepartureObjectionView> Objections,
    bool? AgreedByYou
);

/// <summary>An objection as the API shows it.</summary>
/// <param name="Reason">Why; null where the reader is not told.</param>
public sealed record DepartureObjectionView(string? Reason);

/// <summary>A group as the API shows it. Who came later reads the reasons of what was said since, and of what still asks for them.</summary>
/// <param name="Facilitator">Opaque id of who is assigned to it, whether or not they lead it yet.</param>
/// <param name="Label">What it is called, 1 to 80 characters; kept sealed.</param>
/// <param name="Members">Those who are in it now, in the order in which they were enrolled.</param>
/// <param name="Sealed">Whether it was sealed: its membership stands for the term (S4).</param>
/// <param name="Dissolved">Whether it was dissolved, before its engagement was active or once that was over.</param>
/// <param name="Exceptions">What was asked of its stability once it was sealed, the first one first (S4).</param>
/// <param name="Departures">Each departure that was recorded, the first one first, whatever came of it.</param>
/// <param name="FacilitatorAwaited">Whether <c>facilitator</c> has still to accept the charter: until then nobody leads the group.</param>
public sealed record GroupView(
    Guid Id,
    long Version,
    Guid Engagement,
    Guid Facilitator,
    string? Label,
    IReadOnlyList<Member> Members,
    bool Sealed,
    bool Dissolved,
    IReadOnlyList<StabilityExceptionView> Exceptions,
    IReadOnlyList<DepartureView> Departures,
    bool FacilitatorAwaited
) : ShowsTexts
{
    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> Texts(Group g) =>
        g
            .Exceptions.Select(x => x.Reason)
            .Concat(g.Departures.SelectMany(d => d.Answers).Select(a => a.Objection).OfType<Sealed>())
            .Concat(g.Name is { } name ? [name] : []);

    /// <summary>How it is shown.</summary>
    public static GroupView Of(Group g, Actor reader, TextOpener opener) =>
        new(
            g.Id,
            g.Version,
            g.Engagement,
            g.Facilitator,
            opener.Open(g.Name, SealedAs.GroupName) ?? g.Label,
            g.Members,
            g.IsSealed,
            g.IsDissolved,
            [
                .. g.Exceptions.Select(x => new StabilityExceptionView(
                    x.Id,
                    g.Reads(reader.Person, x.Id, !x.Agreed) ? opener.Open(x.Reason, SealedAs.ExceptionReason) : null,
                    x.Approvals.Count,
                    x.Approvals.Contains(reader.Person),
                    x.Agreed,
                    x.Used,
                    x.Change,
                    x.Person
                )),
            ],
            [
                .. g.Departures.Select(d => new DepartureView(
                    d.Id,
                    d.Person,
                    d.Reason,
                    d.Until,
                    d.ByAgreement,
                    d.State,
                    d.Answers.Count(a => a.Objection is null),
                    [
                        .. d
                            .Answers.Where(a => a.Objection is not null)
                            .Select(a => new DepartureObjectionView(
                                reader.Is(Roles.Practice) || !g.Reads(reader.Person, d.Id, d.State == DepartureState.Announced)
                                    ? null
                                    : opener.Open(a.Objection, SealedAs.ObjectionReason)
                            )),
                    ],
                    d.Answers.Where(a => a.Person == reader.Person).Select(a => (bool?)(a.Objection is null)).FirstOrDefault()
                )),
            ],
            g.Awaits(g.Facilitator)
        );
}
