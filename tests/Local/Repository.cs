namespace PracticeAnalysis.Local;

/// <summary>The repository that this program was built in.</summary>
internal static class Repository
{
    /// <summary>Its directory.</summary>
    public static string Root { get; } = Find();

    private static string Find()
    {
        var directory = new DirectoryInfo(AppContext.BaseDirectory);
        while (directory is not null && !File.Exists(Path.Combine(directory.FullName, "PracticeAnalysis.sln")))
        {
            directory = directory.Parent;
        }

        return directory?.FullName ?? throw new InvalidOperationException("PracticeAnalysis.sln is in no directory above this program.");
    }
}
