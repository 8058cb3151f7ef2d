using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using ADRaffy.ENSNormalize;

namespace PracticeAnalysis.ServiceDefaults.Texts;

/// <summary>The words of names, and words of texts that may be such: compared as keyed digests, so that who compares need not know the names.
/// What is not seen: a name that begins a sentence and is followed by no other word of it, one that is written without a capital, and one
/// that is misspelt, shortened or paraphrased.</summary>
public static class NameWords
{
    private const int Shortest = 2;

    // After these a full stop ends no sentence.
    private static readonly HashSet<string> Titles =
    [
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
        .. Titles,
    ];

    private const string Keys = "names-";

    /// <summary>The id under which the key of a group's digests is kept, and for which it is wrapped.</summary>
    public static string KeyOf(Guid group) => $"{Keys}{group:N}";

    /// <summary>Whether a key is one of digests; its owner is the engagement, with which it goes.</summary>
    public static bool IsKey(string id) => id.StartsWith(Keys, StringComparison.Ordinal);

    /// <summary>The words of a name, folded: lower case, without accents, each once; without particles.</summary>
    public static IReadOnlyList<string> OfName(string name) => [.. Words(name).Select(w => w.Folded).Where(Counts).Distinct()];

    /// <summary>The words of a text that are capitalised within a sentence, folded, as often as they stand there. At the beginning of one a capital
    /// says nothing, unless every letter is one.</summary>
    public static IReadOnlyList<string> CapitalisedIn(string text) =>
        [.. Words(text).Where(w => w.IsCapitalised && (!w.Begins || w.IsShouted)).Select(w => w.Folded).Where(Counts)];

    /// <summary>HMAC-SHA256 of a folded word, in lower hexadecimal.</summary>
    public static string Digest(byte[] key, string word) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(word)));

    private static bool Counts(string word) => word.Length >= Shortest && !Particles.Contains(word);

    private static IEnumerable<Word> Words(string text)
    {
        var word = new StringBuilder();
        var (begins, previous) = (true, string.Empty);
        foreach (var rune in text.EnumerateRunes().Append(new Rune(' ')))
        {
            var category = Rune.GetUnicodeCategory(rune);

            // What nobody sees parts no word.
            if (category == UnicodeCategory.Format)
            {
                continue;
            }

            if (
                Rune.IsLetter(rune)
                || (word.Length > 0 && category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark)
            )
            {
                word.Append(rune);
                continue;
            }

            if (word.Length > 0)
            {
                var next = new Word(word.ToString(), begins);
                yield return next;
                word.Clear();
                (begins, previous) = (false, next.Folded);
            }

            begins |=
                rune.Value is '!' or '?' or '\u2026' or '\n' || (rune.Value == '.' && previous.Length != 1 && !Titles.Contains(previous));
        }
    }

    private sealed record Word(string Text, bool Begins)
    {
        public string Folded { get; } = Fold(Text);

        public bool IsCapitalised =>
            Rune.GetUnicodeCategory(Text.EnumerateRunes().First()) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;

        public bool IsShouted =>
            Folded.Length > 1 && !Text.EnumerateRunes().Any(r => Rune.GetUnicodeCategory(r) == UnicodeCategory.LowercaseLetter);

        private static string Fold(string text)
        {
            var folded = new StringBuilder();
            foreach (var rune in (Ascii.IsValid(text) ? text : ENSNormalize.NF.NFD(text)).EnumerateRunes())
            {
                if (Rune.GetUnicodeCategory(rune) is not (UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark))
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
                            var other => other.ToString(),
                        }
                    );
                }
            }

            return folded.ToString();
        }
    }
}
