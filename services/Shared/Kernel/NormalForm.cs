using ADRaffy.ENSNormalize;

namespace PracticeAnalysis.Kernel;

/// <summary>The one form that a name is kept in.</summary>
public static class NormalForm
{
    // What lies before the first combining mark has one form alone. The tables for the others take 16 MB: few names need them.
    private const char LastThatIsSo = '\u02FF';

    /// <summary>A name in the one form that its characters have (NFC). The runtime knows no normal forms where it is invariant of cultures.</summary>
    public static string Of(string name) => name.AsSpan().ContainsAnyExceptInRange('\0', LastThatIsSo) ? ENSNormalize.NF.NFC(name) : name;
}
