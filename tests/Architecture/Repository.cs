namespace PracticeAnalysis.Architecture;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    private const string SolutionFile = "PracticeAnalysis.sln";

    /// <summary>Its top folder.</summary>
    public static string Root { get; } = Upwards(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The text of its solution file.</summary>
    public static string Solution => File.ReadAllText(Path.Combine(Root, SolutionFile));

    private static string Upwards(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, SolutionFile)) ? folder.FullName : Upwards(folder.Parent!);
}
