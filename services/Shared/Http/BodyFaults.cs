using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>All that cannot be read of a body. The reader of JSON stops at the first fault; here each member is read on its own.</summary>
internal static class BodyFaults
{
    // Who sends more faults than this learns of the others once these are mended.
    private const int Most = 100;

    /// <summary>The faults, in the order of the body, of each object what is missing last; none where it is no JSON.</summary>
    public static IReadOnlyList<InputError> Of(ReadOnlyMemory<byte> body, Type type, JsonSerializerOptions options)
    {
        if (body.IsEmpty || NoJson(body, options) is not null)
        {
            return [];
        }

        using var json = Parse(body, options);
        return [.. Of(json.RootElement, type, string.Empty, options).Take(Most)];
    }

    /// <summary>Why a body is no JSON; null where it is, or is there no more.</summary>
    public static JsonException? NoJson(ReadOnlyMemory<byte> body, JsonSerializerOptions options)
    {
        try
        {
            Parse(body, options).Dispose();
            return null;
        }
        catch (JsonException fault)
        {
            return body.IsEmpty ? null : fault;
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> body, JsonSerializerOptions options) =>
        JsonDocument.Parse(body, new() { MaxDepth = options.MaxDepth });

    private static IEnumerable<InputError> Of(JsonElement value, Type type, string at, JsonSerializerOptions options)
    {
        var info = options.GetTypeInfo(type);
        return (info.Kind, value.ValueKind) switch
        {
            (JsonTypeInfoKind.Object, JsonValueKind.Object) when info.PolymorphismOptions is null => OfMembers(value, info, at, options),
            (JsonTypeInfoKind.Enumerable, JsonValueKind.Array) => OfItems(value, info.ElementType!, at, options),
            _ => OfValue(value, type, at, options),
        };
    }

    private static IEnumerable<InputError> OfMembers(JsonElement value, JsonTypeInfo info, string at, JsonSerializerOptions options)
    {
        var (known, seen) = (
            info.Properties.ToDictionary(p => p.Name, StringComparer.Ordinal),
            new HashSet<string>(StringComparer.Ordinal)
        );
        foreach (var member in value.EnumerateObject())
        {
            var isFirst = seen.Add(member.Name);
            foreach (
                var fault in !known.TryGetValue(member.Name, out var property) ? [InputErrors.Unknown(at, member.Name, known.Keys)]
                : !isFirst ? [InputErrors.Twice($"{at}/{member.Name}")]
                : member.Value.ValueKind == JsonValueKind.Null && !TakesNull(property)
                    ? [InputErrors.Null($"{at}/{member.Name}", property.PropertyType)]
                : member.Value.ValueKind == JsonValueKind.Null ? []
                : InputErrors.Beyond($"{at}/{member.Name}", member.Value, property) is { } beyond ? [beyond]
                : Of(member.Value, property.PropertyType, $"{at}/{member.Name}", options)
            )
            {
                yield return fault;
            }
        }

        foreach (var property in info.Properties.Where(p => IsAskedFor(p) && !seen.Contains(p.Name)))
        {
            yield return InputErrors.Missing($"{at}/{property.Name}");
        }
    }

    private static IEnumerable<InputError> OfItems(JsonElement list, Type item, string at, JsonSerializerOptions options)
    {
        if (list.GetArrayLength() > StrictJson.MostItems)
        {
            return [InputErrors.TooMany(at)];
        }

        return list.EnumerateArray()
            .Index()
            .SelectMany(i =>
                i.Item.ValueKind == JsonValueKind.Null && Nullable.GetUnderlyingType(item) is null
                    ? [InputErrors.Null($"{at}/{i.Index}", item)]
                    : Of(i.Item, item, $"{at}/{i.Index}", options)
            );
    }

    private static IReadOnlyList<InputError> OfValue(JsonElement value, Type type, string at, JsonSerializerOptions options)
    {
        // Of what is no text the reader of words says as of a wrong word.
        if ((Nullable.GetUnderlyingType(type) ?? type).IsEnum && value.ValueKind is not (JsonValueKind.String or JsonValueKind.Null))
        {
            return [InputErrors.Unreadable(at, type)];
        }

        try
        {
            return value.Deserialize(type, options) is null ? [InputErrors.Null(at, type)] : [];
        }
        catch (JsonException fault)
        {
            return InputErrors.Of(fault, type, options, at).Errors;
        }
    }

    private static bool TakesNull(JsonPropertyInfo property) =>
        property.PropertyType.IsValueType
            ? Nullable.GetUnderlyingType(property.PropertyType) is not null
            : property.AssociatedParameter?.IsNullable ?? property.IsSetNullable;

    private static bool IsAskedFor(JsonPropertyInfo property) =>
        property.IsRequired || property.AssociatedParameter is { HasDefaultValue: false, IsMemberInitializer: false };
}
