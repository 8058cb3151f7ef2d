using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A release as it was read.</summary>
internal sealed record Released(
    Scope Scope,
    IReadOnlyList<int> Establishments,
    IndicatorsView ForCommissioner,
    IndicatorsView ForPlatforms
);

/// <summary>Some establishments with groups of which facts are told, in order; periods are closed and released as the service does it.</summary>
internal sealed class World
{
    public const int Floor = 5;
    public const int PlatformFloor = 10;

    private static readonly DateTimeOffset Long = new(2023, 1, 1, 9, 0, 0, TimeSpan.Zero);

    private readonly Dictionary<int, List<Fact>> _facts = [];
    private readonly Dictionary<CalendarPeriod, List<Fact>> _periods = [];
    private int _next = 10_000;

    public static Guid Establishment(int number) => Given.Id(20 + number);

    public static Guid Person(int number) => Given.Id(1000 + number);

    public static Guid GroupId(int number) => Given.Id(500 + number);

    public IEnumerable<int> Groups => _facts.Keys;

    /// <summary>All that was released, in order.</summary>
    public List<Released> Released { get; } = [];

    /// <summary>The facts told of a group.</summary>
    public IReadOnlyList<Fact> FactsOf(int group) => _facts[group];

    public void Found(int group, int establishment, int facilitator, params IReadOnlyList<int> persons) =>
        Found(group, establishment, facilitator, Long, persons);

    public void Found(int group, int establishment, int facilitator, DateTimeOffset at, IReadOnlyList<int> persons) =>
        _facts[group] = [
            new SealingNoted(Given.Id(2), [.. persons.Select(p => new GroupMember(Person(p)))], Story.Origin(at)),
            Story.Activation(Given.Id(70 + facilitator)) with
            {
                Establishment = Establishment(establishment),
                Origin = Story.Origin(at),
            },
        ];

    /// <summary>Somebody joins, and accepts the charter.</summary>
    public void Join(int group, int person, DateTimeOffset at) =>
        Tell(group, new EnrolmentNoted(Given.Id(2), new(Person(person)), Story.Origin(at)));

    public Guid Meet(int group, DateTimeOffset at, IReadOnlyList<int> present, params IReadOnlyList<string> themes)
    {
        var session = _next++;
        Tell(
            group,
            Story.Held(session, at, 90, Record(group).Persons.Count(), [.. present.Select(Person)]),
            Story.Coded(session, at, [.. themes.Select(t => new Theme(t.Split('/')[0], t.Split('/')[1]))])
        );
        return Given.Id(session);
    }

    /// <summary>The last session of the group has a pulse that so many answered, and so many of them spoke well of each dimension.</summary>
    public void Pulse(int group, int answered, int favourable) =>
        Tell(
            group,
            new PulseNoted(
                Given.Id(2),
                Record(group).Sessions[^1].Session,
                answered,
                [new("usefulness", favourable), new("safety", favourable), new("support", favourable)],
                new(Given.Id(_next++), 2, Given.Now)
            )
        );

    /// <summary>A bilan is agreed that was locked now: it opens the sessions told so far.</summary>
    public void Agree(int group, DateOnly from, DateOnly to, params IReadOnlyList<WorkedOn> worked) =>
        Tell(
            group,
            new BilanAgreementRecorded(
                Given.Id(2),
                Given.Id(_next++),
                5,
                false,
                from,
                to,
                [.. Record(group).Sessions.Select(s => s.Session)],
                worked
            )
            {
                OccurredAt = new(to.AddDays(9), new(9, 0), TimeSpan.Zero),
            }
        );

    public void Tell(int group, params IReadOnlyList<Fact> facts) => _facts[group].AddRange(facts);

    /// <summary>The charter of a group's engagement says what the establishment receives.</summary>
    public void Receive(int group, params IReadOnlyList<string> outward) => Tell(group, Story.Receiving(90 + _next++, outward));

    public GroupRecord Record(int group, long? version = null) =>
        Folding.Of<GroupRecord>(GroupId(group), [.. _facts[group].Take((int)(version ?? int.MaxValue))])!;

    /// <summary>The period as it stands; null before it is closed.</summary>
    public IndicatorRelease? Period(CalendarPeriod period) =>
        _periods.TryGetValue(period, out var facts) ? Folding.Of<IndicatorRelease>(IndicatorRelease.IdOf("t", period), facts) : null;

    /// <summary>Closes a period, its quarters first: what is told later changes nothing of it.</summary>
    public void Close(CalendarPeriod period)
    {
        foreach (var quarter in period.IsYear ? period.Quarters : [])
        {
            Close(quarter);
        }

        if (!_periods.ContainsKey(period))
        {
            var decision = ClosePeriod.Decide(
                new(period.ToString(), Floor, PlatformFloor),
                null,
                [.. period.Quarters.Select(Period).OfType<IndicatorRelease>()],
                [.. Groups.Select(g => Record(g) with { Version = _facts[g].Count })],
                [],
                "t",
                period.Closes
            );
            decision.Refusal.ShouldBeNull();
            _periods[period] = [.. decision.Facts];
        }
    }

    /// <summary>The records that a closed period froze.</summary>
    public FrozenRecords Frozen(CalendarPeriod period)
    {
        IReadOnlyList<GroupRecord> Of(CalendarPeriod closed) =>
            [
                .. Period(closed)!
                    .Groups!.Select(s => Record(Groups.Single(g => GroupId(g) == s.Group), s.Version) with { Version = s.Version }),
            ];
        return new(period, period.Quarters.ToDictionary(q => q, Of), period.IsYear ? Of(period) : null);
    }

    /// <summary>Releases a scope of these establishments, once the period is closed.</summary>
    public Decision Release(Scope scope, CalendarPeriod period, params IReadOnlyList<int> establishments)
    {
        Close(period);
        var before = Period(period.Before)?.Last(scope);
        var decision = PublishRelease.Decide(
            Period(period)!,
            scope,
            [.. establishments.Select(Establishment)],
            Frozen(period),
            before,
            Given.Id(_next++),
            Given.Now
        );
        _periods[period].AddRange(decision.Facts);
        if (decision.Facts.OfType<ReleasePublished>().SingleOrDefault() is { } published)
        {
            Released.Add(
                new(scope, establishments, IndicatorsView.Read(published.ForCommissioner), IndicatorsView.Read(published.ForPlatforms))
            );
        }

        return decision;
    }

    /// <summary>Retracts a release.</summary>
    public void Retract(CalendarPeriod period, Guid release) =>
        _periods[period].AddRange(RetractRelease.Decide(new(RetractionReason.WrongScope), Period(period)!, release).Facts);

    /// <summary>Reads an establishment's release; where there is none that stands, after it is made.</summary>
    public IndicatorsView Read(CalendarPeriod period, int establishment = 1)
    {
        Scope scope = new(ScopeKind.Establishment, Establishment(establishment).ToString());
        if (Period(period)?.Last(scope) is not { RetractedAt: null })
        {
            Release(scope, period, establishment).Refusal.ShouldBeNull();
        }

        return Released.Last(r => r.Scope == scope && r.ForCommissioner.Period == period.ToString()).ForCommissioner;
    }
}
