using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;

namespace PracticeAnalysis.Http;

/// <summary>What a route's handler takes by name, of the query or the path: its parameters, those in a record of them too.</summary>
public static class HandlerParameters
{
    private static readonly ConcurrentDictionary<MethodInfo, IReadOnlyDictionary<string, Type>> Known = new();

    /// <summary>By name, the type of each, without its <c>?</c>; none where the endpoint has no handler.</summary>
    public static IReadOnlyDictionary<string, Type> Of(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<MethodInfo>() is { } handler ? Known.GetOrAdd(handler, Read) : new Dictionary<string, Type>();

    /// <summary>By name, the member of a record of parameters that each one in such a record is bound to.</summary>
    public static Dictionary<string, PropertyInfo> RecordsOf(MethodInfo handler) =>
        handler
            .GetParameters()
            .Where(p => p.GetCustomAttribute<AsParametersAttribute>() is not null)
            .SelectMany(p => p.ParameterType.GetProperties())
            .ToDictionary(NameOf, StringComparer.Ordinal);

    private static IReadOnlyDictionary<string, Type> Read(MethodInfo handler) =>
        handler
            .GetParameters()
            .SelectMany(p =>
                p.GetCustomAttribute<AsParametersAttribute>() is null
                    ? [(Name: p.Name!, Type: p.ParameterType)]
                    : p.ParameterType.GetProperties().Select(m => (Name: NameOf(m), Type: m.PropertyType))
            )
            .Where(p => IsSimple(p.Type))
            .ToDictionary(p => p.Name, p => Nullable.GetUnderlyingType(p.Type) ?? p.Type, StringComparer.Ordinal);

    private static bool IsSimple(Type type) =>
        type.IsValueType || type == typeof(string) || type == typeof(string[]) || (type.IsArray && Word.ListOf(type) is not null);

    private static string NameOf(PropertyInfo member) =>
        member.GetCustomAttribute<FromQueryAttribute>()?.Name
        ?? member
            .DeclaringType!.GetConstructors()[0]
            .GetParameters()
            .FirstOrDefault(p => p.Name == member.Name)
            ?.GetCustomAttribute<FromQueryAttribute>()
            ?.Name
        ?? member.Name;
}
