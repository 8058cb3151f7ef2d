using JasperFx.Events;
using Marten;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>A text that was said in a session and not withdrawn.</summary>
/// <param name="Version">Of the session's history, in which it stands.</param>
/// <param name="Author">Who said it: the actor of the fact, under whose key it is sealed.</param>
/// <param name="What">situation, starting-position, the kind of contribution, pronouncement, objective, feedback, echo, decision or incident.</param>
/// <param name="Member">The member of the fact that it was sealed for.</param>
/// <param name="Private">Whether it was said to the narrator alone.</param>
public sealed record SaidText(long Version, Guid Author, string What, string? Phase, Sealed Text, string Member, bool Private)
{
    /// <summary>What was said in a session, read from its stream.</summary>
    public static async Task<IReadOnlyList<SaidText>> Read(IQuerySession session, Guid of, CancellationToken cancel) =>
        Of(
            (await session.Events.FetchStreamAsync(of, token: cancel))
                .Where(e => !e.IsArchived)
                .Select(e => (e.Version, PersonOf(e.UserName), e.Fact()))
        );

    /// <summary>What was said in a session, in order.</summary>
    public static IReadOnlyList<SaidText> Of(IEnumerable<(long Version, Guid Author, Fact Fact)> stream)
    {
        var facts = stream.ToList();
        var withdrawn = facts.Select(f => f.Fact).OfType<ContributionWithdrawn>().Select(w => w.Contribution).ToHashSet();
        var standing = facts
            .Select(f => f.Fact)
            .OfType<ContributionMade>()
            .Where(c => !withdrawn.Contains(c.Contribution))
            .ToDictionary(c => c.Contribution);
        return [.. facts.Select(f => Of(f.Version, f.Author, f.Fact, standing)).OfType<SaidText>()];
    }

    private static SaidText? Of(long version, Guid author, Fact fact, Dictionary<Guid, ContributionMade> standing)
    {
        SaidText Said(string what, Sealed text, string member, string? phase = null, bool isPrivate = false) =>
            new(version, author, what, phase, text, member, isPrivate);

        return fact switch
        {
            SituationRaised e => Said("situation", e.Text, "SituationRaised.Text"),
            StartingPositionStated e => Said("starting-position", e.Text, "StartingPositionStated.Text"),
            ContributionMade e when standing.ContainsKey(e.Contribution) => Said(
                Words.Of(e.Kind),
                e.Text,
                "ContributionMade.Text",
                e.Phase,
                e.Private
            ),
            // It goes with what it answers.
            InterpretationPronounced { Text: { } text } e when standing.TryGetValue(e.Contribution, out var answered) => Said(
                "pronouncement",
                text,
                "InterpretationPronounced.Text",
                answered.Phase,
                answered.Private
            ),
            ObjectiveStated e => Said("objective", e.Text, "ObjectiveStated.Text"),
            FeedbackGiven e => Said("feedback", e.Text, "FeedbackGiven.Text"),
            EchoGiven e => Said("echo", e.Text, "EchoGiven.Text", isPrivate: e.Private),
            DecisionProposed e => Said("decision", e.Text, ProposeDecision.TextMember),
            FrameIncidentRecorded { Text: { } text } => Said("incident", text, "FrameIncidentRecorded.Text"),
            _ => null,
        };
    }

    // Metadata say role and id; what a message or the time did was said by nobody.
    private static Guid PersonOf(string? actor) => Guid.TryParse(actor?.Split(':')[^1], out var person) ? person : Guid.Empty;
}
