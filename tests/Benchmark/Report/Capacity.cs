using System.Globalization;
using System.Text;
using PracticeAnalysis.Benchmark.Measures;

namespace PracticeAnalysis.Benchmark.Report;

/// <summary>What the measured costs come to for ten thousand establishments and for a country, and what breaks first.</summary>
internal static class Capacity
{
    // Of the field: what the year that was told does not say itself.
    private const int GroupsOfAnEstablishment = 2;
    private const int CountryEstablishments = 45_000;
    private const int HoursInWhichGroupsMeet = 1_400;
    private const int Busiest = 5;
    private const int Years = 10;

    /// <summary>One resource: what a group takes of it, how much there is, and what is done where it ends.</summary>
    /// <param name="Each">What one group takes.</param>
    /// <param name="There">How much there is for one database and a node of each service.</param>
    private sealed record Resource(string Name, string Unit, double Each, double There, string Then)
    {
        public double Groups => There / Each;
    }

    /// <summary>Appends the part, where a whole year was told.</summary>
    public static void Append(StringBuilder page, Result result)
    {
        if (Resources(result) is not { Count: > 0 } resources)
        {
            return;
        }

        string N(double value) => value.ToString("N0", CultureInfo.InvariantCulture);
        long[] groups = [100, 10_000 * GroupsOfAnEstablishment, CountryEstablishments * GroupsOfAnEstablishment];
        page.Append(
            CultureInfo.InvariantCulture,
            $"""
            ## Capacity

            From the year of {result.Figures.First(f => f.Measure == Sessions.Year).Who[
                "a year of ".Length..
            ]} that this run told, for one database and one node of each service on these cores.
            Assumed: {GroupsOfAnEstablishment} groups in an establishment, {N(CountryEstablishments)} establishments in a country, {N(
                HoursInWhichGroupsMeet
            )} hours a year in which groups meet, the busiest
            of them {Busiest} times the mean, {Years} years kept.

            | | there is | {N(groups[0])} groups | 10,000 establishments | a country | ends at | and then |
            | --- | ---: | ---: | ---: | ---: | ---: | --- |

            """
        );
        foreach (var r in resources.OrderBy(r => r.Groups))
        {
            page.Append(CultureInfo.InvariantCulture, $"| {r.Name}, {r.Unit} | {N(r.There)} |");
            page.AppendJoin("|", groups.Select(g => $" {Figure.Number(r.Each * g)} "));
            page.Append(CultureInfo.InvariantCulture, $"| {N(r.Groups / GroupsOfAnEstablishment)} establishments | {r.Then} |\n");
        }

        page.Append(CultureInfo.InvariantCulture, $"\nThe first line breaks first: {resources.MinBy(r => r.Groups)!.Name}.\n\n");
    }

    private static List<Resource>? Resources(Result result)
    {
        var figures = new Figures();
        figures.Add(result.Figures);
        double? Of(string measure, string? who = null, long? at = null) =>
            figures.All.FirstOrDefault(f => f.Measure == measure && (who is null || f.Who == who) && (at is null || f.At == at))?.Median;
        if (
            Of(Sessions.YearTold) is not { } told
            || Of(Sessions.YearKept) is not { } kept
            || Of(Sessions.YearDisk) is not { } disk
            || Of(OneCommand.Told, OneCommand.Gateway, Plan.Compared) is not { } rate
            || Of(Replay.Proof, Replay.Ours) is not { } proof
            || Of(Replay.Rebuild, Replay.Ours) is not { } rebuild
        )
        {
            return null;
        }

        var groups = Plan.Full.YearGroups;
        return
        [
            new(
                "commands in the busiest hour, told to the end",
                "a second",
                told / groups * Busiest / HoursInWhichGroupsMeet / 3600,
                rate,
                "more nodes of Engagement, Session and the gateway; the ledger, which takes one message after the other, by cells"
            ),
            new("disk after ten years", "GB", disk / groups * Years / 1024, 1024, "a larger disk; cells, a database each"),
            new(
                "a projection made anew over ten years",
                "hours of a night",
                kept / groups * Years / rebuild / 3600,
                8,
                "cells, each at the same time; until it is done the old one is read"
            ),
            new(
                "the proof of ten years read whole",
                "hours of a day",
                told / groups * Years / proof / 3600,
                24,
                "auditors who go on from the checkpoint that they verified; cells, a tree each"
            ),
        ];
    }
}
