using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;

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
            TypeInfoResolver = new DefaultJsonTypeInfoResolver { Modifiers = { ReadFormerly } },
        };

    // A member that is read and never written: the message that the fact once held.
    private static void ReadFormerly(JsonTypeInfo fact)
    {
        if (!fact.Type.IsDefined(typeof(FormerlyAttribute), inherit: false))
        {
            return;
        }

        var members = fact.Properties.Where(p => p.Set is not null).ToDictionary(p => p.Name);
        var message = fact.CreateJsonPropertyInfo(typeof(JsonElement), "message");
        message.Set = (read, told) =>
        {
            if (told is not JsonElement { ValueKind: JsonValueKind.Object } said)
            {
                throw new JsonException("message is no object.");
            }

            foreach (var member in said.EnumerateObject().Where(m => members.ContainsKey(m.Name)))
            {
                members[member.Name].Set!(read, member.Value.Deserialize(members[member.Name].PropertyType, Options));
            }
        };
        fact.Properties.Add(message);
    }
}
