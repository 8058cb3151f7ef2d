using System.Globalization;

namespace PracticeAnalysis.Benchmark;

/// <summary>One figure, as several rounds gave it.</summary>
/// <param name="Measure">What was measured, such as <c>command</c>.</param>
/// <param name="Who">Of whom: ours, or a peer.</param>
/// <param name="At">Under which load or size, such as clients or events; null where there is one alone.</param>
/// <param name="Unit">The unit of the rounds' values.</param>
/// <param name="Rounds">The value of each round.</param>
internal sealed record Figure(string Measure, string Who, long? At, string Unit, IReadOnlyList<double> Rounds)
{
    /// <summary>The middle round; the mean of the two middle ones where their number is even.</summary>
    public double Median => MedianOf(Rounds);

    /// <summary>How far the rounds lie apart: the largest less the smallest, in parts of the median.</summary>
    public double Spread => Median == 0 ? 0 : (Rounds.Max() - Rounds.Min()) / Median;

    /// <summary>The median of some values.</summary>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public static double MedianOf(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted.Length == 0
            ? throw new InvalidOperationException("There is no value.")
            : (sorted[(sorted.Length - 1) / 2] + sorted[sorted.Length / 2]) / 2;
    }

    /// <summary>The value below which this part of the values lies, by the nearest rank.</summary>
    public static double PercentileOf(IReadOnlyCollection<double> values, double part) =>
        values.Order().ElementAt(Math.Clamp((int)Math.Ceiling(values.Count * part) - 1, 0, values.Count - 1));

    /// <summary>The figure in three significant digits or whole, and how far its rounds lie apart.</summary>
    public string Text => Rounds.Count == 1 ? Number(Median) : $"{Number(Median)} ±{Spread / 2:P0}";

    /// <summary>A number as a table shows it.</summary>
    public static string Number(double value) =>
        value.ToString(
            Math.Abs(value) >= 100 ? "N0"
                : Math.Abs(value) >= 10 ? "N1"
                : "N2",
            CultureInfo.InvariantCulture
        );
}

/// <summary>The figures of a run, in the order in which they were measured.</summary>
internal sealed class Figures
{
    private readonly List<Figure> _all = [];

    /// <summary>All of them.</summary>
    public IReadOnlyList<Figure> All => _all;

    /// <summary>Takes figures that an earlier run left.</summary>
    public void Add(IEnumerable<Figure> figures) => _all.AddRange(figures);

    /// <summary>Adds one round's value.</summary>
    public void Add(string measure, string who, long? at, string unit, double value)
    {
        var index = _all.FindIndex(f => f.Measure == measure && f.Who == who && f.At == at);
        if (index < 0)
        {
            _all.Add(new(measure, who, at, unit, [value]));
        }
        else
        {
            _all[index] = _all[index] with { Rounds = [.. _all[index].Rounds, value] };
        }
    }

    /// <summary>The figure, or null where it was not measured.</summary>
    public Figure? Find(string measure, string who, long? at = null) =>
        _all.FirstOrDefault(f => f.Measure == measure && f.Who == who && (at is null || f.At == at));

    /// <summary>The ratio of two medians, or null where one was not measured.</summary>
    public static double? Ratio(Figure? of, Figure? to) => of is null || to is null || to.Median == 0 ? null : of.Median / to.Median;
}
