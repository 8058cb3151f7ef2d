namespace PracticeAnalysis.ServiceDefaults.Facts;

/// <summary>Names of the headers that events and messages carry.</summary>
public static class EventHeaders
{
    /// <summary>The reading of the hybrid logical clock.</summary>
    public const string Clock = "clock";
}
