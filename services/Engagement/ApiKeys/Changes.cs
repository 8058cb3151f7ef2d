using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.ApiKeys;

/// <summary>What follows from each change of a key.</summary>
internal static class Changes
{
    /// <summary>The change is told to the other services, and known here at once, in the same transaction.</summary>
    public static Decision Changed(this ApiKey key, ApiKeyFact fact, Act act)
    {
        var state = Folding.Apply(key, key.Id, fact with { OccurredAt = act.OccurredAt });
        return Decision
            .Of(fact)
            .Telling(state.Told)
            .Storing(KnownKey.Of(state.Told(new(key.Id, state.Version, act.OccurredAt)), act.By.Tenant));
    }
}
