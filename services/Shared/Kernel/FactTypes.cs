using System.Reflection;
using System.Text.Json;

namespace PracticeAnalysis.Kernel;

/// <summary>The closed unions of facts, and their names in the store.</summary>
public static class FactTypes
{
    /// <summary>The facts of one union, in the order of their names.</summary>
    public static IReadOnlyList<Type> Of(Type union) => Of(union, union.Assembly);

    /// <summary>The facts of a union that an assembly holds, in the order of their names.</summary>
    public static IReadOnlyList<Type> Of(Type union, Assembly assembly) =>
        [.. assembly.GetTypes().Where(t => !t.IsAbstract && union.IsAssignableFrom(t)).OrderBy(t => t.Name, StringComparer.Ordinal)];

    /// <summary>A fact's alias in the store: its name in snake case, never its CLR name.</summary>
    public static string Alias(Type fact) => JsonNamingPolicy.SnakeCaseLower.ConvertName(fact.Name);

    /// <summary>Every alias under which a fact stands in the store, that of today first.</summary>
    public static IReadOnlyList<string> Aliases(Type fact) =>
        [Alias(fact), .. fact.GetCustomAttributes<FormerlyAttribute>(inherit: false).Select(f => f.Alias)];

    /// <summary>What a fact is of: its union's name without the word fact, such as <c>engagement</c> for a fact of an engagement.</summary>
    public static string StreamType(Type fact) =>
        JsonNamingPolicy.SnakeCaseLower.ConvertName(fact.BaseType!.Name.Replace("Fact", string.Empty, StringComparison.Ordinal));
}
