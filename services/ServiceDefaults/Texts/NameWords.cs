using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ADRaffy.ENSNormalize;

namespace PracticeAnalysis.ServiceDefaults.Texts;

/// <summary>The words of names, and words of texts that may be such: compared as keyed digests, so that who compares need not know the names.
/// What is not seen: a name that is written without a capital, misspelt, shortened or paraphrased.</summary>
public static class NameWords
{
    private const int Shortest = 2;
    private const int FirstLigature = 0xFB00;
    private const int LastLigature = 0xFB06;
    private static readonly string[] Ligatures = ["ff", "fi", "fl", "ffi", "ffl", "st", "st"];

    // What stands between names, and begins those of towns and firms.
    private static readonly HashSet<string> Particles =
    [
        "al",
        "au",
        "aux",
        "da",
        "das",
        "de",
        "del",
        "den",
        "der",
        "des",
        "di",
        "do",
        "dos",
        "du",
        "el",
        "et",
        "la",
        "las",
        "le",
        "les",
        "los",
        "of",
        "te",
        "ten",
        "ter",
        "van",
        "von",
        "zu",
        "m",
        "mm",
        "mr",
        "mme",
        "mmes",
        "mlle",
        "mlles",
        "dr",
        "pr",
        "me",
        "mgr",
        "st",
        "ste",
    ];

    private const string Keys = "names-";

    /// <summary>The id under which the key of a group's digests is kept, and for which it is wrapped.</summary>
    public static string KeyOf(Guid group) => $"{Keys}{group:N}";

    /// <summary>Whether a key is one of digests; its owner is the engagement, with which it goes.</summary>
    public static bool IsKey(string id) => id.StartsWith(Keys, StringComparison.Ordinal);

    /// <summary>The words of a name, folded: lower case, without accents, each once; without particles.</summary>
    public static IReadOnlyList<string> OfName(string name) => [.. Words(name).Select(w => w.Folded).Where(Counts).Distinct()];

    /// <summary>What a name may be written as in a text: its words, and each two that stand side by side as one. Ben Salah is Bensalah too.</summary>
    public static IReadOnlyList<string> AsWritten(string name)
    {
        var words = Words(name).Select(w => w.Folded).ToList();
        var joined = words.Zip(words.Skip(1)).Where(w => Counts(w.First) || Counts(w.Second)).Select(w => w.First + w.Second);
        return [.. words.Where(Counts).Concat(joined).Distinct()];
    }

    /// <summary>The words of a text that are capitalised, as often as they stand there, each by what it may be read as, folded: itself, without the s of a
    /// plural, or one word with the next, from which a line, a hyphen or an apostrophe may part it.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> CapitalisedIn(string text)
    {
        var words = Words(text).ToList();
        return
        [
            .. words
                .Select((word, i) => (Word: word, Next: i + 1 < words.Count ? words[i + 1].Folded : string.Empty))
                .Where(w => w.Word.IsCapitalised)
                .Select(w => (IReadOnlyList<string>)[.. Readings(w.Word.Folded, w.Next).Where(Counts).Distinct()]),
        ];
    }

    /// <summary>Whether a text holds letters that are not Latin, or what turns the direction of writing: a name can be written by such that nothing is compared
    /// with.</summary>
    public static bool IsDisguised(string text) =>
        text.EnumerateRunes().Any(rune => TurnsDirection(rune) || (Rune.IsLetter(rune) && !IsLatin(rune)));

    /// <summary>HMAC-SHA256 of a folded word, in lower hexadecimal.</summary>
    public static string Digest(byte[] key, string word) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(word)));

    private static IEnumerable<string> Readings(string word, string next) => [word, word.TrimEnd('s'), word + next];

    // Basic Latin to Latin Extended-B, Latin Extended Additional, the ligatures that copying from a document leaves, and the small letters of 2e.
    private static bool IsLatin(Rune rune) =>
        rune.Value is <= 0x024F or (>= 0x1E00 and <= 0x1EFF) or (>= FirstLigature and <= LastLigature) or 0x1D48 or 0x1D49;

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool Counts(string word) => word.Length >= Shortest && !Particles.Contains(word);

    private static IEnumerable<Word> Words(string text)
    {
        var word = new StringBuilder();
        foreach (var rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            var category = Rune.GetUnicodeCategory(rune);

            // What nobody sees parts no word.
            if (category == UnicodeCategory.Format)
            {
                continue;
            }

            if (Rune.IsLetter(rune) || (word.Length > 0 && IsMark(category)))
            {
                word.Append(rune);
            }
            else if (word.Length > 0)
            {
                yield return new Word(word.ToString());
                word.Clear();
            }
        }
    }

    private sealed record Word(string Text)
    {
        public string Folded { get; } = Fold(Text);

        public bool IsCapitalised =>
            Rune.GetUnicodeCategory(Text.EnumerateRunes().First()) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;

        private static string Fold(string text)
        {
            var folded = new StringBuilder();
            foreach (var rune in (Ascii.IsValid(text) ? text : ENSNormalize.NF.NFD(text)).EnumerateRunes())
            {
                if (!IsMark(Rune.GetUnicodeCategory(rune)))
                {
                    folded.Append(
                        Rune.ToLowerInvariant(rune) switch
                        {
                            { Value: '\u00e6' } => "ae",
                            { Value: '\u0153' } => "oe",
                            { Value: '\u00df' } => "ss",
                            { Value: '\u00f8' } => "o",
                            { Value: '\u0142' } => "l",
                            { Value: '\u0131' } => "i",
                            { Value: >= FirstLigature and <= LastLigature } ligature => Ligatures[ligature.Value - FirstLigature],
                            var other => other.ToString(),
                        }
                    );
                }
            }

            return folded.ToString();
        }
    }
}
