using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>Adds a qualification to a facilitator's file (S0).</summary>
/// <param name="Title">What it is: 1 to 200 plain characters, as a name has them.</param>
/// <param name="Years">Years of experience, 1 to 80, where it counts in years.</param>
public sealed record EvidenceQualification(Qualification Kind, Narrative Title, int? Years = null) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(EvidenceQualification command, Act act) =>
        new ShownEvidence(command.Kind, command.Title, command.Years) is var shown && shown.Wrong() is { } wrong ? wrong : shown.Shown(act);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/facilitators/{id:guid}/evidence",
                (Guid id, EvidenceQualification command, Streams streams) =>
                    streams.Append<Facilitator>(
                        id,
                        command,
                        async (_, facilitator, act) => Decide(command, await act.Under(facilitator.Id))
                    )
            )
            .WithSummary("Add a qualification to a facilitator's file")
            .Produces<FacilitatorView>()
            .For(Roles.Practice);
        routes
            .MapPost(
                "/v1/facilitators/{id:guid}/secrecy",
                (Guid id, EstablishSecrecy command, Streams streams) =>
                    streams.Append<Facilitator>(id, command, (facilitator, act) => EstablishSecrecy.Decide(command, facilitator, act))
            )
            .WithSummary("Establish that a legal text binds a facilitator to professional secrecy")
            .Produces<FacilitatorView>()
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapPost(
                "/v1/facilitators/{id:guid}/independence",
                (Guid id, DeclareIndependence command, Streams streams) =>
                    streams.Append<Facilitator>(id, command, (facilitator, _) => DeclareIndependence.Decide(facilitator))
            )
            .WithSummary("Declare to hold no hierarchical authority over members")
            .Produces<FacilitatorView>()
            .For(Roles.Practice, Roles.Facilitator);
    }
}

/// <summary>Establishes that a legal text binds a facilitator to professional secrecy (226-13). It is not the group's confidentiality.</summary>
public sealed record EstablishSecrecy(SecrecyBasis Basis) : Command
{
    private static readonly Rule ByLaw = new("always", "professional-secrecy", "design");

    /// <summary>Decides: the practice establishes it from the file; nobody declares it of themself.</summary>
    public static Decision Decide(EstablishSecrecy command, Facilitator facilitator, Act act) =>
        !act.By.Is(Roles.Practice)
            ? Refusal.OfRule(
                ByLaw,
                "Professional secrecy cannot be declared of oneself.",
                "Have the practice establish it from the legal text that binds your profession or mission."
            )
        : facilitator.Secrecy == command.Basis ? Decision.Nothing
        : new ProfessionalSecrecyEstablished(command.Basis);
}

/// <summary>Declares to hold no hierarchical authority over members (S0, S2).</summary>
public sealed record DeclareIndependence : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Facilitator facilitator) => facilitator.IsIndependent ? Decision.Nothing : new IndependenceDeclared();
}
