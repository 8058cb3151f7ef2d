using PracticeAnalysis.Contracts;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>A section as one reader sees it.</summary>
/// <param name="Dimension">What the section speaks of; a bilan has one section along each at most.</param>
/// <param name="Text">Null where it is erased; outside the group also where it names somebody whose agreement is lacking (S3).</param>
/// <param name="Names">Those whom it names, for the parties alone.</param>
public sealed record SectionView(Dimension Dimension, string? Text, IReadOnlyList<Guid>? Names = null);

/// <summary>An amendment as the parties see it.</summary>
/// <param name="By">Opaque id of the party who proposed it.</param>
/// <param name="Dimension">The section whose text it replaces, or which it adds where there is none.</param>
/// <param name="Text">The section as it would read, whole; null where it is erased.</param>
/// <param name="State">One that is proposed has to be accepted or refused before the text is locked.</param>
/// <param name="Now">Where the group would stand along the dimension, 1 (badly) to 5 (well); null where that is not amended.</param>
/// <param name="Worked">What the group would say that it worked on, whole; null where that is not amended.</param>
public sealed record AmendmentView(
    Guid Id,
    Guid By,
    Dimension Dimension,
    string? Text,
    AmendmentState State,
    int? Now,
    IReadOnlyList<WorkedOn>? Worked
);

/// <summary>An objection as the parties see it.</summary>
/// <param name="Party">Opaque id of who objected: a member or the facilitator.</param>
/// <param name="Reason">Its author's alone once it is withdrawn; null where its author was erased.</param>
/// <param name="Withdrawn">Whether its author took it back.</param>
/// <param name="AuthorErased">Whether its author was erased: it stands until the text is amended and locked anew, or the negotiation fails.</param>
/// <param name="Stands">Whether it blocks the agreement.</param>
public sealed record ObjectionView(Guid Id, Guid Party, string? Reason, bool Withdrawn, bool AuthorErased, bool Stands);

/// <summary>What the establishment answered, as one reader sees it.</summary>
/// <param name="At">When the establishment answered.</param>
/// <param name="Text">The establishment's and the facilitator's alone while it is held.</param>
/// <param name="Held">Whether its words may name a member and the facilitator has not passed it on; the establishment is never told.</param>
public sealed record ObservationView(Guid Id, DateTimeOffset At, string? Text, bool? Held);

/// <summary>An orientation.</summary>
/// <param name="Code">continue, new-request, supervision, regulation, training or stop.</param>
/// <param name="Text">What is recommended, in words; null where it is erased.</param>
public sealed record OrientationView(string Code, string? Text);

/// <summary>A bilan as one reader sees it: the parties all of it, the establishment the agreed text and the dissents as a count, the practice its state
/// until it is published. Its parties are those who took part in its period: how many they are would say outside how many were there.</summary>
/// <param name="Final">True for the engagement's final bilan, false for an intermediate one of a group.</param>
/// <param name="Groups">The groups it speaks of: one for an intermediate bilan, all of the engagement's for the final one.</param>
/// <param name="From">First day that it covers, in UTC; not before the engagement was active.</param>
/// <param name="To">Last day that it covers, in UTC.</param>
/// <param name="State">How far it is. A failed one stays failed, also once the failure was handed over.</param>
/// <param name="Figures">For the parties alone.</param>
/// <param name="Sections">What it says, dimension by dimension. Null outside the group until an agreed text is published.</param>
/// <param name="Orientations">What the final bilan recommends; an intermediate one recommends none (S2). Null where <c>sections</c> is.</param>
/// <param name="TextHash">What is approved: the hash of the exact text, once it is locked.</param>
/// <param name="Deadline">Until when the locked text waits for whoever has not decided; null where no time is set.</param>
/// <param name="Approvals">For those who decide: how many parties approved.</param>
/// <param name="Dissents">How many stood aside; outside, once the negotiation ended.</param>
/// <param name="StillToDecide">For those who decide: how many parties have neither approved nor stood aside.</param>
/// <param name="Amendments">For those who negotiate: each that was proposed, those decided upon too, the first one first.</param>
/// <param name="Objections">For those who decide: each that was raised, those withdrawn too. Who has left the group sees their own alone.</param>
/// <param name="Assessments">How the dispositif evolved, by dimension (S2); empty where nothing is measured. Null where <c>sections</c> is.</param>
/// <param name="Previous">The bilan it is compared with: of those agreed when it was drafted, the one that ends last. Null where there was none, and where
/// <c>sections</c> is.</param>
/// <param name="Listed">The tracks and decisions whose text it lets out once it is agreed (S3). Null where <c>sections</c> is.</param>
/// <param name="Approval">Who must approve it, by the terms of the engagement as they were when it was drafted.</param>
/// <param name="NamedByConsent">For those who decide: opaque ids of those who agreed to be named in it, and did not take that back (S3).</param>
/// <param name="NoMemberMeant">For the parties: whether words of the locked text may name members, and the facilitator said that none is meant; each
/// approval confirms it, or the bilan is not agreed.</param>
/// <param name="Worked">What the group chose to say that it worked on, without a figure. Null where <c>sections</c> is.</param>
/// <param name="NotReached">How many parties had answered neither of two notices, or were erased before they decided: they are not shown as agreeing. Outside, once the negotiation
/// ended.</param>
/// <param name="Notices">When the parties were told of the deadline that stands.</param>
/// <param name="Parties">For those who negotiate: who decides upon it.</param>
/// <param name="Unmeasured">Why it measures no evolution; null where it does or gives no reason, and where <c>sections</c> is.</param>
/// <param name="Observations">What the establishment answered to the published text; not for members who have left.</param>
/// <param name="Addressee">For those who decide and the practice: the establishment that the locked text is for.</param>
public sealed record BilanView(
    Guid Id,
    long Version,
    Guid Engagement,
    bool Final,
    IReadOnlyList<Guid> Groups,
    DateOnly From,
    DateOnly To,
    BilanState State,
    Figures? Figures,
    IReadOnlyList<SectionView>? Sections,
    IReadOnlyList<OrientationView>? Orientations,
    string? TextHash,
    DateTimeOffset? Deadline,
    int? Approvals,
    int? Dissents,
    int? StillToDecide,
    IReadOnlyList<AmendmentView>? Amendments,
    IReadOnlyList<ObjectionView>? Objections,
    IReadOnlyList<Assessment>? Assessments,
    Guid? Previous,
    IReadOnlyList<ListedView>? Listed,
    Approval Approval,
    IReadOnlyList<Guid>? NamedByConsent,
    bool? NoMemberMeant,
    IReadOnlyList<WorkedOn>? Worked,
    int? NotReached,
    IReadOnlyList<DateTimeOffset> Notices,
    IReadOnlyList<Guid>? Parties,
    Unmeasured? Unmeasured,
    IReadOnlyList<ObservationView>? Observations,
    Guid? Addressee
) : ShowsTexts
{
    /// <summary>The texts to be opened.</summary>
    public static IEnumerable<Sealed> Texts(Bilan b) =>
        b
            .Sections.Select(s => s.Text)
            .Concat(b.Amendments.Select(a => a.Text))
            .Concat(b.Objections.Select(o => o.Reason))
            .Concat(b.Orientations.Select(o => o.Text))
            .Concat(b.Listed.Select(l => l.Text))
            .Concat(b.Observations.Select(o => o.Text));

    /// <summary>The view for one reader.</summary>
    public static BilanView Of(Bilan b, Actor reader, TextOpener opener)
    {
        var party = b.IsParty(reader);
        var reads = b.IsReadBy(reader);
        var text = reads || b.State == BilanState.Published;
        return new(
            b.Id,
            b.Version,
            b.Engagement,
            b.Final,
            b.Groups,
            b.From,
            b.To,
            b.State,
            // Figures of one group are the group's own; those outside read the indicators, with their floor.
            party ? b.Figures : null,
            text ? [.. b.Sections.Select(s => Shown(b, s, reads, opener))] : null,
            text
                ? [.. b.Orientations.Select(o => new OrientationView(o.Code, opener.Open(o.Text, RecommendOrientation.TextMember)))]
                : null,
            b.TextHash,
            b.Deadline,
            reads ? b.Approvals.Count : null,
            reads || !b.IsNegotiated ? b.Dissents.Count : null,
            reads ? b.Undecided.Except(b.NotReached).Count() : null,
            party
                ?
                [
                    .. b.Amendments.Select(a => new AmendmentView(
                        a.Id,
                        a.By,
                        a.Dimension,
                        opener.Open(a.Text, "AmendmentProposed.Text"),
                        a.State,
                        a.Now,
                        a.Worked
                    )),
                ]
                : null,
            reads
                ?
                [
                    .. b
                        .Objections.Where(o => party || o.Party == reader.Person)
                        .Select(o => new ObjectionView(
                            o.Id,
                            o.Party,
                            (o.Withdrawn || o.WithdrawnSince) && o.Party != reader.Person
                                ? null
                                : opener.Open(o.Reason, "ObjectionRaised.Reason"),
                            o.Withdrawn,
                            o.AuthorErased,
                            o.Stands
                        )),
                ]
                : null,
            text ? b.Assessments : null,
            text ? b.Previous : null,
            text ? [.. b.Listed.Select(l => new ListedView(l.Kind, l.Id, opener.Open(l.Text, Listing.BilanMember)))] : null,
            b.Approval,
            reads ? b.NamedByConsent : null,
            reads ? b.NoMemberMeant : null,
            text ? b.Worked : null,
            reads || !b.IsNegotiated ? b.NotReached.Count : null,
            b.Notices,
            party ? b.Parties : null,
            text ? b.Unmeasured : null,
            text && reads == party ? [.. b.Observations.Select(o => Shown(o, reader, opener))] : null,
            reads || reader.Is(Roles.Practice) ? b.Addressee : null
        );
    }

    // Whether it is held says that it names a member: the establishment reads its own words, whatever they name.
    private static ObservationView Shown(Observation observation, Actor reader, TextOpener opener) =>
        new(
            observation.Id,
            observation.At,
            observation.IsHeld && reader.Role is not (Roles.Establishment or Roles.Facilitator)
                ? null
                : opener.Open(observation.Text, ObserveBilan.TextMember),
            reader.Is(Roles.Establishment) ? null : observation.IsHeld
        );

    // Outside the group, what names somebody who took their agreement back is withheld (S3).
    private static SectionView Shown(Bilan b, CurrentSection section, bool party, TextOpener opener) =>
        party ? new(section.Dimension, opener.Open(section.Text, section.SealedFor), section.Names)
        : (section.Names ?? []).Except(b.NamedByConsent).Any() ? new(section.Dimension, null)
        : new(section.Dimension, opener.Open(section.Text, section.SealedFor));
}
