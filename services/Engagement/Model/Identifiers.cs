using System.Diagnostics.CodeAnalysis;
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
        entered is null ? null : string.Concat(NormalForm.Cleaned(entered).Where(c => !char.IsWhiteSpace(c))).ToUpperInvariant();

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

    /// <summary>FINESS: nine characters, the last one Luhn; in Corsica (2A, 2B) the letter counts as 1 or 2. Zeros alone are none.</summary>
    public static bool IsFiness(string finess)
    {
        var digits =
            finess.Length == 9 && finess[0] == '2' && finess[1] is 'A' or 'B' ? $"2{(finess[1] == 'A' ? '1' : '2')}{finess[2..]}" : finess;
        return digits.Length == 9 && IsNumber(digits) && IsLuhn(digits);
    }

    private static bool IsNumber(string digits) => digits.All(char.IsAsciiDigit) && digits.Any(c => c != '0');

    private static bool IsLuhn(string digits) =>
        digits.Reverse().Select((c, i) => i % 2 == 0 ? c - '0' : (c - '0') * 2).Sum(d => d > 9 ? d - 9 : d) % 10 == 0;
}
