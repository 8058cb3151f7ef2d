using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>Two records of one person are joined: counted as one, erased as one, and neither opens anything of the other.</summary>
public class when_records_are_joined
{
    private static readonly Guid Anne = Given.Id(41);
    private static readonly Guid Anna = Given.Id(42);
    private static readonly Guid Third = Given.Id(43);
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);
    private static readonly Actor Practice = new("cabinet", Roles.Practice, Given.Id(900));

    private static PersonRecord Record(Guid person, params IReadOnlyList<Fact> facts) =>
        facts.Count == 0 ? new(person) { Id = PersonStreams.Asked(person) } : Folding.Of<PersonRecord>(PersonStreams.Asked(person), facts)!;

    private static PersonsFile File(PersonRecord record, bool known = true, params IReadOnlyList<Place> places) =>
        new(record.Subject, record, known, record.RequestedAt is not null, places, [.. places.Select(p => p.Engagement)], false);

    private static PersonsFile File(Guid person, params IReadOnlyList<Place> places) => File(Record(person), true, places);

    private static Place In(int group, int engagement = 1, params IReadOnlyList<Fact> more) =>
        new(
            Folding.Of<Group>(Given.Id(group), [new GroupConstituted(Given.Id(engagement), Story.Facilitator, "A")])!,
            Story.Of(Story.Active(), more) with
            {
                Id = Given.Id(engagement),
            }
        );

    private static Decision Join(PersonsFile one, PersonsFile other, bool byKey = false) =>
        JoinPersons.Decide(byKey, [one], [other], Given.Act(Roles.Practice));

    private static readonly DateTimeOffset Told = Given.Now.AddDays(14);

    private static PersonRecord Joined(Guid person, Guid with, params IReadOnlyList<Fact> more) =>
        Record(person, [new PersonsJoined(person, [with]), .. more]);

    private static Decision Erase(PersonsFile file, PersonsFile other, string role = Roles.Member, DateTimeOffset? at = null) =>
        RequestErasure.Decide(new(), file, [other], false, Patience, Given.Act(role, role == Roles.Member ? file.Person : null, at));

    [Fact]
    public void it_is_found_from_both()
    {
        var decision = Join(File(Anne), File(Anna));
        decision.ShouldHappen(new PersonsJoined(Anne, [Anna], Told));
        decision.Elsewhere.ShouldHaveSingleItem().Stream.Id.ShouldBe(PersonStreams.Asked(Anna));
        Story.Json(decision.Elsewhere[0].Fact).ShouldBe(Story.Json(new PersonsJoined(Anna, [Anne], Told)));
        Joined(Anne, Anna).Joined.ShouldBe([Anna]);
        Join(File(Joined(Anne, Anna)), File(Joined(Anna, Anne))).ShouldBe();
    }

    [Fact]
    public void a_third_record_is_joined_with_each()
    {
        var decision = JoinPersons.Decide(
            false,
            [File(Joined(Anne, Anna)), File(Joined(Anna, Anne))],
            [File(Third)],
            Given.Act(Roles.Practice)
        );
        decision.ShouldHappen(new PersonsJoined(Anne, [Third], Told));
        decision
            .Elsewhere.Select(e => Story.Json(e.Fact))
            .ShouldBe([Story.Json(new PersonsJoined(Anna, [Third], Told)), Story.Json(new PersonsJoined(Third, [Anne, Anna], Told))]);
    }

    [Fact]
    public void nobody_is_two_members_of_a_group_at_once_nor_led_who_they_are()
    {
        Decision Met(Encounter how) => JoinPersons.Decide(false, [File(Anne)], [File(Anna)], Given.Act(Roles.Practice), how);
        Met(Encounter.Members).ShouldBeRefused(409);
        Met(Encounter.Members).Refusal!.Satisfy.ShouldContain("never joined");
        Met(Encounter.Leader).ShouldBreak("always", "independence", "S0");
        Met(Encounter.Leader).Refusal!.Satisfy.ShouldContain("never joined");
    }

    [Fact]
    public void nobody_is_joined_with_themself_with_nobody_or_with_who_is_erased()
    {
        Join(File(Anne), File(Anne)).ShouldBeRefused(400);
        Join(File(Anne), File(Record(Anna), known: false)).ShouldBeRefused(404);
        Join(File(Record(Anne), known: false), File(Anna)).ShouldBeRefused(404);
        Join(File(Anne), File(Record(Anna, new ErasureRequested(Anna)))).ShouldBeRefused(409);
    }

    [Fact]
    public void a_key_joins_nobody_since_one_erased_takes_the_other_away()
    {
        Join(File(Anne), File(Anna), byKey: true).ShouldBeRefused(403);
        PartPersons.Decide(Anne, true, Joined(Anne, Anna), [Joined(Anna, Anne)], Given.Act(Roles.Practice)).ShouldBeRefused(403);
    }

    [Fact]
    public void two_members_of_one_group_are_two_persons()
    {
        Join(File(Anne, In(30)), File(Anna, In(30)))
            .Refusal!.Detail.ShouldBe("Both people were members of the same group at the same time.");
        Join(File(Anne, In(30)), File(Anna, In(31, 7))).Refusal.ShouldBeNull();
    }

    [Fact]
    public void who_were_at_one_session_are_two_persons_whatever_groups_they_left()
    {
        var met = when_the_frame_is_watched_over.Held(Given.Now, 120, Anne, Anna);
        PersonsFile Left(Guid person) => File(person) with { Engagements = [Story.Of(Story.Active(), met)] };
        Join(Left(Anne), Left(Anna)).Refusal!.Detail.ShouldBe("Both people were present at the same session.");
    }

    [Fact]
    public void a_facilitator_is_not_joined_with_a_member_of_theirs()
    {
        Join(File(Story.Facilitator), File(Anna, In(30))).ShouldBreak("always", "independence", "S0");
        Join(File(Anna, In(30)), File(Story.Facilitator)).ShouldBreak("always", "independence", "S0");
    }

    [Fact]
    public void the_practice_sees_with_whom_and_the_person_how_many()
    {
        var record = Joined(Anne, Anna);
        ErasureView.Of(record, Practice).Joined.ShouldBe([Anna]);
        var own = ErasureView.Of(record, new("cabinet", Roles.Member, Anne));
        (own.Records, own.Joined).ShouldBe((2, null));
    }

    [Fact]
    public void joined_to_read_somebodys_words_one_reads_no_record_but_ones_own()
    {
        var (mine, theirs) = (Joined(Anne, Anna), Joined(Anna, Anne));
        mine.IsVisibleTo(new("cabinet", Roles.Member, Anne)).ShouldBeTrue();
        theirs.IsVisibleTo(new("cabinet", Roles.Member, Anne)).ShouldBeFalse();
    }

    [Fact]
    public void erasing_one_leaves_the_other_for_seven_days_and_no_longer()
    {
        var (one, other) = (File(Joined(Anne, Anna)), File(Joined(Anna, Anne)));
        var decision = Erase(one, other);
        decision.ShouldBe(new ErasureRequested(Anne));
        var week = Given.Now.AddDays(7);
        decision.Elsewhere.ShouldBe([(other.Record, new ErasureFollows(Anna, Anne, week))]);
        decision.Scheduled.Select(s => s.Message).ShouldContain(new FollowingDue(Anna, week));
        var follows = Joined(Anna, Anne, new ErasureFollows(Anna, Anne, week));
        ErasureView.Of(follows, Practice).State.ShouldBe("announced");
        var waiting = WaitingAgreements.Of(follows, Given.Now).ShouldHaveSingleItem();
        (waiting.Kind, waiting.Until).ShouldBe((WaitingKind.Erasure, week));
        var then = RequestErasure.Decide(new FollowingDue(Anna, week), File(follows), Patience, week);
        then.ShouldBe(new ErasureRequested(Anna));
        then.Messages.Select(m => m(new(Given.Id(1), 1, week))).OfType<PersonErasureRequested>().Single().Person.ShouldBe(Anna);
    }

    [Fact]
    public void who_was_joined_by_mistake_is_not_erased_once_they_say_so()
    {
        var week = Given.Now.AddDays(7);
        var follows = Joined(Anna, Anne, new ErasureFollows(Anna, Anne, week));
        var gone = Joined(Anne, Anna, new ErasureRequested(Anne));
        var decision = PartPersons.Decide(Anna, false, follows, [gone], Given.Act(Roles.Member, Anna));
        decision.ShouldHappen(new PersonsParted(Anna, [Anne], true));
        Story.Json(decision.Elsewhere.Single().Fact).ShouldBe(Story.Json(new PersonsParted(Anne, [Anna], true)));
        var parted = Folding.Apply(follows, follows.Id, decision.Facts[0]);
        (parted.Joined.Count, parted.Follows).ShouldBe((0, null));
        RequestErasure.Decide(new FollowingDue(Anna, week), File(parted), Patience, week).ShouldBe();
        WaitingAgreements.Of(parted, Given.Now).ShouldBeEmpty();
    }

    [Fact]
    public void told_of_one_both_are_told_and_go_together_seven_days_later()
    {
        var told = AnnounceErasure.Decide(
            new(Means.Letter),
            Anne,
            false,
            Joined(Anne, Anna),
            true,
            [Joined(Anna, Anne)],
            Given.Act(Roles.Practice)
        );
        var week = Given.Now.AddDays(7);
        told.ShouldBe(new ErasureAnnounced(Anne, Means.Letter, week));
        told.Elsewhere.Single().Fact.ShouldBe(new ErasureAnnounced(Anna, Means.Letter, week));
        var one = File(Joined(Anne, Anna, told.Facts[0]));
        var other = File(Joined(Anna, Anne, told.Elsewhere[0].Fact), true, In(30));
        Erase(one, other, Roles.Practice).ShouldBreak("always", "erasure-notice", "design");
        var both = Erase(one, other, Roles.Practice, week);
        both.ShouldBe(new ErasureRequested(Anne));
        both.Elsewhere.Select(e => e.Fact)
            .ShouldBe([new ErasureRequested(Anna), new MemberLeft(Anna), new MemberDeparted(Given.Id(30), Anna)]);
        both.Messages.Select(m => m(new(one.Record.Id, 3, week)))
            .OfType<PersonErasureRequested>()
            .Select(m => (m.Person, m.Origin.Stream))
            .ShouldBe([(Anne, one.Record.Id), (Anna, other.Record.Id)]);
    }

    [Fact]
    public void two_groups_of_one_engagement_are_left_one_after_the_other()
    {
        var (one, other) = (In(30), In(31));
        var told = new ErasureAnnounced(Anna, Means.Letter, Given.Now);
        var both = Erase(File(Joined(Anne, Anna), true, one), File(Joined(Anna, Anne, told), true, other));
        both.Elsewhere.Where(e => e.Fact is MemberDeparted)
            .Select(e => e.Stream.Version)
            .ShouldBe([one.Engagement.Version, one.Engagement.Version + 1]);
    }

    [Fact]
    public void who_facilitates_under_one_record_is_replaced_before_either_goes_and_the_other_is_told_of_the_join()
    {
        var refused = Erase(File(Joined(Anne, Anna)), File(Joined(Anna, Anne)) with { Leads = true });
        refused.ShouldBeRefused(409);
        refused.Refusal!.Detail.ShouldContain("joined with this one");
        refused.Refusal!.Satisfy.ShouldContain("/part");
        Erase(File(Joined(Anne, Anna)) with { Leads = true }, File(Joined(Anna, Anne))).Refusal!.Detail.ShouldNotContain("joined");
    }

    [Fact]
    public void a_record_is_parted_by_the_practice_or_of_oneself_until_all_are_erased()
    {
        PersonRecord Gone(Guid person, Guid with) => Joined(person, with, new ErasureRequested(person));
        PartPersons.Decide(Anne, false, Record(Anne, new IdentityRectified(Anne)), [], Given.Act(Roles.Practice)).ShouldBeRefused(409);
        PartPersons.Decide(Anne, false, null, [], Given.Act(Roles.Practice)).ShouldBeRefused(404);
        PartPersons.Decide(Anne, false, Gone(Anne, Anna), [Gone(Anna, Anne)], Given.Act(Roles.Practice)).ShouldBeRefused(409);
        PartPersons.Decide(Anne, false, Gone(Anne, Anna), [Joined(Anna, Anne)], Given.Act(Roles.Practice)).Refusal.ShouldBeNull();
    }

    [Fact]
    public void authority_over_one_record_is_authority_over_the_person()
    {
        var group = Story.Group(new MemberEnrolled(Anne, Given.Id(51), false));
        Decision Assign(Guid facilitator, params PersonRecord[] records) =>
            AssignFacilitator.Decide(
                new(facilitator, [Anna]),
                Story.Of(Story.Opened),
                Folding.Of<Model.Facilitator>(facilitator, [new Model.FacilitatorRegistered(null), new Model.IndependenceDeclared()]),
                Given.Facts<Model.Request>(
                    new Model.RequestSubmitted(Story.Establishment, Model.Demand.ComplexSituation, Story.Text(), Given.Id(1))
                ),
                [group],
                Story.Frames,
                Story.Act(),
                records
            );
        Assign(Given.Id(11)).Refusal.ShouldBeNull();
        Assign(Given.Id(11), Joined(Anna, Anne)).ShouldBreak("always", "independence", "S0");
        Assign(Given.Id(11), Joined(Given.Id(11), Anne)).ShouldBreak("always", "independence", "S0");
        Assign(Anne).ShouldBreak("always", "independence", "S0");
    }

    [Fact]
    public void who_parted_them_themself_is_not_joined_with_that_record_again()
    {
        var joined = Joined(Anna, Anne);
        var parted = PartPersons.Decide(Anna, false, joined, [Joined(Anne, Anna)], Given.Act(Roles.Member, Anna));
        parted.ShouldHappen(new PersonsParted(Anna, [Anne], true));
        var (one, other) = (
            Folding.Apply(joined, joined.Id, parted.Facts[0]),
            Folding.Apply(Joined(Anne, Anna), PersonStreams.Asked(Anne), parted.Elsewhere.Single().Fact)
        );
        Join(File(one), File(other)).ShouldBeRefused(409);
        Join(File(other), File(one)).ShouldBeRefused(409);

        // Through a third record neither.
        var through = Folding.Apply(other, other.Id, new PersonsJoined(Anne, [Third], Told));
        JoinPersons.Decide(false, [File(one)], [File(Joined(Third, Anne)), File(through)], Given.Act(Roles.Practice)).ShouldBeRefused(409);

        // What the practice itself took back, it may say again.
        var byPractice = PartPersons.Decide(Anna, false, joined, [Joined(Anne, Anna)], Given.Act(Roles.Practice));
        Join(
            File(Folding.Apply(joined, joined.Id, byPractice.Facts[0])),
            File(Folding.Apply(Joined(Anne, Anna), PersonStreams.Asked(Anne), byPractice.Elsewhere.Single().Fact))
        )
            .Refusal.ShouldBeNull();
    }
}
