using CsCheck;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_composing_frames
{
    private static readonly Gen<Limits?> Bounds = Gen.Select(
        Gen.Int[0, 6],
        Gen.Int[0, 6],
        (a, b) => a + b == 0 ? null : new Limits("S1", a == 0 ? null : a, b == 0 ? null : a + b)
    );

    private static readonly Gen<FrameRules> Rules =
        from size in Bounds
        from frequency in Bounds
        from rate in Bounds
        from composition in Maybe(Gen.Enum<Composition>())
        from participation in Maybe(Gen.Enum<Participation>())
        from stability in Maybe(Gen.Enum<Stability>())
        from interval in Maybe(Gen.Int[1, 5])
        from term in Maybe(Gen.Int[1, 5])
        from qualification in Gen.Enum<Qualification>().List[0, 2]
        from protocol in Gen.Int[0, 4]
        from outcome in Gen.Int[0, 2]
        from departure in Maybe(Gen.Int[1, 5])
        select new FrameRules
        {
            Size = size,
            Frequency = frequency,
            Rate = rate,
            Composition = composition,
            Participation = participation,
            Stability = stability,
            Interval = interval,
            MinimumTerm = term,
            Qualification = qualification.Count == 0 ? null : new(qualification, "S0"),
            Protocol = protocol == 0 ? null : new($"p{protocol % 2}", 1, protocol > 2 ? Strictness.Free : Strictness.Strict, "S2"),
            Outcome = outcome == 0 ? null : new(outcome == 1, "S1"),
            Departure = departure,
        };

    private static readonly Gen<Frame> Any = Gen.Select(
        Gen.Int[0, 5],
        Gen.Int[0, 9],
        Rules,
        (name, kind, rules) => Story.Frame($"f{name}", rules, kind == 0 ? Kind.Supervision : Kind.PracticeAnalysis)
    );

    private static readonly Gen<Frame[]> Several = Any.Array[0, 4];

    private static readonly Gen<Dispositif> Designs =
        from least in Gen.Int[1, 6]
        from more in Gen.Int[0, 6]
        from rate in Gen.Int[0, 12]
        from protocol in Gen.Int[0, 1]
        select Story.Dispositif(minimum: least, maximum: least + more) with
        {
            RateCents = rate,
            Protocol = new($"p{protocol}", 1),
        };

    [Fact]
    public void the_order_does_not_matter() =>
        Gen.Select(Any, Any).Sample((a, b) => Same(Policies.Of(a).Join(Policies.Of(b)), Policies.Of(b).Join(Policies.Of(a))));

    [Fact]
    public void the_grouping_does_not_matter() =>
        Gen.Select(Several, Several, Several)
            .Sample(
                (a, b, c) =>
                {
                    var (x, y, z) = (Policies.Compose(a), Policies.Compose(b), Policies.Compose(c));
                    return Same(x.Join(y).Join(z), x.Join(y.Join(z))) && Same(x.Join(y).Join(z), Policies.Compose([.. a, .. b, .. c]));
                }
            );

    [Fact]
    public void the_same_again_changes_nothing() =>
        Several.Sample(frames =>
        {
            var all = Policies.Compose(frames);
            return Same(all.Join(all), all) && Same(Policies.Compose([.. frames, .. frames]), all) && Same(all.Join(Policies.None), all);
        });

    [Fact]
    public void together_they_accept_exactly_what_each_accepts_alone() =>
        Gen.Select(Several, Designs)
            .Sample(
                (frames, design) =>
                {
                    var together = Policies.Compose(frames);
                    var accepted = together.Conflict() is null && DispositifRules.Check(together, frames, design) is null;
                    var alone = frames.All(f => DispositifRules.Check(Policies.Of(f), [f], design) is null);

                    // What contradicts itself only in what is not designed (composition, frequency) is refused though each would accept.
                    return accepted ? alone : !alone || together.Conflict() is { Rules: [{ Name: "composition" or "frequency" }, _] };
                }
            );

    [Fact]
    public void every_breach_of_one_is_a_breach_of_all() =>
        Gen.Select(Several, Gen.Int[1, 8], Gen.Int[1, 8])
            .Sample(
                (frames, interval, term) =>
                {
                    var design = Story.Dispositif() with { IntervalDays = interval, TermMonths = term };
                    var together = Breached(Policies.Compose(frames), design);
                    return frames.SelectMany(f => Breached(Policies.Of(f), design)).All(together.Contains);
                }
            );

    [Fact]
    public void a_team_of_managers_is_refused_by_both_names()
    {
        var refusal = Composed("team", "managers").Conflict();
        refusal.ShouldNotBeNull();
        (refusal.Status, refusal.Type, refusal.Detail).ShouldBe((422, "unsatisfiable", "No group size satisfies both frames."));
        refusal.Rules.ShouldBe([new("team", "size", "S2"), new("managers", "size", "S2")]);
    }

    [Fact]
    public void one_institution_and_distinct_ones_contradict_each_other()
    {
        var one = Story.Frame("one", new() { Composition = new(Composition.OneInstitution, "S2") });
        var distinct = Story.Frame("distinct", new() { Composition = new(Composition.DistinctInstitutions, "S2") });
        Policies
            .Compose([one, distinct])
            .Conflict()!
            .Rules.ShouldBe([new("distinct", "composition", "S2"), new("one", "composition", "S2")]);
        Policies.Compose([one, Story.Frame("any", new() { Composition = new(Composition.Any, "S1") })]).Conflict().ShouldBeNull();
    }

    [Fact]
    public void two_protocols_contradict_each_other_and_a_free_one_does_not()
    {
        Composed("team", "narrator").Conflict()!.Rules.Select(r => r.Name).ShouldBe(["protocol", "protocol"]);
        Composed("team", "loose").Conflict().ShouldBeNull();
    }

    [Fact]
    public void a_circle_of_eight_with_a_team_leaves_exactly_eight()
    {
        var both = Policies.Compose([Story.Frame("circle-8", new() { Size = new("S1", null, 8) }), Story.Frames.Newest("team")!]);
        both.Conflict().ShouldBeNull();
        both.Of(FrameRule.SizeMinimum).ShouldBe(new(8, new("team", "size", "S2")));
        both.Of(FrameRule.SizeMaximum).ShouldBe(new(8, new("circle-8", "size", "S1")));
    }

    [Fact]
    public void a_refusal_of_none_outweighs_its_permission()
    {
        var refusing = Story.Frame("must", new() { Outcome = new(false, "S3") });
        Policies
            .Compose([Story.Frames.Newest("small")!, refusing])
            .Of(FrameRule.NoneAllowed)
            .ShouldBe(new(false, new("must", "outcome", "S3")));
    }

    private static Policies Composed(params string[] names) => Policies.Compose(names.Select(n => Story.Frames.Newest(n)!));

    private static HashSet<string> Breached(Policies policies, Dispositif design) =>
        [.. DispositifRules.Breaches(policies, design).Where(b => b.Rule.Name != "frequency").Select(b => b.Rule.Name)];

    private static bool Same(Policies a, Policies b) => Story.Json(CompositionReport.Of(a)) == Story.Json(CompositionReport.Of(b));

    private static Gen<Ruled<T>?> Maybe<T>(Gen<T> values) =>
        Gen.Select(Gen.Bool, values, (there, v) => there ? new Ruled<T>(v, "S3") : null);
}
