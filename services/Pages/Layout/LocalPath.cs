namespace PracticeAnalysis.Pages.Layout;

/// <summary>Where a link may lead back to.</summary>
public static class LocalPath
{
    /// <summary>A path of this origin, whatever was asked for: a link that leads elsewhere leads home.</summary>
    public static string Of(string? path) =>
        path is ['/', ..] && path is not ['/', '/' or '\\', ..] && !path.Any(char.IsControl) ? path : "/";
}
