using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_designing_a_dispositif
{
    private static readonly ProposeDispositif Good = new(
        Kind.PracticeAnalysis,
        Audience.Professionals,
        [new("team", 1)],
        new("expose-interpret-respond", 1),
        120,
        12,
        10,
        12_000
    );

    private static Decision Decide(ProposeDispositif command, Engagement? state = null, Facilitator? facilitator = null) =>
        ProposeDispositif.Decide(command, state ?? Story.Of(Story.Designing), facilitator, Story.Frames, Story.Act());

    private static ProposeDispositif Under(params string[] frames) => Good with { Frames = [.. frames.Select(f => new Pin(f, 1))] };

    private static ProposeDispositif Narrator => Under("narrator") with { Protocol = new("narrator", 1) };

    [Fact]
    public void it_pins_its_frames_and_protocol_and_takes_the_frames_bounds() =>
        Decide(Good).ShouldHappen(new DispositifProposed(Story.Dispositif(minimum: 8, maximum: 12).Pinned()));

    [Fact]
    public void it_may_leave_parties_more_than_fourteen_days_to_answer_and_no_less()
    {
        Decide(Good with { AnswerDays = 30 })
            .ShouldHappen(new DispositifProposed(Story.Dispositif(minimum: 8, maximum: 12).Pinned() with { AnswerDays = 30 }));
        Decide(Good with { AnswerDays = 13 }).ShouldBeRefused(400);
        Decide(Good with { AnswerDays = 91 }).ShouldBeRefused(400);
    }

    [Fact]
    [Keeps("size")]
    [Keeps("audience")]
    public void bounds_within_the_frames_stand() =>
        Decide(Good with { GroupMinimum = 9, GroupMaximum = 10 })
            .ShouldHappen(new DispositifProposed(Story.Dispositif(minimum: 9, maximum: 10).Pinned()));

    [Fact]
    public void without_any_bound_groups_hold_three_to_twelve()
    {
        var dispositif = ((DispositifProposed)Decide(Narrator).Facts[0]).Dispositif;
        (dispositif.GroupMinimum, dispositif.GroupMaximum).ShouldBe((3, 12));
    }

    [Fact]
    [Keeps("diagnosis-first")]
    [Breaks("diagnosis-first")]
    public void none_is_designed_before_the_diagnosis_is_restituted_nor_after_one_is_agreed()
    {
        Decide(Good, Story.Of(Story.Opened)).ShouldBreak("always", "diagnosis-first", "S3");
        Decide(Good, Story.Of(Story.Diagnosing)).ShouldBeRefused(409);
        Decide(Good).Refusal.ShouldBeNull();
        Decide(Good, Story.Of(Story.Chartering())).ShouldBeRefused(409);
    }

    [Fact]
    public void proposed_again_it_is_revised_and_breaches_are_counted_anew()
    {
        var state = Story.Of(
            Story.Designing,
            new DispositifProposed(Story.Dispositif()),
            new DispositifBreachRecorded(new("narrator", "minimum-term", "S4"), 6, 12)
        );
        Decide(Good, state).ShouldHappen(new DispositifRevised(Story.Dispositif(minimum: 8, maximum: 12).Pinned()));
        Story
            .Of(Story.Designing, new DispositifBreachRecorded(new("a", "b", "c"), 1, 2), new DispositifRevised(Story.Dispositif()))
            .Breaches.ShouldBeEmpty();
    }

    [Fact]
    [Keeps("kind-decided")]
    [Breaks("kind-decided")]
    public void another_kind_than_was_decided_wants_a_redirection_with_its_reason()
    {
        var supervised = Story.Of(Story.Designing, new KindRedirected(Kind.PracticeAnalysis, Kind.Supervision));
        Decide(Good, supervised).ShouldBreak("always", "kind-decided", "S3");
        var redirected = RedirectKind.Decide(new(Kind.PracticeAnalysis, new("text")), supervised, Story.Act());
        redirected.ShouldHappen(new KindRedirected(Kind.Supervision, Kind.PracticeAnalysis, Story.Text("Engagement.Reason")));
        Decide(Good, Folding.Apply(supervised, supervised.Id, redirected.Facts[0])).Refusal.ShouldBeNull();
        RedirectKind.Decide(new(Kind.Supervision, new("text")), supervised, Story.Act()).ShouldHappen();
        RedirectKind.Decide(new(Kind.Regulation, new("text")), Story.Of(Story.Active()), Story.Act()).ShouldBeRefused(409);
        RedirectKind.Decide(new(Kind.Regulation, new("text")), Story.Of(Story.Opened), Story.Act()).ShouldBeRefused(409);
    }

    [Fact]
    public void a_frame_is_followed_once() =>
        Decide(Good with { Frames = [Good.Frames[0], Good.Frames[0]] }).Refusal!.Detail.ShouldBe("frames contains a duplicate.");

    [Fact]
    [Keeps("kind")]
    [Breaks("kind")]
    public void a_kind_that_is_not_the_frames_is_refused()
    {
        var supervised = Story.Of(Story.Designing, new KindRedirected(Kind.PracticeAnalysis, Kind.Supervision));
        Decide(Good with { Kind = Kind.Supervision }, supervised).ShouldBreak("team", "kind", "S2");
        Decide(Good).Refusal.ShouldBeNull();
    }

    [Fact]
    [Breaks("audience")]
    public void an_audience_that_is_not_the_frames_is_refused_and_the_refusal_names_those_that_are()
    {
        var refused = Decide(Good with { Audience = Audience.Managers });
        refused.ShouldBreak("team", "audience", "S2");
        refused.Refusal!.Detail.ShouldStartWith("audience ");
        refused.Refusal!.Satisfy.ShouldContain("professionals");
    }

    [Fact]
    [Keeps("protocol")]
    [Breaks("protocol")]
    public void another_protocol_than_the_frames_is_refused_unless_it_is_free()
    {
        Decide(Good with { Protocol = new("narrator", 1) }).ShouldBreak("team", "protocol", "S2");
        Decide(Good with { Protocol = new("expose-interpret-respond", 2) }).ShouldBreak("team", "protocol", "S2");
        Decide(Under("loose")).Refusal.ShouldBeNull();
    }

    [Fact]
    public void a_protocol_that_is_not_published_or_is_deprecated_is_not_pinned()
    {
        Decide(Under("loose") with { Protocol = new("cercle", 1) }).ShouldBeRefused(409);
        Decide(Under("loose") with { Protocol = new("free-circle", 2) }).ShouldBeRefused(409);
        Decide(Under("loose") with { Protocol = new("free-circle", 1, "another") }).ShouldBeRefused(409);
        var known = Story.Frames.With(Story.Frames.Protocols.With([new("cercle", 1, "digest")]));
        var proposed = ProposeDispositif.Decide(
            Under("loose") with
            {
                Protocol = new("cercle", 1),
            },
            Story.Of(Story.Designing),
            null,
            known,
            Story.Act()
        );
        ((DispositifProposed)proposed.Facts[0]).Dispositif.Protocol.Digest.ShouldBe("digest");
    }

    [Fact]
    public void what_is_pinned_is_pinned_by_the_digest_of_its_content()
    {
        var pinned = ((DispositifProposed)Decide(Good).Facts[0]).Dispositif;
        pinned.Frames.Single().Digest.ShouldBe(Story.Frames.Newest("team")!.Pinned.Digest);
        pinned.Protocol.Digest!.Length.ShouldBe(64);

        // Of the same name and version, and with other rules, it is not what was pinned.
        var changed = Story.Frames.Newest("team")! with
        {
            Rules = new(),
        };
        new FrameLibrary([changed]).Find(pinned.Frames[0]).ShouldBeNull();
        new FrameLibrary([changed]).Find(new("team", 1)).ShouldNotBeNull();
        Decide(Good with { Frames = [pinned.Frames[0] with { Digest = "another" }] }).ShouldBeRefused(400);
    }

    [Theory]
    [InlineData(7, null)]
    [InlineData(null, 13)]
    [InlineData(13, 13)]
    [InlineData(2, 7)]
    [Breaks("size")]
    public void sizes_outside_the_frames_are_refused(int? minimum, int? maximum) =>
        Decide(Good with { GroupMinimum = minimum, GroupMaximum = maximum }).ShouldBreak("team", "size", "S2");

    [Theory]
    [InlineData(9_999, false)]
    [InlineData(10_000, true)]
    [InlineData(15_000, true)]
    [InlineData(15_001, false)]
    [Keeps("rate")]
    [Breaks("rate")]
    public void a_rate_outside_the_frames_range_is_refused(int cents, bool accepted)
    {
        var decision = Decide(Under("team", "rated") with { RateCents = cents });
        if (accepted)
        {
            decision.Refusal.ShouldBeNull();
        }
        else
        {
            decision.ShouldBreak("rated", "rate", "S3");
        }
    }

    [Fact]
    public void a_rate_outside_is_recorded_with_its_reason_where_the_frame_allows_it()
    {
        var low = Decide(Under("negotiable") with { RateCents = 9_000 });
        low.ShouldBreak("negotiable", "rate", "practice");
        low.Refusal!.Detail.ShouldStartWith("rateCents ");
        low.Refusal!.Satisfy.ShouldBe("Give at least 10,000 cents an hour, or say in rateReason why it is less.");
        Decide(Under("negotiable") with { RateCents = 9_000, RateReason = new("text") })
            .Facts.Skip(1)
            .ShouldBe([new DispositifBreachRecorded(new("negotiable", "rate", "practice"), 9_000, 10_000)]);
        Decide(Under("rated") with { RateCents = 9_000, RateReason = new("text") }).ShouldBreak("rated", "rate", "S3");
    }

    [Fact]
    public void frames_that_nothing_satisfies_together_are_refused_by_both_names()
    {
        var decision = Decide(Under("team", "managers"));
        decision.Refusal!.Type.ShouldBe("unsatisfiable");
        decision.ShouldBreak("team", "size", "S2");
        decision.ShouldBreak("managers", "size", "S2");
    }

    [Fact]
    [Keeps("qualification")]
    [Breaks("qualification")]
    [Keeps("externality")]
    [Breaks("externality")]
    public void a_facilitators_file_must_show_what_a_frame_asks()
    {
        Facilitator File(params Fact[] facts) => Given.Facts<Facilitator>([new FacilitatorRegistered(Story.Establishment), .. facts]);
        Decide(Under("seasoned"), facilitator: File()).ShouldBreak("seasoned", "qualification", "S0");
        Decide(Under("seasoned"), facilitator: File()).Refusal!.Satisfy.ShouldContain("managerial-experience");
        Decide(Under("seasoned"), facilitator: File(new QualificationEvidenced(Qualification.Diploma, Story.Text(), null)))
            .ShouldBreak("seasoned", "qualification", "S0");
        Decide(Under("seasoned"), facilitator: File(new QualificationEvidenced(Qualification.ManagerialExperience, Story.Text(), 3)))
            .Refusal.ShouldBeNull();
        Decide(Under("external"), facilitator: File()).ShouldBreak("external", "externality", "S1");
        Decide(Under("external"), facilitator: Given.Facts<Facilitator>(new FacilitatorRegistered(Given.Id(21)))).Refusal.ShouldBeNull();
    }

    [Fact]
    [Keeps("interval")]
    [Breaks("interval")]
    [Keeps("frequency")]
    [Breaks("frequency")]
    public void interval_frequency_and_term_are_recorded_and_not_refused()
    {
        Decide(Narrator with { IntervalDays = 63, TermMonths = 11, SessionsPlanned = 12 })
            .Facts.Skip(1)
            .ShouldBe([
                new DispositifBreachRecorded(new("narrator", "interval", "S4"), 63, 62),
                new DispositifBreachRecorded(new("narrator", "frequency", "S4"), 12, 11),
                new DispositifBreachRecorded(new("narrator", "minimum-term", "S4"), 11, 12),
            ]);
        Decide(Under("monthly") with { SessionsPlanned = 11 })
            .Facts.Skip(1)
            .ShouldBe([new DispositifBreachRecorded(new("monthly", "frequency", "S3"), 11, 12)]);
        Decide(Narrator with { IntervalDays = 62, TermMonths = 12, SessionsPlanned = 12 }).Facts.Count.ShouldBe(1);
    }

    [Fact]
    public void values_out_of_bounds_are_malformed()
    {
        ProposeDispositif[] bad =
        [
            Good with
            {
                Frames = [],
            },
            Good with
            {
                Frames = [null!],
            },
            Good with
            {
                Frames = [new("team", 2)],
            },
            Good with
            {
                Frames = [.. Enumerable.Repeat(new Pin("team", 1), 9)],
            },
            Good with
            {
                Protocol = new("", 1),
            },
            Good with
            {
                Protocol = new("p", 0),
            },
            Good with
            {
                SessionMinutes = 14,
            },
            Good with
            {
                TermMonths = 0,
            },
            Good with
            {
                SessionsPlanned = 0,
            },
            Good with
            {
                RateCents = -1,
            },
            Good with
            {
                IntervalDays = 0,
            },
            Good with
            {
                GroupMinimum = 0,
            },
            Good with
            {
                GroupMinimum = 10,
                GroupMaximum = 9,
            },
            Narrator with
            {
                GroupMinimum = 13,
            },
        ];
        foreach (var command in bad)
        {
            Decide(command).ShouldBeRefused(400);
        }
    }

    [Fact]
    public void what_is_proposed_is_agreed_once()
    {
        AgreeDispositif
            .Decide(new(), Story.Of(Story.Designing, new DispositifProposed(Story.Dispositif())), Story.Frames, Story.Payer())
            .ShouldHappen(new DispositifAgreed(new()));
        AgreeDispositif.Decide(new(), Story.Of(Story.Designing), Story.Frames, Story.Payer()).ShouldBeRefused(409);
        AgreeDispositif.Decide(new(), Story.Of(Story.Chartering()), Story.Frames, Story.Payer()).ShouldBeRefused(409);
    }

    [Fact]
    public void each_refusal_begins_with_the_member_that_it_is_about_and_says_what_is_wanted_there()
    {
        static void Says(string begins, string wanted, Decision refused)
        {
            refused.Refusal!.Detail.ShouldStartWith($"{begins} ");
            refused.Refusal!.Satisfy.ShouldStartWith(wanted);
        }

        var supervised = Story.Of(Story.Designing, new KindRedirected(Kind.PracticeAnalysis, Kind.Supervision));
        Says("kind", "Give supervision, or redirect", Decide(Good, supervised));
        Says("kind", "The frame is of another kind (practice-analysis):", Decide(Good with { Kind = Kind.Supervision }, supervised));
        Says("protocol", "Give the protocol expose-interpret-respond, version 1.", Decide(Good with { Protocol = new("narrator", 1) }));
        Says("groupMinimum", "Give at least 8.", Decide(Good with { GroupMinimum = 7 }));
        Says("groupMaximum", "Give at most 12.", Decide(Good with { GroupMaximum = 13 }));
        Says("rateCents", "Give at least 10,000 cents an hour.", Decide(Under("rated") with { RateCents = 9_999 }));
        Says("rateCents", "Give at most 15,000 cents an hour.", Decide(Under("rated") with { RateCents = 15_001 }));
        Says(
            "rateCents",
            "Give at most 15,000 cents an hour, or say in rateReason",
            Decide(Under("negotiable") with { RateCents = 15_001 })
        );
        var employed = Given.Facts<Facilitator>([new FacilitatorRegistered(Story.Establishment)]);
        Says(
            "facilitator and frames",
            "Assign a facilitator whose file shows managerial-experience,",
            Decide(Under("seasoned"), facilitator: employed)
        );
        Says("facilitator", "Assign a facilitator from outside.", Decide(Under("external"), facilitator: employed));
    }
}
