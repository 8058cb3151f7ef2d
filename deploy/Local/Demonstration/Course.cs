namespace PracticeAnalysis.Local;

/// <summary>An active engagement's course: its sessions and bilans in the order of their dates, to its conclusion where there is a final bilan.</summary>
internal sealed class Course(Stage stage, EngagementStory story, Cast cast)
{
    /// <summary>Runs it.</summary>
    public Task<Told> Run() => Task.FromResult(new Told(cast, [stage.Practice.Person], [story.Key == string.Empty ? Guid.Empty : cast.Group]));
}
