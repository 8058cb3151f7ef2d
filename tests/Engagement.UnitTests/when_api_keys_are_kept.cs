using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.ApiKeys;
using PracticeAnalysis.Engagement.Model;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement.UnitTests;

public class when_api_keys_are_kept
{
    private static readonly DateTimeOffset Later = Given.Now.AddDays(90);
    private static readonly Act Practice = Given.Act(Roles.Practice);
    private static readonly Act Establishment = Given.Act(Roles.Establishment, establishment: Given.Id(5));

    private static IssueApiKey Asked(string role, params string[] scopes) => new("Suivi RH", role, scopes, Later);

    private static Decision Issue(IssueApiKey command, Act? act = null, Func<string, bool>? may = null) =>
        IssueApiKey.Decide(command, "hash-1", may ?? (_ => true), act ?? Practice);

    private static ApiKey Key(params IEnumerable<Fact> then) =>
        Given.Facts<ApiKey>([
            new ApiKeyIssued("Suivi RH", Roles.Platform, Given.Id(8), null, ["indicators:read"], "hash-1", Later),
            .. then,
        ]);

    private static V1.ApiKeyChanged Told(Decision decision) =>
        decision.Messages.ShouldHaveSingleItem()(new(Given.Id(1), 2, Given.Now)).ShouldBeOfType<V1.ApiKeyChanged>();

    [Fact]
    public void a_practice_issues_them_for_itself_and_for_platforms()
    {
        var own = Issue(Asked(Roles.Practice, "registry:read", "engagements:read"));
        var issued = own.Facts.ShouldHaveSingleItem().ShouldBeOfType<ApiKeyIssued>();
        (issued.Person, issued.Establishment, issued.Hash).ShouldBe((Practice.Stream, null, "hash-1"));
        (issued.Label, issued.Name).ShouldBe((null, Given.Seal(new("Suivi RH"), "ApiKeyIssued.Name")));
        issued.Scopes.ShouldBe(["engagements:read", "registry:read"]);
        Told(own).Secrets.ShouldHaveSingleItem().ShouldBe(new("hash-1", Later));
        own.Documents.ShouldHaveSingleItem().ShouldBeOfType<KnownKey>().Tenant.ShouldBe("cabinet");

        var platform = Issue(Asked(Roles.Platform, "indicators:read") with { Platform = Given.Id(8) });
        platform.Facts.ShouldHaveSingleItem().ShouldBeOfType<ApiKeyIssued>().Person.ShouldBe(Given.Id(8));
    }

    [Fact]
    public void an_establishment_issues_them_for_itself_alone()
    {
        Issue(Asked(Roles.Establishment, "bilans:read"), Establishment)
            .Facts.ShouldHaveSingleItem()
            .ShouldBeOfType<ApiKeyIssued>()
            .Establishment.ShouldBe(Given.Id(5));
        Issue(Asked(Roles.Practice, "bilans:read"), Establishment).ShouldBeRefused(400);
        Issue(Asked(Roles.Establishment, "bilans:read")).ShouldBeRefused(400);
        Issue(Asked(Roles.Establishment, "bilans:read"), Given.Act(Roles.Establishment)).ShouldBeRefused(400);
    }

    [Fact]
    public void none_agrees_that_what_was_said_is_read()
    {
        Issue(Asked(Roles.Practice, "disclosures:write")).ShouldBeRefused(400);
        Issue(Asked(Roles.Practice, "disclosures:read")).Refusal.ShouldBeNull();
    }

    [Fact]
    public void none_has_more_than_its_role_or_its_issuer_and_none_makes_keys()
    {
        Issue(Asked(Roles.Platform, "sessions:read")).ShouldBeRefused(400);
        Issue(Asked(Roles.Practice, "access:write")).ShouldBeRefused(400);
        Issue(Asked(Roles.Practice)).ShouldBeRefused(400);
        Issue(Asked(Roles.Platform, "sessions:read"), may: s => s != "registry:read")
            .Refusal!.Satisfy.ShouldBe("Give one or more of: access:read, frames:read, indicators:read, webhooks:read, webhooks:write.");
        Issue(Asked(Roles.Practice, "registry:read"), may: s => s != "registry:read").ShouldBeRefused(400);
        Issue(Asked(Roles.Practice, "registry:read"), may: _ => false).Refusal!.Satisfy.ShouldStartWith("Use a token that has the scopes");
        Issue(Asked(Roles.Member, "sessions:read")).ShouldBeRefused(400);
        Issue(Asked(Roles.Practice, "registry:read") with { Platform = Given.Id(8) }).ShouldBeRefused(400);
        Issue(Asked(Roles.Platform, "indicators:read") with { Platform = Guid.Empty }).ShouldBeRefused(400);
        Issue(Asked(Roles.Practice, "registry:read") with { Label = " " }).ShouldBeRefused(400);
    }

    [Fact]
    public void each_ends_within_a_year()
    {
        Issue(Asked(Roles.Practice, "registry:read") with { ExpiresAt = Given.Now }).ShouldBeRefused(400);
        Issue(Asked(Roles.Practice, "registry:read") with { ExpiresAt = Given.Now.AddDays(367) }).ShouldBeRefused(400);
    }

    [Fact]
    public void a_new_secret_overlaps_with_the_one_before_as_long_as_it_is_said()
    {
        var decision = RotateApiKey.Decide(new(Later.AddDays(9), 30), Key(), () => "hash-2", Practice);
        decision.ShouldBe(new ApiKeyRotated("hash-2", Later.AddDays(9), Given.Now.AddMinutes(30)));
        Told(decision).Secrets.ShouldBe([new("hash-2", Later.AddDays(9)), new("hash-1", Given.Now.AddMinutes(30))]);
        var again = Key(new ApiKeyRotated("hash-2", Later.AddDays(9), Given.Now.AddMinutes(30)));
        Told(RotateApiKey.Decide(new(Later, 0), again, () => "hash-3", Practice))
            .Secrets.Select(s => s.Hash)
            .ShouldBe(["hash-3", "hash-2"]);
    }

    [Fact]
    public void an_overlap_never_outlives_the_secret_and_lasts_a_week_at_most()
    {
        var soon = Given.Facts<ApiKey>(
            new ApiKeyIssued("x", Roles.Platform, Given.Id(8), null, ["indicators:read"], "hash-1", Given.Now.AddMinutes(10))
        );
        RotateApiKey
            .Decide(new(Later, 60), soon, () => "hash-2", Practice)
            .ShouldBe(new ApiKeyRotated("hash-2", Later, Given.Now.AddMinutes(10)));
        RotateApiKey.Decide(new(Later, 10_081), Key(), () => "hash-2", Practice).ShouldBeRefused(400);
        RotateApiKey.Decide(new(Later, -1), Key(), () => "hash-2", Practice).ShouldBeRefused(400);
        RotateApiKey.Decide(new(Given.Now.AddDays(400), 1), Key(), () => "hash-2", Practice).ShouldBeRefused(400);
    }

    [Fact]
    public void revoked_is_revoked()
    {
        var decision = RevokeApiKey.Decide(Key(), Practice);
        decision.ShouldBe(new ApiKeyRevoked());
        Told(decision).Secrets.ShouldBeEmpty();
        var revoked = Key(new ApiKeyRevoked());
        RevokeApiKey.Decide(revoked, Practice).ShouldBe();
        RotateApiKey.Decide(new(Later), revoked, () => "hash-2", Practice).ShouldBeRefused(409);
    }

    [Fact]
    public void an_expired_one_gets_no_new_secret()
    {
        var late = Given.Act(Roles.Practice, at: Later);
        RotateApiKey.Decide(new(Later.AddDays(9)), Key(), () => "hash-2", late).ShouldBeRefused(409);
    }

    [Fact]
    public void whose_they_are_knows_of_them_and_no_one_else()
    {
        var establishments = Given.Facts<ApiKey>(
            new ApiKeyIssued("x", Roles.Establishment, Given.Id(1), Given.Id(5), ["bilans:read"], "hash-1", Later)
        );
        establishments.IsVisibleTo(Establishment.By).ShouldBeTrue();
        establishments.IsVisibleTo(Practice.By).ShouldBeFalse();
        establishments.IsVisibleTo(Given.Act(Roles.Establishment, establishment: Given.Id(6)).By).ShouldBeFalse();
        Key().IsVisibleTo(Practice.By).ShouldBeTrue();
        Key().IsVisibleTo(Establishment.By).ShouldBeFalse();
        Key().IsVisibleTo(Given.Act(Roles.Platform, Given.Id(8)).By).ShouldBeFalse();
    }
}
