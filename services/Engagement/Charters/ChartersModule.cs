using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Charters;

/// <summary>Charters: proposed, accepted by each, ratified.</summary>
public static class ChartersModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() => new() { Views = views => views.AddSingleton(ClauseCatalogue.Read()) };
}
