using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Groups;

/// <summary>The facts of a group.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator, Roles.Member)]
public abstract record GroupFact : Fact;

/// <summary>A group (groupe) was constituted for an engagement.</summary>
/// <param name="Label">Its label in facts of before.</param>
/// <param name="Name">Its label, under the engagement's key.</param>
public sealed record GroupConstituted(
    Guid Engagement,
    Guid Facilitator,
    [property: InClearBefore] string? Label = null,
    Sealed? Name = null
) : GroupFact, IBelongsToEngagement;

/// <summary>A member was enrolled; the name stands in the identity record alone.</summary>
/// <param name="Institution">Opaque id of the institution the person belongs to.</param>
/// <param name="Volunteers">Whether the member volunteered, expressly.</param>
public sealed record MemberEnrolled(Guid Person, Guid Institution, bool Volunteers) : GroupFact;

/// <summary>The group was sealed: its membership stands for the term (S4).</summary>
public sealed record GroupSealed : GroupFact;

/// <summary>A member confirmed to volunteer, expressly and personally (S3).</summary>
public sealed record VolunteeringConfirmed(Guid Person) : GroupFact;

/// <summary>A member revoked their volunteering and is no member from that moment (S3).</summary>
public sealed record VolunteeringRevoked(Guid Person) : GroupFact;

/// <summary>A member left, with a reason (S4).</summary>
/// <param name="Reason">Why; null where the person was erased.</param>
public sealed record MemberLeft(Guid Person, Sealed? Reason = null) : GroupFact;

/// <summary>An exception to the group's stability was asked for: one person more, or one less (S4).</summary>
public sealed record StabilityExceptionAsked(Guid Exception, Sealed Reason) : GroupFact;

/// <summary>A member agreed to the exception.</summary>
public sealed record StabilityExceptionApproved(Guid Exception, Guid Person) : GroupFact;

/// <summary>Every member agreed to the exception: one person may join or leave by it.</summary>
public sealed record StabilityExceptionAgreed(Guid Exception) : GroupFact;

/// <summary>Another facilitator leads the group from now on.</summary>
public sealed record GroupEntrusted(Guid Facilitator) : GroupFact;

/// <summary>The group was dissolved, with a reason.</summary>
public sealed record GroupDissolved(Sealed Reason) : GroupFact;

/// <summary>A member of a group.</summary>
/// <param name="Volunteers">Whether the member is said to volunteer.</param>
/// <param name="Confirmed">Whether the member said so, in person.</param>
public sealed record Member(Guid Person, Guid Institution, bool Volunteers, bool Confirmed = false);

/// <summary>An exception to the group's stability.</summary>
/// <param name="Agreed">Whether every member agreed.</param>
/// <param name="Used">Whether somebody joined or left by it.</param>
public sealed record StabilityException(Guid Id, Sealed Reason, IReadOnlyList<Guid> Approvals, bool Agreed, bool Used);

/// <summary>A group: stable membership for the term.</summary>
/// <param name="Label">Its label, where it was constituted when labels stood in clear.</param>
public sealed record Group(
    Guid Engagement,
    Guid Facilitator,
    [property: InClearBefore] string? Label,
    IReadOnlyList<Member> Members,
    bool IsSealed
) : Aggregate, IFold<Group>
{
    /// <summary>Its label.</summary>
    public Sealed? Name { get; init; }

    /// <summary>The exceptions to its stability.</summary>
    public IReadOnlyList<StabilityException> Exceptions { get; init; } = [];

    /// <summary>Whether it is dissolved.</summary>
    public bool IsDissolved { get; init; }

    /// <inheritdoc />
    public static Type Facts => typeof(GroupFact);

    /// <inheritdoc />
    public static Group Fold(Group? state, Fact fact) =>
        (state, fact) switch
        {
            (null, GroupConstituted e) => new(e.Engagement, e.Facilitator, e.Label, [], false) { Name = e.Name },
            (not null, MemberEnrolled e) => (state.IsSealed ? state.Using() : state) with
            {
                Members = [.. state.Members, new(e.Person, e.Institution, e.Volunteers)],
            },
            (not null, GroupSealed) => state with { IsSealed = true },
            (not null, VolunteeringConfirmed e) => state with
            {
                Members = [.. state.Members.Select(m => m.Person == e.Person ? m with { Volunteers = true, Confirmed = true } : m)],
            },
            (not null, VolunteeringRevoked e) => state.Without(e.Person),
            (not null, MemberLeft e) => (state.IsSealed ? state.Using() : state).Without(e.Person),
            (not null, StabilityExceptionAsked e) => state with
            {
                Exceptions = [.. state.Exceptions, new(e.Exception, e.Reason, [], false, false)],
            },
            (not null, StabilityExceptionApproved e) => state.Changing(e.Exception, x => x with { Approvals = [.. x.Approvals, e.Person] }),
            (not null, StabilityExceptionAgreed e) => state.Changing(e.Exception, x => x with { Agreed = true }),
            (not null, GroupEntrusted e) => state with { Facilitator = e.Facilitator },
            (not null, GroupDissolved) => state with { IsDissolved = true },
            _ => throw new UnknownFactException(fact),
        };

    /// <summary>Whether this person is a member.</summary>
    public bool HasMember(Guid person) => Members.Any(m => m.Person == person);

    /// <summary>An exception that was agreed and by which nobody joined or left yet.</summary>
    public StabilityException? OpenException() => Exceptions.FirstOrDefault(x => x is { Agreed: true, Used: false });

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) =>
        actor.Is(Roles.Practice)
        || (actor.Is(Roles.Facilitator) && actor.Person == Facilitator)
        || (actor.Is(Roles.Member) && HasMember(actor.Person));

    private Group Without(Guid person) => this with { Members = [.. Members.Where(m => m.Person != person)] };

    private Group Using() => OpenException() is { } open ? Changing(open.Id, x => x with { Used = true }) : this;

    private Group Changing(Guid exception, Func<StabilityException, StabilityException> change) =>
        this with
        {
            Exceptions = [.. Exceptions.Select(x => x.Id == exception ? change(x) : x)],
        };
}

/// <summary>An exception to stability as the API shows it: how many agreed, and whether the reader did.</summary>
public sealed record StabilityExceptionView(Guid Id, string? Reason, int Approvals, bool ApprovedByYou, bool Agreed, bool Used);

/// <summary>A group as the API shows it.</summary>
public sealed record GroupView(
    Guid Id,
    long Version,
    Guid Engagement,
    Guid Facilitator,
    string? Label,
    IReadOnlyList<Member> Members,
    bool Sealed,
    bool Dissolved,
    IReadOnlyList<StabilityExceptionView> Exceptions
) : ShowsTexts
{
    /// <summary>The texts it shows.</summary>
    public static IEnumerable<Sealed> Texts(Group g) => g.Exceptions.Select(x => x.Reason).Concat(g.Name is { } name ? [name] : []);

    /// <summary>How it is shown.</summary>
    public static GroupView Of(Group g, Actor reader, TextOpener opener) =>
        new(
            g.Id,
            g.Version,
            g.Engagement,
            g.Facilitator,
            opener.Open(g.Name, ConstituteGroup.NameMember) ?? g.Label,
            g.Members,
            g.IsSealed,
            g.IsDissolved,
            [
                .. g.Exceptions.Select(x => new StabilityExceptionView(
                    x.Id,
                    opener.Open(x.Reason, AskStabilityException.ReasonMember),
                    x.Approvals.Count,
                    x.Approvals.Contains(reader.Person),
                    x.Agreed,
                    x.Used
                )),
            ]
        );
}
