using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeAnalysis.Kernel;

/// <summary>Free text as it is stored: encrypted under its author's key. Destroying the key erases the text.</summary>
/// <param name="KeyId">The author's key in this service.</param>
/// <param name="Alg">Always <c>A256GCM</c>.</param>
/// <param name="Nonce">Base64 of the 12 random bytes.</param>
/// <param name="Ciphertext">Base64 of ciphertext and tag.</param>
public sealed record Sealed(string KeyId, string Alg, string Nonce, string Ciphertext);

/// <summary>Encrypts a text for the member of the fact it will stand in, such as <c>SituationRaised.Text</c>.</summary>
public delegate Sealed Seal(Narrative text, string member);

/// <summary>Where a text should stand nobody sees one: there is nothing, or blanks and hidden characters alone.</summary>
public sealed class EmptyTextException() : JsonException("A text is empty.");

/// <summary>Free text on its way in: it never shows in a log, trace or error, whoever writes it there.</summary>
[JsonConverter(typeof(Converter))]
public readonly record struct Narrative(string Text)
{
    /// <summary>The most that one text may hold, in Unicode characters.</summary>
    public const int MaxLength = JsonText.MostCharacters;

    /// <summary>Never the text.</summary>
    public override string ToString() => "(text)";

    [SuppressMessage("Performance", "CA1812", Justification = "Made by the attribute.")]
    private sealed class Converter : JsonConverter<Narrative>
    {
        public override Narrative Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) =>
            reader.TokenType != JsonTokenType.String ? throw new JsonException("A text is expected.")
            : JsonText.Read(ref reader) is var text && Input.ShowsNothing(text) ? throw new EmptyTextException()
            : new(text);

        public override void Write(Utf8JsonWriter writer, Narrative value, JsonSerializerOptions options) =>
            throw new NotSupportedException("A narrative is never written; it is sealed.");
    }
}
