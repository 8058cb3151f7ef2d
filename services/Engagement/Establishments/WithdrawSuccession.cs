using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Withdraws a succession that has not taken effect.</summary>
public sealed record WithdrawSuccession : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Establishment establishment, Act act) =>
        Successions.Over(establishment, act, out _) is { } over ? over : new SuccessionWithdrawn();

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession/withdraw",
                (Guid id, WithdrawSuccession command, Streams streams) =>
                    streams.Append<Establishment>(id, command, (establishment, act) => Decide(establishment, act))
            )
            .WithSummary("Withdraw a succession that has not taken effect")
            .Produces<EstablishmentView>()
            .For(Roles.Practice);
}
