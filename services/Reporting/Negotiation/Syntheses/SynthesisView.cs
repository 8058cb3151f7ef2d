using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>A main axis as one reader sees it.</summary>
/// <param name="Axis">One of Gollac's six, or working hours, as it was coded.</param>
/// <param name="Level">individual, collective or organisational, as it was coded.</param>
/// <param name="Text">Null where it is erased; outside the group also where it names somebody whose agreement is lacking (S3).</param>
/// <param name="Names">For the parties alone: opaque ids of those whom the text names.</param>
public sealed record MainAxisView(string Axis, string Level, string? Text, IReadOnlyList<Guid>? Names);

/// <summary>A synthesis as one reader sees it: the parties all of it, the practice its state until it is published, the establishment its
/// text once it is.</summary>
/// <param name="Session">The session it is of; null where it is of a period.</param>
/// <param name="From">First day that it is of, in UTC; of a session, the day on which it was closed.</param>
/// <param name="To">Last day that it is of, in UTC; of a session, the same day.</param>
/// <param name="State">How far it is. The establishment reads it once it is published.</param>
/// <param name="Axes">The main axes that were worked on, each with its text. Null outside the group until it is published.</param>
/// <param name="Listed">The tracks and decisions whose text it lets out once it is validated (S3). Null where <c>axes</c> is.</param>
/// <param name="TextHash">What is approved: the hash of the exact text. Null while it is a draft.</param>
/// <param name="Approvals">For the parties: how many approved.</param>
/// <param name="StillToDecide">For the parties: how many did not.</param>
/// <param name="NoMemberMeant">For the parties: whether words of the locked text may name members, and the facilitator said that none is meant; each
/// approval confirms it, or the synthesis is not validated.</param>
/// <param name="Addressee">For the parties and the practice: the establishment that the locked text is for.</param>
public sealed record SynthesisView(
    Guid Id,
    long Version,
    Guid Engagement,
    Guid Group,
    Guid? Session,
    DateOnly From,
    DateOnly To,
    SynthesisState State,
    IReadOnlyList<MainAxisView>? Axes,
    IReadOnlyList<ListedView>? Listed,
    string? TextHash,
    int? Approvals,
    int? StillToDecide,
    bool? NoMemberMeant,
    Guid? Addressee
) : ShowsTexts
{
    /// <summary>The texts to be opened.</summary>
    public static IEnumerable<Sealed> Texts(Synthesis s) => s.Axes.Select(a => a.Text).Concat(s.Listed.Select(l => l.Text));

    /// <summary>The view for one reader.</summary>
    public static SynthesisView Of(Synthesis s, Actor reader, TextOpener opener)
    {
        var party = s.IsReadBy(reader);
        var text = party || s.State == SynthesisState.Published;
        return new(
            s.Id,
            s.Version,
            s.Engagement,
            s.Group,
            s.Session,
            s.From,
            s.To,
            s.State,
            text ? [.. s.Axes.Select(a => Shown(s, a, party, opener))] : null,
            text ? [.. s.Listed.Select(l => new ListedView(l.Kind, l.Id, opener.Open(l.Text, OutwardList.ListedMember)))] : null,
            s.TextHash,
            party ? s.Approvals.Count : null,
            party ? s.Deciding.Except(s.Approvals).Count() : null,
            party ? s.NoMemberMeant : null,
            party || reader.Is(Roles.Practice) ? s.Addressee : null
        );
    }

    private static MainAxisView Shown(Synthesis s, MainAxis axis, bool party, TextOpener opener) =>
        party || !(axis.Names ?? []).Except(s.NamedByConsent).Any()
            ? new(axis.Axis, axis.Level, opener.Open(axis.Text, OutwardList.AxesMember), party ? axis.Names : null)
            : new(axis.Axis, axis.Level, null, null);
}
