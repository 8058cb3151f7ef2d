using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Some establishments with groups of which facts are told; releases are made of it as the service makes them.</summary>
internal sealed class World
{
    private readonly Dictionary<int, List<Fact>> _facts = [];
    private readonly List<(Earlier Told, Release Release)> _released = [];
    private int _next = 10_000;

    public const int Floor = 5;
    public const int PlatformFloor = 10;

    public static Guid Establishment(int number) => Given.Id(20 + number);

    public static Guid Person(int number) => Given.Id(1000 + number);

    public static Guid GroupId(int number) => Given.Id(500 + number);

    public IEnumerable<int> Groups => _facts.Keys;

    /// <summary>All that was released, in order.</summary>
    public IReadOnlyList<Earlier> Released => [.. _released.Select(r => r.Told)];

    /// <summary>The facts told of a group.</summary>
    public IReadOnlyList<Fact> FactsOf(int group) => _facts[group];

    public void Found(int group, int establishment, int facilitator, params IReadOnlyList<int> persons)
    {
        _facts[group] =
        [
            new SealingLearned(
                new GroupSealed(GroupId(group), Given.Id(2), [.. persons.Select(p => new Member(Person(p), Given.Id(60)))], Story.Origin())
            ),
            new ActivationLearned(
                ((ActivationLearned)Story.Activation(Given.Id(70 + facilitator), GroupId(group))).Message with
                {
                    Establishment = Establishment(establishment),
                }
            ),
            Story.Covering(new(2024, 1, 1), new(2030, 1, 1)),
        ];
    }

    public void Meet(int group, DateTimeOffset at, IReadOnlyList<int> present, params IReadOnlyList<string> themes)
    {
        var session = _next++;
        _facts[group].Add(Story.Held(session, at, 90, present.Count, [.. present.Select(Person)]));
        _facts[group].Add(Story.Coded(session, at, [.. themes.Select(t => new Theme(t.Split('/')[0], t.Split('/')[1]))]));
    }

    /// <summary>The last session of the group has a pulse that so many answered, and so many of them spoke well of each dimension.</summary>
    public void Pulse(int group, int answered, int favourable)
    {
        var session = Given.Id(_next - 1);
        Tell(
            group,
            new PulseLearned(
                new(
                    session,
                    GroupId(group),
                    Given.Id(2),
                    "end-of-session",
                    1,
                    answered,
                    [new("usefulness", favourable), new("safety", favourable), new("support", favourable)],
                    new(Given.Id(_next++), 2, Given.Now)
                )
            )
        );
    }

    public void Tell(int group, params IReadOnlyList<Fact> facts) => _facts[group].AddRange(facts);

    /// <summary>The charter of a group's engagement says what the establishment receives.</summary>
    public void Receive(int group, params IReadOnlyList<string> outward) => Tell(group, Story.Receiving(90 + _next++, outward));

    public GroupRecord Record(int group) => Folding.Of<GroupRecord>(GroupId(group), _facts[group])!;

    /// <summary>The records of the groups of some establishments.</summary>
    public IReadOnlyList<GroupRecord> Records(params IReadOnlyList<int> establishments) =>
        [.. Groups.Select(Record).Where(r => establishments.Any(e => r.Activation!.Establishment == Establishment(e)))];

    /// <summary>Releases a scope of these establishments as the service does; null where it is refused.</summary>
    public Decision Release(
        Scope scope,
        Quarter quarter,
        IReadOnlyList<int> establishments,
        IReadOnlyDictionary<Guid, Bilan>? bilans = null
    )
    {
        var groups = Records(establishments);
        var agreed = bilans ?? new Dictionary<Guid, Bilan>();
        var earlier = _released.Where(r => r.Told.ForCommissioner.Period == quarter.ToString()).Select(r => r.Told).ToList();
        var before = _released.LastOrDefault(r => r.Told.Scope == scope && r.Told.ForCommissioner.Period == quarter.Before.ToString());
        var decision = PublishRelease.Decide(
            new(quarter.ToString(), Floor, PlatformFloor, []),
            scope,
            [.. establishments.Select(Establishment)],
            groups,
            agreed,
            earlier,
            before.Release,
            Given.Id(_next++),
            Given.Now
        );
        if (decision.Facts.OfType<ReleasePublished>().SingleOrDefault() is { } published)
        {
            var release = Folding
                .Of<IndicatorRelease>(Given.Id(1), [new PeriodClosed(quarter.ToString(), Floor, PlatformFloor), .. decision.Facts])!
                .Releases[0];
            var counted = decision.Facts.OfType<IndicatorsComputed>().Single().Groups.Select(g => g.Group).ToHashSet();
            _released.Add(
                (
                    new(
                        scope,
                        Contributions.Of([.. groups.Where(g => counted.Contains(g.Id))], agreed, quarter),
                        IndicatorsView.Read(published.ForCommissioner),
                        IndicatorsView.Read(published.ForPlatforms)
                    ),
                    release
                )
            );
        }

        return decision;
    }
}
