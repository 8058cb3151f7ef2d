using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>One that a handler takes.</summary>
/// <param name="Type">Of what type, without its <c>?</c>.</param>
/// <param name="IsRequired">Whether the handler cannot do without.</param>
/// <param name="Bounds">Between which numbers it lies; null where the handler says of none.</param>
/// <param name="Wanted">What to give; null where its type says enough.</param>
public sealed record HandlerParameter(Type Type, bool IsRequired, BetweenAttribute? Bounds, string? Wanted);

/// <summary>What to give as a parameter whose type does not say it: told to who leaves it out.</summary>
/// <param name="text">In a sentence that the French of refusals knows.</param>
[AttributeUsage(AttributeTargets.Parameter)]
public sealed class WantedAttribute(string text) : Attribute
{
    /// <summary>What to give.</summary>
    public string Text => text;
}

/// <summary>What a route's handler takes by name, of the query or the path: its parameters, those in a record of them too.</summary>
public static class HandlerParameters
{
    private static readonly ConcurrentDictionary<MethodInfo, IReadOnlyDictionary<string, HandlerParameter>> Known = new();
    private static readonly ConcurrentDictionary<MethodInfo, IReadOnlyList<Type>> Checked = new();

    /// <summary>Each by its name; none where the endpoint has no handler.</summary>
    public static IReadOnlyDictionary<string, HandlerParameter> Of(Endpoint? endpoint) => Of(endpoint?.Metadata.GetMetadata<MethodInfo>());

    /// <summary>Each by its name; none where there is no handler.</summary>
    public static IReadOnlyDictionary<string, HandlerParameter> Of(MethodInfo? handler) =>
        handler is null ? new Dictionary<string, HandlerParameter>() : Known.GetOrAdd(handler, Read);

    /// <summary>The records of parameters that are checked before the handler runs.</summary>
    internal static IReadOnlyList<Type> AskedBy(Endpoint? endpoint) =>
        endpoint?.Metadata.GetMetadata<MethodInfo>() is { } handler
            ? Checked.GetOrAdd(handler, h => [.. Records(h).Where(r => r.IsAssignableTo(typeof(IAsked)))])
            : [];

    /// <summary>By name, the member of a record of parameters that each one in such a record is bound to.</summary>
    public static Dictionary<string, PropertyInfo> RecordsOf(MethodInfo handler) =>
        Records(handler)
            .SelectMany(r => Members(r).Select(m => (Name: NameOf(m), Member: r.GetProperty(m.Name!)!)))
            .ToDictionary(m => m.Name, m => m.Member, StringComparer.Ordinal);

    /// <summary>By which name a member of a record of parameters is given.</summary>
    internal static string NameOf(ParameterInfo member) => member.GetCustomAttribute<FromQueryAttribute>()?.Name ?? member.Name!;

    /// <summary>Whether a record of parameters holds one of this name.</summary>
    internal static bool IsMember(Type record, string name) => Members(record).Any(m => NameOf(m) == name);

    private static IEnumerable<Type> Records(MethodInfo handler) =>
        handler.GetParameters().Where(p => p.GetCustomAttribute<AsParametersAttribute>() is not null).Select(p => p.ParameterType);

    private static ParameterInfo[] Members(Type record) => record.GetConstructors()[0].GetParameters();

    private static IReadOnlyDictionary<string, HandlerParameter> Read(MethodInfo handler)
    {
        var nullability = new NullabilityInfoContext();
        return handler
            .GetParameters()
            .SelectMany(p => p.GetCustomAttribute<AsParametersAttribute>() is null ? [p] : Members(p.ParameterType))
            .Where(p => IsSimple(p.ParameterType))
            .ToDictionary(
                NameOf,
                p => new HandlerParameter(
                    Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType,
                    !p.HasDefaultValue && nullability.Create(p).WriteState == NullabilityState.NotNull,
                    p.GetCustomAttribute<BetweenAttribute>(),
                    p.GetCustomAttribute<WantedAttribute>()?.Text
                ),
                StringComparer.Ordinal
            );
    }

    private static bool IsSimple(Type type) =>
        type.IsValueType || type == typeof(string) || type == typeof(string[]) || (type.IsArray && Word.ListOf(type) is not null);
}
