using System.Text.Json.Serialization;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Model;

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

/// <summary>A piece of evidence was put right, or withdrawn.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="To">As it stands since; null where it is withdrawn.</param>
/// <param name="Since">From when on, where it was right before.</param>
public sealed record EvidenceCorrected(int Number, Evidence From, Evidence? To, CorrectionReason Reason, DateOnly? Since = null)
    : FacilitatorFact;

/// <summary>The establishment that the facilitator works for beside was put right.</summary>
/// <param name="Since">From when on, where it was right before.</param>
public sealed record EmployerCorrected(Guid? From, Guid? To, CorrectionReason Reason, DateOnly? Since = null) : FacilitatorFact;

/// <summary>The declaration of independence was entered wrongly, or holds no more.</summary>
/// <param name="Since">From when on, where it was right before.</param>
public sealed record IndependenceWithdrawn(CorrectionReason Reason, DateOnly? Since = null) : FacilitatorFact;

/// <summary>The text that binds to professional secrecy was put right.</summary>
/// <param name="Since">From when on, where it was right before.</param>
public sealed record SecrecyCorrected(SecrecyBasis? From, SecrecyBasis? To, CorrectionReason Reason, DateOnly? Since = null)
    : FacilitatorFact;

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

/// <summary>What was put right in a file.</summary>
/// <param name="Field">The entry, as the file shows it; of evidence its number too.</param>
/// <param name="From">Code or id of what stood.</param>
/// <param name="To">Code or id of what stands since.</param>
public sealed record FileCorrection(string Field, string? From, string? To, CorrectionReason Reason, DateOnly? Since, DateTimeOffset At);

/// <summary>A facilitator's file.</summary>
/// <param name="Evidence">All that it ever showed, by number.</param>
public sealed record Facilitator(Guid? Employer, bool IsIndependent, IReadOnlyList<Evidence> Evidence) : Aggregate, IFold<Facilitator>
{
    /// <summary>The legal text that binds the facilitator to professional secrecy, where one does.</summary>
    public SecrecyBasis? Secrecy { get; init; }

    /// <summary>The numbers of the evidence that it shows no more.</summary>
    public IReadOnlyList<int> Withdrawn { get; init; } = [];

    /// <summary>What was put right, the first one first.</summary>
    public IReadOnlyList<FileCorrection> Corrections { get; init; } = [];

    /// <summary>The evidence that it shows.</summary>
    [JsonIgnore]
    public IEnumerable<Evidence> Shown => Evidence.Where((_, i) => !Withdrawn.Contains(i + 1));

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
            (not null, EvidenceCorrected e) => (
                e.To is { } to
                    ? state with
                    {
                        Evidence = [.. state.Evidence.Select((shown, i) => i + 1 == e.Number ? to : shown)],
                    }
                    : state with
                    {
                        Withdrawn = [.. state.Withdrawn, e.Number],
                    }
            ).Corrected(
                new(
                    $"evidence/{e.Number}",
                    Words.Of(e.From.Kind),
                    e.To is { } now ? Words.Of(now.Kind) : null,
                    e.Reason,
                    e.Since,
                    e.OccurredAt
                )
            ),
            (not null, EmployerCorrected e) => (state with { Employer = e.To }).Corrected(
                new("employer", e.From?.ToString(), e.To?.ToString(), e.Reason, e.Since, e.OccurredAt)
            ),
            (not null, IndependenceWithdrawn e) => (state with { IsIndependent = false }).Corrected(
                new("independenceDeclared", "true", "false", e.Reason, e.Since, e.OccurredAt)
            ),
            (not null, SecrecyCorrected e) => (state with { Secrecy = e.To }).Corrected(
                new("professionalSecrecy", Word(e.From), Word(e.To), e.Reason, e.Since, e.OccurredAt)
            ),
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || (actor.Is(Roles.Facilitator) && actor.Person == Id);

    private Facilitator Corrected(FileCorrection correction) => this with { Corrections = [.. Corrections, correction] };

    private static string? Word(SecrecyBasis? basis) => basis is { } known ? Words.Of(known) : null;
}
