using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

/// <summary>The public identifiers of French establishments.</summary>
public static class Identifiers
{
    private const string LaPoste = "356000000";
    private const string LaPosteHeadOffice = "35600000000048";

    /// <summary>An identifier as it is kept: without blanks and what nobody sees, in capitals.</summary>
    [return: NotNullIfNotNull(nameof(entered))]
    public static string? Normal(string? entered) =>
        entered is null ? null : string.Concat(entered.Where(c => !char.IsWhiteSpace(c) && !IsUnseen(c))).ToUpperInvariant();

    /// <summary>SIREN: nine digits, Luhn; zeros alone are none.</summary>
    public static bool IsSiren(string siren) => siren.Length == 9 && IsNumber(siren) && IsLuhn(siren);

    /// <summary>SIRET: a SIREN and five digits, Luhn; La Poste's sites have a digit sum that is a multiple of five, its head office aside.</summary>
    public static bool IsSiret(string siret) =>
        siret.Length == 14
        && IsNumber(siret)
        && IsSiren(siret[..9])
        && (
            siret.StartsWith(LaPoste, StringComparison.Ordinal) && siret != LaPosteHeadOffice
                ? siret.Sum(c => c - '0') % 5 == 0
                : IsLuhn(siret)
        );

    /// <summary>FINESS: nine characters that begin with a department, the last one Luhn; in Corsica (2A, 2B) the letter counts as 1 or 2.</summary>
    public static bool IsFiness(string finess)
    {
        if (finess.Length != 9 || !Departments.BeginsFiness(finess[..2]))
        {
            return false;
        }

        var digits = char.IsAsciiLetterUpper(finess[1]) ? $"{finess[0]}{(char)(finess[1] - 'A' + '1')}{finess[2..]}" : finess;
        return IsNumber(digits) && IsLuhn(digits);
    }

    // What is pasted along: soft hyphens, joiners, blanks of no width, marks of direction and of byte order.
    private static bool IsUnseen(char c) => char.GetUnicodeCategory(c) == UnicodeCategory.Format;

    private static bool IsNumber(string digits) => digits.All(char.IsAsciiDigit) && digits.Any(c => c != '0');

    private static bool IsLuhn(string digits) =>
        digits.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : (c - '0') * 2).Sum(d => d > 9 ? d - 9 : d) % 10 == 0;
}
