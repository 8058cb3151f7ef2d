using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>The facts of a facilitator's file.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public abstract record FacilitatorFact : Fact;

/// <summary>A facilitator (intervenant) was registered; the stream's id is the person's. The name stands in the identity record alone.</summary>
/// <param name="Employer">The establishment the facilitator works for beside, if any.</param>
public sealed record FacilitatorRegistered(Guid? Employer) : FacilitatorFact;

/// <summary>The file shows a qualification (S0).</summary>
/// <param name="Years">Years of experience, where it counts in years.</param>
public sealed record QualificationEvidenced(Qualification Kind, Sealed Title, int? Years) : FacilitatorFact;

/// <summary>The facilitator declared to hold no hierarchical authority over members (S0, S2).</summary>
public sealed record IndependenceDeclared : FacilitatorFact;

/// <summary>A legal text binds the facilitator to professional secrecy (penal code 226-13), as the practice established; nobody declares it of themself.</summary>
public sealed record ProfessionalSecrecyEstablished(SecrecyBasis Basis) : FacilitatorFact;

/// <summary>The texts by which a profession or a mission is bound to professional secrecy.</summary>
public enum SecrecyBasis
{
    /// <summary>Social workers: code de l'action sociale et des familles, L411-3.</summary>
    SocialWorker,

    /// <summary>Health professionals: code de la santé publique, L1110-4.</summary>
    HealthProfessional,

    /// <summary>Who takes part in child protection: code de l'action sociale et des familles, L221-6.</summary>
    ChildProtection,

    /// <summary>Ministers of a faith, as the courts have held.</summary>
    MinisterOfReligion,
}

/// <summary>A piece of evidence in the file.</summary>
public sealed record Evidence(Qualification Kind, Sealed Title, int? Years);

/// <summary>A facilitator's file.</summary>
public sealed record Facilitator(Guid? Employer, bool IsIndependent, IReadOnlyList<Evidence> Evidence) : Aggregate, IFold<Facilitator>
{
    /// <summary>The legal text that binds the facilitator to professional secrecy, where one does.</summary>
    public SecrecyBasis? Secrecy { get; init; }

    /// <inheritdoc />
    public static Type Facts => typeof(FacilitatorFact);

    /// <inheritdoc />
    public static Facilitator Fold(Facilitator? state, Fact fact) =>
        (state, fact) switch
        {
            (null, FacilitatorRegistered e) => new(e.Employer, false, []),
            (not null, QualificationEvidenced e) => state with { Evidence = [.. state.Evidence, new(e.Kind, e.Title, e.Years)] },
            (not null, IndependenceDeclared) => state with { IsIndependent = true },
            (not null, ProfessionalSecrecyEstablished e) => state with { Secrecy = e.Basis },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || (actor.Is(Roles.Facilitator) && actor.Person == Id);
}

/// <summary>A facilitator's file as the API shows it.</summary>
public sealed record FacilitatorView(
    Guid Id,
    long Version,
    Guid? Employer,
    bool IndependenceDeclared,
    IReadOnlyList<EvidenceView> Evidence,
    SecrecyBasis? ProfessionalSecrecy
) : ShowsTexts
{
    /// <summary>How it is shown.</summary>
    public static FacilitatorView Of(Facilitator f, TextOpener opener) =>
        new(
            f.Id,
            f.Version,
            f.Employer,
            f.IsIndependent,
            [.. f.Evidence.Select(e => new EvidenceView(e.Kind, opener.Open(e.Title, RegisterFacilitator.TitleMember), e.Years))],
            f.Secrecy
        );
}

/// <summary>A piece of evidence as the API shows it.</summary>
public sealed record EvidenceView(Qualification Kind, string? Title, int? Years);
