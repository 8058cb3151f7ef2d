using System.Buffers;
using ADRaffy.ENSNormalize;

namespace PracticeAnalysis.Kernel;

/// <summary>The one form that a name is kept in.</summary>
public static class NormalForm
{
    // What lies before the first combining mark has one form alone. The tables for the others take 16 MB: few names need them.
    private const char LastThatIsSo = '\u02FF';

    // A soft hyphen, the joiners and a byte order mark: nobody sees them, and they come with what is pasted from a page or a spreadsheet.
    private static readonly SearchValues<char> Pasted = SearchValues.Create("\u00ad\u200c\u200d\u2060\ufeff");

    /// <summary>A name in the one form that its characters have (NFC), cleaned. The runtime knows no normal forms where it is invariant of cultures.</summary>
    public static string Of(string name) =>
        Cleaned(name) is var cleaned && cleaned.AsSpan().ContainsAnyExceptInRange('\0', LastThatIsSo)
            ? ENSNormalize.NF.NFC(cleaned)
            : cleaned;

    /// <summary>The letters and digits of a text, as capitals without accents: what is the same so, no reader would call another text.</summary>
    public static string Letters(string text) => string.Concat(ENSNormalize.NF.NFD(text).Where(char.IsLetterOrDigit)).ToUpperInvariant();

    /// <summary>A text without the blanks around it, and without soft hyphens, joiners and byte order marks.</summary>
    public static string Cleaned(string text) =>
        (text.AsSpan().ContainsAny(Pasted) ? string.Concat(text.Where(c => !Pasted.Contains(c))) : text).Trim();
}
