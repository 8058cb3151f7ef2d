using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>A piece of evidence as it should stand. What is absent stays.</summary>
/// <param name="Number">Its number in the file, from 1.</param>
/// <param name="Withdrawn">Whether the file shows it no more; then nothing else is given.</param>
/// <param name="Kind">Which qualification it shows (S0).</param>
/// <param name="Title">What it is: 1 to 200 plain characters, as a name has them.</param>
/// <param name="Years">Years of experience, 1 to 80.</param>
public sealed record CorrectedEvidence(
    int Number,
    bool Withdrawn = false,
    Qualification? Kind = null,
    Narrative? Title = null,
    [property: Between(1, 80)] int? Years = null
);

/// <summary>What a facilitator's file need not hold.</summary>
public enum Unfiled
{
    /// <summary>An establishment that the facilitator works for beside.</summary>
    Employer,

    /// <summary>The declaration of independence.</summary>
    Independence,

    /// <summary>A text that binds to professional secrecy.</summary>
    ProfessionalSecrecy,
}

/// <summary>Puts right what a facilitator's file shows; one entry at a time. Mandates that rested on it go on, and conformance shows what they rested on. The
/// name is corrected at <c>/v1/persons/{id}/name</c>.</summary>
/// <param name="Reason">Why it is put right: <c>changed</c> where it was right before, and then with <c>since</c>; else never with it.</param>
/// <param name="Evidence">A piece of evidence.</param>
/// <param name="Employer">The establishment that the facilitator works for beside.</param>
/// <param name="ProfessionalSecrecy">The text that binds to professional secrecy.</param>
/// <param name="Without">What the file holds and is not so.</param>
/// <param name="Since">From when on, where it was right before (<c>changed</c>), and then alone.</param>
public sealed record CorrectFacilitator(
    CorrectionReason Reason,
    CorrectedEvidence? Evidence = null,
    Guid? Employer = null,
    SecrecyBasis? ProfessionalSecrecy = null,
    Unfiled? Without = null,
    DateOnly? Since = null
) : Command
{
    /// <summary>409: the file shows it so.</summary>
    private static readonly Refusal AsItStands = Refusal.OfOrder("The file already shows this.", "Give what should change.");

    /// <summary>Decides; texts are sealed under the person's own key.</summary>
    /// <param name="employer">The establishment that is named.</param>
    public static Decision Decide(CorrectFacilitator command, Facilitator f, Establishment? employer, Act act) =>
        new object?[] { command.Evidence, command.Employer, command.ProfessionalSecrecy, command.Without }.Count(entry => entry is not null)
        != 1
            ? Refusal.OfInput(
                "Exactly one of evidence, employer, professionalSecrecy and without is required.",
                "Correct one entry at a time."
            )
        : Input.CheckSince(command.Reason, command.Since, act) is { } untimely ? untimely
        : command.Evidence is { } evidence ? Put(evidence, command, f, act)
        : command.Employer is { } || command.Without == Unfiled.Employer
            ? RegisterFacilitator.Employed(command.Employer, employer) is { } unknown ? unknown
                : command.Employer == f.Employer ? AsItStands
                : new EmployerCorrected(f.Employer, command.Employer, command.Reason, command.Since)
        : command.ProfessionalSecrecy is { } || command.Without == Unfiled.ProfessionalSecrecy
            ? command.ProfessionalSecrecy == f.Secrecy ? AsItStands
                : new SecrecyCorrected(f.Secrecy, command.ProfessionalSecrecy, command.Reason, command.Since)
        : f.IsIndependent ? new IndependenceWithdrawn(command.Reason, command.Since)
        : AsItStands;

    private static Decision Put(CorrectedEvidence given, CorrectFacilitator command, Facilitator f, Act act)
    {
        if (given.Number < 1 || given.Number > f.Evidence.Count || f.Withdrawn.Contains(given.Number))
        {
            return Refusal.OfInput(
                "evidence.number does not name evidence that the file shows.",
                "Give the number of one that the file shows."
            );
        }

        var from = f.Evidence[given.Number - 1];
        if (given.Withdrawn)
        {
            return given is { Kind: null, Title: null, Years: null }
                ? new EvidenceCorrected(given.Number, from, null, command.Reason, command.Since)
                : Refusal.OfInput(
                    "evidence.withdrawn is given together with what should appear.",
                    "Withdraw it, or say how it should appear."
                );
        }

        var unnamed = given.Title is { } title ? Input.CheckName(title.Text, "evidence.title") : null;
        if (Refusal.All(unnamed, Input.CheckNumbers(given, "evidence.")) is { } wrong)
        {
            return wrong;
        }

        var to = new Evidence(
            given.Kind ?? from.Kind,
            given.Title is { } said ? act.Seal(new(NormalForm.Of(said.Text)), SealedAs.QualificationTitle) : from.Title,
            given.Years ?? from.Years
        );
        return to == from ? AsItStands : new EvidenceCorrected(given.Number, from, to, command.Reason, command.Since);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/facilitators/{id:guid}/corrections",
                (Guid id, CorrectFacilitator command, Streams streams) =>
                    streams.Change<Facilitator>(
                        id,
                        command,
                        async (session, facilitator, act) =>
                            Decide(
                                command,
                                facilitator,
                                command.Employer is { } employer ? await session.LoadAsync<Establishment>(employer) : null,
                                await act.Under(facilitator.Id)
                            )
                    )
            )
            .WithSummary("Put right what a facilitator's file shows")
            .Produces<FacilitatorView>()
            .For(Roles.Practice);
}
