using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Groups;

namespace PracticeAnalysis.Reporting.Bilans;

/// <summary>A party proposes another text for a section, at any time before the bilan is agreed.</summary>
/// <param name="Now">Where the group stands along the dimension, 1 to 5, where that is amended too.</param>
/// <param name="Names">Opaque ids of those whom the text names; each must agree before it is locked (S3).</param>
/// <param name="Worked">What the group says that it worked on, whole, where that is amended too.</param>
public sealed record ProposeAmendment(
    Dimension Dimension,
    Narrative Text,
    int? Now = null,
    IReadOnlyList<Guid>? Names = null,
    IReadOnlyList<WorkedOn>? Worked = null
) : Command
{
    /// <summary>Who has left proposes none.</summary>
    internal static Refusal Left { get; } =
        Refusal.OfRule(
            Consent.Agreement,
            "Who has left the group decides upon the locked text alone.",
            "Approve it, stand aside, or object."
        );

    /// <summary>Decides.</summary>
    public static Decision Decide(ProposeAmendment command, Bilan bilan, Act act) =>
        (Negotiation.Ended(bilan) ?? Negotiation.Agreed(bilan)) is { } ended ? ended
        : bilan.Bars(act.By, command) is { } barred ? barred
        : bilan.Figures.Wrong(command.Worked ?? []) is { } unworked ? unworked
        : command.Now is < 1 or > 5 ? Refusal.OfInput("now is not between 1 and 5.", "Say where the group stands, 1 (badly) to 5 (well).")
        : new AmendmentProposed(
            act.NewId,
            act.By.Person,
            command.Dimension,
            act.Seal(command.Text, "AmendmentProposed.Text"),
            command.Now,
            command.Names,
            command.Worked
        );
}

/// <summary>The facilitator takes an amendment into the text; every approval given before is void (S2).</summary>
public sealed record AcceptAmendment : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Guid amendment, Bilan bilan) =>
        (Negotiation.Ended(bilan) ?? Negotiation.Agreed(bilan) ?? Negotiation.Waiting(bilan, amendment)) is { } refusal
            ? refusal
            : new AmendmentAccepted(amendment);
}

/// <summary>The facilitator does not take an amendment, and says why.</summary>
public sealed record RefuseAmendment(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RefuseAmendment command, Guid amendment, Bilan bilan, Act act) =>
        (Negotiation.Ended(bilan) ?? Negotiation.Waiting(bilan, amendment)) is { } refusal
            ? refusal
            : new AmendmentRefused(amendment, act.Seal(command.Reason, "AmendmentRefused.Reason"));
}

/// <summary>What the slices of the negotiation share.</summary>
public static class Negotiation
{
    /// <summary>The negotiation is over.</summary>
    public static Refusal? Ended(Bilan bilan) =>
        bilan.IsNegotiated
            ? null
            : Refusal.OfOrder("The bilan is not negotiated any more.", "What is agreed or has failed stays so; draft another bilan.");

    /// <summary>Its text was agreed for another establishment: it is put anew as it was agreed, and neither changed nor failed by that.</summary>
    public static Refusal? Agreed(Bilan bilan) =>
        bilan.WasAgreed
            ? Refusal.OfOrder(
                "The text was agreed; it is put to its parties anew for another establishment alone.",
                "Approve it, stand aside or object; or lock it once more, with another deadline."
            )
            : null;

    /// <summary>The amendment is not one that waits.</summary>
    public static Refusal? Waiting(Bilan bilan, Guid amendment) =>
        bilan.Amendments.SingleOrDefault(a => a.Id == amendment) is not { } found ? Refusal.NotFound
        : found.State == AmendmentState.Proposed ? null
        : Refusal.OfOrder("The amendment was decided upon.", "Propose another one.");

    /// <summary>Something about the bilan as its parties bring it at once: no <c>If-Match</c>.</summary>
    internal static RouteHandlerBuilder Bring<TCommand>(
        IEndpointRouteBuilder routes,
        string path,
        string summary,
        Func<TCommand, Bilan, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/bilans/{{id:guid}}/{path}",
                (Guid id, TCommand command, Streams streams) =>
                    streams.Append<Bilan>(id, command, (bilan, act) => decide(command, bilan, act))
            )
            .WithSummary(summary)
            .Produces<BilanView>()
            .For(Roles.Member, Roles.Facilitator);

    /// <summary>The same, about a part of the bilan.</summary>
    internal static RouteHandlerBuilder BringTo<TCommand>(
        IEndpointRouteBuilder routes,
        string path,
        string summary,
        Func<TCommand, Guid, Bilan, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/bilans/{{id:guid}}/{path}",
                (Guid id, Guid part, TCommand command, Streams streams) =>
                    streams.Append<Bilan>(id, command, (bilan, act) => decide(command, part, bilan, act))
            )
            .WithSummary(summary)
            .Produces<BilanView>();

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Bring<ProposeAmendment>(routes, "amendments", "Propose an amendment", ProposeAmendment.Decide);
        routes
            .MapPost(
                "/v1/bilans/{id:guid}/amendments/{part:guid}/accept",
                (Guid id, Guid part, AcceptAmendment command, Streams streams) =>
                    streams.Append<Bilan>(
                        id,
                        command,
                        async (session, bilan, _) =>
                            AcceptAmendment
                                .Decide(part, bilan)
                                .Releasing(bilan, await session.LoadManyAsync<GroupRecord>([.. bilan.Groups]))
                    )
            )
            .WithSummary("Take an amendment into the text")
            .Produces<BilanView>()
            .For(Roles.Facilitator);
        BringTo<RefuseAmendment>(routes, "amendments/{part:guid}/refuse", "Refuse an amendment", RefuseAmendment.Decide)
            .For(Roles.Facilitator);
        Bring<AgreeToBeNamed>(routes, "namings", "Ask or agree to be named", (_, bilan, act) => AgreeToBeNamed.Decide(bilan, act));
        Bring<RevokeNaming>(
            routes,
            "namings/revoke",
            "Take one's agreement to be named back",
            (_, bilan, act) => RevokeNaming.Decide(bilan, act)
        );
        Bring<ApproveBilan>(routes, "approvals", "Approve the exact text", ApproveBilan.Decide);
        Bring<DissentFromBilan>(routes, "dissents", "Stand aside", DissentFromBilan.Decide);
        Bring<ObjectToBilan>(routes, "objections", "Object", ObjectToBilan.Decide);
        BringTo<WithdrawObjection>(
                routes,
                "objections/{part:guid}/withdraw",
                "Withdraw one's own objection",
                (_, objection, bilan, act) => WithdrawObjection.Decide(objection, bilan, act)
            )
            .For(Roles.Member, Roles.Facilitator);
    }
}
