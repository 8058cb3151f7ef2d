using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>Each class of readers counts the facts that it sees, and what it does not see moves no version of its own.</summary>
public class when_readers_count
{
    private static readonly Actor Practice = new("cabinet", Roles.Practice, Given.Id(900));
    private static readonly Actor Asker = new("cabinet", Roles.Establishment, Given.Id(901), Story.Establishment);
    private static readonly Actor Facilitator = new("cabinet", Roles.Facilitator, Story.Facilitator);
    private static readonly Actor Member = new("cabinet", Roles.Member, Given.Id(41));

    private static readonly Origin From = new(Given.Id(7), 3, Given.Now);

    private static FrameIncidentNoted Incident(string kind = "judgement") => new(kind, From);

    public static TheoryData<Fact, string[]> Hidden =>
        new()
        {
            { Incident(), [Roles.Establishment, Roles.Member] },
            { Incident("confidentiality-exception"), [Roles.Establishment, Roles.Member] },
            { new MinimumTermPassed(new("esms-analysis", "minimum-term", "S3"), 12), [Roles.Establishment, Roles.Member] },
            { new EstablishmentJoined(Given.Id(21)), [Roles.Establishment] },
            { new NegotiationFailureNoted(false, From), [Roles.Establishment, Roles.Member] },
            { new NegotiationFailureNoted(true, From), [] },
            { new BilanFellDue(Story.GroupId, new(2026, 6, 1)), [] },
        };

    [Theory]
    [MemberData(nameof(Hidden))]
    public void what_a_class_does_not_see_changes_nothing_that_it_reads(Fact fact, string[] blind)
    {
        var before = Story.Of(Story.Active());
        Story.Readers.Check(before, Folding.Apply(before, before.Id, fact), fact).ShouldBe(blind, ignoreOrder: true);
    }

    [Fact]
    public void what_is_confided_before_it_is_given_back_moves_the_version_of_nobody_who_does_not_read_it()
    {
        var before = Story.Of(Story.Diagnosing);
        var found = new DiagnosisFindingRecorded(Given.Id(3), Story.Text(), FindingLevel.Individual);
        var heard = new ProtagonistHeard(Given.Id(4), Capacity.Team, Story.Text(), Story.Text());
        IReadOnlyList<string> Blind(Engagement state, Fact fact) => Story.Readers.Check(state, Folding.Apply(state, state.Id, fact), fact);
        Blind(before, found).ShouldBe([Roles.Practice, Roles.Establishment], ignoreOrder: true);
        Blind(before, heard).ShouldBe([Roles.Establishment]);
        Blind(Story.Of(Story.Designing), heard).ShouldBeEmpty();
    }

    [Fact]
    public void a_version_of_a_readers_count_is_the_state_of_the_stream_that_they_knew_by_it()
    {
        IReadOnlyList<Fact> facts =
        [
            .. Story.Active(),
            Incident(),
            new EngagementSuspended(Story.Text()),
            Incident(),
            Incident(),
            new EngagementResumed(),
        ];
        var now = Story.Of(facts);
        now.VersionFor(Facilitator).ShouldBe(facts.Count);
        var last = now.VersionFor(Asker);
        last.ShouldBe(now.VersionFor(Member));
        (facts.Count - last).ShouldBeGreaterThanOrEqualTo(3);
        Engagement As(Actor reader, long version) => Readers.Of<Engagement>(Given.Id(1), facts, reader, version)!;
        As(Asker, last).State.ShouldBe(EngagementState.Active);
        As(Asker, last - 1).State.ShouldBe(EngagementState.Suspended);
        As(Asker, last - 1).Version.ShouldBe(facts.Count - 1, "whatever they did not see lies in the version that they knew");
        As(Asker, last - 2).State.ShouldBe(EngagementState.Active);
        As(Facilitator, facts.Count - 1).State.ShouldBe(EngagementState.Suspended);
        As(Asker, 999).Version.ShouldBe(As(Asker, last).Version);
        Readers.Of<Engagement>(Given.Id(1), facts, Practice, -1).ShouldBeNull();
    }

    [Fact]
    public void a_stream_that_names_no_reader_is_counted_alike_by_all() =>
        Given.Facts<Model.Sandbox>(new Model.GenerationBegun(1), new Model.GenerationSeeded(1)).VersionFor(Asker).ShouldBe(2);

    [Fact]
    public void who_asked_does_not_see_to_whom_their_request_was_entrusted()
    {
        var request = Given.Facts<Request>(
            new RequestSubmitted(Story.Establishment, Demand.ComplexSituation, Story.Text(), Given.Id(1)),
            new RequestEntrusted(Story.Facilitator)
        );
        (request.VersionFor(Asker), request.VersionFor(Practice), request.VersionFor(Facilitator)).ShouldBe((1, 2, 2));
        request.As(Asker).Version.ShouldBe(1);
        Readers
            .Counts(request)
            .ShouldBe(
                new Dictionary<string, long>
                {
                    [Roles.Establishment] = 1,
                    [Roles.Practice] = 2,
                    [Roles.Facilitator] = 2,
                },
                ignoreOrder: true
            );
    }
}
