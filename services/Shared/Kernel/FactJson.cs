using System.Text.Json;
using System.Text.Json.Serialization;

namespace PracticeAnalysis.Kernel;

/// <summary>How facts are written in the store, in the ledger and in the golden files.</summary>
public static class FactJson
{
    /// <summary>Camel case, enumerations by their names in kebab case, absent rather than null.</summary>
    public static JsonSerializerOptions Options { get; } =
        new()
        {
            PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
            DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
            Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower, allowIntegerValues: false) },
        };
}
