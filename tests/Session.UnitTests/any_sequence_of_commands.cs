using CsCheck;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Sessions;
using PracticeAnalysis.Session.Tracks;

namespace PracticeAnalysis.Session.UnitTests;

/// <summary>Whatever is asked in whatever order, by whomever, a session never reaches a state that the rules forbid,
/// and every refusal by a rule names it.</summary>
public class any_sequence_of_commands
{
    private static readonly Guid[] People = [Story.Anne, Story.Bob, Story.Chloe, Story.David, Story.Facilitator];

    private static readonly Gen<(int Protocol, bool Reasons, (int Step, int Who, int What)[] Steps)> Plays = Gen.Select(
        Gen.Int[0, Story.Protocols.All.Count - 1],
        Gen.Bool,
        Gen.Select(Gen.Frequency((3, Gen.Const(-1)), (2, Gen.Int[0, 22])), Gen.Int[0, 4], Gen.Int[0, 30]).Array[20, 120]
    );

    [Fact]
    public void keeps_to_the_rules()
    {
        Plays.Sample(
            (protocol, reasons, steps) =>
            {
                var play = new Play(Story.Protocols.All[protocol], reasons);
                foreach (var (step, who, what) in steps)
                {
                    play.Do(step, People[who], what);
                    play.Check();
                }
            },
            iter: 600
        );
    }

    public static TheoryData<string> Protocols => [.. Story.Protocols.All.Select(p => p.Name)];

    // Chance that never gets anywhere would prove nothing: the way ahead that it takes most of its steps on does get there.
    [Theory]
    [MemberData(nameof(Protocols))]
    public void the_way_ahead_leads_to_the_closing(string protocol)
    {
        var play = new Play(Story.Protocols.Find(protocol, 1)!, false);
        for (var step = 0; step < 100 && play.State != SessionState.Closed; step++)
        {
            play.Do(-1, Story.Facilitator, 0);
        }

        play.State.ShouldBe(SessionState.Closed);
    }

    [Fact]
    public void keeps_a_track_to_the_rules() =>
        Gen.Select(Gen.Int[0, 4], Gen.Int[0, 3])
            .Array[1, 20]
            .Sample(
                steps =>
                {
                    var track = Given.Facts<ActionTrack>(
                        new TrackOpened(
                            Story.EngagementId,
                            Story.GroupId,
                            Story.Facilitator,
                            [.. People.Take(4)],
                            Given.Id(1),
                            [Story.Anne],
                            Story.Text()
                        )
                    );
                    foreach (var (step, who) in steps)
                    {
                        var act = Story.As(People[who]);
                        var before = track;
                        foreach (
                            var fact in Told(
                                step switch
                                {
                                    0 => EndorseTrack.Decide(track, act),
                                    1 => ProgressTrack.Decide(new(new("text")), track, act),
                                    2 => CompleteTrack.Decide(new(), track),
                                    3 => AbandonTrack.Decide(new(new("text")), track, act),
                                    _ => new TrackEntrusted([.. People.Take(2)], Story.Facilitator),
                                }
                            )
                        )
                        {
                            track = Folding.Apply(track, track.Id, fact);
                        }

                        track.EndorsedBy.ShouldBeUnique();
                        (before.IsFollowed || track.State == before.State).ShouldBeTrue("what has ended stays so");
                    }
                },
                iter: 300
            );

    [Fact]
    public void keeps_a_practices_protocol_to_the_rules() =>
        Gen.Int[0, 4]
            .Array[1, 8]
            .Sample(
                steps =>
                {
                    var template = Given.Facts<ProtocolTemplate>(
                        new ProtocolDrafted(Story.Circling with { Name = "cercle", Source = "practice" })
                    );
                    foreach (var step in steps)
                    {
                        var before = template;
                        foreach (
                            var fact in Told(
                                step switch
                                {
                                    0 => PublishProtocol.Decide(template, Story.Protocols),
                                    1 => DeprecateProtocol.Decide(new(new("text")), template, Story.As(Story.Facilitator)),
                                    2 => ReviseProtocol.Decide(new(template.Protocol with { Version = 2 }), template, Story.Protocols),
                                    3 => WithdrawProtocol.Decide(template),
                                    _ => DraftProtocol.Decide(new(template.Protocol), Story.Protocols.With([template.Protocol])),
                                }
                            )
                        )
                        {
                            template = Folding.Apply(template, template.Id, fact);
                        }

                        (
                            template.State == before.State
                            || before.State == ProtocolState.Draft
                            || (before.State, template.State) == (ProtocolState.Published, ProtocolState.Deprecated)
                        ).ShouldBeTrue("a draft is published or withdrawn, what is published is deprecated");
                        (before.State == ProtocolState.Draft || template.Protocol == before.Protocol).ShouldBeTrue(
                            "what is published is immutable"
                        );
                    }
                },
                iter: 100
            );

    // A refusal by a rule names it, and nothing happened.
    private static IReadOnlyList<Fact> Told(Decision decision)
    {
        if (decision.Refusal is { } refusal)
        {
            (refusal.Status != 422 || refusal.Rules.Count > 0).ShouldBeTrue("a refusal by a rule names it");
            refusal.Rules.ShouldAllBe(r => FieldRules.All.Any(f => f.Name == r.Name));
            decision.Facts.ShouldBeEmpty();
        }

        return decision.Facts;
    }

    /// <summary>One session, and the next step ahead.</summary>
    private sealed class Play(Protocol protocol, bool reasons)
    {
        // Who had been recorded as present by their own word, and took it back.
        private readonly HashSet<Guid> _tookBack = [];
        private Session _session = Story.Of(Story.Scheduled(protocol));
        private int _ids = 1_000;

        public SessionState State => _session.State;

        public void Do(int step, Guid who, int what)
        {
            var before = _session;
            var decision = step < 0 ? Ahead() : Decide(step, who, what);
            if (decision.Facts is [PhaseCompleted completed] && before.Strictness(protocol) != Strictness.Free)
            {
                protocol.Phases.Single(p => p.Code == completed.Phase).Unmet(protocol, before).ShouldBeEmpty("or a reason is kept");
            }

            // Who left a session that was held takes their own words back, and brings nothing else.
            decision =
                step is < 0 or > 16
                || ((IFold<Session>)before).Bars(Story.As(who).By, step == 4 ? new WithdrawContribution() : new GiveEcho(new("text")))
                    is null
                    ? decision
                    : Refusal.NotFound;
            _tookBack.UnionWith(decision.Facts.OfType<CorrectionContested>().Select(c => c.Member).Where(before.IsByOwnWord));
            _session = Told(decision).Aggregate(_session, (state, fact) => Folding.Apply(state, state.Id, fact));
            (
                before.State != SessionState.Closed
                || decision.Facts.All(f =>
                    f
                        is ContributionWithdrawn
                            or FrameIncidentRecorded
                            or ConfidentialityExceptionInvoked
                            or MinutesCorrected
                            or AttendanceCorrected
                            or ThemesCorrected
                            or CorrectionContested
                            or PresenceClaimed
                            or PresenceConfirmed
                            or CommonDecisionSetAside
                            or CommonDecisionAdopted
                            or ImplausibilityExplained
                            or ThemesLocked
                            or ThemesUnlocked
                            or SessionSettled
                            or ReaderLeft
                )
            ).ShouldBeTrue("what is closed stays as it is, or is corrected");
            var corrects = decision.Facts.Any(f =>
                f is MinutesCorrected or AttendanceCorrected or ThemesCorrected or PresenceClaimed or PresenceConfirmed
            );
            (!corrects || !before.IsSettled).ShouldBeTrue("what is settled is corrected no more");
            (!before.ThemesStand || !decision.Facts.OfType<ThemesCorrected>().Any()).ShouldBeTrue("what a text holds stays as it is");
            foreach (var confirmed in decision.Facts.OfType<PresenceConfirmed>())
            {
                (who != confirmed.Member && (who == Story.Facilitator || before.Present.Contains(who))).ShouldBeTrue(
                    "somebody else was there"
                );
                before.Claims.ShouldContain(c => c.Member == confirmed.Member && !c.Confirmed);
            }

            if (decision.Facts.OfType<PresenceClaimed>().Any())
            {
                _session.Present.ShouldBe(before.Present, "a word beside the record");
                _session.Decisions.Select(d => d.Adopted).ShouldBe(before.Decisions.Select(d => d.Adopted));
            }

            if (decision.Facts.Any(f => f is AttendanceCorrected or CorrectionContested or PresenceConfirmed))
            {
                _session
                    .Decisions.Where(d => d.Adopted)
                    .ShouldAllBe(d => !_session.Present.Except(before.Present).Except(d.AgreedBy).Any(), "who is there had agreed");
                before.TookPart.Intersect(before.Present).Except(_session.Present).ShouldBeEmpty("who took part was there");
            }
        }

        public void Check()
        {
            var s = _session;
            s.Attending.Except(s.Members).ShouldBeEmpty();
            s.Attending.Intersect(s.Gone.Select(g => g.Person)).ShouldBeEmpty();
            s.Gone.Select(g => g.Person).ShouldBeUnique();
            s.Gone.ShouldAllBe(g => g.Version < s.Version);
            (s.Narrator is null || (s.Members.Contains(s.Narrator.Value) && s.Narrator != s.Facilitator)).ShouldBeTrue();
            (s.Narrator is null).ShouldBe(s.ChosenSituation is null);
            s.Echoes.Select(e => e.Author).ShouldBeUnique();
            s.CompletedPhases.ShouldBeUnique();
            s.Claims.Select(c => c.Member).ShouldBeUnique();
            s.Claims.Where(c => !_tookBack.Contains(c.Member))
                .ShouldAllBe(c => c.Confirmed == s.Present.Contains(c.Member), "recorded once it is confirmed");
            s.Decisions.Where(d => d.Adopted).ShouldAllBe(d => d.AgreedBy.Count > 0);
            if (s.Strictness(protocol) == Strictness.Strict)
            {
                s.CompletedPhases.ShouldBe(protocol.Phases.Take(s.CompletedPhases.Count).Select(p => p.Code));
                s.Deviations.ShouldBeEmpty();
            }

            if (s.State == SessionState.Closed)
            {
                s.Themes.ShouldNotBeEmpty();
                s.Outcome.ShouldNotBe(Outcome.None);
                (s.Outcome != Outcome.Decision || s.Decisions.Any(d => d.Adopted || d.Unheard.Count > 0)).ShouldBeTrue();
                (
                    s.Strictness(protocol) == Strictness.Free
                    || s.Deviations.Count > 0
                    || protocol.Phases.All(p => s.CompletedPhases.Contains(p.Code))
                ).ShouldBeTrue("every phase was completed, or a reason is kept");
            }
        }

        // What comes next where everything is done in order.
        private Decision Ahead()
        {
            var s = _session;
            var facilitator = As(Story.Facilitator);
            if (s.State == SessionState.Suspended)
            {
                return ResumeSession.Decide(s, facilitator);
            }

            if (s.State == SessionState.Scheduled)
            {
                return Story.OpenNow(new(), s, Story.Open());
            }

            if (s.Present.Count == 0)
            {
                return Story.AttendNow(new([.. s.Members.Take(3)]), s);
            }

            if (s.CurrentPhase is not { } current)
            {
                return s.NextPhase(protocol) is { } next
                    ? StartPhase.Decide(new(), next.Code, s, protocol, facilitator)
                    : Story.CloseNow(Closing(Outcome.Change), s, protocol, false, facilitator);
            }

            var phase = protocol.Phases.Single(p => p.Code == current);
            if (s.Situations.Count == 0)
            {
                return RaiseSituation.Decide(new(new("text")), s, [], As(s.Present[0]));
            }

            return phase.Needs.Where(n => !n.IsMet(s)).Cast<Need?>().FirstOrDefault() is { } need ? Meet(need, phase)
                : (phase.Asks ?? []).Where(k => s.Standing(k).All(c => c.Phase != current)).Cast<ContributionKind?>().FirstOrDefault()
                    is { } kind
                    ? Bring(kind, phase)
                : CompletePhase.Decide(new(), current, s, protocol, facilitator);
        }

        private Decision Meet(Need need, Phase phase)
        {
            var s = _session;
            var narrator = As(s.Narrator ?? s.Present[0]);
            return need switch
            {
                Need.SituationChosen => ChooseSituation.Decide(s.Situations[0].Id, s, protocol),
                Need.StartingPositionStated => StateStartingPosition.Decide(new(new("text")), s, protocol, narrator),
                Need.ObjectiveStated => StateObjective.Decide(new(new("text"), true), s, protocol, narrator),
                Need.FeedbackGiven => GiveFeedback.Decide(new(new("text")), s, protocol, narrator),
                Need.EveryInterpretationPronounced => PronounceInterpretation.Decide(
                    new(Stance.Holds),
                    s.Standing(ContributionKind.Interpretation).First(i => i.Stance is null).Id,
                    s,
                    protocol,
                    narrator
                ),
                Need.EchoFromEveryMember => GiveEcho.Decide(
                    new(new("text")),
                    s,
                    protocol,
                    As(s.Present.First(p => s.Echoes.All(e => e.Author != p)))
                ),
                Need.PisteFromEveryMember => Contribute.Decide(
                    new(ContributionKind.Piste, new("text")),
                    s,
                    protocol,
                    As(s.Present.First(p => p != s.Narrator && s.Standing(ContributionKind.Piste).All(c => c.Author != p)))
                ),
                Need.FacilitatorShares => Contribute.Decide(
                    new(ContributionKind.Resonance, new("text")),
                    s,
                    protocol,
                    As(Story.Facilitator)
                ),
                Need.DecidedInCommon => s.Decisions.Count == 0
                    ? ProposeDecision.Decide(new(new("text")), s, protocol, As(s.Present[0]))
                    : Story.Agree(
                        s.Decisions[0].Id,
                        s,
                        As(s.Present.FirstOrDefault(p => !s.Decisions[0].AgreedBy.Contains(p), s.Present[0]))
                    ),
                Need.Exposed => Bring(ContributionKind.Expose, phase),
                Need.Interpreted => Bring(ContributionKind.Interpretation, phase),
                _ => Bring(ContributionKind.Response, phase),
            };
        }

        private Decision Bring(ContributionKind kind, Phase phase)
        {
            var by = phase.Brings.Single(b => b.Kind == kind).By;
            var s = _session;
            var who =
                by.Contains(Part.Narrator) && s.Narrator is { } narrator ? narrator
                : by.Contains(Part.Member) ? s.Present.FirstOrDefault(p => p != s.Narrator, s.Present[0])
                : by.Contains(Part.Facilitator) ? Story.Facilitator
                : s.Present[0];
            return s.Narrator is null && !by.Contains(Part.Member) && s.ChosenSituation is null
                ? ChooseSituation.Decide(s.Situations[0].Id, s, protocol)
                : Contribute.Decide(new(kind, new("text")), s, protocol, As(who));
        }

        private Decision Decide(int step, Guid who, int what)
        {
            var s = _session;
            var act = As(who);
            var phase = protocol.Phases[what % protocol.Phases.Count].Code;
            Narrative? reason = reasons ? new("text") : null;
            var some = s.Contributions.Count == 0 ? Given.Id(3) : s.Contributions[what % s.Contributions.Count].Id;
            return step switch
            {
                0 => StartPhase.Decide(new(Reason: reason), phase, s, protocol, act),
                1 => CompletePhase.Decide(new(reason), phase, s, protocol, act),
                2 => Story.CloseNow(Closing((Outcome)(what % 4)) with { Reason = reason }, s, protocol, what % 8 == 1, act),
                3 => Contribute.Decide(new((ContributionKind)(what % 24), new("text"), what % 2 == 0), s, protocol, act),
                4 => WithdrawContribution.Decide(some, s, act),
                5 => PronounceInterpretation.Decide(new(Stance.Partly), some, s, protocol, act),
                6 => StateStartingPosition.Decide(new(new("text")), s, protocol, act),
                7 => StateObjective.Decide(new(new("text"), what % 2 == 0), s, protocol, act),
                8 => GiveFeedback.Decide(new(new("text")), s, protocol, act),
                9 => GiveEcho.Decide(new(new("text")), s, protocol, act),
                10 => SuspendSession.Decide(new(new("text")), s, act),
                11 => ResumeSession.Decide(s, act),
                12 => Story.AttendNow(new([.. People.Take(1 + (what % 5))]), s),
                13 => s.Situations.Count == 0
                    ? RaiseSituation.Decide(new(new("text")), s, [], act)
                    : ChooseSituation.Decide(s.Situations[what % s.Situations.Count].Id, s, protocol),
                14 => ProposeDecision.Decide(new(new("text")), s, protocol, act),
                15 => s.Decisions.Count == 0 ? Decision.Nothing : Story.Agree(s.Decisions[0].Id, s, act),
                16 => RecordFrameIncident.Decide(new((IncidentKind)(what % 4)), s, act),
                17 => Story.CorrectNow(
                    new(
                        (CorrectionReason)(what % 4),
                        what % 2 == 0 ? what * 20 : null,
                        what % 3 == 0 ? [.. People.Take(1 + (what % 5))] : null,
                        what % 5 == 0 ? [new((Axis)(what % 7), Level.Individual)] : null
                    ),
                    s
                ),
                18 => ContestCorrection.Decide(new(what % 3 == 0 ? null : what % 3 == 1), s, Story.Open(), [], act),
                19 => s.State != SessionState.Closed ? Decision.Nothing
                : what == 30 ? new SessionSettled()
                : what % 2 == 0 ? new ThemesLocked(Given.Id(70 + (what % 3)), what)
                : new ThemesUnlocked(Given.Id(70 + (what % 3)), what),
                20 => s.State == SessionState.Closed && !s.Gone.Any(g => g.Person == who) ? new ReaderLeft(who) : Decision.Nothing,
                21 => ConfirmPresence.Decide(new(People[what % 4]), s, false, false, act),
                _ => s.IsAhead && what == 0
                    ? Decision.Of(new GroupChanged([.. s.Members.Skip(1).DefaultIfEmpty(Story.David)], Story.Facilitator))
                    : Decision.Nothing,
            };
        }

        private static CloseSession Closing(Outcome outcome) => new(60, [new(Axis.LackOfAutonomy, Level.Collective)], outcome);

        private Act As(Guid person) => Story.As(person) with { NewId = Given.Id(++_ids) };
    }
}
