using System.Text.Json;

namespace PracticeAnalysis.Kernel;

/// <summary>The words of the field, as the API and messages carry them: lower case with hyphens.</summary>
public static class Words
{
    /// <summary>The word as it is carried.</summary>
    public static string Of(Enum word) => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString());

    /// <summary>The word that was carried.</summary>
    /// <exception cref="ArgumentException">It is none of these words.</exception>
    public static T Read<T>(string word)
        where T : struct, Enum =>
        Enum.GetValues<T>().Where(w => Of(w) == word).Select(w => (T?)w).SingleOrDefault()
        ?? throw new ArgumentException($"It is no {typeof(T).Name}.", nameof(word));
}
