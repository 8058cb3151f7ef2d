using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Texts;
using PracticeAnalysis.Session.Mandates;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>A group of three with its facilitator, and the facts of a session as far as a test needs it.</summary>
public static class Meeting
{
    public static readonly ProtocolLibrary Library = ProtocolLibrary.Read();
    public static readonly Protocol S2 = Library.Find("expose-interpret-respond", 1)!;
    public static readonly Protocol S4 = Library.Find("narrator", 1)!;
    public static readonly Guid Facilitator = Given.Id(10);
    public static readonly Guid Narrator = Given.Id(11);
    public static readonly Guid Ada = Given.Id(12);
    public static readonly Guid Absent = Given.Id(13);
    public static readonly Guid Group = Given.Id(20);
    public static readonly Guid Engagement = Given.Id(30);
    public static readonly Narrative Words = new("Des mots.");

    public static Act AsFacilitator => Given.Act(Roles.Facilitator, Facilitator);

    public static Act AsNarrator => Given.Act(Roles.Member, Narrator);

    public static Act AsAda => Given.Act(Roles.Member, Ada);

    public static Act AsAbsent => Given.Act(Roles.Member, Absent);

    public static Sealed Said(string member) => Given.Seal(Words, member);

    public static Fact[] Scheduled(Protocol protocol, bool noneAllowed = false) =>
        [
            new SessionScheduled(
                Engagement,
                Group,
                Facilitator,
                [Narrator, Ada, Absent],
                new(protocol.Name, protocol.Version),
                Given.Now,
                120,
                noneAllowed,
                "team"
            ),
        ];

    public static Fact[] Open(Protocol protocol, bool noneAllowed = false) =>
        [.. Scheduled(protocol, noneAllowed), new SessionOpened(), new AttendanceRecorded([Narrator, Ada])];

    /// <summary>Open, with every phase before this one completed, this one started, and the situation chosen once its phase has come.</summary>
    public static Fact[] In(Protocol protocol, string phase, params Fact[] more)
    {
        var facts = new List<Fact>(Open(protocol)) { new SituationRaised(Given.Id(40), Narrator, Said("SituationRaised.Text")) };
        foreach (var before in protocol.Phases.TakeWhile(p => p.Code != phase))
        {
            facts.Add(new PhaseStarted(before.Code));
            if (before.Needs.Contains(Need.SituationChosen))
            {
                facts.AddRange([new SituationChosen(Given.Id(40)), new NarratorDesignated(Narrator)]);
            }

            facts.Add(new PhaseCompleted(before.Code));
        }

        return [.. facts, new PhaseStarted(phase), .. more];
    }

    public static Fact[] Chosen => [new SituationChosen(Given.Id(40)), new NarratorDesignated(Narrator)];

    public static ContributionMade Made(int id, Guid author, string phase, ContributionKind kind) =>
        new(Given.Id(id), author, phase, kind, Said("ContributionMade.Text"), false);

    public static Sessions.Session State(params IEnumerable<Fact> facts) => Given.Facts<Sessions.Session>(facts);

    public static Mandate Mandate(Pin? protocol = null, int? intervalDays = null, bool concluded = false)
    {
        var origin = new Origin(Engagement, 1, Given.Now);
        Fact[] facts =
        [
            new GroupSealingLearned(
                new(Group, Engagement, [new(Narrator, Given.Id(50)), new(Ada, Given.Id(50)), new(Absent, Given.Id(50))], origin)
            ),
            new ActivationLearned(
                new(
                    Engagement,
                    Given.Id(60),
                    Facilitator,
                    "practice-analysis",
                    protocol ?? new(S2.Name, 1),
                    [new("team", 1)],
                    [Group],
                    intervalDays,
                    120,
                    false,
                    origin
                )
            ),
        ];
        return Given.Facts<Mandate>(concluded ? [.. facts, new ConclusionLearned(new(Engagement, [Group], origin))] : facts);
    }
}
