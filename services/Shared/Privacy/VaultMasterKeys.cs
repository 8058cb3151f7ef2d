using System.Collections.Concurrent;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace PracticeAnalysis.Privacy;

/// <summary>Master keys that never leave HashiCorp Vault: its transit engine wraps and unwraps, with the data key's id as associated data.
/// Rotating the key there makes what was wrapped before no longer current.</summary>
/// <param name="key">The transit key's name, of a type that takes associated data, such as aes256-gcm96.</param>
public sealed class VaultMasterKeys(HttpClient vault, string key, string token, TimeProvider time) : IMasterKeys
{
    private static readonly TimeSpan Freshness = TimeSpan.FromMinutes(1);
    private readonly ConcurrentDictionary<string, (byte[] Key, DateTimeOffset Until)> _unwrapped = new();
    private string _newest = string.Empty;

    /// <inheritdoc />
    public async Task<string> Wrap(byte[] dataKey, string keyId, CancellationToken cancel)
    {
        var wrapped = await Ask(
            "encrypt",
            new { plaintext = Convert.ToBase64String(dataKey), associated_data = Bound(keyId) },
            "ciphertext",
            cancel
        );
        _newest = VersionOf(wrapped);
        return wrapped;
    }

    /// <inheritdoc />
    public async Task<byte[]> Unwrap(string wrapped, string keyId, CancellationToken cancel)
    {
        // A minute's memory spares Vault a question for every text; it is as long as a destroyed key can outlive its destruction here.
        var now = time.GetUtcNow();
        if (_unwrapped.TryGetValue($"{keyId} {wrapped}", out var known) && known.Until > now)
        {
            return known.Key;
        }

        var plain = await Ask("decrypt", new { ciphertext = wrapped, associated_data = Bound(keyId) }, "plaintext", cancel);
        var dataKey = Convert.FromBase64String(plain);
        foreach (var (old, _) in _unwrapped.Where(u => u.Value.Until <= now).ToList())
        {
            _unwrapped.TryRemove(old, out _);
        }

        _unwrapped[$"{keyId} {wrapped}"] = (dataKey, now + Freshness);
        return dataKey;
    }

    /// <inheritdoc />
    public bool IsCurrent(string wrapped) => VersionOf(wrapped) == _newest;

    private static string Bound(string keyId) => Convert.ToBase64String(Encoding.UTF8.GetBytes(keyId));

    // vault:v3:… is of the third version.
    private static string VersionOf(string wrapped) => wrapped.Split(':') is ["vault", var version, ..] ? version : string.Empty;

    private async Task<string> Ask(string verb, object body, string member, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, $"/v1/transit/{verb}/{key}") { Content = JsonContent.Create(body) };
        request.Headers.Add("X-Vault-Token", token);
        using var answer = await vault.SendAsync(request, cancel);
        if (!answer.IsSuccessStatusCode)
        {
            throw new CryptographicException($"Vault answered {(int)answer.StatusCode} when asked to {verb} a data key.");
        }

        var data = await answer.Content.ReadFromJsonAsync<JsonElement>(cancel);
        return data.GetProperty("data").GetProperty(member).GetString()!;
    }
}
