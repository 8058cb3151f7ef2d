using System.Globalization;

namespace PracticeAnalysis.Kernel;

/// <summary>The clock of a demonstration that tells what takes weeks: behind this machine's by the seconds in a file, or by none where there is no file. Whoever
/// writes the file lets time pass; nothing is told before its time, and nothing by another rule.</summary>
/// <param name="file">Holds by how many seconds.</param>
public sealed class SetBackTime(string file) : TimeProvider
{
    /// <summary>By how much it is behind.</summary>
    public TimeSpan Behind =>
        File.Exists(file) ? TimeSpan.FromSeconds(long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture)) : default;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() => base.GetUtcNow() - Behind;
}

/// <summary>When a moment of a service's clock comes on this machine's, by which messages wait.</summary>
public static class WaitingTime
{
    /// <summary>That moment; the same, unless the clock is set back.</summary>
    public static DateTimeOffset OnThisMachine(this TimeProvider time, DateTimeOffset at) =>
        time is SetBackTime back ? at + back.Behind : at;
}
