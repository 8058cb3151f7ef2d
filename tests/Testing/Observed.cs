using Xunit;

namespace PracticeAnalysis.Testing;

/// <summary>What a test measured: said with the test, and at the end of <c>deploy/test</c>, which names a folder for it in <c>FIGURES</c>.</summary>
public static class Observed
{
    private static readonly Lock Alone = new();

    /// <summary>How late what happened may be told: a second, and one more for a machine on which others work too. What this bounds took
    /// between three and a half seconds and a minute before it was mended.</summary>
    public static readonly TimeSpan Lag = TimeSpan.FromSeconds(2);

    /// <summary>Says one figure, with its unit.</summary>
    public static void Tell(string figure)
    {
        TestContext.Current.TestOutputHelper?.WriteLine(figure);
        if (Environment.GetEnvironmentVariable("FIGURES") is { } folder)
        {
            var by = TestContext.Current.TestClass!.TestClassSimpleName;
            lock (Alone)
            {
                File.AppendAllText(Path.Combine(folder, by), $"{by}: {figure}{Environment.NewLine}");
            }
        }
    }
}
