using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using ADRaffy.ENSNormalize;

namespace PracticeAnalysis.Privacy;

/// <summary>The words of names, and words of texts that may be such: compared as keyed digests, so that who compares need not know the names.
/// What is not seen: a name that is written without a capital, misspelt, shortened or paraphrased.</summary>
public static partial class NameWords
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

    /// <summary>What a name may be written as in a text: its words, and each two that stand side by side as one, in either order. Ben Salah is Bensalah too.</summary>
    public static IReadOnlyList<string> AsWritten(string name)
    {
        var words = Words(name).Select(w => w.Folded).ToList();
        var joined = words
            .Zip(words.Skip(1))
            .Where(w => Counts(w.First) || Counts(w.Second))
            .SelectMany(w => (string[])[w.First + w.Second, w.Second + w.First]);
        return [.. words.Where(Counts).Concat(joined).Distinct()];
    }

    /// <summary>The words of a text that hold a capital or stand in an address, as often as they stand there, each by what it may be read as, folded: itself,
    /// without the s of a plural, from a capital within it on, one word with the next, from which a line, a hyphen or an apostrophe may part it, or with all
    /// those of one letter that follow it.</summary>
    public static IReadOnlyList<IReadOnlyList<string>> CapitalisedIn(string text)
    {
        var words = Words(Markup().Replace(WebUtility.HtmlDecode(text), string.Empty)).ToList();
        return
        [
            .. words
                .Select((word, i) => (Word: word, Next: words.Skip(i + 1)))
                .Where(w => w.Word.IsCapitalised || w.Word.IsGlued || w.Next.FirstOrDefault()?.IsGlued is true)
                .Select(w => (IReadOnlyList<string>)[.. Readings(w.Word, w.Next).Where(Counts).Distinct()]),
        ];
    }

    /// <summary>Whether a text holds letters that are not Latin, or what turns the direction of writing: a name can be written by such that nothing is compared
    /// with.</summary>
    public static bool IsDisguised(string text) =>
        text.EnumerateRunes().Any(rune => TurnsDirection(rune) || (Rune.IsLetter(rune) && !IsLatin(rune)));

    /// <summary>HMAC-SHA256 of a folded word, in lower hexadecimal.</summary>
    public static string Digest(byte[] key, string word) =>
        Convert.ToHexStringLower(HMACSHA256.HashData(key, Encoding.UTF8.GetBytes(word)));

    private static IEnumerable<string> Readings(Word word, IEnumerable<Word> next) =>
        [
            word.Folded,
            word.Folded.TrimEnd('s'),
            word.Folded + next.FirstOrDefault()?.Folded,
            .. word.FromCapitals,
            .. word.Folded.Length == 1
                ? [word.Folded + string.Concat(next.Select(w => w.Folded).TakeWhile(w => w.Length == 1))]
                : (string[])[],
        ];

    // What a page shows as one word.
    [GeneratedRegex("<[^<>]{1,40}>")]
    private static partial Regex Markup();

    // What stands within a word in the place of a letter that it looks like.
    private static Rune? Letter(Rune digit) =>
        digit.Value switch
        {
            '0' => new('o'),
            '1' => new('i'),
            '3' => new('e'),
            '4' => new('a'),
            '5' => new('s'),
            '7' => new('t'),
            _ => null,
        };

    // Basic Latin to Latin Extended-B, Latin Extended Additional, the ligatures that copying from a document leaves, and the small letters of 2e.
    private static bool IsLatin(Rune rune) =>
        rune.Value is <= 0x024F or (>= 0x1E00 and <= 0x1EFF) or (>= FirstLigature and <= LastLigature) or 0x1D48 or 0x1D49;

    private static bool TurnsDirection(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);

    private static bool IsMark(UnicodeCategory category) =>
        category is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark or UnicodeCategory.EnclosingMark;

    private static bool Counts(string word) => word.Length >= Shortest && !Particles.Contains(word);

    private static IEnumerable<Word> Words(string text)
    {
        // What nobody sees parts no word.
        List<Rune> runes = [.. text.EnumerateRunes().Where(r => Rune.GetUnicodeCategory(r) != UnicodeCategory.Format), new(' ')];
        var word = new StringBuilder();
        var (begins, ended) = (0, 0);
        for (var i = 0; i < runes.Count; i++)
        {
            if (Rune.IsLetter(runes[i]) || (word.Length > 0 && IsMark(Rune.GetUnicodeCategory(runes[i]))))
            {
                begins = word.Length == 0 ? i : begins;
                word.Append(runes[i]);
            }
            else if (word.Length > 0 && Rune.IsLetter(runes[Math.Min(i + 1, runes.Count - 1)]) && Letter(runes[i]) is { } letter)
            {
                word.Append(letter);
            }
            else if (word.Length > 0)
            {
                yield return new Word(word.ToString(), begins - ended == 1 && begins > 1 && runes[ended].Value is '_' or '.' or '@');
                ended = i;
                word.Clear();
            }
        }
    }

    /// <param name="IsGlued">Whether a point, an at sign or an underscore alone parts it from the word before.</param>
    private sealed record Word(string Text, bool IsGlued)
    {
        public string Folded { get; } = Fold(Text);

        public bool IsCapitalised => Text.EnumerateRunes().Any(IsCapital);

        public IEnumerable<string> FromCapitals =>
            Text.Select((_, i) => i).Where(i => i > 0 && char.IsUpper(Text[i]) && !char.IsUpper(Text[i - 1])).Select(i => Fold(Text[i..]));

        private static bool IsCapital(Rune rune) =>
            Rune.GetUnicodeCategory(rune) is UnicodeCategory.UppercaseLetter or UnicodeCategory.TitlecaseLetter;

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
