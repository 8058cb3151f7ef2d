using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;
using JasperFx.Events;
using JasperFx.Events.Daemon;
using Marten;
using Marten.Services;
using PracticeAnalysis.Kernel;
using Weasel.Storage;
using Casing = Weasel.Core.Casing;
using EnumStorage = Weasel.Core.EnumStorage;

namespace PracticeAnalysis.EventStore;

/// <summary>A fact of a known type that cannot be read from its row, as the ledger came upon it. Health is red until it was mended or set aside.</summary>
/// <param name="Id">Its number in the store's sequence.</param>
/// <param name="Type">Its alias.</param>
public sealed record PoisonFact(string Id, string Type)
{
    /// <summary>As an event tells of itself.</summary>
    public static PoisonFact Of(IEvent e) => new(e.Sequence.ToString(CultureInfo.InvariantCulture), e.EventTypeName);
}

/// <summary>A fact cannot be read from its row, or what is made of facts fails at it. Who needs it stops there, and nothing is skipped.</summary>
public sealed class PoisonFactException(IEvent fact, Exception? cause = null)
    : InvalidOperationException("A fact cannot be read or applied.", cause),
        IEventFailureContext
{
    /// <inheritdoc />
    public ShardFailureCategory Category =>
        InnerException is null ? ShardFailureCategory.EventSerialization : ShardFailureCategory.ApplyEvent;

    /// <summary>The fact, and what is wrong with it, as an operator is told.</summary>
    public string Said => $"the event {fact.Sequence} ({fact.EventTypeName}) cannot be {(InnerException is null ? "read" : "applied")}";

    /// <summary>The one that an exception is, or was caused by.</summary>
    public static PoisonFactException? In(Exception? e) => e is null ? null : e as PoisonFactException ?? In(e.InnerException);

    /// <inheritdoc />
    public long Sequence => fact.Sequence;

    /// <inheritdoc />
    public string? EventTypeName => fact.EventTypeName;

    /// <inheritdoc />
    public Guid? EventId => fact.Id;

    /// <inheritdoc />
    public Guid? StreamId => fact.StreamId;

    /// <inheritdoc />
    public string? StreamKey => null;

    /// <inheritdoc />
    public string? TenantId => fact.TenantId;

    /// <inheritdoc />
    public long? Version => fact.Version;
}

/// <summary>What events say.</summary>
public static class StoredFacts
{
    /// <summary>The fact that an event is.</summary>
    /// <exception cref="PoisonFactException">It cannot be read from its row.</exception>
    public static Fact Fact(this IEvent e) => e.Data as Fact ?? throw new PoisonFactException(e);

    /// <summary>The facts of a stream, without what was set aside.</summary>
    /// <exception cref="PoisonFactException">One cannot be read from its row.</exception>
    public static IEnumerable<Fact> Facts(this IEnumerable<IEvent> stream) => stream.Where(e => !e.IsArchived).Select(Fact);
}

/// <summary>Reads a fact whose row does not hold what its type asks for as null: it stops who asks what it says (<see cref="StoredFacts"/>), and not
/// the ledger, which tells every row by its hash.</summary>
public sealed class FactSerializer(JsonSerializerOptions options) : SystemTextJsonSerializer(options), ISerializer
{
    /// <summary>As every store of a service reads and writes.</summary>
    public static FactSerializer Create()
    {
        var serializer = new FactSerializer(FactJson.Options) { EnumStorage = EnumStorage.AsString, Casing = Casing.CamelCase };
        serializer.Configure(AsFacts);
        return serializer;
    }

    object IStorageSerializer.FromJson(Type type, DbDataReader reader, int index)
    {
        try
        {
            return FromJson(type, reader, index);
        }
        catch (Exception e) when (IsOfContent(type, e))
        {
            return null!;
        }
    }

    async ValueTask<object> IStorageSerializer.FromJsonAsync(Type type, DbDataReader reader, int index, CancellationToken cancellationToken)
    {
        try
        {
            return await FromJsonAsync(type, reader, index, cancellationToken);
        }
        catch (Exception e) when (IsOfContent(type, e))
        {
            return null!;
        }
    }

    /// <summary>Whether a row's text can be read as this fact.</summary>
    public static bool CanRead(Type fact, string text)
    {
        try
        {
            return JsonSerializer.Deserialize(text, fact, FactJson.Options) is not null;
        }
        catch (Exception e) when (IsOfContent(fact, e))
        {
            return false;
        }
    }

    /// <summary>Whether it was thrown at what a fact's row holds: what the connection throws is no word about the row.</summary>
    public static bool IsOfContent(Type type, Exception e) =>
        type.IsAssignableTo(typeof(Fact)) && e is JsonException or NotSupportedException or FormatException or ArgumentException;

    // The store puts its own way of writing enumerations before ours; facts are written the same in the store and in the ledger.
    private static void AsFacts(JsonSerializerOptions json)
    {
        foreach (var converter in json.Converters.OfType<JsonStringEnumConverter>().ToArray())
        {
            json.Converters.Remove(converter);
        }

        foreach (var converter in FactJson.Options.Converters)
        {
            json.Converters.Add(converter);
        }
    }
}
