using PracticeAnalysis.Access;

namespace PracticeAnalysis.Engagement.ApiKeys;

/// <summary>Makes the text of a key for one request, and holds it until that request is answered: it is nowhere else.</summary>
public sealed class NewKeys(IHostEnvironment environment)
{
    /// <summary>The text made in this request, or null.</summary>
    public string? Text { get; private set; }

    /// <summary>Makes a text for a key of this practice, and gives what is kept of it.</summary>
    public string NewHash(Guid key, string tenant)
    {
        Text = ApiKeyText.Of(environment.IsProduction(), key, MarkedSecret.New(ApiKeyText.SecretSize, tenant));
        return ApiKeyText.Hash(Text);
    }
}
