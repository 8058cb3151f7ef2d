using System.Security.Cryptography;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_master_keys_wrap
{
    private static readonly string Old = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly string New = Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));
    private static readonly byte[] DataKey = RandomNumberGenerator.GetBytes(32);

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static IMasterKeys Configured(string environment, params (string Key, string Value)[] settings) =>
        MasterKeys.From(
            new ConfigurationBuilder().AddInMemoryCollection(settings.ToDictionary(s => s.Key, s => (string?)s.Value)).Build(),
            new HostingEnvironment { EnvironmentName = environment }
        );

    [Fact]
    public async Task a_data_key_comes_back_for_its_own_id_alone()
    {
        var keys = FileMasterKeys.Read(New);
        var wrapped = await keys.Wrap(DataKey, "a", Cancel);
        (await keys.Unwrap(wrapped, "a", Cancel)).ShouldBe(DataKey);
        await Should.ThrowAsync<CryptographicException>(() => keys.Unwrap(wrapped, "b", Cancel));
        wrapped.ShouldNotContain(Convert.ToBase64String(DataKey));
    }

    [Fact]
    public async Task an_older_master_key_still_unwraps_and_is_no_more_current()
    {
        var before = await FileMasterKeys.Read(Old).Wrap(DataKey, "a", Cancel);
        var rotated = FileMasterKeys.Read($"{New}\n{Old}\n");
        (await rotated.Unwrap(before, "a", Cancel)).ShouldBe(DataKey);
        rotated.IsCurrent(before).ShouldBeFalse();
        rotated.IsCurrent(await rotated.Wrap(DataKey, "a", Cancel)).ShouldBeTrue();
        await Should.ThrowAsync<CryptographicException>(() => FileMasterKeys.Read(New).Unwrap(before, "a", Cancel));
    }

    [Fact]
    public async Task what_was_wrapped_before_master_keys_had_names_still_unwraps()
    {
        var named = await FileMasterKeys.Read(Old).Wrap(DataKey, "a", Cancel);
        var unnamed = named[(named.IndexOf(':', StringComparison.Ordinal) + 1)..];
        (await FileMasterKeys.Read($"{New}\n{Old}").Unwrap(unnamed, "a", Cancel)).ShouldBe(DataKey);
    }

    [Theory]
    [InlineData("")]
    [InlineData("AAAA")]
    public void a_file_without_whole_keys_is_refused(string text) =>
        Should.Throw<InvalidOperationException>(() => FileMasterKeys.Read(text));

    [Fact]
    public void production_refuses_the_sample_key()
    {
        var zeros = Path.GetTempFileName();
        var own = Path.GetTempFileName();
        File.WriteAllText(zeros, Convert.ToBase64String(new byte[32]));
        File.WriteAllText(own, New);
        Configured(Environments.Development).ShouldBeSameAs(FileMasterKeys.Sample);
        Should.Throw<InvalidOperationException>(() => Configured(Environments.Production)).Message.ShouldContain("MasterKeyFile");
        Should.Throw<InvalidOperationException>(() => Configured(Environments.Production, ("MasterKeyFile", zeros)));
        Configured(Environments.Production, ("MasterKeyFile", own)).ShouldBeOfType<FileMasterKeys>();
        Configured(Environments.Production, ("Vault:Address", "http://127.0.0.1:1"), ("Vault:Token", "t"))
            .ShouldBeOfType<VaultMasterKeys>();
        File.Delete(zeros);
        File.Delete(own);
    }
}
