using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Takes one's own contribution back; nobody edits or withdraws another's (S1, S3).</summary>
public sealed record WithdrawContribution : Command, ITakesBack
{
    private static readonly Rule OwnWords = new("always", "own-words", "S3");

    /// <summary>Decides. One's words are one's own while it runs and after, for who stays as for who left: no answer tells them apart.</summary>
    public static Decision Decide(Guid contribution, Session session, Act act) =>
        (Guards.NotHeld(session) ?? Guards.Unknown(session, contribution)) is { } refusal ? refusal
        : session.Contributions.Single(c => c.Id == contribution) is var made && made.Author != act.By.Person
            ? Refusal.OfRule(OwnWords, "The contribution is somebody else's.", "Only its author may do this.")
        : made.Withdrawn ? Decision.Nothing
        : new ContributionWithdrawn(contribution);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/contributions/{contribution:guid}/withdraw",
                (Guid id, Guid contribution, WithdrawContribution command, Streams streams) =>
                    streams.Append<Session>(id, command, (session, act) => Decide(contribution, session, act))
            )
            .WithSummary("Withdraw one's own contribution")
            .Produces<SessionView>()
            .For(Roles.Member, Roles.Facilitator);
}
