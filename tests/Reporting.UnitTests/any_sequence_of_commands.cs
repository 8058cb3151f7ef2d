using System.Text.Json;
using System.Text.Json.Nodes;
using CsCheck;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Conformance;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;
using PracticeAnalysis.Reporting.Negotiation.Syntheses;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Whatever is asked in whatever order, by whomever, a bilan or a synthesis never reaches a state that the rules forbid,
/// and every refusal by a rule names it.</summary>
public class any_sequence_of_commands
{
    private static readonly Guid[] People = [Story.Facilitator, .. Story.Members];

    private static readonly Gen<(bool Final, Approval Approval, (int Step, int Who, int What)[] Steps)> Plays = Gen.Select(
        Gen.Bool,
        Gen.Enum<Approval>(),
        Gen.Select(Gen.Frequency((2, Gen.Const(-1)), (3, Gen.Int[0, 17])), Gen.Int[0, 2], Gen.Int[0, 9]).Array[10, 50]
    );

    [Fact]
    public void keeps_a_bilan_to_the_rules()
    {
        Plays.Sample(
            (final, approval, steps) =>
            {
                var play = new BilanPlay(final, approval);
                foreach (var (step, who, what) in steps)
                {
                    play.Do(step, People[who], what);
                    play.Check();
                }
            },
            iter: 1_000
        );
    }

    [Fact]
    public void keeps_a_synthesis_to_the_rules()
    {
        Plays.Sample(
            (_, approval, steps) =>
            {
                var play = new SynthesisPlay(approval);
                foreach (var (step, who, what) in steps)
                {
                    play.Do(step, People[who], what);
                    play.Check();
                }
            },
            iter: 1_000
        );
    }

    // Chance that never gets anywhere would prove nothing: the way ahead that it takes most of its steps on does get there.
    [Fact]
    public void the_way_ahead_leads_to_the_publication()
    {
        var bilan = new BilanPlay(true, Approval.FacilitatorAndEveryMember);
        var synthesis = new SynthesisPlay(Approval.FacilitatorAndEveryMember);
        for (var step = 0; step < 10; step++)
        {
            bilan.Do(-1, Story.Facilitator, 0);
            synthesis.Do(-1, Story.Facilitator, 0);
        }

        bilan.State.ShouldBe(BilanState.Published);
        synthesis.State.ShouldBe(SynthesisState.Published);
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

    // What was taken is judged to have kept the rules, by who judges apart.
    private static void Judged(IReadOnlyList<Line> told)
    {
        string[] rules = ["approval", "own-objection", "told-twice", "approval-on-exact-text", "facilitator-approves"];
        Chronicle
            .Report(told)
            .Rules.Where(r => rules.Contains(r.Rule) && r.Verdict == Verdict.Broken)
            .SelectMany(r => r.Breaches.Select(b => $"{r.Rule}: {b.What}"))
            .ShouldBeEmpty();
    }

    private static Line Say(string of, Fact fact, Guid by) =>
        new(
            "reporting",
            of,
            Given.Id(1),
            FactTypes.Alias(fact.GetType()),
            JsonNode.Parse(Canonical.Redacted(JsonSerializer.SerializeToElement(fact, fact.GetType(), FactJson.Options)))!.AsObject(),
            $"member:{by}",
            fact.OccurredAt
        );

    private static readonly Actor[] Reading =
    [
        .. People.Select(p => Story.Act(p).By),
        new("cabinet", Roles.Practice, Given.Id(900)),
        new("cabinet", Roles.Establishment, Given.Id(901), Story.Establishment),
    ];

    private sealed class BilanPlay(bool final, Approval approval)
    {
        private static readonly Seeing<Bilan> Readers = new(BilanView.Of, Reading);
        private Bilan _bilan = Story.Of(Story.Drafted(final) with { Approval = approval });
        private readonly List<Line> _told = [Say("bilan", Story.Drafted(final) with { Approval = approval }, Story.Facilitator)];
        private string? _agreedText;
        private int _ids = 1_000;
        private DateTimeOffset _now = Given.Now;

        public BilanState State => _bilan.State;

        public void Do(int step, Guid who, int what)
        {
            _now = _now.AddDays(what);
            var before = _bilan;
            if (!before.IsVisibleTo(Story.Act(who).By))
            {
                // To who left, the route answers that there is no such bilan.
                return;
            }

            foreach (var fact in Told(step < 0 ? Ahead() : Decide(step, who, what)).Select(f => f with { OccurredAt = _now }))
            {
                if (fact is BilanAgreed)
                {
                    before.State.ShouldBe(BilanState.Locked);
                    before.IsBlocked.ShouldBeFalse("an objection blocks");
                    before.Approvals.ShouldContain(before.Facilitator!.Value, "nothing is agreed while nobody leads");
                    var silent = before.Undecided.ToList();
                    before.TookPart!.ShouldAllBe(g => g.Members.Any(before.Approvals.Contains), "a member of each group agrees");
                    (((BilanAgreed)fact).NotReached ?? []).ShouldBe(silent, "who did not decide is said, the erased among them");
                    (
                        silent.Count == 0
                        || (before.Approval == Approval.FacilitatorAndMajority && before.Notices.Count > 1)
                        || (before.HasLapsed(_now) && before.Approvals.Count > 1)
                    ).ShouldBeTrue("nobody is passed over before a deadline of which they were told twice");
                    _agreedText = before.HashOfText();
                    before.TextHash.ShouldBe(_agreedText, "what is agreed is the exact text");
                }

                if (fact is NegotiationFailed)
                {
                    before.HasLapsed(_now).ShouldBeTrue("nobody alone ends a negotiation");
                    before.Notices[0].AddDays(14).ShouldBeLessThanOrEqualTo(before.Deadline!.Value);
                }

                if (fact is ContentLocked)
                {
                    before.NamedWithoutConsent.ShouldBeEmpty("nobody is named without their agreement");
                }

                var after = Folding.Apply(_bilan, _bilan.Id, fact);
                Readers.Check(_bilan, after, fact);
                after
                    .Objections.Where(o => !o.Stands && _bilan.Objections.Any(x => x.Id == o.Id && x.Stands))
                    .ShouldAllBe(
                        o => o.Withdrawn || (fact is ContentLocked && _bilan.State == BilanState.Draft),
                        "an erasure takes no objection away"
                    );
                _bilan = after;
                _told.Add(Say("bilan", fact, who));
                if (fact is BilanAgreed or NegotiationFailed)
                {
                    Judged(_told);
                }
            }
        }

        public void Check()
        {
            var b = _bilan;
            b.Approvals.Concat(b.Dissents).ShouldBeUnique();
            b.Approvals.Except(b.Parties).ShouldBeEmpty();
            b.Dissents.ShouldNotContain(b.Facilitator ?? Guid.Empty);
            (b.State != BilanState.Locked || b.TextHash == b.HashOfText()).ShouldBeTrue("the hash is of the text there is");
            (b.State != BilanState.Draft || b.Approvals.Count == 0).ShouldBeTrue("an amendment voids the approvals");
            (b.Final || b.Orientations.Count == 0).ShouldBeTrue();
            (!b.Handed || b.IsAgreed || b.State == BilanState.Failed).ShouldBeTrue("nothing is handed over before it is agreed");
            (b.Observations.Count == 0 || b.State == BilanState.Published).ShouldBeTrue(
                "what is published is answered, and nothing before"
            );
            b.Observations.Count.ShouldBeLessThan(6);
            if (b.IsAgreed)
            {
                b.HashOfText().ShouldBe(_agreedText, "what is agreed stays as it is");
            }
        }

        private Decision Ahead()
        {
            var b = _bilan;
            return b.State switch
            {
                BilanState.Draft when b.Amendments.FirstOrDefault(a => a.State == AmendmentState.Proposed) is { } waiting =>
                    AcceptAmendment.Decide(waiting.Id, b),
                BilanState.Draft when b.NamedWithoutConsent.Any() => AgreeToBeNamed.Decide(b, Story.Act(b.NamedWithoutConsent.First())),
                BilanState.Draft => Story.Lock(new(), b, Story.Act()),
                BilanState.Locked when b.Parties.Except(b.Approvals).Except(b.Dissents).Cast<Guid?>().FirstOrDefault() is { } next =>
                    ApproveBilan.Decide(new(b.TextHash!), b, Story.Act(next)),
                BilanState.Locked => Story.Agree(b, [Story.Group()], _now),
                _ => PublishBilan.Decide(b, [Story.Group()], NamesFound.None),
            };
        }

        private Decision Decide(int step, Guid who, int what)
        {
            var b = _bilan;
            var act = Story.Act(who, _now) with { NewId = Given.Id(++_ids) };
            var hash = what < 8 ? b.TextHash ?? "h" : "other";
            var amendment = b.Amendments.Count == 0 ? Given.Id(3) : b.Amendments[what % b.Amendments.Count].Id;
            var objection = b.Objections.Count == 0 ? Given.Id(3) : b.Objections[what % b.Objections.Count].Id;
            return step switch
            {
                0 => ProposeAmendment.Decide(
                    new((Dimension)(what % 8), new(Story.Other), what < 6 ? what : null, what == 9 ? [Story.Members[0]] : null),
                    b,
                    act
                ),
                1 => AcceptAmendment.Decide(amendment, b),
                2 => RefuseAmendment.Decide(new(new("text")), amendment, b, act),
                3 => Story.Lock(new(what < 3 ? null : _now.AddDays(what + 10)), b, act),
                4 => ApproveBilan.Decide(new(hash), b, act),
                5 => DissentFromBilan.Decide(new(hash), b, act),
                6 when what == 0 => ObjectToBilan.Decide(new(hash, new("text")), b, act),
                7 => WithdrawObjection.Decide(objection, b, act),
                8 => RecommendOrientation.Decide(new(what == 0 ? "no-word" : "continue", new("text")), b, act),
                9 => Story.Agree(b, [Story.Group()], _now),
                10 when what == 0 && b.Deadline is { } told => NoticeDueHandler.Decide(new(b.Id, b.TextHash!, told), b, _now),
                10 when what < 4 => FailNegotiation.Decide(b, act),
                11 => PublishBilan.Decide(b, [Story.Group()], NamesFound.None),
                12 => AgreeToBeNamed.Decide(b, act),
                13 => RevokeNaming.Decide(b, act),
                14 when what == 0 && b.IsNegotiated => new PartiesChanged([Given.Id(45)], [Story.Members[1]], Story.Facilitator),
                14 when what == 1 && b.IsNegotiated => new PartiesChanged([], [], b.Facilitator is null ? Story.Facilitator : null),
                14 when what == 1 => new SettledBilanEntrusted(b.Facilitator is null ? Story.Facilitator : null),
                15 when what == 0 && b.IsNegotiated => new PartyErased(Story.Members[1], Stays: true),
                16 => ObserveBilan.Decide(
                    new(new("text")),
                    b,
                    Story.Found(what % 2),
                    Given.Act(Roles.Establishment, Given.Id(901), _now) with
                    {
                        NewId = act.NewId,
                    }
                ),
                17 => PassObservationOn.Decide(
                    new(NoMemberMeant: true),
                    b.Observations.Count == 0 ? Given.Id(3) : b.Observations[what % b.Observations.Count].Id,
                    b
                ),
                15 when what < 3 => SetDeadline.Decide(new(_now.AddDays(10 + what)), b, [Story.Group()], act),
                _ => Decision.Nothing,
            };
        }
    }

    private sealed class SynthesisPlay(Approval approval)
    {
        private static readonly GroupRecord Group = Story.Group(
            Story.Held(1, Story.Day(1, 9), 100, 2, Story.Members),
            Story.Coded(1, Story.Day(1, 9), new Contracts.Session.V1.Theme("a", "b"))
        );

        private readonly SynthesisDrafted _drafted = Drafted(approval);
        private Synthesis _synthesis = Given.Facts<Synthesis>(Drafted(approval));
        private static readonly Seeing<Synthesis> Readers = new(SynthesisView.Of, Reading);

        private readonly List<Line> _told = [];
        private string? _validated;

        private static SynthesisDrafted Drafted(Approval approval) =>
            DraftSynthesis
                .Decide(new([new("a", "b", new("text"))], [], Given.Id(1)), Group, Story.Act())
                .Facts.Cast<SynthesisDrafted>()
                .Single() with
            {
                Approval = approval,
            };

        public SynthesisState State => _synthesis.State;

        public void Do(int step, Guid who, int what)
        {
            foreach (var fact in Told(step < 0 ? Ahead() : Decide(step, who, what)))
            {
                if (fact is SynthesisValidated)
                {
                    _synthesis.Approvals.ShouldContain(_synthesis.Facilitator!.Value, "nothing is validated while nobody leads");
                    _synthesis.Approvals.Count.ShouldBeGreaterThan(1, "the facilitator alone validates nothing");
                    _validated = _synthesis.HashOfText();
                }

                if (fact is SynthesisPublished)
                {
                    _synthesis.State.ShouldBe(SynthesisState.Validated);
                }

                var after = Folding.Apply(_synthesis, _synthesis.Id, fact);
                Readers.Check(_synthesis, after, fact);
                _synthesis = after;
                _told.Add(Say("synthesis", fact, who));
                if (fact is SynthesisValidated)
                {
                    Judged([Say("synthesis", _drafted, Story.Facilitator), .. _told]);
                }
            }
        }

        public void Check()
        {
            _synthesis.Approvals.ShouldBeUnique();
            (_synthesis.State != SynthesisState.Draft || _synthesis.Approvals.Count == 0).ShouldBeTrue("revising voids the approvals");
            (_synthesis.State == SynthesisState.Draft || _synthesis.TextHash == _synthesis.HashOfText()).ShouldBeTrue();
            (_synthesis.IsOpen || _synthesis.HashOfText() == _validated).ShouldBeTrue("what was validated stays as it is");
        }

        private Decision Ahead() =>
            _synthesis.State switch
            {
                SynthesisState.Draft when _synthesis.NamedWithoutConsent.Any() => AgreeToBeNamedInSynthesis.Decide(
                    _synthesis,
                    Story.Act(_synthesis.NamedWithoutConsent.First())
                ),
                SynthesisState.Draft => Story.Lock(_synthesis),
                SynthesisState.Locked when _synthesis.Deciding.Except(_synthesis.Approvals).Cast<Guid?>().FirstOrDefault() is { } next =>
                    ApproveSynthesis.Decide(new(_synthesis.TextHash!), _synthesis, Story.Act(next)),
                SynthesisState.Locked => Story.Validate(_synthesis, NamesFound.None),
                _ => PublishSynthesis.Decide(_synthesis, Story.Group(), NamesFound.None),
            };

        private Decision Decide(int step, Guid who, int what)
        {
            var s = _synthesis;
            var act = Story.Act(who);
            return step switch
            {
                0 when what < 3 => ReviseSynthesis.Decide(
                    new([new("a", what == 0 ? "c" : "b", new(Story.Other), what == 2 ? [Story.Members[0]] : null)], []),
                    s,
                    Group,
                    act
                ),
                1 => Story.Lock(s),
                2 => ApproveSynthesis.Decide(new(what == 0 ? "other" : s.TextHash ?? "h"), s, act),
                3 => Story.Validate(s, NamesFound.None),
                4 => PublishSynthesis.Decide(s, Story.Group(), NamesFound.None),
                5 => AgreeToBeNamedInSynthesis.Decide(s, act),
                6 when what == 0 && s.IsOpen => new SynthesisEntrusted([], [], s.Facilitator is null ? Story.Facilitator : null),
                6 when what == 0 => new SettledSynthesisEntrusted(s.Facilitator is null ? Story.Facilitator : null),
                6 => RevokeNamingInSynthesis.Decide(s, act),
                7 when what == 0 && s.IsOpen => new SynthesisEntrusted([Given.Id(45)], [Story.Members[1]], Story.Facilitator),
                _ => Decision.Nothing,
            };
        }
    }
}
