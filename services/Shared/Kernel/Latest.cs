using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeAnalysis.Kernel;

/// <summary>The newest of what may come in any order.</summary>
/// <param name="Value">What was said.</param>
/// <param name="Version">The version of the stream that said so.</param>
[JsonConverter(typeof(LatestJson))]
public sealed record Latest<T>(T Value, long Version);

/// <summary>Which of two words holds.</summary>
public static class Latest
{
    /// <summary>Whether what is known is later than this version, so that what it says holds no more.</summary>
    public static bool IsAfter<T>(this Latest<T>? known, long version) => known?.Version > version;

    /// <summary>What holds once this is told too: what is known, where it is later.</summary>
    public static Latest<T> With<T>(this Latest<T>? known, T value, long version) => known.IsAfter(version) ? known! : new(value, version);
}

// Snapshots of before named the value by what it was, and some kept the version in the origin: they read until they are written anew.
internal sealed class LatestJson : JsonConverterFactory
{
    private static readonly HashSet<string> Names = new(StringComparer.Ordinal) { "value", "suspended", "facilitator", "until", "terms" };

    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(Latest<>);

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Of<>).MakeGenericType(typeToConvert.GetGenericArguments()))!;

    private sealed class Of<T> : JsonConverter<Latest<T>>
    {
        public override Latest<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var said = JsonElement.ParseValue(ref reader);
            var from = said.TryGetProperty("origin", out var origin) ? origin : said;
            return new(
                said.EnumerateObject().Where(m => Names.Contains(m.Name)).Select(m => m.Value.Deserialize<T>(options)).FirstOrDefault()!,
                from.GetProperty("version").GetInt64()
            );
        }

        public override void Write(Utf8JsonWriter writer, Latest<T> value, JsonSerializerOptions options)
        {
            writer.WriteStartObject();
            writer.WritePropertyName("value");
            JsonSerializer.Serialize(writer, value.Value, options);
            writer.WriteNumber("version", value.Version);
            writer.WriteEndObject();
        }
    }
}
