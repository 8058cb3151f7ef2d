using PracticeAnalysis.Engagement.Attestations;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_hours_are_attested
{
    private static readonly Guid Anne = Given.Id(41);
    private static readonly Guid Bob = Given.Id(42);
    private static readonly Actor Practice = new("t", Roles.Practice, Given.Id(5));

    private static Engagement Held(params (int Month, int Minutes)[] sessions) =>
        Story.Of(
            Story.Active(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            [.. sessions.Select(s => when_the_frame_is_watched_over.Held(new(2026, s.Month, 10, 9, 0, 0, TimeSpan.Zero), s.Minutes, Anne))]
        );

    private static readonly DateTimeOffset Later = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private static Attestation? Attest(
        Engagement state,
        Guid person,
        Actor? reader = null,
        string frame = "eaje",
        DateTimeOffset? now = null
    )
    {
        return ReadAttestation.Of([Under(frame, state)], [person], 2026, reader ?? Practice, now ?? Later);
    }

    private static Attested Under(string frame, Engagement state)
    {
        var policies = Policies.Of(Story.Frames.Newest(frame)!);
        return new(state, state.Held, policies, policies.Of(FrameRule.HoursAYear) is not null);
    }

    [Fact]
    [Keeps("hours-a-year")]
    [Keeps("hours-each-four-months")]
    [Keeps("attestation-without-content")]
    public void six_hours_with_two_in_each_third_lack_nothing()
    {
        var attested = Attest(Held((1, 120), (6, 120), (12, 120)), Anne)!;
        attested.MinutesEachFourMonths.ShouldBe([120, 120, 120]);
        attested.Minutes.ShouldBe(360);
        attested.Lacking.ShouldBeEmpty();
        typeof(Attestation).GetProperties().ShouldAllBe(p => p.PropertyType != typeof(string));
        typeof(Attestation).GetProperty("Sessions").ShouldBeNull("which sessions is nobody's to know");
    }

    [Fact]
    public void others_are_told_by_when_the_hours_were_told()
    {
        var state = Held((1, 120));
        Attest(state, Anne, now: new(2026, 6, 7, 9, 0, 0, TimeSpan.Zero))!
            .ToldBy.ShouldBe(new DateTimeOffset(2026, 5, 1, 0, 0, 0, TimeSpan.Zero));
        Attest(state, Anne, new("t", Roles.Member, Anne))!.ToldBy.ShouldBeNull();
    }

    [Fact]
    public void minutes_that_were_hard_to_believe_are_shown_as_explained()
    {
        var held = when_the_frame_is_watched_over.Held(new(2026, 6, 10, 9, 0, 0, TimeSpan.Zero), 600, Anne);
        var state = Story.Of(
            Story.Active(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            when_the_frame_is_watched_over.Held(new(2026, 2, 10, 9, 0, 0, TimeSpan.Zero), 90, Anne),
            held with
            {
                Explained = true,
            }
        );
        var attested = Attest(state, Anne)!;
        (attested.Minutes, attested.ExplainedMinutes).ShouldBe((690, 600));
        Attest(state, Anne, now: new(2026, 7, 1, 0, 0, 0, TimeSpan.Zero))!.ExplainedMinutes.ShouldBe(0, "that period has not ended");
    }

    [Fact]
    [Breaks("hours-a-year")]
    [Breaks("hours-each-four-months")]
    public void what_is_lacking_is_shown_by_its_rule()
    {
        Attest(Held((1, 360)), Anne)!.Lacking.ShouldBe([new("eaje", "hours-each-four-months", "eaje")]);
        Attest(Held((1, 120), (5, 120), (9, 119)), Anne)!.Lacking.Select(r => r.Name).ShouldBe(["hours-a-year", "hours-each-four-months"]);
        Attest(Held((1, 120)), Bob)!.Minutes.ShouldBe(0);
        Attest(Held((1, 120)), Anne, new("t", Roles.Member, Anne), "team")!.Lacking.ShouldBeEmpty();
    }

    [Fact]
    public void others_read_hours_where_a_frame_demands_them_or_the_charter_lists_them()
    {
        var establishment = new Actor("t", Roles.Establishment, Given.Id(6), Story.Establishment);
        foreach (var reader in (Actor[])[Practice, establishment])
        {
            Attest(Held((1, 120)), Anne, reader).ShouldNotBeNull();
            Attest(Held((1, 120)), Anne, reader, "team").ShouldBeNull();
            Attest(Held((1, 120)) with { Outward = [OutwardItem.Attestations] }, Anne, reader, "team")!.Minutes.ShouldBe(120);
        }
    }

    [Fact]
    public void others_read_periods_that_have_ended_and_the_person_sees_theirs_grow()
    {
        var (held, june) = (Held((2, 90), (6, 120)), new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero));
        var attested = Attest(held, Anne, now: june)!;
        attested.MinutesEachFourMonths.ShouldBe([90, null, null]);
        attested.Minutes.ShouldBe(90);
        attested.Lacking.Select(r => r.Name).ShouldBe(["hours-each-four-months"], "the year has not ended");
        Attest(held, Anne, new("t", Roles.Member, Anne), now: june)!.MinutesEachFourMonths.ShouldBe([90, 120, 0]);
    }

    [Fact]
    public void the_person_sees_each_reading_and_nobody_else_does()
    {
        var held = Held((1, 120));
        var act = Given.Act(Roles.Practice, at: Later);
        var whose = PersonStreams.Attested(Anne);
        ReadAttestation.Decide(held, true, [Anne], 2026, act).ShouldBe(new AttestationRead(whose, 2026, Roles.Practice));
        whose.ShouldNotBe(Anne, "who reads the history would know under which name Anne stands there");
        ReadAttestation.Decide(held, false, [Anne], 2026, act).ShouldBeRefused(404);
        ReadAttestation.Decide(held, true, [Given.Id(43)], 2026, act).ShouldBeRefused(404);
        ReadAttestation.Decide(held, true, [held.Facilitator!.Value], 2026, act).ShouldBeRefused(404);
        var read = Engagement.Fold(held, new AttestationRead(whose, 2026, Roles.Practice) { OccurredAt = Given.Now });
        Attest(read, Anne, new("t", Roles.Member, Anne))!.Readings.ShouldBe([new(Given.Now, Roles.Practice)]);
        Attest(read, Anne)!.Readings.ShouldBeNull();
    }

    [Fact]
    [Breaks("attestation-without-content")]
    public void a_member_has_their_own_alone_and_nobody_that_of_a_stranger()
    {
        Attest(Held(), Anne, new("t", Roles.Member, Anne)).ShouldNotBeNull();
        Attest(Held(), Bob, new("t", Roles.Member, Anne)).ShouldBeNull();
        Attest(Held(), Given.Id(43)).ShouldBeNull();
    }

    [Fact]
    public void others_read_what_was_told_before_the_last_period_ended()
    {
        ReadAttestation.LastEnd(new(2026, 4, 30, 23, 0, 0, TimeSpan.Zero)).ShouldBe(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero));
        ReadAttestation.LastEnd(new(2026, 12, 31, 0, 0, 0, TimeSpan.Zero)).ShouldBe(new(2026, 9, 1, 0, 0, 0, TimeSpan.Zero));
        var (before, now) = (Held((1, 120)), Held((1, 120), (1, 60)));
        ReadAttestation
            .Of([Under("eaje", now) with { Told = before.Held }], [Anne], 2026, Practice, Later)!
            .Minutes.ShouldBe(120, "a session that is dated back shows by itself at no poll");
    }

    [Fact]
    public void a_practices_own_frame_demands_nothing_of_what_was_closed()
    {
        var held = Held((1, 120));
        bool Demanded(Pin pin) =>
            ReadAttestation.Demands(held with { Dispositif = held.Dispositif! with { Frames = [pin] } }, Story.Frames);
        Demanded(new("eaje", 1)).ShouldBeTrue();
        Demanded(new("team", 1)).ShouldBeFalse();
        Demanded(new("eaje", 2)).ShouldBeFalse("no such version ships");
    }

    private static readonly Actor House = new("t", Roles.Establishment, Given.Id(6), Story.Establishment);

    private static Engagement Other(Guid? establishment = null, params (int Month, int Minutes)[] sessions) =>
        Held(sessions) with
        {
            Id = Given.Id(900),
            Establishment = establishment ?? Story.Establishment,
        };

    [Fact]
    [Keeps("hours-a-year")]
    [Keeps("hours-each-four-months")]
    public void four_hours_and_four_hours_in_one_establishment_lack_nothing()
    {
        var (one, other) = (Held((1, 120), (5, 120)), Other(null, (2, 120), (9, 120)));
        Attest(one, Anne)!.Lacking.Select(r => r.Name).ShouldBe(["hours-a-year", "hours-each-four-months"], "of one engagement alone");
        IReadOnlyList<Attested> both = [Under("eaje", one), Under("eaje", other)];
        foreach (var reader in (Actor[])[Practice, House, new("t", Roles.Member, Anne)])
        {
            var attested = ReadAttestation.Of(both, [Anne], 2026, reader, Later)!;
            (attested.Engagement, attested.Minutes).ShouldBe((one.Id, 240), "each engagement's own minutes");
            attested.Lacking.ShouldBeEmpty();
            var over = ReadAttestation.Of(Story.Establishment, both, [Anne], 2026, reader, Later)!;
            (over.Minutes, over.Lacking.Count).ShouldBe((480, 0));
            over.MinutesEachFourMonths.ShouldBe([240, 120, 120]);
            over.Engagements.Select(e => (e.Engagement, e.Minutes)).ShouldBe([(one.Id, 240), (other.Id, 240)]);
        }
    }

    [Fact]
    [Breaks("hours-a-year")]
    public void two_hours_and_two_hours_lack_them_once()
    {
        IReadOnlyList<Attested> both = [Under("eaje", Held((1, 120))), Under("eaje", Other(null, (5, 120)))];
        ReadAttestation
            .Of(Story.Establishment, both, [Anne], 2026, House, Later)!
            .Lacking.Select(r => r.Name)
            .ShouldBe(["hours-a-year", "hours-each-four-months"]);
    }

    [Fact]
    public void hours_that_no_frame_asks_for_are_shown_and_counted_for_no_rule()
    {
        var team = Other(null, (2, 360), (6, 120), (10, 120)) with { Outward = [OutwardItem.Attestations] };
        var over = ReadAttestation.Of(
            Story.Establishment,
            [Under("eaje", Held((1, 120))), Under("team", team)],
            [Anne],
            2026,
            House,
            Later
        )!;
        over.Minutes.ShouldBe(720);
        over.Lacking.Select(r => r.Name).ShouldBe(["hours-a-year", "hours-each-four-months"]);
    }

    [Fact]
    public void presence_in_another_establishment_comes_by_no_attestation()
    {
        IReadOnlyList<Attested> both = [Under("eaje", Held((1, 120), (5, 120))), Under("eaje", Other(Given.Id(21), (2, 120), (9, 120)))];
        var over = ReadAttestation.Of(Story.Establishment, both, [Anne], 2026, House, Later)!;
        over.Engagements.ShouldHaveSingleItem().Minutes.ShouldBe(240);
        over.Lacking.Count.ShouldBe(2, "nor by what is lacking");
        ReadAttestation.Of(both, [Anne], 2026, House, Later)!.Lacking.Count.ShouldBe(2);
        ReadAttestation.Of([.. both.Reverse()], [Anne], 2026, House, Later).ShouldBeNull();
    }

    [Fact]
    public void what_a_charter_closes_is_counted_for_nobody_else()
    {
        IReadOnlyList<Attested> both =
        [
            Under("eaje", Held((1, 120), (5, 120))),
            Under("eaje", Other(null, (2, 120), (9, 120))) with
            {
                Demanded = false,
            },
        ];
        ReadAttestation.Of(both, [Anne], 2026, House, Later)!.Lacking.Count.ShouldBe(2);
        ReadAttestation.Of(Story.Establishment, both, [Anne], 2026, Practice, Later)!.Engagements.ShouldHaveSingleItem();
        ReadAttestation.Of(both, [Anne], 2026, new("t", Roles.Member, Anne), Later)!.Lacking.ShouldBeEmpty("they are their own");
    }

    [Fact]
    public void of_all_engagements_too_a_period_is_told_once_it_has_ended()
    {
        IReadOnlyList<Attested> both = [Under("eaje", Held((1, 120), (5, 120))), Under("eaje", Other(null, (2, 120), (6, 120)))];
        var june = new DateTimeOffset(2026, 6, 30, 0, 0, 0, TimeSpan.Zero);
        var over = ReadAttestation.Of(Story.Establishment, both, [Anne], 2026, House, june)!;
        over.MinutesEachFourMonths.ShouldBe([240, null, null]);
        (over.Minutes, over.Lacking.Count).ShouldBe((240, 0));
    }

    [Fact]
    public void joined_records_count_as_one_person_and_open_nothing_to_each_others_tokens()
    {
        var second = when_the_frame_is_watched_over.Held(new(2026, 2, 10, 9, 0, 0, TimeSpan.Zero), 120, Bob);
        var other = Story.Of([.. Story.Active(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), second]) with { Id = Given.Id(900) };
        IReadOnlyList<Attested> both = [Under("eaje", Held((1, 120))), Under("eaje", other)];
        var over = ReadAttestation.Of(Story.Establishment, both, [Anne, Bob], 2026, House, Later)!;
        (over.Minutes, over.Records).ShouldBe((240, 2));
        ReadAttestation.Of(Story.Establishment, both, [Anne], 2026, new("t", Roles.Member, Anne), Later)!.Minutes.ShouldBe(120);
        ReadAttestation.Of(Story.Establishment, both, [Anne, Bob], 2026, new("t", Roles.Member, Anne), Later).ShouldBeNull();
        ReadAttestation
            .Decide(other, true, [Anne, Bob], 2026, Given.Act(Roles.Practice, at: Later))
            .ShouldBe(
                new AttestationRead(PersonStreams.Attested(Anne), 2026, Roles.Practice),
                new AttestationRead(PersonStreams.Attested(Bob), 2026, Roles.Practice)
            );
    }

    [Fact]
    [Keeps("hours-a-year")]
    public void nobody_is_at_two_sessions_at_once()
    {
        static HeldSession At(int hour, int minutes, int? opened = null, bool explained = false) =>
            new(Given.Id(1), Given.Id(hour), Day.AddHours(hour), minutes, 2, [Anne], explained)
            {
                OpenedAt = opened is { } from ? Day.AddHours(from) : null,
            };
        HeldSession.MinutesOf([At(10, 60), At(10, 60)]).ShouldBe(60);
        HeldSession.MinutesOf([At(10, 60), At(11, 60)]).ShouldBe(120, "one after the other");
        HeldSession.MinutesOf([At(12, 60, opened: 9), At(12, 60, opened: 11)]).ShouldBe(120, "the first one was closed late");
        HeldSession.MinutesOf([At(12, 60, opened: 9), At(10, 60), At(10, 60)]).ShouldBe(120);
        HeldSession.MinutesOf([At(10, 60), At(10, 60, explained: true)]).ShouldBe(120, "its times say nothing");

        var (one, other) = (Held((2, 120)), Held((2, 120), (6, 120)));
        IReadOnlyList<Attested> both = [Under("eaje", one), Under("eaje", other)];
        var over = ReadAttestation.Of(Story.Establishment, both, [Anne], 2026, Practice, Later)!;
        (over.Minutes, over.MinutesEachFourMonths[0]).ShouldBe((240, 120));
        over.Engagements.Select(e => e.Minutes).ShouldBe([120, 240], "of each engagement what was held in it");
        over.Lacking.Select(r => r.Name).ShouldContain("hours-a-year");
    }

    private static readonly DateTimeOffset Day = new(2026, 3, 2, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void a_session_counts_once_under_however_many_records()
    {
        var both = when_the_frame_is_watched_over.Held(new(2026, 2, 10, 9, 0, 0, TimeSpan.Zero), 120, Anne, Bob);
        var state = Story.Of([.. Story.Active(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)), both]);
        ReadAttestation.Of([Under("eaje", state)], [Anne, Bob], 2026, Practice, Later)!.Minutes.ShouldBe(120);
    }

    [Fact]
    public void under_the_record_of_another_house_an_establishment_is_told_nothing()
    {
        // Anne is in an engagement of this house; the other record, with which hers was joined, is in none of it.
        var state = Held((1, 120));
        var house = new Actor("t", Roles.Establishment, Given.Id(6), Story.Establishment);
        Attestation? One(Guid asked, Guid joined, Actor reader) =>
            ReadAttestation.Of([Under("eaje", state)], [asked, joined], 2026, reader, Later);
        EstablishmentAttestation? All(Guid asked, Guid joined, Actor reader) =>
            ReadAttestation.Of(Story.Establishment, [Under("eaje", state)], [asked, joined], 2026, reader, Later);
        var elsewhere = Given.Id(404);
        One(elsewhere, Anne, house).ShouldBeNull();
        All(elsewhere, Anne, house).ShouldBeNull();
        One(Anne, elsewhere, house).ShouldNotBeNull();
        All(Anne, elsewhere, house).ShouldNotBeNull();
        One(elsewhere, Anne, Practice).ShouldNotBeNull("who joined them knows");
        All(elsewhere, Anne, Practice).ShouldNotBeNull();
    }
}
