using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.PastEngagements;

/// <summary>Puts right what was told of a past engagement: it is told anew, as a whole.</summary>
/// <param name="Reason">Why; it is past, and changes no more.</param>
/// <param name="PastEngagement">As it should have been taken over.</param>
public sealed record CorrectPastEngagement(CorrectionReason Reason, TakeOverPastEngagement PastEngagement) : Command
{
    /// <summary>Decides, by the rules of what is taken over.</summary>
    /// <param name="establishments">Those of the practice that it names.</param>
    public static Decision Decide(CorrectPastEngagement command, PastEngagement past, IReadOnlyList<Establishment> establishments, Act act)
    {
        if (command.Reason == CorrectionReason.Changed)
        {
            return Refusal.OfInput("The past does not change; only an error can be corrected.", "Say why it was recorded incorrectly.");
        }

        if (command.PastEngagement.Wrong(establishments, act) is { } wrong)
        {
            return wrong;
        }

        var to = command.PastEngagement.DetailsOf(establishments[0].Id);
        return to == past.Details
            ? Refusal.OfOrder("This has already been stated.", "Give what should change.")
            : new PastEngagementCorrected(past.Details, to, command.Reason);
    }

    /// <summary>Decides in the light of the practice's establishments.</summary>
    internal static async Task<Decision> Decide(CorrectPastEngagement command, IQuerySession session, PastEngagement past, Act act) =>
        Decide(command, past, await command.PastEngagement.Named(session), act);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/past-engagements/{id:guid}/corrections",
                (Guid id, CorrectPastEngagement command, Streams streams) =>
                    streams.Change<PastEngagement>(id, command, (session, past, act) => Decide(command, session, past, act))
            )
            .WithSummary("Put right what was told of a past engagement")
            .Produces<PastEngagementView>()
            .For(Roles.Practice);
}
