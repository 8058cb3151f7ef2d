using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>A history in causal order.</summary>
internal sealed class JudgedHistory(IEnumerable<LedgerEntryRecorded> entries)
{
    /// <summary>All of it.</summary>
    public IReadOnlyList<LedgeredEvent> All { get; } = [.. entries.Select(LedgeredEvent.Of)];

    private HashSet<Guid?>? _unbound;

    /// <summary>What stands outside of this history of the hours of its members.</summary>
    public HoursElsewhere Elsewhere { get; init; } = HoursElsewhere.None;

    /// <summary>The events of these kinds.</summary>
    public IEnumerable<LedgeredEvent> Of(params string[] types) => All.Where(t => types.Contains(t.Entry.EventType));

    /// <summary>The events of one stream of one service, in its own order.</summary>
    public IReadOnlyList<LedgeredEvent> Stream(string service, Guid id) =>
        [.. All.Where(t => t.Entry.Source == service && t.Stream == id).OrderBy(t => t.Entry.Version)];

    /// <summary>The streams that begin with this kind of event.</summary>
    public IEnumerable<IReadOnlyList<LedgeredEvent>> Streams(string first) => Of(first).Select(t => Stream(t.Entry.Source, t.Stream));

    /// <summary>What had happened when this did: told before it, in causal order, and dated no later. What was dated back meets what there was then.</summary>
    public IEnumerable<LedgeredEvent> Before(LedgeredEvent told) =>
        All.TakeWhile(t => !ReferenceEquals(t, told)).Where(t => t.HadHappened(told.At));

    /// <summary>Whether this was told once an answer could lapse and who pays agreed: something before it says so, as facts do since then. What was told
    /// before is judged by what was asked then.</summary>
    public bool IsSinceAnswersLapse(LedgeredEvent told) =>
        Before(told)
            .Any(t =>
                t.Is("parties_notified")
                || (t.Is("content_locked") && t.Fact["tookPart"] is not null)
                || (t.Is("dispositif_agreed") && t.Fact["acceptance"] is not null)
            );

    /// <summary>Whether an amendment or a renewal binds who pays: what was recorded in their name and is contested, whenever that is, never did. Contests
    /// that do not say so set the terms back from then on, by facts of their own.</summary>
    public bool Binds(LedgeredEvent agreed) =>
        agreed.Id("proposal") is not { } proposal
        || !(_unbound ??= [.. Of("acceptance_contested").Where(t => t.Flag("neverBound")).Select(t => t.Id("proposal"))]).Contains(
            proposal
        );

    /// <summary>Whether one of these had happened.</summary>
    public bool Before(LedgeredEvent told, params string[] types) => Before(told).Any(t => types.Contains(t.Entry.EventType));
}

/// <summary>What stands outside of a history of its members' hours, whose rule is over all engagements of an establishment.</summary>
/// <param name="Engagements">The histories of the other engagements of the establishment, each with the rules that its frames ask for, as these are written in them.</param>
/// <param name="Joins">Which records are one person's, as that was said and taken back.</param>
/// <param name="IsAll">Whether there is no other engagement that the history's reader may not see.</param>
internal sealed record HoursElsewhere(
    IReadOnlyList<(JudgedHistory History, IReadOnlySet<string> Asks)> Engagements,
    IReadOnlyList<LedgeredEvent> Joins,
    bool IsAll
)
{
    private readonly Lazy<IReadOnlyDictionary<Guid, HashSet<Guid>>> _joined = new(() => Joined(Joins));

    /// <summary>Nothing, and nothing is kept back.</summary>
    public static HoursElsewhere None { get; } = new([], [], true);

    /// <summary>One record for all of a person.</summary>
    public Guid One(Guid record) => _joined.Value.TryGetValue(record, out var others) ? others.Append(record).Min() : record;

    /// <summary>The entries by which records of these are counted as one with others.</summary>
    public IEnumerable<LedgeredEvent> JoinsOf(IEnumerable<Guid> records) =>
        records
            .Distinct()
            .Where(r => One(r) != r || _joined.Value.GetValueOrDefault(r) is { Count: > 0 })
            .SelectMany(r => Joins.Where(j => j.Is("persons_joined") && j.Id("person") == r));

    private static Dictionary<Guid, HashSet<Guid>> Joined(IReadOnlyList<LedgeredEvent> joins)
    {
        var joined = new Dictionary<Guid, HashSet<Guid>>();
        foreach (var told in joins)
        {
            var others = joined.TryGetValue(told.Id("person")!.Value, out var known) ? known : joined[told.Id("person")!.Value] = [];
            if (told.Is("persons_joined"))
            {
                others.UnionWith(told.Ids("with"));
            }
            else
            {
                others.ExceptWith(told.Ids("with"));
            }
        }

        return joined;
    }
}
