namespace PracticeAnalysis.Architecture;

/// <summary>The checkout that the tests were built from.</summary>
public static class Repository
{
    private const string SolutionFile = "PracticeAnalysis.sln";

    /// <summary>Its top folder.</summary>
    public static string Root { get; } = Upwards(new DirectoryInfo(AppContext.BaseDirectory));

    /// <summary>The text of its solution file.</summary>
    public static string Solution => File.ReadAllText(Path.Combine(Root, SolutionFile));

    /// <summary>The texts of the services' sources, and of what was generated of them before the build.</summary>
    public static IEnumerable<string> Services =>
        Directory.EnumerateFiles(Path.Combine(Root, "services"), "*.cs", SearchOption.AllDirectories).Select(File.ReadAllText);

    private static string Upwards(DirectoryInfo folder) =>
        File.Exists(Path.Combine(folder.FullName, SolutionFile)) ? folder.FullName : Upwards(folder.Parent!);
}
