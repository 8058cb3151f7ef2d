using System.Collections.Concurrent;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;

namespace PracticeAnalysis.Kernel;

/// <summary>Between which numbers a member or a parameter lies, both included. The contract says so; <see cref="Input.CheckNumbers" /> refuses others in
/// commands.</summary>
/// <param name="least">The least.</param>
/// <param name="most">The most.</param>
[AttributeUsage(AttributeTargets.Property | AttributeTargets.Parameter)]
public sealed class BetweenAttribute(int least, int most) : Attribute
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<(PropertyInfo Member, BetweenAttribute Bounds)>> Known = new();

    /// <summary>The least.</summary>
    public int Least => least;

    /// <summary>The most.</summary>
    public int Most => most;

    /// <summary>The bounds of a member as JSON has it; null where it names none.</summary>
    public static BetweenAttribute? Of(JsonPropertyInfo member) =>
        member.AttributeProvider?.GetCustomAttributes(typeof(BetweenAttribute), inherit: true).OfType<BetweenAttribute>().SingleOrDefault();

    /// <summary>The members of a type that lie between numbers, in order.</summary>
    internal static IEnumerable<(string Name, int? Value, BetweenAttribute Bounds)> Of(object command) =>
        Known
            .GetOrAdd(
                command.GetType(),
                type =>
                    [
                        .. type.GetProperties()
                            .Select(p => (Member: p, Bounds: p.GetCustomAttribute<BetweenAttribute>()!))
                            .Where(p => p.Bounds is not null),
                    ]
            )
            .Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Member.Name), (int?)p.Member.GetValue(command), p.Bounds));
}
