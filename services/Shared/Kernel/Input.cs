using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using PracticeAnalysis.Contracts;

namespace PracticeAnalysis.Kernel;

/// <summary>What several commands check alike. Each says why a member has no acceptable value, or null.</summary>
public static partial class Input
{
    private const int ShortestReference = 3;
    private static readonly string[] Reserved = ["always", "dispositif", "protocol", "frame"];

    /// <summary>Why a name is none: empty, too long, or holding control or bidirectional characters. It is kept in its normal form, where what is cleaned away
    /// of it is no fault.</summary>
    public static Refusal? CheckName(string name, string member, int longest = 200) =>
        CheckPlain(NormalForm.Cleaned(name), member, longest);

    /// <summary>The same of what is kept as it came.</summary>
    public static Refusal? CheckPlain(string text, string member, int longest = 200) =>
        text.EnumerateRunes().All(IsBlank) ? Refusal.OfInput($"{member} is empty.", "Give visible characters.")
        : text.EnumerateRunes().Count() > longest
            ? Refusal.OfInput($"{member} is longer than {longest:N0} characters.", $"Give at most {longest:N0} characters.")
        : text.EnumerateRunes().Any(IsHidden) ? Refusal.OfInput($"{member} contains hidden characters.", "Give only visible characters.")
        : null;

    /// <summary>Why a reference is none by which somebody could look something up: such as the title and date of a letter.</summary>
    public static Refusal? CheckReference(string reference, string member, int longest = 200) =>
        CheckName(reference, member, longest)
        ?? (
            NormalForm.Cleaned(reference) is var cleaned && cleaned.Length < ShortestReference
            || !cleaned.EnumerateRunes().Any(Rune.IsLetterOrDigit)
            || "=+-@".Contains(cleaned[0])
                ? Refusal.OfInput(
                    $"{member} is shorter than {ShortestReference} characters, contains neither letters nor digits, or begins with = + - or @.",
                    "Say what proves it, so that someone can look it up: for example, the title and date of a letter."
                )
                : null
        );

    /// <summary>Why a number is none that the command may hold.</summary>
    public static Refusal? CheckNumber(int? number, string member, int least, int most) =>
        number < least || number > most ? Refusal.OfInput(OutOfBounds(member, least, most), WithinBounds) : null;

    /// <summary>What is said of a number that is out of its bounds. Those of a year are not grouped.</summary>
    public static string OutOfBounds(string member, long least, long most)
    {
        var form = member.EndsWith("year", StringComparison.OrdinalIgnoreCase) ? "D" : "N0";
        var (lowest, highest) = (least.ToString(form, CultureInfo.InvariantCulture), most.ToString(form, CultureInfo.InvariantCulture));
        return $"{member} is not between {lowest} and {highest}.";
    }

    /// <summary>What to do instead.</summary>
    public const string WithinBounds = "Give a number within these limits.";

    /// <summary>The same of each member of a command whose bounds it names (<see cref="BetweenAttribute" />): all that are out of them.</summary>
    /// <param name="within">Where the command stands in its body, with a point behind it; empty where it is the body.</param>
    public static Refusal? CheckNumbers(object command, string within = "") =>
        Refusal.All(
            BetweenAttribute
                .Of(command)
                .Select(number => CheckNumber(number.Value, within + number.Name, number.Bounds.Least, number.Bounds.Most))
        );

    /// <summary>Why a word is none by which frames, protocols, phases and works are known.</summary>
    public static Refusal? CheckWord(string word, string member) =>
        WordForm().IsMatch(word)
            ? null
            : Refusal.OfInput(
                $"{member} is not 2 to 40 lower-case letters, digits and hyphens, starting with a letter.",
                "Use only these characters."
            );

    /// <summary>Why a name is none for a frame or a protocol, after which the rules that it asks for are named: a word that is not taken by those that
    /// hold whatever the frame.</summary>
    public static Refusal? CheckRulesName(string name, string member) =>
        Reserved.Contains(name)
            ? Refusal.OfInput($"{member} is reserved: it names what applies to every frame.", "Give it a name of your own.")
            : CheckWord(name, member);

    /// <summary>Why a work is none that a frame or a protocol may cite.</summary>
    /// <param name="ships">Whether that ships: then it cites our documents by their tags, and a practice's own cites any work but these.</param>
    public static Refusal? CheckSource(string source, string member, bool ships) =>
        (ships ? !SourceTags.All.Contains(source) : SourceTags.ReadsAsOne(source))
            ? Refusal.OfInput(
                $"{member} is the tag of one of our documents, or is not one although one is required.",
                "Cite its source by a word of your own, such as practice."
            )
        : ships ? null
        : CheckWord(source, member);

    /// <summary>Why two ends are those of no period: the earlier lies after the later, so that nothing lies between them.</summary>
    /// <param name="isOpen">Whether the later end is not part of the period: then the two are not the same either.</param>
    public static Refusal? CheckOrder<T>(T? earlier, T? later, string from = "from", string to = "to", bool isOpen = false)
        where T : struct, IComparable<T> =>
        earlier is { } first && later is { } last && first.CompareTo(last) is var order && (order > 0 || (isOpen && order == 0))
            ? Refusal.OfInput($"{from} and {to} leave nothing between them.", $"Give the earlier one as {from} and the later one as {to}.")
            : null;

    /// <summary>Why a list is none: too long, or holding the same twice.</summary>
    public static Refusal? CheckOnce<T>(IReadOnlyCollection<T> items, string member, int most) =>
        items.Count > most ? Refusal.OfInput($"{member} has more than {most:N0} items.", $"List at most {most:N0}.")
        : items.Distinct().Count() != items.Count ? Refusal.OfInput($"{member} contains a duplicate.", "Name each item only once.")
        : null;

    /// <summary>Which values are allowed.</summary>
    public static string OneOf(params IEnumerable<string> allowed) =>
        allowed.ToList() is [var only] ? $"The only value allowed is {only}." : $"Give one of: {string.Join(", ", allowed)}.";

    /// <summary>Why words are none of those that may be given: each that is none, by its place in the list; or that there is none at all.</summary>
    public static Refusal? CheckAmong(
        IReadOnlyList<string> given,
        IReadOnlyCollection<string> allowed,
        string member,
        bool mayBeEmpty = false
    )
    {
        var among = allowed.Count == 1 ? OneOf(allowed) : $"Give one or more of: {string.Join(", ", allowed)}.";
        return given.Count == 0 && !mayBeEmpty
            ? Refusal.OfInput($"{member} is empty.", among)
            : Refusal.All(
                given
                    .Index()
                    .Where(word => !allowed.Contains(word.Item))
                    .Select(word => Refusal.OfInput($"{member}.{word.Index} is not allowed here.", among))
            );
    }

    /// <summary>Why a correction is not dated as its reason asks, or null.</summary>
    /// <param name="since">From when on what was right is otherwise.</param>
    public static Refusal? CheckSince(CorrectionReason reason, DateOnly? since, Act act)
    {
        const string withChanged = "Give since with the reason changed, and only with it.";
        return reason == CorrectionReason.Changed && since is null ? Refusal.OfMissing("since", "since is missing.", withChanged)
            : reason != CorrectionReason.Changed && since is not null ? Refusal.OfInput("since is given, but nothing changed.", withChanged)
            : since > DateOnly.FromDateTime(act.Now.UtcDateTime) ? Refusal.OfInput("since is in the future.", "Record it once it applies.")
            : null;
    }

    /// <summary>Why a fact cannot have happened yet in another stream that it touches.</summary>
    public static Refusal? CheckTime(Act act, Aggregate beside) =>
        !act.IsUntimed && act.OccurredAt < beside.LastOccurredAt
            ? Refusal.OfRule(
                Occurrence.OccurredAt,
                "occurredAt is before the last event of the resource that this belongs to.",
                "Give a time that is not before that event."
            )
            : null;

    /// <summary>Why what happens by its being asked is dated back: others acted meanwhile by what stood, and nobody could have known (design).</summary>
    public static Refusal? CheckClock(Act act) =>
        !act.IsUntimed && act.OccurredAt < act.Now - Occurrence.OnItsWay
            ? Refusal.OfRule(
                Occurrence.OccurredAt,
                "This happens when it is requested, and occurredAt is before that.",
                "Ask without occurredAt; describe in words what happened before."
            )
            : null;

    // A mark is seen upon something else alone. The braille pattern of no point and the fillers of Hangul are symbols and letters by their category, and
    // nobody sees them.
    /// <summary>Whether nobody who reads the text sees anything.</summary>
    internal static bool ShowsNothing(string text) => text.EnumerateRunes().All(rune => IsBlank(rune) || IsHidden(rune));

    private static bool IsBlank(Rune rune) =>
        Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark
        || rune.Value is 0x2800 or 0x3164 or 0x115F or 0x1160 or 0xFFA0;

    // The category Format holds the bidirectional marks, and the tags, which no char alone shows.
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;

    [GeneratedRegex(@"\A[a-z][a-z0-9-]{1,39}\z")]
    private static partial Regex WordForm();
}
