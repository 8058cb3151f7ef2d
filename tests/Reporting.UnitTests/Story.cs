using System.Text.Json;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;
using PracticeAnalysis.Reporting.Negotiation.Syntheses;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>The facts that lead a group and its bilan to where a rule is tested.</summary>
internal static class Story
{
    public static readonly Guid Facilitator = Given.Id(10);
    public static readonly Guid Establishment = Given.Id(20);
    public static readonly Guid GroupId = Given.Id(30);
    public static readonly Guid Engagement = Given.Id(2);
    public static readonly Guid Amendment = Given.Id(50);
    public static readonly Guid Objection = Given.Id(51);
    public static readonly Guid[] Members = [Given.Id(41), Given.Id(42)];

    // Stand-ins of ciphertexts: base64, each another text.
    public const string First = "text";
    public const string Other = "none";

    public static readonly DateOnly From = new(2026, 1, 1);
    public static readonly DateOnly To = new(2026, 2, 28);

    public static Sealed Text(string member = "m", string text = First) => Given.Seal(new(text), member);

    public static Origin Origin(DateTimeOffset? at = null) => new(Given.Id(7), 3, at ?? Given.Now);

    public static DateTimeOffset Day(int month, int day, int hour = 9) => new(2026, month, day, hour, 0, 0, TimeSpan.Zero);

    public static SealingNoted Sealing(params IReadOnlyList<Guid> members) =>
        new(Engagement, [.. (members.Count == 0 ? Members : members).Select(m => new GroupMember(m))], Origin());

    public static ActivationNoted Activation(Guid? facilitator = null) =>
        new(Engagement, Establishment, facilitator ?? Facilitator, 62, Origin(Day(1, 1, 0)));

    /// <summary>The charter says that the establishment receives this and nothing else.</summary>
    public static TermsNoted Receiving(long version, params IReadOnlyList<string> outward) =>
        new(Engagement, new(62, "facilitator-and-every-member", outward), Origin() with { Version = version });

    public static SessionNoted Held(
        int number,
        DateTimeOffset at,
        int minutes = 120,
        int enrolled = 2,
        params IReadOnlyList<Guid> present
    ) => new(Engagement, Given.Id(number), minutes, enrolled, present, Origin(at));

    public static ThemesNoted Coded(int number, DateTimeOffset at, params IReadOnlyList<Theme> themes) =>
        new(Engagement, Given.Id(number), themes, Origin(at));

    public static BilanAgreementRecorded Covering(DateOnly from, DateOnly to, bool final = false) =>
        new(Engagement, Given.Id(70), 5, final, from, to);

    public static GroupRecord Group(params IReadOnlyList<Fact> more) =>
        Folding.Of<GroupRecord>(GroupId, [Sealing(), Activation(), .. more])!;

    public static BilanDrafted Drafted(bool final = false, params IReadOnlyList<Guid> members) =>
        new(
            Engagement,
            Establishment,
            final,
            [GroupId],
            Facilitator,
            [Facilitator, .. (members.Count == 0 ? Members : members)],
            From,
            To,
            new(1, 120, 50, []),
            [new(Dimension.Bond, Text("BilanDrafted.Sections"))]
        );

    public static Bilan Of(params IReadOnlyList<Fact> facts) => Given.Facts<Bilan>(facts);

    /// <summary>The hash of the text that these facts add up to.</summary>
    public static string Hash(params IReadOnlyList<Fact> facts) => Of(facts).HashOfText();

    public static IReadOnlyList<Fact> Draft(bool final = false) => [Drafted(final)];

    /// <summary>Locked; with a deadline, of which the parties were told twice.</summary>
    public static IReadOnlyList<Fact> Locked(bool final = false, DateTimeOffset? deadline = null, params IReadOnlyList<Guid> tookPart) =>
        [
            Drafted(final),
            new ContentLocked(
                Hash(Drafted(final)),
                deadline,
                Sessions: [],
                TookPart: [new(GroupId, tookPart.Count == 0 ? Members : tookPart)],
                EachGroup: true
            ),
            .. deadline is null ? [] : Enumerable.Repeat<Fact>(Notified(final, deadline), 2),
        ];

    /// <summary>Locked before texts were locked with those who took part in their period.</summary>
    public static IReadOnlyList<Fact> LockedBefore(DateTimeOffset? deadline = null) =>
        [Drafted(), new ContentLocked(Hash(Drafted()), deadline, Sessions: [])];

    public static PartiesNotified Notified(bool final, DateTimeOffset? deadline, params IReadOnlyList<Guid> parties) =>
        new(Hash(Drafted(final)), deadline, parties.Count == 0 ? [Facilitator, .. Members] : parties);

    public static IReadOnlyList<Fact> Approved(bool final = false, params IReadOnlyList<Guid> by) =>
        [.. Locked(final), .. (by.Count == 0 ? [Facilitator, .. Members] : by).Select(p => new PartyApproved(p, Hash(Drafted(final))))];

    public static IReadOnlyList<Fact> Agreed(bool final = false) => [.. Approved(final), new BilanAgreed(Hash(Drafted(final)))];

    public static IReadOnlyList<Fact> Published => [.. Agreed(), new BilanPublished()];

    public static AmendmentProposed Proposed(Guid? amendment = null, Dimension dimension = Dimension.Bond, string text = Other) =>
        new(amendment ?? Amendment, Members[0], dimension, Text("AmendmentProposed.Text", text));

    public static ObjectionRaised Raised => new(Objection, Members[0], Text("ObjectionRaised.Reason"));

    /// <summary>The text as it is locked: the stand-ins of its ciphertexts stay what they are.</summary>
    public static LockedText Owned(Bilan b) =>
        new(
            [.. b.Sections.Select(s => new Section(s.Dimension, s.Text, s.Names))],
            [.. b.Orientations.Select(o => new RecommendedText(o.Code, o.Text))],
            b.Listed
        );

    public static Decision Lock(LockBilan command, Bilan b, Act act, int? named = 0, params IReadOnlyList<GroupRecord> groups) =>
        LockBilan.Decide(command, b, Owned(b), Found(named), groups.Count == 0 ? [Group()] : groups, [], act);

    public static Decision Agree(Bilan b, IReadOnlyList<GroupRecord> groups, DateTimeOffset? at = null) =>
        AgreeBilan.Decide(b, groups, NamesFound.None, Act(at: at));

    public static Decision Lock(Synthesis s, int? named = 0, bool noMemberMeant = false, GroupRecord? group = null) =>
        LockSynthesis.Decide(new(noMemberMeant), s, new(s.Axes, s.Listed), Found(named), group ?? Behind(s));

    public static Decision Validate(Synthesis s, NamesFound named, GroupRecord? group = null) =>
        ValidateSynthesis.Decide(s, group ?? Behind(s), named);

    /// <summary>The record of a group in which what the synthesis says was worked on.</summary>
    private static GroupRecord Behind(Synthesis s) =>
        Group() with
        {
            Themes =
            [
                new(
                    Engagement,
                    s.Session ?? Given.Id(1),
                    [.. s.Axes.Select(a => new Contracts.Session.V1.Theme(a.Axis, a.Level))],
                    Origin() with
                    {
                        OccurredAt = new(s.From, TimeOnly.MinValue, TimeSpan.Zero),
                    }
                ),
            ],
        };

    /// <summary>So many words that may name the first members; null where that cannot be said.</summary>
    public static NamesFound? Found(int? words) => words is { } count ? new(count, [.. Members.Take(Math.Min(count, 1))]) : null;

    public static Act Act(Guid? person = null, DateTimeOffset? at = null) =>
        Given.Act(person is null || person == Facilitator ? Roles.Facilitator : Roles.Member, person ?? Facilitator, at);

    /// <summary>It was accepted with exactly these facts, lists within them compared by what they hold.</summary>
    public static void ShouldHappen(this Decision decision, params IReadOnlyList<Fact> facts)
    {
        decision.Refusal.ShouldBeNull();
        decision.Facts.Select(Json).ShouldBe(facts.Select(Json));
    }

    public static string Json(object value) => value.GetType().Name + JsonSerializer.Serialize(value, value.GetType(), FactJson.Options);
}
