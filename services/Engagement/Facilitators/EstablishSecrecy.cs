using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>Establishes that a legal text binds a facilitator to professional secrecy (226-13). It is not the group's confidentiality.</summary>
/// <param name="Basis">The text that binds their profession or mission; the practice names it, and nobody declares it of themself.</param>
public sealed record EstablishSecrecy(SecrecyBasis Basis) : Command
{
    private static readonly Rule ByLaw = new("always", "professional-secrecy", "design");

    /// <summary>Decides: the practice establishes it from the file; nobody declares it of themself.</summary>
    public static Decision Decide(EstablishSecrecy command, Facilitator facilitator, Act act) =>
        !act.By.Is(Roles.Practice)
            ? Refusal.OfRule(
                ByLaw,
                "Nobody can declare their own professional secrecy.",
                "Have the practice establish it from the legal text that binds your profession or mission."
            )
        : facilitator.Secrecy == command.Basis ? Decision.Nothing
        : new ProfessionalSecrecyEstablished(command.Basis);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/facilitators/{id:guid}/secrecy",
                (Guid id, EstablishSecrecy command, Streams streams) =>
                    streams.Append<Facilitator>(id, command, (facilitator, act) => Decide(command, facilitator, act))
            )
            .WithSummary("Establish that a legal text binds a facilitator to professional secrecy")
            .Produces<FacilitatorView>()
            .For(Roles.Practice, Roles.Facilitator);
}
