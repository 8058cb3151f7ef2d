using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Pages.Layout;

/// <summary>An entry of the navigation.</summary>
/// <param name="Path">Where it leads.</param>
/// <param name="Name">What it is called.</param>
public sealed record MenuEntry(string Path, Bilingual Name);

/// <summary>What the navigation offers to each role: the pages that it may open.</summary>
public static class Menu
{
    private static readonly IReadOnlyDictionary<string, IReadOnlyList<MenuEntry>> ByRole = new Dictionary<string, IReadOnlyList<MenuEntry>>
    {
        [Roles.Establishment] =
        [
            new("/indicators", new("Indicators", "Indicateurs")),
            new("/engagements", new("Engagements", "Interventions")),
            new("/tracks", new("Action plan", "Plan d’action")),
            new("/requests/new", new("Requests", "Demandes")),
            new("/grants", new("Who reads for us", "Qui lit pour nous")),
        ],
        [Roles.Member] = [new("/me", new("My data", "Mes données"))],
        [Roles.Facilitator] = [new("/me", new("My data", "Mes données"))],
        [Roles.Platform] = [new("/webhooks", new("Webhooks", "Webhooks"))],
        [Roles.Practice] = [new("/webhooks", new("Webhooks", "Webhooks")), new("/keys", new("API keys", "Clés d’API"))],
    };

    /// <summary>The entries of a visitor; none for who is not signed in.</summary>
    public static IReadOnlyList<MenuEntry> Of(Actor? visitor) => visitor is null ? [] : ByRole.GetValueOrDefault(visitor.Role) ?? [];
}
