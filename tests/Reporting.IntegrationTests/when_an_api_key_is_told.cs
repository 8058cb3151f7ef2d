using System.Security.Cryptography;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_an_api_key_is_told
{
    private readonly Guid _key = Guid.CreateVersion7();
    private readonly ReportingFixture _service;
    private readonly string _text;
    private readonly Journey _journey;

    public when_an_api_key_is_told(ReportingFixture service)
    {
        _service = service;
        _text = ApiKeyText.Of(false, _key, RandomNumberGenerator.GetBytes(ApiKeyText.SecretSize));
        _journey = new(service);
    }

    private Speaker Key => new(_service.Host, _text);

    private string Bilans => $"/v1/groups/{_journey.Group}/bilans";

    private ApiKeyChanged Changed(long version, bool revoked = false) =>
        new(
            _key,
            Roles.Practice,
            _key,
            null,
            ["bilans:read"],
            revoked ? [] : [new(ApiKeyText.Hash(_text), DateTimeOffset.UtcNow.AddDays(1))],
            new(_key, version, DateTimeOffset.UtcNow)
        );

    [Fact]
    public async Task it_opens_what_its_scopes_say_until_it_is_revoked_in_whatever_order_that_is_told()
    {
        await _journey.ToHeld();
        await Key.Get(Bilans, 401);
        await _journey.Tell(Changed(1));
        await Key.Get(Bilans);
        await Key.Get(_journey.EvolutionPath, 403);
        await _journey.Tell(Changed(3, revoked: true));
        await Key.Get(Bilans, 401);
        await _journey.Tell(Changed(2), Changed(1));
        await Key.Get(Bilans, 401);
    }

    [Fact]
    public async Task told_at_once_the_latest_stands()
    {
        await _journey.ToHeld();
        await Task.WhenAll(Enumerable.Range(1, 8).Select(version => _journey.Tell(Changed(version, revoked: version == 8))));
        await Key.Get(Bilans, 401);
    }
}
