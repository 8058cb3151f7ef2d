using System.Security.Claims;
using CsCheck;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_an_api_key_is_read
{
    private static readonly Gen<(Guid Id, byte[] Secret)> Parts = Gen.Select(Gen.Guid, Gen.Byte.Array[ApiKeyText.SecretSize]);

    private static string Text(byte seed) => ApiKeyText.Of(false, Given.Id(7), [.. Enumerable.Repeat(seed, ApiKeyText.SecretSize)]);

    private static KnownKey Known(params (string Text, DateTimeOffset Until)[] secrets) =>
        KnownKey.Of(
            new ApiKeyChanged(
                Given.Id(7),
                Roles.Platform,
                Given.Id(8),
                null,
                ["frames:read", "indicators:read"],
                [.. secrets.Select(s => new ApiKeySecret(ApiKeyText.Hash(s.Text), s.Until))],
                new(Given.Id(7), 3, Given.Now)
            ),
            "cabinet"
        );

    [Fact]
    public void its_id_is_read_from_its_text() =>
        Parts.Sample(p =>
        {
            var text = ApiKeyText.Of(true, p.Id, p.Secret);
            text.ShouldStartWith("pa_live_");
            ApiKeyText.IsMeant(text).ShouldBeTrue();
            ApiKeyText.Read(true, text).ShouldBe(p.Id);
        });

    [Fact]
    public void its_text_marks_its_practice_and_the_sandbox_alike_in_each_generation()
    {
        foreach (var (tenant, marked) in ((string, string)[])[("cabinet", "cabinet"), ("sandbox.7", "sandbox"), ("sandbox.8", "sandbox")])
        {
            var secret = MarkedSecret.New(ApiKeyText.SecretSize, tenant);
            secret.Length.ShouldBe(ApiKeyText.SecretSize);
            MarkedSecret.New(ApiKeyText.SecretSize, tenant).ShouldNotBe(secret);
            ApiKeyText.MarkIn(ApiKeyText.Of(true, Given.Id(7), secret)).ShouldBe(MarkedSecret.MarkOf(marked));
        }

        MarkedSecret.MarkOf("cabinet").ShouldNotBe(MarkedSecret.MarkOf("sandbox"));
        ApiKeyText.MarkIn("pa_live_").ShouldBeNull();
    }

    [Fact]
    public void one_of_another_place_is_none_here()
    {
        ApiKeyText.Read(true, Text(1)).ShouldBeNull();
        ApiKeyText.Read(false, Text(1)).ShouldBe(Given.Id(7));
    }

    [Fact]
    public void one_character_wrong_is_seen_by_its_checksum() =>
        Gen.Select(Parts, Gen.Int[0, 500], Gen.Char['a', 'f'])
            .Sample(
                (p, place, other) =>
                {
                    var text = ApiKeyText.Of(false, p.Id, p.Secret).ToCharArray();
                    place = 8 + (place % (text.Length - 8));
                    if (text[place] != other)
                    {
                        text[place] = other;
                        ApiKeyText.Read(false, new(text)).ShouldBeNull();
                    }
                }
            );

    [Theory]
    [InlineData("")]
    [InlineData("pa_test_")]
    [InlineData("pa_test_é")]
    [InlineData("eyJhbGciOiJub25lIn0.e30.")]
    public void what_is_no_key_is_none(string text) => ApiKeyText.Read(false, text).ShouldBeNull();

    [Fact]
    public void it_gives_the_claims_of_a_token()
    {
        var identity = Known((Text(1), Given.Now.AddDays(1))).Identify(Text(1), Given.Now).ShouldNotBeNull();
        identity.IsAuthenticated.ShouldBeTrue();
        var user = new ClaimsPrincipal(identity);
        Actor.From(user).ShouldBe(new("cabinet", Roles.Platform, Given.Id(8)));
        Scopes.Allow(user, Roles.Platform, "indicators:read").ShouldBeTrue();
        Scopes.Allow(user, Roles.Platform, "webhooks:read").ShouldBeFalse();
    }

    [Fact]
    public void another_secret_or_one_whose_time_passed_is_refused_and_one_within_its_overlap_is_taken()
    {
        var key = Known((Text(2), Given.Now.AddDays(1)), (Text(1), Given.Now.AddMinutes(5)));
        key.Identify(Text(2), Given.Now).ShouldNotBeNull();
        key.Identify(Text(1), Given.Now).ShouldNotBeNull();
        key.Identify(Text(1), Given.Now.AddMinutes(5)).ShouldBeNull();
        key.Identify(Text(2), Given.Now.AddDays(1)).ShouldBeNull();
        key.Identify(Text(3), Given.Now).ShouldBeNull();
        Known().Identify(Text(1), Given.Now).ShouldBeNull();
    }
}
