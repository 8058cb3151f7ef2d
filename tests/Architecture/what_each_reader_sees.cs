using System.Runtime.CompilerServices;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Architecture;

/// <summary>A version tells how many facts there are. So each fact of a stream that several classes of readers may read names those who see it.</summary>
public class what_each_reader_sees
{
    [Fact]
    public void is_named_by_each_fact_of_a_stream_that_several_may_read() =>
        Streams(Rules.Services)
            .Where(s => s.Roles.Count > 1)
            .SelectMany(s => FactTypes.Of(s.Facts))
            .Where(f => Readers.Of(f) is null)
            .ShouldBeEmpty("name the classes of readers that see it: [SeenBy(…)] on the fact, or on the base where all of them see all");

    [Fact]
    public void is_named_once_for_a_whole_stream_or_by_each_of_its_facts() =>
        Streams(Rules.Services)
            .Where(s => Names(s.Facts) && FactTypes.Of(s.Facts).Any(Names))
            .Select(s => s.Facts)
            .ShouldBeEmpty("who reads a stream whose base names its readers reads all of it");

    [Fact]
    public void is_seen_by_nobody_to_whom_the_stream_is_none() =>
        Streams(Rules.Services)
            .SelectMany(s => Readers.OfStream(s.Facts).Except(s.Roles).Select(role => $"{s.Facts.Name} by {role}"))
            .ShouldBeEmpty("IsVisibleTo never shows the stream to this role");

    [Fact]
    public void one_that_names_nobody_is_seen() => Readers.Of(typeof(Unnamed)).ShouldBeNull();

    private static bool Names(Type type) => type.IsDefined(typeof(SeenByAttribute), inherit: false);

    private static IEnumerable<(Type Facts, IReadOnlyList<string> Roles)> Streams(IReadOnlyList<System.Reflection.Assembly> services) =>
        from aggregate in services.SelectMany(s => s.GetTypes())
        where !aggregate.IsAbstract && typeof(Aggregate).IsAssignableFrom(aggregate)
        group aggregate by (Type)aggregate.GetProperty("Facts")!.GetValue(null)! into stream
        select (stream.Key, (IReadOnlyList<string>)[.. Roles.All.Where(role => stream.Any(aggregate => MaySee(aggregate, role)))]);

    // Asked of a state whose ids are empty and whose words are the last ones, by somebody whose ids are empty: what it looks up in a list may show it.
    private static bool MaySee(Type aggregate, string role)
    {
        var state = RuntimeHelpers.GetUninitializedObject(aggregate);
        foreach (var property in aggregate.GetProperties().Where(p => p.SetMethod is not null))
        {
            var type = Nullable.GetUnderlyingType(property.PropertyType) ?? property.PropertyType;
            if (
                (
                    type.IsEnum ? Enum.GetValues(type).Cast<object>().Last()
                    : type == typeof(bool) ? true
                    : type == typeof(Guid) ? Guid.Empty
                    : null
                ) is
                { } value
            )
            {
                property.SetValue(state, value);
            }
        }

        try
        {
            return (bool)aggregate.GetMethod("IsVisibleTo")!.Invoke(state, [new Actor("t", role, Guid.Empty, Guid.Empty)])!;
        }
        catch (System.Reflection.TargetInvocationException e) when (e.InnerException is NullReferenceException or ArgumentNullException)
        {
            return true;
        }
    }

    private abstract record UnnamedFact : Fact;

    private sealed record Unnamed : UnnamedFact;
}
