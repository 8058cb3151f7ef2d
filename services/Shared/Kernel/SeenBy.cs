using System.Collections.Concurrent;
using System.Reflection;

namespace PracticeAnalysis.Kernel;

/// <summary>The classes of readers that see a fact, of those who may read its stream. Each fact type of a stream names them; on the base of a
/// stream's facts they hold for every one of them, and whoever reads that stream reads it alike.</summary>
/// <param name="roles">The classes, by their roles; none, where no reading of the stream shows the fact.</param>
[AttributeUsage(AttributeTargets.Class, Inherited = false)]
public sealed class SeenByAttribute(params string[] roles) : Attribute
{
    /// <summary>The classes, by their roles.</summary>
    public IReadOnlyList<string> Roles { get; } = roles;
}

/// <summary>What each class of readers sees of a stream, and by which number it knows a version: that of the facts that it sees.</summary>
public static class Readers
{
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>?> Named = new();
    private static readonly ConcurrentDictionary<Type, IReadOnlyList<string>> Classes = new();

    /// <summary>The classes that a fact type names, or its base for it; null where neither does: then all who read the stream see it.</summary>
    public static IReadOnlyList<string>? Of(Type fact) =>
        Named.GetOrAdd(fact, type => (Own(type) ?? (type.BaseType is { } union ? Own(union) : null))?.Roles);

    /// <summary>Whether a fact's type names this class.</summary>
    public static bool Name(Fact fact, string role) => Of(fact.GetType())?.Contains(role) is not false;

    /// <summary>The classes that see anything of a stream; none where its facts name none.</summary>
    /// <param name="union">The base of its facts.</param>
    public static IReadOnlyList<string> OfStream(Type union) =>
        Classes.GetOrAdd(union, type => [.. FactTypesOf(type).SelectMany(fact => Of(fact) ?? []).Distinct().Order(StringComparer.Ordinal)]);

    /// <summary>The state as this reader knows it: its version counts the facts that their class sees. To be shown, never to be decided on.</summary>
    public static T As<T>(this T state, Actor reader)
        where T : Aggregate => state with { Version = state.VersionFor(reader), Hidden = null };

    /// <summary>The state as of a version of this reader's: after as many facts as they saw, and whatever nobody of their class saw before the
    /// next one. Null where there was none.</summary>
    /// <param name="version">By the reader's count; null for all facts.</param>
    public static T? Of<T>(Guid id, IEnumerable<Fact> facts, Actor reader, long? version)
        where T : Aggregate, IFold<T>
    {
        var state = (T?)null;
        foreach (var fact in facts)
        {
            var next = Folding.Apply(state, id, fact);
            if (next.VersionFor(reader) > version)
            {
                break;
            }

            state = next;
        }

        return state;
    }

    /// <summary>By which number each class of a stream's readers knows this state; empty where its facts name no class.</summary>
    public static IReadOnlyDictionary<string, long> Counts<T>(T state)
        where T : Aggregate, IFold<T> =>
        OfStream(T.Facts).ToDictionary(role => role, role => state.Version - (state.Hidden?.GetValueOrDefault(role) ?? 0));

    /// <summary>How many facts are hidden from each class after one more.</summary>
    internal static IReadOnlyDictionary<string, long>? HiddenAfter<T>(T? state, Fact fact)
        where T : Aggregate, IFold<T>
    {
        var blind = OfStream(T.Facts).Where(role => !T.Shows(state, fact, role)).ToList();
        return blind.Count == 0
            ? state?.Hidden
            : new SortedDictionary<string, long>(
                (state?.Hidden?.Keys ?? [])
                    .Union(blind)
                    .ToDictionary(role => role, role => (state?.Hidden?.GetValueOrDefault(role) ?? 0) + (blind.Contains(role) ? 1 : 0)),
                StringComparer.Ordinal
            );
    }

    private static SeenByAttribute? Own(Type type) => type.GetCustomAttribute<SeenByAttribute>(inherit: false);

    private static IEnumerable<Type> FactTypesOf(Type union) =>
        union.Assembly.GetTypes().Where(t => !t.IsAbstract && union.IsAssignableFrom(t));
}
