using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>What makes a protocol one: phases that can be told apart, and that a group can walk from the first to the last.</summary>
public static class ProtocolRules
{
    private const int MostPhases = 20;
    private const int MostMinutes = 600;

    /// <summary>Why it is none, or null.</summary>
    /// <param name="ships">Whether it ships, and cites our documents; a practice's own cites another work.</param>
    public static Refusal? Fault(Protocol protocol, bool ships) =>
        Refusal.All([
            Input.CheckRulesName(protocol.Name, "protocol.name"),
            Input.CheckNumber(protocol.Version, "protocol.version", 1, 1000),
            Input.CheckSource(protocol.Source, "protocol.source", ships),
            protocol.Phases.Count == 0
                ? Refusal.OfInput("protocol.phases is empty.", "GET /v1/protocols shows what protocols look like.")
                : null,
            Input.CheckOnce([.. protocol.Phases.Select(p => p.Code)], "protocol.phases", MostPhases),
            .. protocol.Phases.Select((phase, at) => Fault(phase, $"protocol.phases.{at}")),
        ]) ?? Walk(protocol);

    /// <summary>Whether a situation is chosen in this phase: the one that asks for it, or, where none does, one in which it is told.</summary>
    public static bool ChoosesIn(this Protocol protocol, Phase phase) =>
        phase.Needs.Contains(Need.SituationChosen)
        || (protocol.Phases.All(p => !p.Needs.Contains(Need.SituationChosen)) && phase.Brings.Any(b => b.Kind == ContributionKind.Expose));

    private static Refusal? Fault(Phase phase, string member) =>
        Refusal.All([
            Input.CheckWord(phase.Code, $"{member}.code"),
            Input.CheckPlain(phase.Label, $"{member}.label"),
            Input.CheckNumber(phase.Minutes, $"{member}.minutes", 1, MostMinutes),
            Input.CheckOnce([.. phase.Brings.Select(b => b.Kind)], $"{member}.brings", Enum.GetValues<ContributionKind>().Length),
            .. phase.Brings.Select((b, at) => Input.CheckOnce(b.By, $"{member}.brings.{at}.by", 3)),
            Input.CheckOnce(phase.Needs, $"{member}.needs", Enum.GetValues<Need>().Length),
            Input.CheckOnce(phase.Asks ?? [], $"{member}.asks", Enum.GetValues<ContributionKind>().Length),
        ]);

    // Read as a session will be: what a phase needs is brought in it or before; what it asks, in it.
    private static Refusal? Walk(Protocol protocol)
    {
        for (var at = 0; at < protocol.Phases.Count; at++)
        {
            var phase = protocol.Phases[at];
            if (phase.Needs.Where(n => !CanBeMet(protocol, at, n)).Cast<Need?>().FirstOrDefault() is { } need)
            {
                return Stuck(protocol, at, Words.Of(need), Words.Of(need));
            }

            if ((phase.Asks ?? []).Where(k => !CanBring(protocol, at, k)).Cast<ContributionKind?>().FirstOrDefault() is { } kind)
            {
                return Stuck(protocol, at, Words.Of(kind), "brought");
            }
        }

        return null;
    }

    private static bool CanBeMet(Protocol protocol, int at, Need need)
    {
        bool ByThen(ContributionKind kind, Part? who = null) =>
            Enumerable.Range(0, at + 1).Any(before => CanBring(protocol, before, kind, who));
        return need switch
        {
            Need.Exposed => ByThen(ContributionKind.Expose, Part.Narrator),
            Need.Interpreted => ByThen(ContributionKind.Interpretation, Part.Member),
            Need.Responded => ByThen(ContributionKind.Response, Part.Member),
            Need.PisteFromEveryMember => ByThen(ContributionKind.Piste, Part.Member),
            Need.FacilitatorShares => ByThen(ContributionKind.Resonance, Part.Facilitator),
            Need.EveryInterpretationPronounced => ByThen(ContributionKind.Interpretation) && HasNarrator(protocol, at),
            Need.StartingPositionStated or Need.ObjectiveStated => HasNarrator(protocol, at),
            Need.FeedbackGiven => HasNarrator(protocol, at)
                && protocol.Phases.Take(at + 1).Any(p => p.Needs.Contains(Need.StartingPositionStated)),
            // Raised at any time; chosen, decided and echoed in the phase that asks for it.
            _ => true,
        };
    }

    // Somebody, or who has this part, may bring it in this phase.
    private static bool CanBring(Protocol protocol, int at, ContributionKind kind, Part? who = null) =>
        protocol
            .Phases[at]
            .Brings.Where(b => b.Kind == kind)
            .SelectMany(b => b.By)
            .Any(part => part == (who ?? part) && (part != Part.Narrator || HasNarrator(protocol, at)));

    // Whose situation is chosen is the narrator from then on.
    private static bool HasNarrator(Protocol protocol, int at) => protocol.Phases.Take(at + 1).Any(protocol.ChoosesIn);

    private static Refusal Stuck(Protocol protocol, int at, string what, string rule) =>
        Refusal.OfRule(
            new(protocol.Name, rule, protocol.Source),
            $"Phase {at + 1} of the protocol requires {what}, which nobody can have brought by then.",
            "Make sure that someone can bring it by then. There is a narrator once a situation can be chosen; feedback follows a starting position."
        );
}
