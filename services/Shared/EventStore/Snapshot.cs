using System.Text.Json;
using JasperFx.Events;
using JasperFx.Events.Aggregation;
using JasperFx.Events.Daemon;
using JasperFx.Events.Projections;
using Marten;
using Marten.Events.Aggregation;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EventStore;

/// <summary>A snapshot that can be compared with its stream, and written anew from it.</summary>
public interface ISnapshot
{
    /// <summary>The aggregate's name.</summary>
    string Name { get; }

    /// <summary>Written with the facts, or by the daemon after them.</summary>
    ProjectionLifecycle Lifecycle { get; }

    /// <summary>The facts that it is made of, as the store names them.</summary>
    IEnumerable<string> Facts { get; }

    /// <summary>Whether what is stored is not what the stream's facts add up to; null where none of them is of this aggregate. Its writing anew is
    /// left to be saved with the session.</summary>
    Task<bool?> Mend(IDocumentSession session, IReadOnlyList<IEvent> stream, CancellationToken cancel);
}

/// <summary>The snapshot of an aggregate, kept by the store: the pure fold and nothing else.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
public sealed class Snapshot<T> : SingleStreamProjection<T, Guid>, ISnapshot
    where T : Aggregate, IFold<T>
{
    /// <summary>A snapshot under the aggregate's name, fed by its closed union of facts.</summary>
    public Snapshot()
    {
        Name = typeof(T).Name;
        foreach (var type in FactTypes.Of(T.Facts))
        {
            IncludeType(type);
        }
    }

    /// <inheritdoc />
    public override T? Evolve(T? snapshot, Guid id, IEvent e)
    {
        if (e.IsArchived)
        {
            return snapshot;
        }

        var fact = e.Fact();
        try
        {
            // A fact that was set aside has a version too.
            var next = Folding.Apply(snapshot, id, fact);
            return e.Version > next.Version ? next with { Version = e.Version } : next;
        }
        catch (Exception cause)
        {
            // A fold is pure: it is the fact at which it fails, and it is the fact that is named.
            throw new PoisonFactException(e, cause);
        }
    }

    IEnumerable<string> ISnapshot.Facts => FactTypes.Of(T.Facts).SelectMany(FactTypes.Aliases);

    async Task<bool?> ISnapshot.Mend(IDocumentSession session, IReadOnlyList<IEvent> stream, CancellationToken cancel)
    {
        var own = stream.Where(e => T.Facts.IsAssignableFrom(e.EventType)).ToList();
        if (own.Count == 0)
        {
            return null;
        }

        var id = own[0].StreamId;
        var fold = own.Aggregate((T?)null, (state, e) => Evolve(state, id, e));
        if (await Stored(session, id, cancel) == Text(session, fold))
        {
            return false;
        }

        // As the projection itself writes it, whatever stands there.
        var storage = await session.FetchProjectionStorageAsync<T, Guid>(session.TenantId, cancel);
        storage.StoreProjection(fold!, own[^1], AggregationScope.SingleStream);
        return true;
    }

    // What cannot be read is different from whatever its facts say.
    private static async Task<string?> Stored(IDocumentSession session, Guid id, CancellationToken cancel)
    {
        try
        {
            return Text(session, await session.LoadAsync<T>(id, cancel));
        }
        catch (Exception e) when (e is JsonException or NotSupportedException or FormatException or ArgumentException)
        {
            return null;
        }
    }

    // What an older version stored and this one reads alike is no difference.
    private static string Text(IDocumentSession session, T? state) =>
        state is null ? string.Empty : Canonical.Text(JsonElement.Parse(session.DocumentStore.Options.Serializer().ToJson(state)));
}

/// <summary>Registers facts and aggregates with the store.</summary>
public static class AggregateRegistration
{
    /// <summary>Registers the facts of a union under their aliases: each is written under that of today, and read under those of before too.</summary>
    public static void AddFacts(this StoreOptions options, Type union)
    {
        foreach (var type in FactTypes.Of(union))
        {
            options.Events.MapEventType(type, FactTypes.Alias(type));
            foreach (var formerly in FactTypes.Aliases(type).Skip(1))
            {
                options.Events.Upcast(type, formerly, null!);
            }
        }
    }

    /// <summary>Registers an aggregate: its facts and its snapshot.</summary>
    public static void AddAggregate<T>(this StoreOptions options, ProjectionLifecycle lifecycle = ProjectionLifecycle.Inline)
        where T : Aggregate, IFold<T>
    {
        options.AddFacts(T.Facts);
        options.Schema.For<T>().DocumentAlias(JsonNamingPolicy.SnakeCaseLower.ConvertName(typeof(T).Name));
        options.Projections.Add(new Snapshot<T>(), lifecycle);
    }
}
