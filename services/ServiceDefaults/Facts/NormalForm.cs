using ADRaffy.ENSNormalize;

namespace PracticeAnalysis.ServiceDefaults.Facts;

/// <summary>The one form that a name is kept in.</summary>
public static class NormalForm
{
    /// <summary>A name in the one form that its characters have (NFC). The runtime knows no normal forms where it is invariant of cultures.</summary>
    public static string Of(string name) => ENSNormalize.NF.NFC(name);
}
