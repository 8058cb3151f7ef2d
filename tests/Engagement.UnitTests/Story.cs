using System.Text.Json;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>The facts that lead an engagement to where a rule is tested.</summary>
internal static class Story
{
    public static readonly Guid Facilitator = Given.Id(10);
    public static readonly Guid Establishment = Given.Id(20);
    public static readonly Guid GroupId = Given.Id(30);

    /// <summary>The shipped frames, and some that ask for what those do not.</summary>
    public static readonly FrameLibrary Frames = new([
        .. FrameLibrary.Read(typeof(EngagementConfiguration).Assembly).All,
        Frame("rated", new() { Rate = new("S3", 10_000, 15_000) }),
        Frame("volunteers", new() { Participation = new(Participation.Volunteers, "S3") }),
        Frame("external", new() { Externality = new(Externality.Required, "S1") }),
        Frame("seasoned", new() { Qualification = new([Qualification.ManagerialExperience], "S0") }),
        Frame("monthly", new() { Frequency = new("S3", 1, 2) }),
        Frame("small", new() { Size = new("S1", null, 2), Outcome = new(true, "S1") }),
        Frame("open", new() { Stability = new(Stability.Open, "design") }),
        Frame("fixed", new() { Stability = new(Stability.Fixed, "S4") }),
        Frame("heard", new() { Departure = new(21, "S4") }),
        Frame("loose", new() { Protocol = new("free-circle", 1, Strictness.Free, "S1") }),
        Frame("negotiable", new() { Rate = new("practice", 10_000, 15_000, Override: true) }),
    ]);

    public static Frame Frame(string name, FrameRules rules, Kind kind = Kind.PracticeAnalysis) =>
        new(name, 1, "design", "For tests", kind, [Audience.Professionals], rules);

    public static readonly ClauseCatalogue Clauses = ClauseCatalogue.Read();

    /// <summary>The hash of the charter that the story proposes.</summary>
    public const string Hash = "hash";

    public static Sealed Text(string member = "m") => Given.Seal(new("text"), member);

    public static Dispositif Dispositif(string frame = "team", int minimum = 2, int maximum = 3) =>
        new(
            Kind.PracticeAnalysis,
            Audience.Professionals,
            [new(frame, 1)],
            new("expose-interpret-respond", 1),
            120,
            12,
            10,
            12_000,
            null,
            minimum,
            maximum
        );

    /// <summary>The same, pinned as its frames and its protocol are published.</summary>
    public static Dispositif Pinned(this Dispositif dispositif) =>
        dispositif with
        {
            Frames = [.. dispositif.Frames.Select(f => Frames.Find(f)!.Pinned)],
            Protocol = Frames.Protocols.Offered(dispositif.Protocol)!,
        };

    public static IReadOnlyList<Fact> Opened => [new EngagementOpened(Given.Id(2), Establishment, Kind.PracticeAnalysis)];

    public static IReadOnlyList<Fact> Diagnosing => [.. Opened, new FacilitatorAssigned(Facilitator), new DiagnosisStarted()];

    public static IReadOnlyList<Fact> Designing =>
        [.. Diagnosing, new DiagnosisFindingRecorded(Given.Id(3), Text(), FindingLevel.Collective), new DiagnosisRestituted(Text())];

    public static IReadOnlyList<Fact> Chartering(Dispositif? dispositif = null) =>
        [.. Designing, new DispositifProposed(dispositif ?? Dispositif()), new DispositifAgreed()];

    /// <summary>One group of two members, sealed, and a charter proposed.</summary>
    public static IReadOnlyList<Fact> Sealed =>
        [
            .. Chartering(),
            new GroupAdded(GroupId),
            new MemberAdmitted(GroupId, Given.Id(41)),
            new MemberAdmitted(GroupId, Given.Id(42)),
            new GroupSealingNoted(GroupId),
            new CharterProposed(Text(), [OutwardItem.Bilans], 1, ["confidentiality"], Hash),
        ];

    public static IReadOnlyList<Fact> Accepted =>
        [.. Sealed, .. new[] { Given.Id(41), Given.Id(42), Facilitator }.Select(p => new CharterAccepted(p, Hash))];

    public static IReadOnlyList<Fact> Active(DateTimeOffset? at = null) =>
        [.. Accepted, new CharterRatified(), new EngagementActivated { OccurredAt = at ?? Given.Now }];

    public static Engagement Of(IReadOnlyList<Fact> facts, params IReadOnlyList<Fact> more) => Given.Facts<Engagement>([.. facts, .. more]);

    public static Group Group(params IReadOnlyList<Fact> more) =>
        Folding.Of<Group>(GroupId, [new GroupConstituted(Given.Id(1), Facilitator, "A"), .. more])!;

    /// <summary>One of each class that reads an engagement.</summary>
    public static readonly Seeing<Engagement> Readers = new(
        EngagementView.Of,
        new("cabinet", Roles.Practice, Given.Id(900)),
        new("cabinet", Roles.Facilitator, Facilitator),
        new("cabinet", Roles.Establishment, Given.Id(901), Establishment),
        new("cabinet", Roles.Member, Given.Id(41))
    );

    public static Act Act(string role = Roles.Practice, Guid? person = null, DateTimeOffset? at = null) => Given.Act(role, person, at);

    /// <summary>An act of the establishment that asked, and pays.</summary>
    public static Act Payer(DateTimeOffset? at = null) => Given.Act(Roles.Establishment, Given.Id(901), at, Establishment);

    /// <summary>It was accepted with exactly these facts, lists within them compared by what they hold.</summary>
    public static void ShouldHappen(this Decision decision, params IReadOnlyList<Fact> facts)
    {
        decision.Refusal.ShouldBeNull();
        decision.Facts.Select(Json).ShouldBe(facts.Select(Json));
    }

    public static string Json(object value) => value.GetType().Name + JsonSerializer.Serialize(value, value.GetType(), FactJson.Options);
}
