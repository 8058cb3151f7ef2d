using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.UnitTests;

/// <summary>What a facilitator's file shows wrongly is put right; mandates go on, and new ones rest on what it shows then.</summary>
public class when_a_facilitators_file_is_corrected
{
    private static readonly Evidence Field = new(Qualification.FieldExperience, Story.Text(), 12);

    private static Facilitator File(params IReadOnlyList<Fact> more) =>
        Folding.Of<Facilitator>(
            Story.Facilitator,
            [
                new FacilitatorRegistered(Given.Id(20)),
                new QualificationEvidenced(Field.Kind, Field.Title, Field.Years),
                new IndependenceDeclared(),
                .. more,
            ]
        )!;

    private static Decision Correct(CorrectFacilitator command, Facilitator? file = null) =>
        CorrectFacilitator.Decide(command, file ?? File(), Known(command.Employer), Story.Act());

    // All but one are of this practice.
    private static Establishment? Known(Guid? named) =>
        named is { } id && id != Given.Id(404)
            ? Folding.Of<Establishment>(id, [new EstablishmentRegistered("IME", Given.Siret(1), null, "health")])
            : null;

    private static Facilitator After(Decision decision)
    {
        decision.Refusal.ShouldBeNull();
        return File(decision.Facts);
    }

    [Fact]
    public void evidence_is_put_right_by_its_number()
    {
        var decision = Correct(new(CorrectionReason.Mistyped, new(1, Kind: Qualification.ManagerialExperience, Years: 2)));
        decision.ShouldHappen(
            new EvidenceCorrected(1, Field, new(Qualification.ManagerialExperience, Field.Title, 2), CorrectionReason.Mistyped)
        );
        After(decision).Shown.Single().Kind.ShouldBe(Qualification.ManagerialExperience);
        After(decision).Corrections.Single().Field.ShouldBe("evidence/1");
    }

    [Fact]
    public void what_is_withdrawn_shows_nothing_and_keeps_its_number()
    {
        var file = After(Correct(new(CorrectionReason.WrongSource, new(1, Withdrawn: true))));
        file.Shown.ShouldBeEmpty();
        file.Evidence.Count.ShouldBe(1);
        DispositifRules
            .CheckFacilitator(
                Policies.Of(Story.Frame("field", new() { Qualification = new([Qualification.FieldExperience], "S0") })),
                file,
                [Given.Id(21)]
            )
            .ShouldNotBeNull();
        Correct(new(CorrectionReason.Mistyped, new(1, Years: 3)), file).ShouldBeRefused(400);
    }

    [Fact]
    public void employer_independence_and_secrecy_are_put_right()
    {
        Correct(new(CorrectionReason.Mistyped, Employer: Given.Id(21)))
            .ShouldBe(new EmployerCorrected(Given.Id(20), Given.Id(21), CorrectionReason.Mistyped));
        After(Correct(new(CorrectionReason.Mistyped, Without: Unfiled.Employer))).Employer.ShouldBeNull();
        After(Correct(new(CorrectionReason.Mistyped, Without: Unfiled.Independence))).IsIndependent.ShouldBeFalse();
        After(Correct(new(CorrectionReason.Mistyped, ProfessionalSecrecy: SecrecyBasis.SocialWorker)))
            .Secrecy.ShouldBe(SecrecyBasis.SocialWorker);
    }

    [Fact]
    public void what_stands_already_or_is_not_there_is_refused()
    {
        Correct(new(CorrectionReason.Mistyped)).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, new(1), Given.Id(21))).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, new(2, Withdrawn: true))).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, new(0, Withdrawn: true))).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, new(1, Withdrawn: true, Years: 3))).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, new(1, Years: 0))).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, new(1, Title: new("a\u0007")))).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, new(1, Years: 12))).ShouldBeRefused(409);
        Correct(new(CorrectionReason.Mistyped, Employer: Given.Id(20))).ShouldBeRefused(409);
        Correct(new(CorrectionReason.Mistyped, Employer: Given.Id(404))).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Mistyped, Without: Unfiled.ProfessionalSecrecy)).ShouldBeRefused(409);
        Correct(new(CorrectionReason.Changed, Employer: Given.Id(21))).ShouldBeRefused(400);
        Correct(new(CorrectionReason.Changed, Employer: Given.Id(21), Since: new(2026, 3, 3))).ShouldBeRefused(400);
    }

    [Fact]
    public void a_new_title_is_sealed_and_the_name_is_corrected_elsewhere()
    {
        Correct(new(CorrectionReason.Mistyped, new(1, Title: new("Diplôme"))))
            .Facts.Cast<EvidenceCorrected>()
            .Single()
            .To!.Title.Nonce.ShouldBe("QualificationEvidenced.Title");
        FacilitatorView
            .Of(File(), new("cabinet", Story.Facilitator, new Dictionary<string, byte[]>()))
            .Correctable.ShouldContain(c => c.Field == "displayName" && c.By.Contains(Roles.Facilitator));
    }
}
