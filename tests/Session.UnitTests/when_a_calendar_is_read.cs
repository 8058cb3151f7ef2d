using CsCheck;
using Ical.Net;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Calendars;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>A calendar says when sessions are, and nothing else: moved and cancelled ones are known again.</summary>
public class when_a_calendar_is_read
{
    private static readonly Fact[] Planned = [.. Story.Scheduled(Story.Interpreting).Select(f => f with { OccurredAt = Given.Now })];
    private static readonly Actor Anne = new("cabinet", Roles.Member, Story.Anne);

    private static SessionRescheduled Moved(int days) =>
        new SessionRescheduled(Given.Now.AddDays(days), Story.Text()) { OccurredAt = Given.Now.AddHours(days) };

    private static Fact Cancelled => new SessionCancelled(Story.Text()) { OccurredAt = Given.Now.AddHours(9) };

    private static Session Session(int id, params IEnumerable<Fact> more) => Folding.Of<Session>(Given.Id(id), [.. Planned, .. more])!;

    private static Ical.Net.CalendarComponents.CalendarEvent Event(params IEnumerable<Fact> more) =>
        Calendar.Load(ReadCalendar.Write(ReadCalendar.Of([Session(7, more)], Anne), CalendarLanguage.Fr))!.Events.Single();

    [Fact]
    public void an_event_has_the_sessions_time_and_a_neutral_word()
    {
        var planned = Event();
        planned.Uid.ShouldBe(Given.Id(7).ToString());
        planned.Summary.ShouldBe("Séance de groupe 1");
        planned.DtStart!.AsUtc.ShouldBe(Given.Now.UtcDateTime);
        planned.DtEnd!.AsUtc.ShouldBe(Given.Now.UtcDateTime.AddMinutes(120));
        planned.Status.ShouldBe(EventStatus.Confirmed);
        planned.Sequence.ShouldBe(0);
        planned.LastModified!.AsUtc.ShouldBe(Given.Now.UtcDateTime);
        planned.Class.ShouldBe("PRIVATE");
    }

    [Fact]
    public void no_instant_that_is_taken_makes_it_or_a_view_fail() =>
        Gen.Select(Instant.Any, Instant.Any, Gen.Int[15, 600])
            .Sample(
                (planned, told, minutes) =>
                {
                    var mandate = Story.Open(Story.Engagement() with { Origin = Story.From with { OccurredAt = told }, Until = planned });
                    var scheduled = Story.ScheduleNow(new(planned, minutes), mandate, told, Story.Protocols, Story.As(Story.Facilitator));
                    (scheduled.Refusal is null).ShouldBe(planned >= told);
                    Fact[] held =
                    [
                        .. Story.Scheduled(Story.Interpreting),
                        new SessionRescheduled(planned, Story.Text()),
                        new SessionOpened(),
                        new PhaseStarted("expose", minutes),
                        new SessionSuspended(Story.Text()),
                        new SessionResumed(),
                    ];
                    var session = Folding.Of<Session>(Given.Id(7), held.Select(f => f with { OccurredAt = told }))!;
                    var view = SessionView.Of(session, Anne, new("cabinet", session.Id, new Dictionary<string, byte[]>()));
                    view.PlannedFor.ShouldBe(planned);
                    view.TimeBox!.EndsAt.ShouldBe(told.AddMinutes(minutes));
                    var read = Calendar.Load(ReadCalendar.Write(ReadCalendar.Of([session], Anne), CalendarLanguage.Fr))!.Events.Single();
                    read.DtStart!.AsUtc.ShouldBe(planned.UtcDateTime.AddTicks(-(planned.UtcTicks % TimeSpan.TicksPerSecond)));
                },
                iter: 500
            );

    [Fact]
    public void one_that_was_planned_for_no_year_that_is_taken_is_left_out()
    {
        foreach (var at in (DateTimeOffset[])[DateTimeOffset.MinValue, DateTimeOffset.MaxValue])
        {
            var never = Session(7, new SessionRescheduled(at, Story.Text()) { OccurredAt = Given.Now });
            Calendar.Load(ReadCalendar.Write(ReadCalendar.Of([never], Anne), CalendarLanguage.Fr))!.Events.ShouldBeEmpty();
        }
    }

    [Fact]
    public void each_move_and_the_cancellation_raise_its_sequence_under_the_same_id()
    {
        var twice = Event(Moved(1), Moved(2));
        (twice.Uid, twice.Sequence, twice.Status).ShouldBe((Given.Id(7).ToString(), 2, EventStatus.Confirmed));
        twice.DtStart!.AsUtc.ShouldBe(Given.Now.UtcDateTime.AddDays(2));
        twice.LastModified!.AsUtc.ShouldBe(Given.Now.UtcDateTime.AddHours(2));
        var cancelled = Event(Moved(1), Cancelled);
        (cancelled.Uid, cancelled.Sequence, cancelled.Status).ShouldBe((Given.Id(7).ToString(), 2, EventStatus.Cancelled));
        cancelled.Summary.ShouldEndWith(" (annulée)");
        twice.Summary!.ShouldNotContain("(");
    }

    [Fact]
    public void what_happens_in_a_session_leaves_no_trace_in_it()
    {
        var before = ReadCalendar.Write([new(1, Session(7))], CalendarLanguage.Fr);
        var held = Session(
            7,
            new SessionOpened(),
            new AttendanceRecorded([Story.Anne]),
            new SituationRaised(Given.Id(8), Story.Anne, Story.Text())
        );
        ReadCalendar.Write([new(1, held)], CalendarLanguage.Fr).ShouldBe(before);
        before.ShouldNotContain(Story.Interpreting.Name);
        before.ShouldNotContain("team");
        Guid[] others = [Story.Anne, Story.Bob, Story.Facilitator, Story.GroupId, Story.EngagementId];
        others.ShouldAllBe(id => !before.Contains(id.ToString(), StringComparison.Ordinal));
    }

    [Fact]
    public void it_is_published_under_a_name_in_either_language_and_says_when_to_ask_again()
    {
        var text = ReadCalendar.Write([new(3, Session(7))], CalendarLanguage.En);
        foreach (
            var line in (string[])
                [
                    "METHOD:PUBLISH",
                    "REFRESH-INTERVAL;VALUE=DURATION:PT1H",
                    "X-PUBLISHED-TTL:PT1H",
                    "NAME:Group sessions",
                    "SUMMARY:Group session 3",
                    "DTSTART:20260302T090000Z",
                ]
        )
        {
            text.ShouldContain($"{line}\r\n");
        }
    }

    [Fact]
    public void a_session_keeps_its_number_and_who_may_not_read_it_does_not_see_it()
    {
        var group = new[] { Session(9), Session(7, Cancelled), Session(8) with { Members = [Story.Bob] } };
        ReadCalendar.Of(group, Anne).Select(n => (n.Number, n.Session.Id)).ShouldBe([(1, Given.Id(7)), (3, Given.Id(9))]);
        ReadCalendar.Of(group, Anne with { Person = Given.Id(77) }).ShouldBeEmpty();
        ReadCalendar.Of(group, Anne with { Role = Roles.Facilitator }).ShouldBeEmpty();
    }

    [Fact]
    public void a_link_is_its_persons_own_keeps_a_hash_alone_and_is_revoked_once()
    {
        var act = Given.Act(Roles.Member, Story.Anne);
        var issued = IssueCalendarLink.Decide(new(CalendarLanguage.En), "hash", act);
        issued.ShouldBe(new CalendarLinkIssued(Story.Anne, Roles.Member, CalendarLanguage.En, "hash"));
        issued.Documents.ShouldBe([new CalendarAddress("hash", "cabinet", Given.Id(1))]);
        var link = Given.Facts<CalendarLink>(issued.Facts);
        link.IsVisibleTo(Anne).ShouldBeTrue();
        link.IsVisibleTo(Anne with { Role = Roles.Facilitator }).ShouldBeFalse();
        link.IsVisibleTo(Anne with { Person = Story.Bob }).ShouldBeFalse();
        RevokeCalendarLink.Decide(link).ShouldBe(new CalendarLinkRevoked());
        RevokeCalendarLink.Decide(Given.Facts<CalendarLink>([.. issued.Facts, new CalendarLinkRevoked()])).ShouldBe();
    }

    [Fact]
    public void an_address_is_new_each_time_and_its_secret_is_not_what_is_kept()
    {
        var (one, other) = (new NewAddress(), new NewAddress());
        var hash = one.NewHash("cabinet");
        other.NewHash("cabinet").ShouldNotBe(hash);
        var secret = one.Text!.Split('/')[3];
        secret.Length.ShouldBe(64);
        MarkedSecret.MarkIn(secret).ShouldBe(MarkedSecret.MarkOf("cabinet"));
        hash.ShouldBe(Canonical.Hash(secret));
        one.Text.ShouldBe(ReadCalendar.PathOf(secret));
    }
}
