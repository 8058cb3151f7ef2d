using System.Text.Json;

namespace PracticeAnalysis.Verifier;

/// <summary>Text out of JSON, where null is none.</summary>
internal static class JsonText
{
    /// <summary>The string that it is.</summary>
    /// <exception cref="FormatException">It is null.</exception>
    public static string Text(this JsonElement value) => value.GetString() ?? throw new FormatException();
}
