using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>What lines of a dry run would have left: the next line is judged on it.</summary>
public sealed class ForeseenState
{
    /// <summary>Establishments that would have been registered or corrected.</summary>
    public Dictionary<Guid, Establishment> Establishments { get; init; } = [];

    /// <summary>Past engagements that would have been taken over or corrected.</summary>
    public Dictionary<Guid, PastEngagement> PastEngagements { get; init; } = [];

    /// <summary>Groups that members would have joined.</summary>
    public Dictionary<Guid, Model.Group> Groups { get; init; } = [];

    /// <summary>The engagements of these groups.</summary>
    public Dictionary<Guid, Engagement> Engagements { get; init; } = [];

    /// <summary>What persons would be called.</summary>
    public Dictionary<Guid, string> Names { get; init; } = [];

    /// <summary>What references would stand for, by their keys.</summary>
    public Dictionary<string, Guid> References { get; init; } = [];

    /// <summary>What would be there and is not: its id is nobody's.</summary>
    public HashSet<Guid> Made { get; init; } = [];

    /// <summary>The state of a stream, where it would be otherwise than it is stored.</summary>
    public T? Find<T>(Guid id)
        where T : Aggregate =>
        (
            (Aggregate?)Establishments.GetValueOrDefault(id)
            ?? (Aggregate?)PastEngagements.GetValueOrDefault(id)
            ?? (Aggregate?)Groups.GetValueOrDefault(id)
            ?? Engagements.GetValueOrDefault(id)
        ) as T;

    /// <summary>The establishments that clash with this: of the stored ones, as they would be, and of those that would be there.</summary>
    public IReadOnlyList<Establishment> Numbered(IEnumerable<Establishment> stored, EstablishmentDetails details) =>
        [
            .. stored
                .Where(e => !Establishments.ContainsKey(e.Id))
                .Concat(Establishments.Values)
                .Where(e => e.Details.Clashes(details))
                .OrderBy(e => e.Succession is not null)
                .ThenBy(e => e.Id),
        ];

    /// <summary>Adds what a line would have left.</summary>
    public void Add(Recorded recorded)
    {
        Keep(recorded.State);
        foreach (var beside in recorded.Decision.Elsewhere.GroupBy(e => e.Stream.Id))
        {
            Keep(beside.Aggregate(beside.First().Stream, (stream, e) => After(stream, e.Fact with { OccurredAt = recorded.OccurredAt })));
        }

        foreach (var (person, name) in recorded.Decision.Names)
        {
            Names[person] = name;
        }
    }

    /// <summary>Adds what later lines would have left.</summary>
    public void Add(ForeseenState later)
    {
        Put(Establishments, later.Establishments);
        Put(PastEngagements, later.PastEngagements);
        Put(Groups, later.Groups);
        Put(Engagements, later.Engagements);
        Put(Names, later.Names);
        Put(References, later.References);
        Made.UnionWith(later.Made);
    }

    private static void Put<TKey, TValue>(Dictionary<TKey, TValue> all, Dictionary<TKey, TValue> later)
        where TKey : notnull
    {
        foreach (var (key, value) in later)
        {
            all[key] = value;
        }
    }

    private static Aggregate After(Aggregate stream, Fact fact) =>
        stream is Engagement engagement ? Folding.Apply(engagement, engagement.Id, fact) : stream;

    private void Keep(Aggregate? state)
    {
        switch (state)
        {
            case Establishment establishment:
                Establishments[establishment.Id] = establishment;
                break;
            case PastEngagement past:
                PastEngagements[past.Id] = past;
                break;
            case Model.Group group:
                Groups[group.Id] = group;
                break;
            case Engagement engagement:
                Engagements[engagement.Id] = engagement;
                break;
        }
    }
}
