using System.Globalization;
using CsCheck;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Testing;

/// <summary>Instants as clients write them.</summary>
public static class Instant
{
    private static readonly string[] Edges =
    [
        "2000-01-01T00:00:00Z",
        "2000-01-01T14:00:00+14:00",
        "2024-02-29T23:59:59.9999999+00:00",
        "2026-03-29T02:30:00+01:00",
        "2100-12-31T23:59:59.9999999Z",
        "2100-12-31T10:00:00-13:59",
    ];

    private static readonly Gen<string> Written = Gen.Select(
        Gen.Int[1999, 2101],
        Gen.Int[1, 12],
        Gen.Int[1, 31],
        Gen.Int[0, (24 * 60 * 60) - 1],
        Gen.Int[0, 9_999_999],
        Gen.Int[-14 * 60, 14 * 60],
        (year, month, day, second, fraction, offset) =>
            string.Create(
                CultureInfo.InvariantCulture,
                $"{year}-{month:00}-{day:00}T{TimeSpan.FromSeconds(second):hh\\:mm\\:ss}.{fraction:0000000}{(offset < 0 ? '-' : '+')}{TimeSpan.FromMinutes(Math.Abs(offset)):hh\\:mm}"
            )
    );

    /// <summary>Every one that is taken at the door, its edges often.</summary>
    public static Gen<DateTimeOffset> Any { get; } =
        Gen.Frequency((1, Gen.Int[0, Edges.Length - 1].Select(i => Edges[i])), (4, Written))
            .Select(Instants.Read)
            .Where(i => i is not null)
            .Select(i => i!.Value);
}
