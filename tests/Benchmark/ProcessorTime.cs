using System.Globalization;

namespace PracticeAnalysis.Benchmark;

/// <summary>How much processor time processes took since their start, as the kernel counts it.</summary>
internal static class ProcessorTime
{
    private const double TicksPerSecond = 100;

    // Of the numbers behind the name in /proc/PID/stat.
    private const int Parent = 1;
    private const int User = 11;
    private const int System = 12;
    private const int EndedUser = 13;
    private const int EndedSystem = 14;

    /// <summary>Of one process, in seconds.</summary>
    public static double Of(int process) => Stat(process) is { } stat ? (stat[User] + stat[System]) / TicksPerSecond : 0;

    /// <summary>Of a process and of all that it started, those too that ended.</summary>
    public static double OfTree(int process) =>
        (
            (Stat(process) is { } parent ? parent[User] + parent[System] + parent[EndedUser] + parent[EndedSystem] : 0)
            + All().Where(stat => stat[Parent] == process).Sum(stat => stat[User] + stat[System])
        ) / TicksPerSecond;

    private static IEnumerable<long[]> All() =>
        Directory
            .EnumerateDirectories("/proc")
            .Select(path => int.TryParse(Path.GetFileName(path), CultureInfo.InvariantCulture, out var process) ? Stat(process) : null)
            .OfType<long[]>();

    private static long[]? Stat(int process)
    {
        try
        {
            var stat = File.ReadAllText($"/proc/{process}/stat");

            // The state is a letter; the name before it may hold spaces and brackets.
            return
            [
                .. stat[(stat.LastIndexOf(')') + 2)..]
                    .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    .Take(EndedSystem + 1)
                    .Select((field, at) => at == 0 ? 0 : long.Parse(field, CultureInfo.InvariantCulture)),
            ];
        }
        catch (IOException)
        {
            // It ended meanwhile.
            return null;
        }
    }
}
