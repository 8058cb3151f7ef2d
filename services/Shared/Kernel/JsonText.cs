using System.Text.Json;

namespace PracticeAnalysis.Kernel;

/// <summary>A string of a body is longer than any may be.</summary>
public sealed class LongTextException() : JsonException("A text is too long.");

/// <summary>A string of JSON as it may be stored.</summary>
public static class JsonText
{
    /// <summary>The most that a string of a body may hold, in Unicode characters.</summary>
    public const int MostCharacters = 32 * 1024;

    /// <summary>A string without U+0000 and lone surrogates, which PostgreSQL's jsonb cannot hold.</summary>
    public static string Read(ref Utf8JsonReader reader)
    {
        string text;
        try
        {
            text = reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            throw new JsonException("A string holds a lone surrogate.");
        }

        return text.Length > MostCharacters && text.EnumerateRunes().Count() > MostCharacters ? throw new LongTextException()
            : text.Contains('\0', StringComparison.Ordinal) ? throw new JsonException("A string holds U+0000.")
            : text;
    }
}
