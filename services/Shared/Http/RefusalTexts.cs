using System.Text.Json;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.Http;

/// <summary>What refusals say, in French. They are written in English where they are decided, beside their rule; here each such text is a
/// pattern, in which <c>{}</c> stands for what differs: a number, a word of the API.</summary>
public static partial class RefusalTexts
{
    private static readonly IReadOnlyList<(Regex English, string French)> Patterns;

    /// <summary>Each text as it is written, and its French.</summary>
    public static IReadOnlyDictionary<string, string> All { get; }

    static RefusalTexts()
    {
        using var file = typeof(RefusalTexts).Assembly.GetManifestResourceStream("refusals-fr.json")!;
        All = JsonSerializer.Deserialize<Dictionary<string, string>>(file)!;
        Patterns =
        [
            // The longest first: what says more is meant rather than what fits everything.
            .. All.Where(t => t.Key.Contains("{}", StringComparison.Ordinal))
                .OrderByDescending(t => t.Key.Length)
                .Select(t =>
                    (
                        new Regex(
                            $@"\A{Regex.Escape(t.Key).Replace(@"\{}", "(.+?)", StringComparison.Ordinal)}\z",
                            RegexOptions.Singleline
                        ),
                        t.Value
                    )
                ),
        ];
    }

    /// <summary>The text in a language; as it is, where it has no other.</summary>
    /// <param name="language">fr or en.</param>
    public static string In(string language, string text) => language == "fr" ? French(text) ?? text : text;

    /// <summary>The text in French; null where there is none. What differs may be such a text itself.</summary>
    public static string? French(string text)
    {
        if (All.TryGetValue(text, out var french))
        {
            return french;
        }

        foreach (var (english, said) in Patterns)
        {
            if (english.Match(text) is { Success: true } found)
            {
                var part = 0;
                return Hole().Replace(said, _ => Grouped(In("fr", found.Groups[++part].Value)));
            }
        }

        return null;
    }

    private static string Grouped(string part) => GroupedNumber().IsMatch(part) ? part.Replace(',', '\u202f') : part;

    [GeneratedRegex(@"\A-?\d{1,3}(,\d{3})+\z")]
    private static partial Regex GroupedNumber();

    [GeneratedRegex(@"\{\}")]
    private static partial Regex Hole();
}
