using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Confirms that a member was present who says so: by who led the session, though somebody else leads the group since, or by somebody recorded as
/// present at it. They are recorded so since.</summary>
/// <param name="Member">Opaque id of the member who says it.</param>
public sealed record ConfirmPresence(Guid Member) : Command, ITakesBack
{
    private static readonly Rule Involvement = new("always", "presence", "S3");

    /// <summary>Decides; by the clock, whatever the act is dated.</summary>
    /// <param name="concluded">Whether the engagement is concluded: sessions of before do not know it themselves.</param>
    /// <param name="erased">Whether the member was erased: nobody speaks in their place any more.</param>
    public static Decision Decide(ConfirmPresence command, Session session, bool concluded, bool erased, Act act) =>
        session.IsSettled || concluded ? Refusal.OfOrder("The engagement is concluded.", "Confirm it before the engagement is concluded.")
        : erased ? Refusal.Gone
        : session.Claims.FirstOrDefault(c => c.Member == command.Member && !c.Confirmed) is not { } claim
            ? Refusal.OfOrder(
                "No statement by that member is awaiting confirmation.",
                "Confirm, only once, a statement that the session lists in claims."
            )
        : act.By.Person == command.Member
            ? Refusal.OfRule(
                Involvement,
                "Nobody can confirm their own statement.",
                "Leave it to the person who led the session, or to someone recorded as present."
            )
        : act.By.Is(Roles.Member) && !session.HasPresent(act.By.Person)
            ? Refusal.OfRule(
                Involvement,
                session.Present.Contains(act.By.Person) ? "You are no longer a member of the group." : "You are not recorded as present.",
                "Leave it to the person who led the session, or to someone recorded as present."
            )
        : act.Now > claim.ConfirmableUntil
            ? Refusal.OfOrder(
                "The statement was made more than fourteen days ago.",
                "Confirm it within fourteen days; after that, the facilitator corrects the attendance."
            )
        : ContestCorrection.Told(
            new PresenceConfirmed(
                claim.Member,
                ContestCorrection.With(session, claim.Member),
                act.By.Is(Roles.Member) ? act.By.Person : null
            ),
            session
        );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/corrections/confirm",
                (Guid id, ConfirmPresence command, Streams streams) =>
                    streams.Append<Session>(
                        id,
                        command,
                        async (query, session, act) =>
                            Decide(
                                command,
                                session,
                                (await query.LoadAsync<Mandate>(session.Group))?.Concluded is true,
                                (await query.Erased([command.Member])).Count > 0,
                                act
                            )
                    )
            )
            .WithSummary("Confirm that a member was present who says so")
            .Produces<SessionView>()
            .For(Roles.Facilitator, Roles.Member);
}
