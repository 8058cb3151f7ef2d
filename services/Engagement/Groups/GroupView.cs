using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>An exception to stability as the API shows it: how many agreed, and whether the reader did.</summary>
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
/// <param name="Until">Until when the group may answer.</param>
/// <param name="ByAgreement">Whether it takes the agreement of all who are reached, as a frame asks.</param>
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
