using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Microsoft.Kiota.Serialization.Json;
using PracticeAnalysis.Client.Models;

namespace PracticeAnalysis.Client;

/// <summary>The call of a webhook, verified as Standard Webhooks says before anything of it is read.</summary>
public static class WebhookCall
{
    private static readonly TimeSpan Tolerance = TimeSpan.FromMinutes(5);

    /// <summary>The event that it tells of, of its type's own class; null where it is not to be trusted, which is answered by 400.</summary>
    /// <param name="secret">The webhook's, <c>whsec_</c> and base64.</param>
    /// <param name="header">Gives a header of the call by its name.</param>
    /// <param name="body">Its bytes, as they came.</param>
    /// <param name="time">The clock by which it is not too old.</param>
    public static CloudEvent? Read(string secret, Func<string, string?> header, byte[] body, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(secret);
        ArgumentNullException.ThrowIfNull(header);
        ArgumentNullException.ThrowIfNull(body);
        if (
            header("webhook-id") is not { } id
            || header("webhook-timestamp") is not { } sent
            || header("webhook-signature") is not { } signatures
            || !long.TryParse(sent, NumberStyles.None, CultureInfo.InvariantCulture, out var seconds)
            || Math.Abs((time ?? TimeProvider.System).GetUtcNow().ToUnixTimeSeconds() - seconds) > Tolerance.TotalSeconds
        )
        {
            return null;
        }

        var key = Convert.FromBase64String(secret.Split('_')[^1]);
        byte[] signed = [.. Encoding.UTF8.GetBytes($"{id}.{sent}."), .. body];
        var expected = Encoding.UTF8.GetBytes($"v1,{Convert.ToBase64String(HMACSHA256.HashData(key, signed))}");

        // For a while after a new secret the old one signs too.
        return signatures.Split(' ').Any(s => CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(s), expected))
            ? new JsonParseNode(JsonDocument.Parse(body).RootElement).GetObjectValue(CloudEvent.CreateFromDiscriminatorValue)
            : null;
    }
}
