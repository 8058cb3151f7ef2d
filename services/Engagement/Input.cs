using System.Globalization;
using System.Text;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement;

/// <summary>What several commands check alike.</summary>
internal static class Input
{
    /// <summary>Why a name is none: empty, too long, or holding control or bidirectional characters.</summary>
    public static Refusal? CheckName(string name, string member, int longest = 200) =>
        string.IsNullOrWhiteSpace(name) || name.Length > longest || name.EnumerateRunes().Any(IsHidden)
            ? Refusal.OfInput(
                $"{member} is empty, longer than {longest} characters, or holds hidden characters.",
                "Give it in plain characters."
            )
            : null;

    /// <summary>Why a number is none that the command may hold.</summary>
    public static Refusal? CheckNumber(int? number, string member, int least, int most) =>
        number < least || number > most
            ? Refusal.OfInput($"{member} is not between {least} and {most}.", "Give a number within these bounds.")
            : null;

    /// <summary>Why a fact cannot have happened yet in another stream that it touches.</summary>
    public static Refusal? CheckTime(Act act, Aggregate beside) =>
        !act.IsUntimed && act.OccurredAt < beside.LastOccurredAt
            ? Refusal.OfRule(
                new("always", "occurred-at", "design"),
                "occurredAt lies before the last fact of the resource that this belongs to.",
                "Give a time that is not before that fact's."
            )
            : null;

    // The category Format holds the bidirectional marks, and the tags, which no char alone shows.
    private static bool IsHidden(Rune rune) =>
        Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned;
}
