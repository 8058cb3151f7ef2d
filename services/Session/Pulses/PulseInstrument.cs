using System.Text.Json;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Pulses;

/// <summary>An item of an instrument: its code, never its text, which may be somebody's.</summary>
/// <param name="Code">By which it is answered, such as held-back.</param>
/// <param name="Dimension">What it measures.</param>
/// <param name="Reversed">Whether a high value speaks against the dimension.</param>
public sealed record PulseItem(string Code, string Dimension, bool Reversed);

/// <summary>An instrument as versioned data: what it asks by code, its scale and its scoring.</summary>
/// <param name="Name">By which it is asked for, such as end-of-session.</param>
/// <param name="Version">Of the instrument; a pulse keeps the one it was opened with.</param>
/// <param name="Source">Who made it.</param>
/// <param name="Licence">Under what it may be used.</param>
/// <param name="Least">The lowest value of the scale.</param>
/// <param name="Most">The highest one.</param>
/// <param name="FavourableFrom">A dimension is favourable where the mean of its items is this or more, reversed ones turned round.</param>
/// <param name="Items">What it asks, in order; an answer has each of them once.</param>
public sealed record PulseInstrument(
    string Name,
    int Version,
    string Source,
    string Licence,
    int Least,
    int Most,
    int FavourableFrom,
    IReadOnlyList<PulseItem> Items
)
{
    private static readonly JsonSerializerOptions Json = new(FactJson.Options)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
    };

    /// <summary>The instruments that the program carries.</summary>
    public static IReadOnlyList<PulseInstrument> All { get; } =
    [
        .. typeof(PulseInstrument)
            .Assembly.GetManifestResourceNames()
            .Where(n => n.StartsWith("pulses/", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(n =>
                JsonSerializer.Deserialize<PulseInstrument>(typeof(PulseInstrument).Assembly.GetManifestResourceStream(n)!, Json)!
            ),
    ];

    /// <summary>The newest version of this name, or the one asked for; null where there is none.</summary>
    public static PulseInstrument? Find(string name, int? version = null) =>
        All.Where(i => i.Name == name && (version is null || i.Version == version)).MaxBy(i => i.Version);

    /// <summary>The dimensions, in the order of their items.</summary>
    public IReadOnlyList<string> Dimensions => [.. Items.Select(i => i.Dimension).Distinct()];

    /// <summary>Whether these are answers to it: each item once, each on the scale.</summary>
    public bool Takes(IReadOnlyList<ItemAnswer> answers) =>
        answers.Count == Items.Count
        && answers.Select(a => a.Item).Distinct().Count() == answers.Count
        && answers.All(a => Items.Any(i => i.Code == a.Item) && a.Value >= Least && a.Value <= Most);

    /// <summary>The dimensions that answers speak well of.</summary>
    public IReadOnlyList<string> Favourable(IReadOnlyList<ItemAnswer> answers) =>
        [
            .. Dimensions.Where(d =>
                Items
                    .Where(i => i.Dimension == d)
                    .Average(i => answers.Single(a => a.Item == i.Code).Value is var value && i.Reversed ? Least + Most - value : value)
                >= FavourableFrom
            ),
        ];
}
