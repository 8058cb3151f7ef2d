namespace PracticeAnalysis.Kernel;

/// <summary>Names of the headers that events and messages carry.</summary>
public static class EventHeaders
{
    /// <summary>The reading of the hybrid logical clock.</summary>
    public const string Clock = "clock";

    /// <summary>Of a message, and of the facts that take over what it tells: by which number each class of readers knows the version of its
    /// origin, as a JSON object by role.</summary>
    public const string Seen = "seen";
}
