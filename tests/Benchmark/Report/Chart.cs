using System.Globalization;
using System.Net;
using System.Text;

namespace PracticeAnalysis.Benchmark.Report;

/// <summary>Bars in groups, as SVG that needs nothing else: each figure's median, its least and most round as a line.</summary>
internal static class Chart
{
    private const int Width = 960;
    private const int Bar = 15;
    private const int Gap = 14;
    private const int Left = 250;
    private const int Right = 90;
    private const int Top = 44;

    private static readonly string[] Colours = ["#1b6ca8", "#5aa9e6", "#8a8d91", "#b8bcc2", "#c46210", "#e39b4f", "#7a5195", "#4c956c"];

    /// <summary>Draws figures of one unit, grouped by what they were measured at.</summary>
    /// <param name="at">What the number that groups them counts, such as clients.</param>
    public static string Of(string title, string at, IReadOnlyList<Figure> figures)
    {
        var whos = figures.Select(f => f.Who).Distinct().ToList();
        var groups = figures.GroupBy(f => f.At).OrderBy(g => g.Key).ToList();
        var most = figures.Max(f => f.Rounds.Max());
        var height = Top + groups.Sum(g => (g.Count() * Bar) + Gap) + 10;
        var svg = new StringBuilder();
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" font-family="sans-serif" font-size="11">
            <rect width="{Width}" height="{height}" fill="white"/>
            <text x="10" y="22" font-size="15">{WebUtility.HtmlEncode(title)}</text>

            """
        );
        var y = Top;
        foreach (var group in groups)
        {
            foreach (var (index, figure) in group.OrderBy(f => whos.IndexOf(f.Who)).Index())
            {
                var label =
                    index == 0 && group.Key is { } key ? $"{key.ToString("N0", CultureInfo.InvariantCulture)} {at}   " : string.Empty;
                Draw(svg, figure, label, y, most, Colours[whos.IndexOf(figure.Who) % Colours.Length]);
                y += Bar;
            }

            y += Gap;
        }

        return svg.Append("</svg>\n").ToString();
    }

    private static void Draw(StringBuilder svg, Figure figure, string label, int y, double most, string colour)
    {
        double X(double value) => Left + (most == 0 ? 0 : value / most * (Width - Left - Right));
        var middle = y + ((Bar - 2) / 2.0);
        svg.Append(
            CultureInfo.InvariantCulture,
            $"""
            <text x="{Left - 6}" y="{y + 10}" text-anchor="end"><tspan font-weight="bold">{WebUtility.HtmlEncode(
                label
            )}</tspan>{WebUtility.HtmlEncode(figure.Who)}</text>
            <rect x="{Left}" y="{y}" width="{X(figure.Median) - Left:F1}" height="{Bar - 2}" fill="{colour}"/>
            <line x1="{X(figure.Rounds.Min()):F1}" x2="{X(figure.Rounds.Max()):F1}" y1="{middle}" y2="{middle}" stroke="black"/>
            <text x="{X(figure.Rounds.Max()) + 5:F1}" y="{y + 10}">{Figure.Number(figure.Median)}</text>

            """
        );
    }
}
