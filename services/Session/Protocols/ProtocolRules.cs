using System.Text.RegularExpressions;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>What makes a protocol one: phases that can be told apart, and nothing asked that its phases do not let anybody bring.</summary>
public static class ProtocolRules
{
    private const int MostPhases = 20;
    private const int MostMinutes = 600;

    /// <summary>Why it is none, or null.</summary>
    public static string? Fault(Protocol protocol)
    {
        var codes = protocol.Phases.Select(p => p.Code).ToList();
        return !IsName(protocol.Name) || codes.Any(c => !IsName(c)) ? "a name is not 2 to 40 lower-case letters, digits and hyphens."
            : protocol.Version < 1 ? "its version is less than one."
            : codes.Count is 0 or > MostPhases ? "it has no phase, or more than twenty."
            : codes.Distinct().Count() != codes.Count ? "it names a phase twice."
            : protocol.Phases.Any(p => string.IsNullOrWhiteSpace(p.Label)) ? "a phase has no label."
            : protocol.Phases.Any(p => p.Minutes is < 1 or > MostMinutes) ? "a time box is not between 1 and 600 minutes."
            : protocol.Phases.SelectMany((_, at) => Missing(protocol, at)).FirstOrDefault() is { } missing
                ? $"it asks for {missing} where nobody may bring it."
            : null;
    }

    // Read as the session will be: what a phase needs was brought in it or before; what it asks, in it.
    private static IEnumerable<string> Missing(Protocol protocol, int at)
    {
        var phase = protocol.Phases[at];
        var soFar = protocol.Phases.Take(at + 1).ToList();
        return (phase.Asks ?? [])
            .Where(kind => phase.Brings.All(b => b.Kind != kind))
            .Select(kind => ServiceDefaults.Facts.Words.Of(kind))
            .Concat(
                phase
                    .Needs.Where(n =>
                        Brought(n) is var (kind, by) && !soFar.SelectMany(p => p.Brings).Any(b => b.Kind == kind && b.By.Contains(by))
                    )
                    .Select(n => ServiceDefaults.Facts.Words.Of(n))
            )
            .Concat(
                phase.Needs.Contains(Need.FeedbackGiven) && soFar.All(p => !p.Needs.Contains(Need.StartingPositionStated))
                    ? ["feedback-given"]
                    : []
            );
    }

    private static (ContributionKind Kind, Part By)? Brought(Need need) =>
        need switch
        {
            Need.Exposed => (ContributionKind.Expose, Part.Narrator),
            Need.Interpreted => (ContributionKind.Interpretation, Part.Member),
            Need.Responded => (ContributionKind.Response, Part.Member),
            Need.PisteFromEveryMember => (ContributionKind.Piste, Part.Member),
            Need.FacilitatorShares => (ContributionKind.Resonance, Part.Facilitator),
            _ => null,
        };

    private static bool IsName(string name) => Regex.IsMatch(name, "^[a-z][a-z0-9-]{1,39}$");
}
