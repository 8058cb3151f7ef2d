using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;

namespace PracticeAnalysis.Reporting.Outbound.Webhooks;

/// <summary>Whether the host of an address can be called at all. What a public name leads to is judged at each call; what is written says the rest at once.</summary>
internal static partial class ReachableHost
{
    private const int LongestName = 253;

    // The registries and the habits by which a name is known inside a house or a machine alone (RFC 6761, RFC 6762, RFC 9476, and ICANN's .internal).
    private static readonly string[] Inside =
    [
        "internal",
        "local",
        "localhost",
        "localdomain",
        "svc",
        "lan",
        "home",
        "corp",
        "intranet",
        "private",
        "home.arpa",
        "alt",
        "onion",
        "test",
        "invalid",
    ];

    /// <summary>Whether it can be.</summary>
    /// <param name="loopback">Whether this machine may be called: development alone.</param>
    public static bool Is(Uri url, bool loopback)
    {
        if (loopback && url.IsLoopback)
        {
            return true;
        }

        if (url.HostNameType == UriHostNameType.IPv6)
        {
            return IPAddress.TryParse(url.DnsSafeHost, out var six) && Egress.Allows(six, loopback);
        }

        return Ascii(Written(url)) is { } name
            && (IPAddress.TryParse(name, out var four) ? Egress.Allows(four, loopback) : IsName(name, loopback));
    }

    // As it was sent: a parser would leave out what nobody sees.
    private static string Written(Uri url)
    {
        var authority = url.OriginalString.Split('/', '?', '#').Skip(2).First();
        var host = authority.Contains(':', StringComparison.Ordinal) ? authority[..authority.LastIndexOf(':')] : authority;
        return host.EndsWith('.') ? host[..^1] : host;
    }

    // The form that a resolver asks for (IDNA); null where the name has none.
    private static string? Ascii(string host)
    {
        try
        {
            return !host.EnumerateRunes().All(IsItself) ? null
                : System.Text.Ascii.IsValid(host) ? host.ToLowerInvariant()
                : new IdnMapping().GetAscii(host.ToLowerInvariant());
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    // What a resolver folds into another sign (NFKC) might be a digit or a dot of an address. The runtime has no table of those, so that whole blocks are refused.
    private static bool IsItself(Rune rune) =>
        rune.IsAscii
        || (
            Rune.GetUnicodeCategory(rune)
                is UnicodeCategory.LowercaseLetter
                    or UnicodeCategory.UppercaseLetter
                    or UnicodeCategory.OtherLetter
                    or UnicodeCategory.ModifierLetter
                    or UnicodeCategory.NonSpacingMark
                    or UnicodeCategory.SpacingCombiningMark
                    or UnicodeCategory.DecimalDigitNumber
            && rune.Value
                is not (0xAA or 0xBA)
                    and not (>= 0x2B0 and <= 0x2FF)
                    and not (>= 0x1D00 and <= 0x1DBF)
                    and not (>= 0x2070 and <= 0x214F)
                    and not (>= 0xFB00 and <= 0xFDFF)
                    and not (>= 0xFE00 and <= 0xFFEF)
                    and not (>= 0x1D400 and <= 0x1D7FF)
                    and not (>= 0x1FBF0 and <= 0x1FBF9)
        );

    // A name whose last label is a number is read as an address, and was none.
    private static bool IsName(string name, bool loopback)
    {
        var labels = name.Split('.');
        return name.Length <= LongestName
            && labels.All(label => Label().IsMatch(label) && IsEncoded(label))
            && !Number().IsMatch(labels[^1])
            && (loopback || (labels.Length > 1 && !Inside.Any(end => name.EndsWith($".{end}", StringComparison.Ordinal))));
    }

    // What begins as the encoding of a name (Punycode) is that of one.
    private static bool IsEncoded(string label)
    {
        try
        {
            return !label.StartsWith("xn--", StringComparison.Ordinal) || Ascii(new IdnMapping().GetUnicode(label)) == label;
        }
        catch (ArgumentException)
        {
            return false;
        }
    }

    [GeneratedRegex(@"\A(?!-)[a-z0-9-]{1,63}(?<!-)\z")]
    private static partial Regex Label();

    [GeneratedRegex(@"\A(?:[0-9]+|0x[0-9a-f]*)\z")]
    private static partial Regex Number();
}
