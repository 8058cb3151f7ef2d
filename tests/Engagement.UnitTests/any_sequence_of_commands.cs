using CsCheck;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Diagnosis;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>Whatever is asked in whatever order, by whomever, an engagement and its group never reach a state that the rules forbid,
/// and every refusal by a rule names it.</summary>
public class any_sequence_of_commands
{
    private static readonly string[] Frames =
    [
        "team",
        "managers",
        "narrator",
        "esms-analysis",
        "esms-supervision",
        "esms-regulation",
        "cadre",
        "open",
    ];

    private static readonly Gen<(int Frame, int[] Steps)> Plays = Gen.Select(
        Gen.Int[0, Frames.Length - 1],
        Gen.Frequency((5, Gen.Const(-1)), (3, Gen.Int[0, 37])).Array[10, 70]
    );

    [Fact]
    public void keeps_to_the_rules()
    {
        Plays.Sample(
            (frame, steps) =>
            {
                var play = new Play(Frames[frame]);
                foreach (var step in steps)
                {
                    play.Do(step);
                    play.Check();
                }
            },
            iter: 1_000
        );
    }

    // Chance that never gets anywhere would prove nothing: the way ahead that it takes most of its steps on does get there.
    [Theory]
    [InlineData("team")]
    [InlineData("narrator")]
    [InlineData("esms-analysis")]
    [InlineData("esms-supervision")]
    public void the_way_ahead_leads_to_the_activation(string frame)
    {
        var play = new Play(frame);
        for (var step = 0; step < 120 && play.State != EngagementState.Active; step++)
        {
            play.Do(-1);
        }

        play.State.ShouldBe(EngagementState.Active);
    }

    [Fact]
    public void keeps_a_request_to_the_rules() =>
        Gen.Select(Gen.Int[0, 4], Gen.Enum<Kind>())
            .Array[1, 10]
            .Sample(
                steps =>
                {
                    var practice = Story.Act();
                    var request = Given.Facts<Request>(new RequestSubmitted(Given.Id(20), Demand.Relation, Story.Text(), Given.Id(1)));
                    foreach (var (step, kind) in steps)
                    {
                        var before = request;
                        var decision = step switch
                        {
                            0 => QualifyRequest.Decide(new(kind, new("text")), request, practice),
                            1 => DeclineRequest.Decide(new(new("text")), request, practice),
                            2 => WithdrawRequest.Decide(new(new("text")), request, practice),
                            3 => OpenEngagement.Decide(request, null, practice),
                            _ => Decision.Nothing,
                        };
                        foreach (var fact in Told(decision).Concat(decision.Elsewhere.Select(e => e.Fact)).OfType<RequestFact>())
                        {
                            request = Folding.Apply(request, request.Id, fact);
                        }

                        (before.State is RequestState.Submitted or RequestState.Qualified || request.State == before.State).ShouldBeTrue(
                            "what was decided of a request stays so"
                        );
                        (request.State != RequestState.Converted || request.Kind is not null).ShouldBeTrue("a person decided the kind");
                    }
                },
                iter: 300
            );

    [Fact]
    public void keeps_a_practices_frame_to_the_rules() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[0, 9])
            .Array[1, 10]
            .Sample(
                steps =>
                {
                    var own = Story.Frame("maison", new() { Size = new("practice", 3, 5) }) with { Source = "practice", Title = "Ours" };
                    var set = Given.Facts<PolicySet>(new PolicySetDrafted(own));
                    foreach (var (step, size) in steps)
                    {
                        var before = set;
                        var revised = own with { Rules = own.Rules with { Size = new("practice", size, 5) } };
                        foreach (
                            var fact in Told(
                                step switch
                                {
                                    0 => ReviseFrame.Decide(new(revised), set, Story.Frames),
                                    1 => PublishFrame.Decide(set, Story.Frames),
                                    2 => WithdrawFrame.Decide(set),
                                    _ => DeprecateFrame.Decide(new(new("text")), set, Story.Act()),
                                }
                            )
                        )
                        {
                            set = Folding.Apply(set, set.Id, fact);
                        }

                        (before.State == PolicySetState.Draft || set.Frame == before.Frame).ShouldBeTrue("what is published is immutable");
                        Policies.Of(set.Frame).Conflict().ShouldBeNull("what nothing can satisfy is not kept");
                    }
                },
                iter: 300
            );

    [Fact]
    public void keeps_a_facilitators_file_to_the_rules() =>
        Gen.Int[0, 6]
            .Array[1, 10]
            .Sample(
                steps =>
                {
                    var file = Given.Facts<Model.Facilitator>(new Model.FacilitatorRegistered(null));
                    foreach (var step in steps)
                    {
                        var before = file;
                        foreach (
                            var fact in Told(
                                step switch
                                {
                                    0 => EvidenceQualification.Decide(new(Qualification.Training, new("text")), Story.Act()),
                                    1 => DeclareIndependence.Decide(file),
                                    2 => CorrectFacilitator.Decide(new(CorrectionReason.Mistyped, new(1, true)), file, null, Story.Act()),
                                    3 => CorrectFacilitator.Decide(
                                        new(CorrectionReason.Mistyped, Without: Unfiled.Independence),
                                        file,
                                        null,
                                        Story.Act()
                                    ),
                                    _ => Decision.Nothing,
                                }
                            )
                        )
                        {
                            file = Folding.Apply(file, file.Id, fact);
                        }

                        (
                            file.Evidence.Count >= before.Evidence.Count
                            && (file.IsIndependent || !before.IsIndependent || file.Corrections.Count > before.Corrections.Count)
                        ).ShouldBeTrue("a file only grows, but for what is put right and says so");
                    }
                },
                iter: 200
            );

    [Fact]
    public void keeps_establishments_and_what_runs_with_them_to_the_rules() =>
        Gen.Select(Gen.Int[0, 9], Gen.Int[0, 2], Gen.Int[0, 2])
            .Array[1, 18]
            .Sample(
                steps =>
                {
                    var houses = Enumerable
                        .Range(0, 3)
                        .Select(n =>
                            Folding.Of<Establishment>(House(n), [new EstablishmentRegistered("IME", Given.Siret(n), null, "health")])!
                        )
                        .ToList();
                    var engagement = Given.Facts<Engagement>(
                        new EngagementOpened(Given.Id(2), House(0), Kind.PracticeAnalysis),
                        new EstablishmentJoined(House(1))
                    );
                    var (now, agreed) = (Given.Now, new HashSet<(Guid House, Guid Successor)>());
                    foreach (var (step, which, other) in steps)
                    {
                        var (house, beside, before) = (houses[which], houses[other], houses.ToList());
                        now = now.AddDays(step);
                        Act By(Establishment one) => Given.Act(Roles.Establishment, at: now, establishment: one.Id);
                        var concerned = new Concerned(
                            houses.SingleOrDefault(h => h.Id == house.Announced?.Successor),
                            engagement.Establishments().Contains(house.Id) ? [engagement] : [],
                            new Dictionary<Guid, Rule>()
                        );
                        var decision = step switch
                        {
                            0 => SucceedEstablishment.Decide(
                                new(beside.Id, DateOnly.FromDateTime(Given.Now.UtcDateTime), SuccessionReason.Merged),
                                house,
                                beside,
                                Story.Act(at: now)
                            ),
                            3
                                when house.Announced is { } announced
                                    && (other == 0 ? announced.From : announced.ContestableUntil) is { } due => Successions.Decide(
                                new(house.Id, due),
                                house,
                                concerned
                            ),
                            4 => ObjectToSuccession.Decide(house, By(beside)),
                            5 or 6 => AcceptSuccession.Decide(new(), false, house, concerned, By(beside)),
                            7 => AcceptSuccession.Decide(new(new("Lettre du 3 mars")), false, house, concerned, Story.Act(at: now)),
                            8 => ConfirmSuccession.Decide(false, house, concerned, By(beside)),
                            1 => CorrectEstablishment.Decide(
                                new(CorrectionReason.Mistyped, Siret: Given.Siret(10 + other)),
                                house,
                                houses.FirstOrDefault(h => h.Id != house.Id && h.Siret == Given.Siret(10 + other))?.Id,
                                Story.Act()
                            ),
                            2 => CorrectEstablishment.Decide(new(CorrectionReason.Omitted, Territory: "38"), house, null, Story.Act()),
                            _ => Decision.Nothing,
                        };
                        foreach (var fact in Told(decision))
                        {
                            houses[which] = Folding.Apply(houses[which], house.Id, fact);
                            if (fact is SuccessionAccepted accepted)
                            {
                                agreed.Add((house.Id, accepted.Successor));
                            }
                            else if (fact is SuccessionObjected or SuccessionWithdrawn)
                            {
                                agreed.RemoveWhere(a => a.House == house.Id);
                            }
                            else if (fact is EstablishmentSucceeded succeeded)
                            {
                                agreed.ShouldContain((house.Id, succeeded.Successor), "nobody pays without having agreed");
                            }
                        }

                        foreach (var (stream, fact) in decision.Elsewhere.Select(e => (e.Stream.Id, e.Fact)))
                        {
                            if (fact is EngagementFact)
                            {
                                engagement = Folding.Apply(engagement, stream, fact);
                                continue;
                            }

                            var at = houses.FindIndex(h => h.Id == stream);
                            houses[at] = Folding.Apply(houses[at], stream, fact);
                        }

                        houses
                            .Where(h => h.Succession is not null)
                            .ShouldAllBe(h => Last(houses, h).Succession == null, "no house succeeds itself");
                        houses
                            .SelectMany(h => h.Predecessors.Select(p => (p.Establishment, By: h.Id)))
                            .ShouldBe(
                                houses.Where(h => h.Succession is not null).Select(h => (h.Id, By: h.Succession!.Establishment)),
                                ignoreOrder: true
                            );
                        houses.Select(h => h.Siret).ShouldBeUnique();
                        before
                            .Zip(houses)
                            .ShouldAllBe(
                                h => h.First.Details == h.Second.Details || h.Second.Corrections.Count > h.First.Corrections.Count,
                                "what is put right says so"
                            );
                        engagement
                            .Establishments()
                            .ShouldAllBe(e => houses.Single(h => h.Id == e).Succession == null, "what runs is of a house that stands");
                        engagement.Establishments().ShouldBeUnique();
                    }
                },
                iter: 500
            );

    private static Guid House(int number) => Given.Id(60 + number);

    private static Establishment Last(List<Establishment> houses, Establishment house)
    {
        for (var step = 0; step < houses.Count && house.Succession is { } succession; step++)
        {
            house = houses.Single(h => h.Id == succession.Establishment);
        }

        return house;
    }

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

    /// <summary>One engagement with one group, and the next step ahead.</summary>
    private sealed class Play(string frame)
    {
        private readonly Frame _frame = Story.Frames.Newest(frame)!;
        private Engagement _engagement = Story.Of(Story.Opened, new FacilitatorAssigned(Story.Facilitator));
        private Group? _group;
        private readonly HashSet<Guid> _left = [];

        // Whom the practice knows: those who were enrolled, the facilitator, and two from elsewhere.
        private readonly List<Guid> _known = [Story.Facilitator, Given.Id(5_001), Given.Id(5_002)];
        private readonly Dictionary<Guid, PersonRecord> _records = [];
        private Guid _payer = Story.Establishment;
        private int _people = 40;
        private int _ahead;

        public EngagementState State => _engagement.State;

        public void Do(int step)
        {
            var next = step >= 0 ? step : Ahead();
            var decision = Decide(next);
            if (Told(decision).Count == 0 && decision.Elsewhere.Count == 0)
            {
                return;
            }

            Take(decision);
        }

        public void Check()
        {
            var e = _engagement;
            if (e.State is EngagementState.Active or EngagementState.Suspended or EngagementState.Concluding or EngagementState.Concluded)
            {
                e.Charter.ShouldNotBeNull();
                e.Dispositif.ShouldNotBeNull();
                e.Groups.ShouldAllBe(g => g.Sealed);
                (_frame.Rules.ManagementCommitment is null || e.IsCommitted).ShouldBeTrue();
                (_frame.Rules.JointValidation is null || e.Protagonists.All(p => p.Validated)).ShouldBeTrue();
            }

            _payer = e.State <= EngagementState.Designing ? e.Establishment : _payer;
            e.Establishment.ShouldBe(_payer, "who agreed pays, whatever is corrected");
            e.Establishments().ShouldBeUnique();

            e.Proposals.Count(p => p.Dispositif is not null).ShouldBeLessThanOrEqualTo(1);
            e.Proposals.Count(p => p.Months is not null).ShouldBeLessThanOrEqualTo(1);
            if (e.Dispositif is { RateCents: 11_000 })
            {
                e.Accepted.ShouldContain(a => a.What == Accepted.Amendment, "no rate changes by the practice's word alone");
            }

            if (e.State == EngagementState.Concluded)
            {
                (e.Course.FinalBilan is not null || e.Course.FinalNegotiationFailed).ShouldBeTrue();
            }

            foreach (var (person, record) in _records)
            {
                record.Joined.ShouldAllBe(o => _records[o].Joined.Contains(person), "found from both");
                record.Joined.SelectMany(o => _records[o].Joined).Except([person]).ShouldBeSubsetOf(record.Joined);
                (e.HasMember(person) && record.Joined.Any(e.HasMember)).ShouldBeFalse("one person is in an engagement once");
                (e.HasMember(person) && record.Joined.Contains(Story.Facilitator)).ShouldBeFalse("nobody facilitates themself");
            }

            if (_group is { } g)
            {
                var policies = Policies.Of(_frame);
                g.Members.Count.ShouldBeLessThanOrEqualTo(policies.Of(FrameRule.SizeMaximum)?.Value ?? 12);
                g.Members.Select(m => m.Person).ShouldBeUnique();
                g.Members.Select(m => m.Person).ShouldNotContain(Story.Facilitator);
                (
                    g.Members.Count == 0
                    || _frame.Rules.Composition?.Value != Composition.OneInstitution
                    || g.Members.Select(m => m.Institution).Distinct().Count() == 1
                ).ShouldBeTrue();
                (
                    _frame.Rules.Composition?.Value != Composition.DistinctInstitutions
                    || g.Members.Select(m => m.Institution).Distinct().Count() == g.Members.Count
                ).ShouldBeTrue();
                e.Members.Select(m => m.Person).ShouldBe(g.Members.Select(m => m.Person), ignoreOrder: true);
                g.Departures.Where(d => d.State == DepartureState.Announced).Select(d => d.Person).ShouldBeUnique();
                g.Departures.Where(d => d.State == DepartureState.Announced).ShouldAllBe(d => g.HasMember(d.Person));
                g.Departures.Where(d => d.State == DepartureState.Effective).ShouldAllBe(d => !g.HasMember(d.Person));
                g.Departures.Where(d => d.ByAgreement && d.State == DepartureState.Effective && d.Answers.Count == 0)
                    .ShouldAllBe(d => _left.Contains(d.Person), "nobody departs unheard where the group's agreement is asked for");
            }
        }

        // The way ahead: what comes next where everything is done in order.
        private int Ahead()
        {
            int[] way = [0, 1, 2, 3, 4, 5, 6, 7, .. Enumerable.Repeat(8, 8), 9, 10, 11, 12, 13, 14, 15];
            return way[_ahead++ % way.Length];
        }

        private Decision Decide(int step)
        {
            var e = _engagement;
            var practice = Story.Act();
            var member = _group?.Members.Count > 0 ? _group.Members[_ahead % _group.Members.Count].Person : Given.Id(40);
            var institution = _frame.Rules.Composition?.Value == Composition.OneInstitution ? Given.Id(51) : Given.Id(100 + _people);
            return step switch
            {
                0 => StartDiagnosis.Decide(e),
                1 => HearProtagonist.Decide(new(Capacity.Team), e, practice with { NewId = Given.Id(_people + 500) }),
                2 => RecordFinding.Decide(new(new("text"), FindingLevel.Collective), e, practice),
                3 => _frame.Kind == e.Kind
                    ? RestituteDiagnosis.Decide(new(new("text")), e, practice)
                    : RedirectKind.Decide(new(_frame.Kind, new("text")), e, practice),
                4 => _frame.Rules.JointValidation is null
                    ? RestituteDiagnosis.Decide(new(new("text")), e, practice)
                    : ProposeProcess.Decide(new(new("text")), e, practice),
                5 => ProposeDispositif.Decide(Design(), e, File(), Story.Frames, practice),
                6 => AgreeDispositif.Decide(new(), e, Story.Frames, Story.Payer()),
                7 => _group is null ? ConstituteGroup.Decide(new("A"), e, practice with { Stream = Story.GroupId }) : Decision.Nothing,
                8 => _group is null
                    ? Decision.Nothing
                    : EnrolMember.Decide(
                        new(institution, "C", Volunteers: true),
                        _group,
                        e,
                        Story.Frames,
                        practice with
                        {
                            NewId = Given.Id(_people + 1_000),
                        }
                    ),
                9 => _group is null ? Decision.Nothing : AllConfirm(),
                10 => _group is null ? Decision.Nothing : SealGroup.Decide(_group, e, Story.Frames, practice),
                11 => ProposeCharter.Decide(new(new("text"), [OutwardItem.Bilans]), e, Story.Clauses, practice),
                12 => AllAccept(),
                13 => RatifyCharter.Decide(e, Story.Frames, practice),
                14 => SignCommitment.Decide(e, Story.Payer()),
                15 => ActivateEngagement.Decide(e, Story.Frames, practice),
                16 => e.Protagonists.Count == 0
                    ? Decision.Nothing
                    : ValidateProcess.Decide(e.Protagonists[_ahead % e.Protagonists.Count].Id, e),
                17 => _group is null || !_group.HasMember(member)
                    ? Decision.Nothing
                    : LeaveGroup.Decide(new(member, new("text")), _group, e, Story.Frames, Story.Act(Roles.Member, member)),
                18 => _group is null || !_group.HasMember(member)
                    ? Decision.Nothing
                    : RevokeVolunteering.Decide(_group, e, Story.Act(Roles.Member, member)),
                19 => SuspendEngagement.Decide(new(new("text")), e, practice),
                20 => ResumeEngagement.Decide(e),
                21 => EndEarly.Decide(new(new("text")), e, Story.Frames, practice),
                22 => ConcludeEngagement.Decide(e, Story.Frames, practice),
                23 => AmendDispositif.Decide(
                    new(new("text"), RateCents: _ahead % 2 == 0 ? 11_000 : 20_000),
                    e,
                    Story.Frames,
                    practice with
                    {
                        NewId = Given.Id(_people + 3_000),
                    }
                ),
                25 => _group is null
                    ? Decision.Nothing
                    : RecordDeparture.Decide(
                        new(member, DepartureReason.LongAbsence),
                        _group,
                        e,
                        Story.Frames,
                        practice with
                        {
                            NewId = Given.Id(_people + 2_000),
                        }
                    ),
                26 => Departing() is { } departing
                    ? ObjectToDeparture.Decide(new(new("text")), departing.Id, _group!, Story.Act(Roles.Member, member))
                    : Decision.Nothing,
                27 => Departing() is { } departing
                    ? AgreeToDeparture.Decide(departing.Id, _group!, e, Story.Act(Roles.Member, member))
                    : Decision.Nothing,
                28 => Departing() is { } departing
                    ? DepartureRules.Decide(new(_group!.Id, departing.Id, departing.Until), _group, e, departing.Until)
                    : Decision.Nothing,
                29 => e.Proposals.Count == 0
                    ? Decision.Nothing
                    : AcceptProposal.Decide(
                        new(_ahead % 3 == 0 ? new("devis") : null),
                        e.Proposals[0].Id,
                        e,
                        Story.Frames,
                        _ahead % 2 == 0 ? practice : Story.Payer()
                    ),
                30 => RenewEngagement.Decide(new(6), e, practice with { NewId = Given.Id(_people + 4_000) }),
                31 => _group is null
                    ? Decision.Nothing
                    : EnrolMember.Decide(
                        new(institution, Volunteers: true, Person: Some(_ahead)),
                        _group,
                        e,
                        Story.Frames,
                        practice,
                        File(Some(_ahead))
                    ),
                32 => JoinPersons.Decide(false, Files(Some(_ahead)), Files(Some(_people)), practice),
                33 => PartPersons.Decide(
                    Some(_ahead),
                    false,
                    _records.GetValueOrDefault(Some(_ahead)),
                    [.. Files(Some(_ahead)).Skip(1).Select(f => f.Record)],
                    practice
                ),
                34 => Correct(new(CorrectionReason.Mistyped, e.Establishment == Elsewhere.Id ? Story.Establishment : Elsewhere.Id)),
                35 => e.State < EngagementState.Active && _ahead % 2 == 0
                    ? JoinEstablishment.Decide(new(Elsewhere.Id), e, Elsewhere, File(), Story.Frames)
                    : Correct(new(CorrectionReason.Mistyped, NotJoined: Elsewhere.Id)),
                37 => e.Accepted.Count == 0
                    ? Decision.Nothing
                    : ContestAcceptance.Decide(
                        new(new("text")),
                        e.Accepted[_ahead % e.Accepted.Count].Proposal,
                        e,
                        Story.Frames,
                        Story.Payer()
                    ),
                36 => Correct(new(CorrectionReason.Omitted, AuthorityOver: e.AuthorityOver.Count > 0 ? [] : [member])),
                _ => e.State == EngagementState.Active && _ahead % 3 == 0
                    ? Decision.Of(new NegotiationFailureNoted(true, new(Given.Id(70), 1, Given.Now)))
                    : Decision.Nothing,
            };
        }

        private Guid Some(int which) => _known[which % _known.Count];

        private IReadOnlyList<PersonsFile> Files(Guid person) => [.. File(person).Records.Select(File)];

        private PersonsFile File(Guid person) =>
            new(
                person,
                _records.GetValueOrDefault(person) ?? new(person) { Id = PersonStreams.Asked(person) },
                true,
                false,
                _group?.HasMember(person) is true ? [new(_group, _engagement)] : [],
                [_engagement],
                person == Story.Facilitator
            );

        private static readonly Establishment Elsewhere = Folding.Of<Establishment>(
            Given.Id(21),
            [new EstablishmentRegistered("IME", Given.Siret(1), null, "health")]
        )!;

        private Decision Correct(CorrectEngagement command) =>
            CorrectEngagement.Decide(
                command,
                _engagement,
                command.Establishment is null ? null : Elsewhere,
                Given.Facts<Request>(new RequestSubmitted(_engagement.Establishment, Demand.Relation, Story.Text(), Given.Id(1))),
                File(),
                Story.Frames,
                Story.Act()
            );

        private Departure? Departing() => _group?.Departures.FirstOrDefault(d => d.State == DepartureState.Announced);

        private ProposeDispositif Design() =>
            new(
                _engagement.Kind,
                _frame.Audiences[0],
                [_frame.Pin],
                _frame.Rules.Protocol is { } p ? new(p.Name, p.Version) : new("free-circle", 1),
                120,
                12,
                12,
                12_000,
                30
            );

        private static Model.Facilitator File() =>
            Folding.Of<Model.Facilitator>(
                Story.Facilitator,
                [
                    new Model.FacilitatorRegistered(null),
                    new Model.QualificationEvidenced(Qualification.ManagerialExperience, Story.Text(), 10),
                    new Model.QualificationEvidenced(Qualification.FieldExperience, Story.Text(), 10),
                ]
            )!;

        private Decision AllConfirm() =>
            Decision.Of([.. _group!.Members.Where(m => !m.Confirmed).Select(m => new VolunteeringConfirmed(m.Person))]);

        private Decision AllAccept() =>
            _engagement is { Charter: { } charter, State: EngagementState.Chartering or EngagementState.Active }
                ? Decision.Of([
                    .. _engagement
                        .Members.Select(m => m.Person)
                        .Append(Story.Facilitator)
                        .Except(charter.AcceptedBy)
                        .Select(p => new CharterAccepted(p, charter.TextHash)),
                ])
                : Decision.Nothing;

        private void Take(Decision decision)
        {
            _people++;
            foreach (var fact in decision.Facts)
            {
                if (fact is PersonFact said)
                {
                    Say(said);
                }
                else if (fact is GroupFact)
                {
                    _known.AddRange(fact is MemberEnrolled enrolled && !_known.Contains(enrolled.Person) ? [enrolled.Person] : []);
                    _left.UnionWith(fact is MemberLeft { Departure: null } left ? [left.Person] : []);
                    _left.UnionWith(fact is VolunteeringRevoked revoked ? [revoked.Person] : []);
                    _group = Folding.Apply(_group, Story.GroupId, fact);
                }
                else
                {
                    Happen(fact);
                }
            }

            foreach (var (_, fact) in decision.Elsewhere.Where(o => o.Fact is EngagementFact))
            {
                Happen(fact);
            }

            foreach (var said in decision.Elsewhere.Select(o => o.Fact).OfType<PersonFact>())
            {
                Say(said);
            }
        }

        private void Say(PersonFact fact)
        {
            var person = fact is PersonsJoined joined ? joined.Person : ((PersonsParted)fact).Person;
            _records[person] = Folding.Apply(_records.GetValueOrDefault(person), PersonStreams.Asked(person), fact);
        }

        private void Happen(Fact fact)
        {
            var after = Folding.Apply(_engagement, _engagement.Id, fact);
            Story.Readers.Check(_engagement, after, fact);
            _engagement = after;
        }
    }
}
