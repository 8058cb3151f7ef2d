namespace PracticeAnalysis.Local;

/// <summary>Many persons at once, as in a room: a few requests in flight, the order left to chance.</summary>
internal static class Crowd
{
    private const int AtOnce = 4;

    /// <summary>Everybody does it.</summary>
    public static Task Together<T>(IEnumerable<T> everybody, Func<T, Task> does) =>
        Parallel.ForEachAsync(everybody, new ParallelOptions { MaxDegreeOfParallelism = AtOnce }, async (one, _) => await does(one));
}
