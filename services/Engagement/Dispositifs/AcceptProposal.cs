using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Accepts an amendment or a renewal that the practice proposed: who pays, by a token of theirs, or as the practice records it.</summary>
/// <param name="ShownBy">What shows it, where the practice records it: 1 to 200 plain characters, as a name has them.</param>
public sealed record AcceptProposal(Narrative? ShownBy = null) : Command
{
    /// <summary>Decides. It holds from its acceptance on, by the rules and the term as they are then.</summary>
    public static Decision Decide(AcceptProposal command, Guid proposal, Engagement engagement, FrameLibrary frames, Act act) =>
        engagement.Proposals.FirstOrDefault(p => p.Id == proposal) is not { } proposed ? Refusal.NotFound
        : Payer.Silent(command.ShownBy, engagement, act) is { } silent ? silent
        : proposed.Dispositif is { } amended
            ? AmendDispositif.Accepted(proposed, amended, Payer.Accepts(command.ShownBy, act), engagement, frames, act)
        : RenewEngagement.Accepted(proposed, Payer.Accepts(command.ShownBy, act), engagement, act);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/proposals/{proposal:guid}/accept",
                (Guid id, Guid proposal, AcceptProposal command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) =>
                            Decide(command, proposal, engagement, await frames.With(session), await act.Under(id))
                    )
            )
            .UnderIfMatch()
            .WithSummary("Accept an amendment or a renewal that the practice proposed")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Establishment);
}

/// <summary>Who pays agrees: the establishment that asked for the engagement.</summary>
internal static class Payer
{
    internal const string ShownMember = "Acceptance.ShownBy";
    private static readonly Rule Agrees = new("always", "payer-agrees", "design");

    /// <summary>Why who pays has not agreed, or null: neither a token of theirs nor anything that shows it.</summary>
    public static Refusal? Silent(Narrative? shownBy, Engagement engagement, Act act) =>
        act.By.Is(Roles.Practice)
            ? shownBy is { } shown
                ? Input.CheckName(shown.Text, "shownBy")
                : Refusal.OfRule(
                    Agrees,
                    "The establishment has not accepted it.",
                    "Have the establishment accept it, or say in shownBy what shows that it did."
                )
            : act.By.Establishment == engagement.Establishment
                ? null
                : Refusal.OfRule(
                    Agrees,
                    "Another establishment asked for the engagement, and pays.",
                    "Have the one accept that asked for it."
                );

    /// <summary>That they accept: by a token of theirs nothing else need show it.</summary>
    public static Acceptance Accepts(Narrative? shownBy, Act act) =>
        new(act.By.Is(Roles.Practice) && shownBy is { } shown ? act.Seal(new(NormalForm.Of(shown.Text)), ShownMember) : null);

    /// <summary>From when on what they accept may hold: what the practice records is not dated back over sessions that are still to be told.</summary>
    public static DateTimeOffset From(Act act) => act.By.Is(Roles.Practice) ? act.Now : act.OccurredAt;
}
