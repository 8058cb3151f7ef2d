namespace PracticeAnalysis.Engagement.Model;

/// <summary>A word on the terms: a dispositif as it was agreed or amended, or a renewal.</summary>
/// <param name="At">When it was said.</param>
/// <param name="Proposal">The proposal that was accepted; null where there was none.</param>
/// <param name="Dispositif">As a whole; null of a renewal.</param>
/// <param name="RateFrom">From when on its rate holds.</param>
/// <param name="Months">By how many months it renews; null where its end alone was said.</param>
/// <param name="Before">The end of the term that it renewed.</param>
/// <param name="Until">The end of the term as it said.</param>
public sealed record TermsSaid(
    DateTimeOffset At,
    Guid? Proposal,
    Dispositif? Dispositif,
    DateTimeOffset RateFrom = default,
    int? Months = null,
    DateTimeOffset? Before = null,
    DateTimeOffset? Until = null
)
{
    /// <summary>When who pays contested it: it never bound them.</summary>
    public DateTimeOffset? ContestedAt { get; init; }
}

/// <summary>What words on the terms come to. An amendment says the whole dispositif; a renewal says its months, from the end of the term or from its
/// acceptance, whichever is later.</summary>
internal sealed class AgreedTerms
{
    private readonly DateTimeOffset? _from;
    private readonly List<AgreedRate> _rates = [];
    private readonly List<(DateTimeOffset From, DateTimeOffset To)> _between = [];

    /// <summary>Comes to what these say, in their order.</summary>
    /// <param name="from">When the engagement was activated.</param>
    public AgreedTerms(IEnumerable<TermsSaid> said, DateTimeOffset? from)
    {
        _from = from;
        foreach (var one in said)
        {
            if (one.Dispositif is { } dispositif)
            {
                if (dispositif.RateCents != Dispositif?.RateCents)
                {
                    _rates.Add(new(dispositif.RateCents, one.RateFrom));
                }

                // A renewal stands until the term itself is amended.
                Until = dispositif.TermMonths == Dispositif?.TermMonths ? Until : from?.AddMonths(dispositif.TermMonths);
                (Dispositif, Amended) = (dispositif, one.Proposal);
                continue;
            }

            if (one.At > Until)
            {
                _between.Add((Until.Value, one.At));
            }

            Until =
                one.Months is { } months && Until is { } end && end != one.Before
                    ? (end > one.At ? end : one.At).AddMonths(months)
                    : one.Until;
        }
    }

    /// <summary>The dispositif; null where nothing was said.</summary>
    public Dispositif? Dispositif { get; }

    /// <summary>The proposal that the dispositif is of.</summary>
    public Guid? Amended { get; }

    /// <summary>When the term ends.</summary>
    public DateTimeOffset? Until { get; }

    /// <summary>The rate that was said last, and from when on it holds.</summary>
    public AgreedRate? Rate => _rates.LastOrDefault();

    /// <summary>Cents an hour of a session that was held then: the later word counts.</summary>
    public int? RateAt(DateTimeOffset at) => _rates.LastOrDefault(r => r.From <= at)?.Cents;

    /// <summary>Whether this lies before the activation, after the term, or between its end and a later renewal.</summary>
    public bool IsOutside(DateTimeOffset at) => at < _from || at > Until || _between.Any(b => at > b.From && at < b.To);
}
