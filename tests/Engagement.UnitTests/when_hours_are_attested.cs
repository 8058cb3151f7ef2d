using PracticeAnalysis.Engagement.Attestations;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_hours_are_attested
{
    private static readonly Guid Anne = Given.Id(41);
    private static readonly Guid Bob = Given.Id(42);
    private static readonly Actor Practice = new("t", Roles.Practice, Given.Id(5));

    private static Engagement Held(params (int Month, int Minutes)[] sessions) =>
        Story.Of(
            Story.Active(new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero)),
            [.. sessions.Select(s => when_the_frame_is_watched_over.Held(new(2026, s.Month, 10, 9, 0, 0, TimeSpan.Zero), s.Minutes, Anne))]
        );

    private static Attestation? Attest(Engagement state, Guid person, Actor? reader = null, string frame = "eaje") =>
        ReadAttestation.Of(state, Policies.Of(Story.Frames.Newest(frame)!), person, 2026, reader ?? Practice);

    [Fact]
    [Keeps("hours-a-year")]
    [Keeps("hours-each-four-months")]
    [Keeps("attestation-without-content")]
    public void six_hours_with_two_in_each_third_lack_nothing()
    {
        var attested = Attest(Held((1, 120), (6, 120), (12, 120)), Anne)!;
        attested.MinutesEachFourMonths.ShouldBe([120, 120, 120]);
        (attested.Sessions, attested.Minutes).ShouldBe((3, 360));
        attested.Lacking.ShouldBeEmpty();
        typeof(Attestation).GetProperties().ShouldAllBe(p => p.PropertyType != typeof(string));
    }

    [Fact]
    [Breaks("hours-a-year")]
    [Breaks("hours-each-four-months")]
    public void what_is_lacking_is_shown_by_its_rule()
    {
        Attest(Held((1, 360)), Anne)!.Lacking.ShouldBe([new("eaje", "hours-each-four-months", "eaje")]);
        Attest(Held((1, 120), (5, 120), (9, 119)), Anne)!.Lacking.Select(r => r.Name).ShouldBe(["hours-a-year", "hours-each-four-months"]);
        Attest(Held((1, 120)), Bob)!.Minutes.ShouldBe(0);
        Attest(Held((1, 120)), Anne, frame: "team")!.Lacking.ShouldBeEmpty();
    }

    [Fact]
    [Breaks("attestation-without-content")]
    public void a_member_has_their_own_alone_and_nobody_that_of_a_stranger()
    {
        Attest(Held(), Anne, new("t", Roles.Member, Anne)).ShouldNotBeNull();
        Attest(Held(), Bob, new("t", Roles.Member, Anne)).ShouldBeNull();
        Attest(Held(), Given.Id(43)).ShouldBeNull();
    }
}
