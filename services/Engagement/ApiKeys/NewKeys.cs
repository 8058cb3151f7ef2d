using System.Security.Cryptography;
using PracticeAnalysis.ServiceDefaults.Access;

namespace PracticeAnalysis.Engagement.ApiKeys;

/// <summary>Makes the text of a key for one request, and holds it until that request is answered: it is nowhere else.</summary>
public sealed class NewKeys(IHostEnvironment environment)
{
    /// <summary>The text made in this request, or null.</summary>
    public string? Text { get; private set; }

    /// <summary>Makes a text for a key, and gives what is kept of it.</summary>
    public string NewHash(Guid key)
    {
        Text = ApiKeyText.Of(environment.IsProduction(), key, RandomNumberGenerator.GetBytes(ApiKeyText.SecretSize));
        return ApiKeyText.Hash(Text);
    }
}
