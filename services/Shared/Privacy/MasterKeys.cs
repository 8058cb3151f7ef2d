using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Privacy;

/// <summary>Wraps data keys under a master key that no service stores beside them.</summary>
public interface IMasterKeys
{
    /// <summary>Wraps a data key under the newest master key; the answer says which one it was.</summary>
    /// <param name="keyId">The data key's id, bound to what is wrapped: one key cannot be put in another's place.</param>
    Task<string> Wrap(byte[] dataKey, string keyId, CancellationToken cancel);

    /// <summary>The data key that was wrapped, under whichever master key.</summary>
    /// <exception cref="CryptographicException">It was not wrapped for this id, or its master key is not here.</exception>
    Task<byte[]> Unwrap(string wrapped, string keyId, CancellationToken cancel);

    /// <summary>Whether it is wrapped under the newest master key.</summary>
    bool IsCurrent(string wrapped);
}

/// <summary>Which provider the configuration names.</summary>
public static class MasterKeys
{
    /// <summary>From <c>Vault:Address</c>, else from <c>MasterKeyFile</c>; outside production a sample key where neither is named.</summary>
    /// <exception cref="InvalidOperationException">Production without a key of its own: the service does not start.</exception>
    public static IMasterKeys From(IConfiguration configuration, IHostEnvironment environment)
    {
        if (configuration["Vault:Address"] is { } address)
        {
            var vault = configuration.GetSection("Vault");
            var token = vault["TokenFile"] is { } file ? File.ReadAllText(file).Trim() : vault["Token"];
            return new VaultMasterKeys(
                new HttpClient { BaseAddress = new(address), Timeout = TimeSpan.FromSeconds(5) },
                vault["Key"] ?? "practice-analysis",
                token ?? throw new InvalidOperationException("The setting Vault:TokenFile is missing."),
                TimeProvider.System
            );
        }

        var keys = configuration["MasterKeyFile"] is { } path ? FileMasterKeys.Read(File.ReadAllText(path)) : FileMasterKeys.Sample;
        return environment.IsProduction() && keys.IsSample
            ? throw new InvalidOperationException(
                "Production refuses the sample key: set MasterKeyFile to a file of base64 keys of 32 bytes, the newest first, or Vault:Address."
            )
            : keys;
    }
}

/// <summary>Master keys from a file: one base64 key of 32 bytes a line, the newest first; older ones still unwrap.</summary>
public sealed class FileMasterKeys : IMasterKeys
{
    private const int KeySize = 32;
    private const int IdLength = 16;
    private readonly IReadOnlyList<(string Id, byte[] Key)> _keys;

    private FileMasterKeys(IEnumerable<byte[]> keys) => _keys = [.. keys.Select(k => (IdOf(k), k))];

    /// <summary>All zeros, for development and tests alone.</summary>
    public static FileMasterKeys Sample { get; } = new([new byte[KeySize]]);

    /// <summary>Whether the sample key is among them.</summary>
    public bool IsSample => _keys.Any(k => k.Key.All(b => b == 0));

    /// <summary>Reads the file's text.</summary>
    /// <exception cref="InvalidOperationException">A line is no key.</exception>
    public static FileMasterKeys Read(string text)
    {
        var keys = text.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(Convert.FromBase64String)
            .ToList();
        return keys.Count > 0 && keys.All(k => k.Length == KeySize)
            ? new(keys)
            : throw new InvalidOperationException("The master key file does not hold base64 keys of 32 bytes, one a line.");
    }

    /// <inheritdoc />
    public Task<string> Wrap(byte[] dataKey, string keyId, CancellationToken cancel)
    {
        var (id, key) = _keys[0];
        return Task.FromResult($"{id}:{Convert.ToBase64String(Aes256.Encrypt(key, dataKey, Encoding.UTF8.GetBytes(keyId)))}");
    }

    /// <inheritdoc />
    public Task<byte[]> Unwrap(string wrapped, string keyId, CancellationToken cancel)
    {
        // What was wrapped before keys had ids was wrapped under the oldest.
        var (id, bytes) =
            wrapped.IndexOf(':', StringComparison.Ordinal) == IdLength
                ? (wrapped[..IdLength], wrapped[(IdLength + 1)..])
                : (_keys[^1].Id, wrapped);
        var key =
            _keys.FirstOrDefault(k => k.Id == id).Key ?? throw new CryptographicException("The master key of a data key is not here.");
        return Task.FromResult(Aes256.Decrypt(key, Convert.FromBase64String(bytes), Encoding.UTF8.GetBytes(keyId)));
    }

    /// <inheritdoc />
    public bool IsCurrent(string wrapped) => wrapped.StartsWith($"{_keys[0].Id}:", StringComparison.Ordinal);

    private static string IdOf(byte[] key) => Convert.ToHexStringLower(SHA256.HashData(key))[..IdLength];
}
