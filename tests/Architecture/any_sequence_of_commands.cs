using System.Text.Json;
using CsCheck;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Engagement;
using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Conformance;
using PracticeAnalysis.Session;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Sessions;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Architecture;

/// <summary>Whatever is told in whatever order, under whatever date: what the services take, conformance calls kept or shows as a breach; and what they refuse
/// because of its date would not have been kept.</summary>
public class any_sequence_of_commands
{
    private static readonly Rulebook Rules = Rulebook.Read();

    private static readonly Gen<Step[]> Plays = Gen.Select(
        Gen.Frequency((3, Gen.Int[0, 1]), (3, Gen.Int[2, 3]), (2, Gen.Int[4, 20])),
        Gen.Int[0, 11],
        Gen.Frequency((4, Gen.Const(0)), (2, Gen.Int[1, 72]), (1, Gen.Int[73, 4000])),
        Gen.Frequency((1, Gen.Int[0, 4]), (1, Gen.Int[5, 100])),
        (what, which, back, on) => new Step(what, which, back, on)
    ).Array[20, 90];

    [Fact]
    public void is_judged_as_it_was_taken() =>
        Plays.Sample(
            steps =>
            {
                var play = new Play();
                play.Do(steps);
                play.Broken().ShouldBeEmpty(play.ToString());
            },
            iter: 300
        );

    [Fact]
    public void what_was_refused_because_of_its_date_would_not_have_been_kept() =>
        Plays.Sample(
            steps =>
            {
                var play = new Play();
                play.Do(steps);
                play.Refused?.ShouldContain(rule => rule == "mandate" || rule == "charter-acceptance", $"{play}");
            },
            iter: 300
        );

    // Chance that never gets anywhere would prove nothing.
    [Fact]
    public void and_much_is_taken_refused_and_shown()
    {
        var (closed, corrected, refused, shown) = (0, 0, 0, new HashSet<string>());
        Plays.Sample(
            steps =>
            {
                var play = new Play();
                play.Do(steps);
                lock (shown)
                {
                    closed += play.Closed;
                    corrected += play.Corrected;
                    refused += play.Refused is null ? 0 : 1;
                    shown.UnionWith(play.Passed([]));
                }
            },
            iter: 400
        );
        closed.ShouldBeGreaterThan(200);
        corrected.ShouldBeGreaterThan(50);
        refused.ShouldBeGreaterThan(50);
        shown.IsSupersetOf(["mandate", "within-term", "interval", "plausible"]).ShouldBeTrue(string.Join(" ", shown));
    }

    /// <summary>A command: which one, on what, how many hours ago it is said to have happened, and how many hours after the one before it is told.</summary>
    private sealed record Step(int What, int Which, int Back, int On);

    /// <summary>One engagement with one group and some sessions, as the two services decide on them and the ledger is told.</summary>
    private sealed class Play
    {
        private const string Hash = "hash";
        private static readonly Guid EngagementId = Given.Id(1);
        private static readonly Guid GroupId = Given.Id(30);
        private static readonly Guid[] Facilitators = [Given.Id(10), Given.Id(11)];
        private static readonly Guid[] Members = [Given.Id(41), Given.Id(42), Given.Id(43), Given.Id(44)];

        // Whom the practice knows: members of before and of now, one from elsewhere, those who facilitate, and a second record of one of these.
        private static readonly Guid[] Known = [Given.Id(45), .. Facilitators, Given.Id(46), .. Members];
        private static readonly FrameLibrary Frames = FrameLibrary.Read(typeof(EngagementConfiguration).Assembly);
        private static readonly ProtocolLibrary Protocols = ProtocolLibrary.Read();

        private readonly List<LedgerEntryRecorded> _told = [];
        private readonly List<Fact> _mandate = [];
        private readonly Dictionary<Guid, Facilitator> _files = [];
        private readonly List<Session.Session> _sessions = [];
        private DateTimeOffset _now = new(2025, 1, 6, 9, 0, 0, TimeSpan.Zero);
        private Engagement.Engagement? _engagement;
        private Group? _group;
        private Request? _request;

        public Play()
        {
            foreach (var facilitator in Facilitators)
            {
                Found(new FacilitatorRegistered(null), facilitator);
                Found(new IndependenceDeclared(), facilitator);
            }

            Found(new RequestSubmitted(Given.Id(20), Demand.ComplexSituation, Text, EngagementId), Given.Id(2));
            Found(new EngagementOpened(Given.Id(2), Given.Id(20), Kind.PracticeAnalysis), EngagementId);
            Found(new FacilitatorAssigned(Facilitators[0]), EngagementId);
            Found(new DiagnosisStarted(), EngagementId);
            Found(new DiagnosisRestituted(Text), EngagementId);
            Found(new DispositifProposed(Design), EngagementId);
            Found(new DispositifAgreed(), EngagementId);
            Found(new GroupConstituted(EngagementId, Facilitators[0], "A"), GroupId);
            Found(new GroupAdded(GroupId), EngagementId);
            foreach (var member in Members)
            {
                Found(new MemberEnrolled(member, Given.Id(60), true), GroupId);
                Found(new MemberAdmitted(GroupId, member, Given.Id(60)), EngagementId);
            }

            Found(new GroupSealed(), GroupId);
            Found(new GroupSealingNoted(GroupId), EngagementId);
            Learn(new V1.GroupSealed(GroupId, EngagementId, [.. Members.Select(m => new V1.Member(m, Given.Id(60)))], Origin(_now)));
            Found(new CharterProposed(Text, [OutwardItem.Bilans], 1, ["confidentiality"], Hash), EngagementId);
            foreach (var person in Members.Append(Facilitators[0]))
            {
                Found(new CharterAccepted(person, Hash), EngagementId);
            }

            Found(new CharterRatified(), EngagementId);
            _now = _now.AddHours(1);
            Lead(_engagement!, _now, Roles.Practice, Given.Id(900), act => ActivateEngagement.Decide(_engagement!, Frames, act));
            _engagement!.ActivatedAt.ShouldNotBeNull();
        }

        public int Corrected => _sessions.Sum(s => s.Corrections.Count);

        public int Closed => _sessions.Count(s => s.State == SessionState.Closed);

        /// <summary>What a session passes that was not opened because of its date, had it been held; null where none was refused.</summary>
        public IReadOnlyList<string>? Refused { get; private set; }

        public void Do(IEnumerable<Step> steps)
        {
            foreach (var step in steps)
            {
                _now = _now.AddHours(step.On);
                Do(step, _now.AddHours(-step.Back));
            }
        }

        public IReadOnlyList<string> Broken() =>
            [
                .. Report([])
                    .Where(r => r.Verdict == Verdict.Broken)
                    .Select(r => $"{r.Rule}: {string.Join(", ", r.Breaches.Select(b => $"{b.Where} {b.What}"))}"),
            ];

        public IReadOnlyList<string> Passed(LedgerEntryRecorded[] more) =>
            [
                .. Report(more)
                    .Where(r =>
                        r.Breaches.Any(b =>
                            more.Length == 0 || b.Events.Any(e => more.Any(m => m.Version == e.Version && m.Stream == e.Stream))
                        )
                    )
                    .Select(r => r.Rule),
            ];

        public override string ToString() =>
            string.Join('\n', _told.Select(e => $"{e.OccurredAt:yyyy-MM-dd HH:mm} {e.Source} {e.EventType} {e.Stream} {e.Redacted}"));

        private static Sealed Text => new("key", "A256GCM", "n", "dGV4dA==");

        private static Dispositif Design =>
            new(
                Kind.PracticeAnalysis,
                Audience.Professionals,
                [Frames.Find(new("circle-8", 1))!.Pinned],
                Frames.Protocols.Offered(new("free-circle", 1))!,
                120,
                3,
                6,
                12_000,
                31,
                3,
                8
            );

        private IReadOnlyList<Judgement> Report(LedgerEntryRecorded[] more) =>
            ReadConformance.Of(new(EngagementId, _told.Count, new AsOf(), _now.AddDays(1), []), Rules, _told.Concat(more)).Rules;

        private void Do(Step step, DateTimeOffset at)
        {
            var engagement = _engagement!;
            var facilitator = step.Which % 4 == 3 ? Facilitators[step.Which % 2] : Now.Facilitator ?? Facilitators[0];
            var session = Some(step.What == 1 ? SessionState.Scheduled : SessionState.Open, step.Which);
            switch (step.What)
            {
                case 0:
                    Schedule(facilitator, at, step.Which);
                    break;
                case 1 when session is not null:
                    Open(session, facilitator, at, step.Which);
                    break;
                case 2 when session is not null:
                    Meet(
                        session,
                        Leader(session),
                        at,
                        _ => RecordAttendance.Decide(new([.. Members.Skip(step.Which % 4)]), session, Then(at), [])
                    );
                    break;
                case 3 when session is not null:
                    Close(session, at, step.Which);
                    break;
                case 4:
                    Practice(at, act => SuspendEngagement.Decide(new(new("text")), engagement, act));
                    break;
                case 5 or 6:
                    Practice(at, _ => ResumeEngagement.Decide(engagement));
                    break;
                case 7:
                    Practice(at, act => RenewEngagement.Decide(new(1 + (step.Which % 2)), engagement, act));
                    Accept(at);
                    break;
                case 8:
                    Practice(
                        at,
                        act => AmendDispositif.Decide(new(new("text"), TermMonths: 2 + (step.Which % 4)), engagement, Frames, act)
                    );
                    Accept(at);
                    break;
                case 9 when step.Which == 0:
                    Practice(at, act => EndEarly.Decide(new(new("text")), engagement, Frames, act));
                    break;
                case 10:
                    Practice(
                        at,
                        act =>
                            AssignFacilitator.Decide(
                                new(Facilitators[step.Which % 2], []),
                                engagement,
                                _files[Facilitators[step.Which % 2]],
                                _request!,
                                [_group!],
                                Frames,
                                act
                            )
                    );
                    break;
                case 11 or 12:
                    Lead(
                        engagement,
                        at,
                        Roles.Facilitator,
                        engagement.Facilitator!.Value,
                        act => AcceptCharter.Decide(new(Hash), engagement, act, _group!)
                    );
                    break;
                case 13 when _group!.Members.Count > 3:
                    var leaving = _group.Members[step.Which % _group.Members.Count].Person;
                    Lead(
                        _group,
                        at,
                        Roles.Member,
                        leaving,
                        act => LeaveGroup.Decide(new(leaving, new("text")), _group, engagement, Frames, act)
                    );
                    break;
                case 15 or 16 when Some(SessionState.Closed, step.Which) is { } held:
                    Meet(held, Leader(held), at, act => Correct(held, step.Which, act));
                    break;
                case 17:
                    Agree(at, Known[step.Which % Known.Length]);
                    var known = Known[step.Which % Known.Length];
                    var record = new PersonRecord(known) { Joined = known == Given.Id(46) ? [Facilitators[0]] : [] };
                    Lead(
                        _group!,
                        at,
                        Roles.Practice,
                        Given.Id(900),
                        act =>
                            EnrolMember.Decide(
                                new(Given.Id(60), Person: known),
                                _group!,
                                engagement,
                                Frames,
                                act,
                                new(known, record, true, false, [], [], false)
                            )
                    );
                    break;
                case 18 when engagement.Members.Select(m => m.Person).Except(engagement.Bound).FirstOrDefault() is var newcomer:
                    Lead(engagement, at, Roles.Member, newcomer, act => AcceptCharter.Decide(new(Hash), engagement, act));
                    break;
                case 14 when session is not null && step.Which % 3 == 0:
                    Meet(session, Leader(session), at, act => CancelSession.Decide(new(new("text")), session, act));
                    break;
                // What was entered wrongly: conformance shows what rested on it, and calls nothing broken that was taken before.
                case 19:
                    var over = step.Which % 2 == 0 ? _group!.Members.Take(1).Select(m => m.Person).ToList() : [];
                    Practice(
                        at,
                        act =>
                            CorrectEngagement.Decide(
                                new(CorrectionReason.Omitted, AuthorityOver: over),
                                engagement,
                                null,
                                _request!,
                                _files[engagement.Facilitator!.Value],
                                Frames,
                                act
                            )
                    );
                    break;
                case 20 when step.Which < 3:
                    var file = _files[Facilitators[1]];
                    Lead(
                        file,
                        at,
                        Roles.Practice,
                        Given.Id(900),
                        act => CorrectFacilitator.Decide(new(CorrectionReason.Mistyped, Without: Unfiled.Independence), file, null, act)
                    );
                    break;
            }
        }

        // Everybody agrees that this person joins.
        private void Agree(DateTimeOffset at, Guid joins)
        {
            Lead(
                _group!,
                at,
                Roles.Practice,
                Given.Id(900),
                act =>
                    AskStabilityException.Decide(
                        new(new("text"), StabilityChange.Joins, joins),
                        _group!,
                        _engagement!,
                        Given.Id(4000 + _told.Count),
                        act with
                        {
                            NewId = Given.Id(3000 + _told.Count),
                        },
                        new(joins, new(joins), true, false, [], [], false)
                    )
            );
            foreach (var member in _group!.Members.Select(m => m.Person).ToList())
            {
                if (_group.Exceptions is [.., var asked])
                {
                    Lead(_group, at, Roles.Member, member, act => AgreeStabilityException.Decide(asked.Id, _group, _engagement!, act));
                }
            }
        }

        // Somebody tries also where nobody leads it.
        private static Guid Leader(Session.Session session) => session.Facilitator ?? Facilitators[0];

        // One in this state, where there is one.
        private Session.Session? Some(SessionState state, int which)
        {
            var some = _sessions.Where(s => s.State == state).ToList();
            some = some.Count == 0 ? _sessions : some;
            return some.Count == 0 ? null : some[which % some.Count];
        }

        private void Schedule(Guid facilitator, DateTimeOffset at, int which)
        {
            var id = Given.Id(1000 + _sessions.Count);
            if (Occurrence.Wrong(at, _now, null) is not null)
            {
                return;
            }

            var decision = ScheduleSession.Decide(
                new(at.AddDays(which - 3)),
                Now,
                Then(at),
                _sessions.Where(s => s.State != SessionState.Cancelled).Select(s => (DateTimeOffset?)s.PlannedFor).Max(),
                Protocols,
                Act(Roles.Facilitator, facilitator, at)
            );
            if (decision.Refusal is null)
            {
                var told = decision.Facts.Select(f => Tell("session", id, f, at, $"facilitator:{facilitator}", 0)).ToList();
                _sessions.Add(Folding.Of<Session.Session>(id, told)!);
            }
        }

        private void Open(Session.Session session, Guid facilitator, DateTimeOffset at, int which)
        {
            var others = Beside(session, at);
            Explanation? explanation = which < 3 ? (Explanation)which : null;
            Decision Decide(Act act) => OpenSession.Decide(new(false, explanation), session, Now, Then(at), others, act);
            Meet(session, facilitator, at, Decide);
            if (which % 3 > 0)
            {
                session = _sessions.Single(s => s.Id == session.Id);
                Meet(session, Leader(session), at, _ => RecordAttendance.Decide(new([.. Now.Persons]), session, Then(at), []));
            }

            // One service may not have been told what the other recorded a minute before.
            if (
                Refused is null
                && session.State == SessionState.Scheduled
                && at >= session.LastOccurredAt
                && new[] { Then(at), Then(at.AddMinutes(-2)) }.All(then => then is not { IsOpen: true })
            )
            {
                var by = $"facilitator:{session.Facilitator}";
                LedgerEntryRecorded[] held =
                [
                    Entry("session", session.Id, new SessionOpened { OccurredAt = at }, by, session.Version + 1),
                    Entry("session", session.Id, new AttendanceRecorded(session.Members) { OccurredAt = at }, by, session.Version + 2),
                ];
                Refused = Passed(held);
            }
        }

        private void Close(Session.Session session, DateTimeOffset at, int which) =>
            Meet(
                session,
                Leader(session),
                at,
                act =>
                    CloseSession.Decide(
                        new(
                            30 * (1 + which),
                            [new(Axis.LackOfAutonomy, Level.Collective)],
                            Session.Model.Outcome.Change,
                            Explanation: which % 3 > 0 ? Explanation.ToldAfterwards : null
                        ),
                        session,
                        Protocols.Pinned(session),
                        false,
                        Beside(session, session.OpenedAt ?? at),
                        act
                    )
            );

        private Decision Correct(Session.Session session, int which, Act act) =>
            CorrectSession.Decide(
                new(
                    CorrectionReason.Mistyped,
                    which % 2 == 0 ? 54 * (1 + which) : null,
                    which % 3 == 0 ? [.. Members.Skip(which % 4)] : null,
                    which % 5 == 0 ? [new(Axis.LackOfAutonomy, (Level)(which % 3))] : null,
                    which % 4 == 0 ? Explanation.ToldAfterwards : null
                ),
                session,
                Now.Concluded,
                Then(session.EndedAt ?? act.OccurredAt)?.Since(session.OpenedAt is { } from ? Then(from) : null),
                [],
                act
            );

        private IReadOnlyList<Session.Session> Beside(Session.Session session, DateTimeOffset from) =>
            [.. _sessions.Where(s => s.Id != session.Id && s.OpenedAt is not null && (s.EndedAt is null || s.EndedAt > from))];

        private void Meet(Session.Session session, Guid by, DateTimeOffset at, Func<Act, Decision> decide)
        {
            var act = Act(Roles.Facilitator, by, at);
            if (
                Occurrence.Wrong(at, _now, session.LastOccurredAt) is not null
                || !session.IsVisibleTo(act.By)
                || session.ReadUntil(act.By) is not null
                || decide(act) is not { Refusal: null } decision
            )
            {
                return;
            }

            foreach (var fact in decision.Facts)
            {
                Take(session.Id, fact, at, $"facilitator:{by}");
            }
        }

        private void Take(Guid session, Fact fact, DateTimeOffset at, string actor)
        {
            var index = _sessions.FindIndex(s => s.Id == session);
            var state = _sessions[index];
            _sessions[index] = Folding.Apply(state, session, Tell("session", session, fact, at, actor, state.Version));
        }

        private void Practice(DateTimeOffset at, Func<Act, Decision> decide) =>
            Lead(_engagement!, at, Roles.Practice, Given.Id(900), decide);

        private void Accept(DateTimeOffset at)
        {
            if (_engagement!.Proposals is [.., var proposed])
            {
                var recorded = _told.Last(e => e.Redacted.Contains($"\"proposal\":\"{proposed.Id}\"", StringComparison.Ordinal)).RecordedAt;
                Practice(at, act => AcceptProposal.Decide(new(new("text")), proposed.Id, _engagement, Frames, act, recorded));
            }
        }

        private void Lead(Aggregate stream, DateTimeOffset at, string role, Guid by, Func<Act, Decision> decide)
        {
            if (
                Occurrence.Wrong(at, _now, stream.LastOccurredAt) is not null
                || decide(Act(role, by, at)) is not { Refusal: null } decision
            )
            {
                return;
            }

            foreach (var fact in decision.Facts.Concat(decision.Elsewhere.Select(e => e.Fact)))
            {
                Happen(
                    fact,
                    fact is GroupFact ? GroupId
                        : fact is RequestFact ? Given.Id(2)
                        : fact is FacilitatorFact ? stream.Id
                        : EngagementId,
                    at,
                    $"{role}:{by}"
                );
            }

            foreach (var message in decision.Messages)
            {
                Learn(message(Origin(at)));
            }
        }

        private Contracts.Origin Origin(DateTimeOffset at) => new(EngagementId, _engagement!.Version, at);

        private void Found(Fact fact, Guid stream)
        {
            _now = _now.AddHours(1);
            Happen(fact, stream, _now, $"practice:{Given.Id(900)}");
        }

        private void Happen(Fact fact, Guid stream, DateTimeOffset at, string actor)
        {
            switch (fact)
            {
                case EngagementFact:
                    _engagement = Folding.Apply(
                        _engagement,
                        stream,
                        Tell("engagement", stream, fact, at, actor, _engagement?.Version ?? 0)
                    );
                    break;
                case GroupFact:
                    _group = Folding.Apply(_group, stream, Tell("engagement", stream, fact, at, actor, _group?.Version ?? 0));
                    break;
                case RequestFact:
                    _request = Folding.Apply(_request, stream, Tell("engagement", stream, fact, at, actor, _request?.Version ?? 0));
                    break;
                default:
                    var file = _files.GetValueOrDefault(stream);
                    _files[stream] = Folding.Apply(file, stream, Tell("engagement", stream, fact, at, actor, file?.Version ?? 0));
                    break;
            }
        }

        // What Session learns, at once.
        private void Learn(object message)
        {
            MandateFact? told = message switch
            {
                V1.GroupSealed m => SealingNoted.Of(m),
                V1.EngagementActivated m => ActivationNoted.Of(m),
                V1.TermsChanged m => TermsNoted.Of(m),
                V1.EngagementSuspended m => new SuspensionNoted(m.Engagement, m.Origin),
                V1.EngagementResumed m => new ResumptionNoted(m.Engagement, m.Origin),
                V1.EngagementRenewed m => new RenewalNoted(m.Engagement, m.Until, m.Origin),
                V1.EngagementEndedEarly m => new EarlyEndNoted(m.Engagement, m.Origin),
                V1.FacilitatorAssigned m => new AssignmentNoted(m.Engagement, m.Facilitator, m.Origin),
                V1.FacilitatorRelieved m => new ReliefNoted(m.Engagement, m.Origin),
                V1.MemberLeft m => new DepartureNoted(m.Engagement, m.Person, m.Origin),
                V1.MemberEnrolled m => new EnrolmentNoted(m.Engagement, new(m.Member.Person), m.Origin),
                _ => null,
            };
            if (told is null)
            {
                return;
            }

            var fact = told with { OccurredAt = told.Origin.OccurredAt };
            _mandate.Add(fact);
            if (fact is AssignmentNoted or ReliefNoted or DepartureNoted or EnrolmentNoted)
            {
                foreach (var session in _sessions.Where(s => !s.IsAhead).ToList())
                {
                    foreach (var left in session.LeftBy(Now))
                    {
                        Take(session.Id, new ReaderLeft(left), fact.OccurredAt, "message:engagement");
                    }

                    if (session.Gone.FirstOrDefault(g => g.Person == Now.Facilitator) is { } returned)
                    {
                        Take(session.Id, new ReaderReturned(returned.Person), fact.OccurredAt, "message:engagement");
                    }
                }

                foreach (var session in _sessions.Where(s => s.IsAhead).ToList())
                {
                    Take(session.Id, new GroupChanged(Now.Persons, Now.Facilitator), fact.OccurredAt, "message:engagement");
                }
            }
        }

        private Mandate Now => Folding.Of<Mandate>(GroupId, _mandate)!;

        private Mandate? Then(DateTimeOffset at) => Folding.Of<Mandate>(GroupId, _mandate.Where(f => f.OccurredAt <= at));

        private Act Act(string role, Guid by, DateTimeOffset at) =>
            Given.Act(role, by, at) with
            {
                Stream = EngagementId,
                Now = _now,
                Seal = (_, _) => Text,
            };

        private Fact Tell(string source, Guid stream, Fact fact, DateTimeOffset at, string actor, long version)
        {
            var timed = fact with { OccurredAt = at };

            // The facts of one decision begin a session one after the other.
            version = version == 0 && source == "session" ? _told.Count(e => e.Stream == stream) : version;
            _told.Add(Entry(source, stream, timed, actor, version + 1));
            return timed;
        }

        private LedgerEntryRecorded Entry(string source, Guid stream, Fact fact, string actor, long version)
        {
            var type = fact.GetType();
            var redacted = Canonical.Redacted(JsonSerializer.SerializeToElement(fact, type, FactJson.Options));
            return new(
                source,
                _told.Count + 1,
                EngagementId,
                stream,
                FactTypes.StreamType(type),
                version,
                FactTypes.Alias(type),
                $"{_told.Count:D14}.000000",
                fact.OccurredAt,
                _now,
                actor,
                redacted,
                Canonical.Hash(redacted)
            );
        }
    }
}
