using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Marten;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Ledger;

/// <summary>Why a fact was set aside.</summary>
public enum SetAsideReason
{
    /// <summary>What its row holds cannot be read as its type.</summary>
    Unreadable,

    /// <summary>It can be read, and what is made of facts fails at it.</summary>
    CannotBeApplied,

    /// <summary>It was written past the service, and never happened.</summary>
    WrittenByHand,
}

/// <summary>The facts of what became of facts that nothing can be made of.</summary>
public abstract record SetAsideFact : Fact;

/// <summary>An operator set a fact aside: no state and no view is made of it any more. Its row stays as it stands, in history and proof too.</summary>
/// <param name="Sequence">Its number in the service's sequence.</param>
/// <param name="Stream">Its stream.</param>
/// <param name="Version">Its place there.</param>
/// <param name="EventType">Its alias.</param>
/// <param name="Hash">The hash of what its row says, each text replaced by the hash of its ciphertext: as the ledger shows it.</param>
/// <param name="Engagement">Whose history shows this fact: the stream of the ledger that shows the other; its own, where that is a person's.</param>
public sealed record FactSetAside(
    long Sequence,
    Guid Stream,
    long Version,
    string EventType,
    string Hash,
    SetAsideReason Reason,
    Guid Engagement
) : SetAsideFact, IBelongsToEngagement;

/// <summary>Sets a fact aside that nothing can be made of, so that what stopped at it goes on. A job of the migrator, who alone may change an event's row; what
/// it changes is the mark by which the store passes an event over, and only together with the fact that says so.</summary>
public static class SetAside
{
    /// <summary>How it is asked for.</summary>
    public const string Usage = "set-aside SEQUENCE --reason CODE --by ID";

    /// <summary>What is asked of its arguments.</summary>
    public static readonly string Explained =
        $"SEQUENCE: the number that health names. CODE: {string.Join(", ", Enum.GetValues<SetAsideReason>().Select(r => Words.Of(r)))}. "
        + "ID: the operator's opaque id, a UUID.";

    /// <summary>Sets aside what the arguments name, and says so.</summary>
    /// <returns>The exit code: 0 where it is set aside now, 1 where it is not, 2 where the arguments say nothing that can be done.</returns>
    public static async Task<int> Run(IHost host, string[] arguments, CancellationToken cancel)
    {
        if (
            arguments is not [var number, "--reason", var why, "--by", var who]
            || !long.TryParse(number, CultureInfo.InvariantCulture, out var sequence)
            || Enum.GetValues<SetAsideReason>().Where(r => Words.Of(r) == why).ToArray() is not [var reason]
            || !Guid.TryParse(who, out var by)
        )
        {
            await Console.Error.WriteLineAsync($"{Usage}. {Explained}");
            return 2;
        }

        var (done, said) = await Run(host, sequence, reason, by, cancel);
        await Console.Out.WriteLineAsync($"{host.Services.GetRequiredService<StoreDefinition>().Name}: {said}");
        return done ? 0 : 1;
    }

    /// <summary>Sets it aside.</summary>
    /// <param name="sequence">Its number, as health names it.</param>
    /// <param name="by">The operator's opaque id.</param>
    /// <returns>Whether it is set aside now, and what there is to say.</returns>
    public static async Task<(bool Done, string Said)> Run(
        IHost host,
        long sequence,
        SetAsideReason reason,
        Guid by,
        CancellationToken cancel
    )
    {
        var services = host.Services;
        var service = services.GetRequiredService<StoreDefinition>();
        var found = await Find(services.GetRequiredService<NpgsqlDataSource>(), service.Name, sequence, cancel);
        if (found is not { } row)
        {
            return (false, $"There is no event {sequence}.");
        }

        var said = $"the event {sequence} ({row.Type})";
        if (row.IsSetAside)
        {
            return (true, $"{said} was set aside before.");
        }

        var fact = service.FactOf(row.Type);
        if (fact is not null && FactSerializer.CanRead(fact, row.Data) && !row.IsStoodBefore)
        {
            return (false, $"{said} can be read, and nothing stands before it: it is not set aside.");
        }

        if (!row.IsTold)
        {
            return (false, $"{said} is not in the ledger yet: set it aside when it is.");
        }

        await using var session = await services.GetRequiredService<IDocumentStore>().ForTenant(row.Tenant, cancel);
        var head = await session.LoadAsync<ChainHead>(row.Stream, cancel);
        var own = new Guid(SHA256.HashData(Encoding.UTF8.GetBytes($"set-aside/{service.Name}/{sequence}")).AsSpan(0, 16));
        var isPersons = fact is not null && PersonIds.AreStreams(FactTypes.StreamType(fact));
        session.QueueSqlCommand($"update {service.Name}.mt_events set is_archived = true where seq_id = ?", sequence);
        session.Events.StartStream(
            own,
            new FactSetAside(
                sequence,
                row.Stream,
                row.Version,
                row.Type,
                await HashOf(session, service, row, sequence, cancel),
                reason,
                isPersons
                    ? own
                    : LedgerStreams.Of(head?.Subject ?? row.Stream, row.Stream, fact is null ? string.Empty : FactTypes.StreamType(fact))
            )
            {
                OccurredAt = services.GetRequiredService<TimeProvider>().GetUtcNow(),
            }
        );
        session.SetHeader(EventHeaders.Clock, services.GetRequiredService<HybridClock>().Tick());
        session.LastModifiedBy = $"operator:{by}";
        await session.Commit();
        return (true, $"{said} is set aside.");
    }

    // Of what the ledger does not show it is the hash of the row alone.
    private static async Task<string> HashOf(
        IDocumentSession session,
        StoreDefinition service,
        Row row,
        long sequence,
        CancellationToken cancel
    )
    {
        var hash = Canonical.Hash(Canonical.Redacted(System.Text.Json.JsonElement.Parse(row.Data)));
        var entries = new StoredEntries(service.Name, service.LedgeredFacts).Read(
            session.Connection!,
            row.Tenant,
            [ChainHead.Before(row.Stream)],
            sequence,
            cancel: cancel
        );
        await foreach (var entry in entries.Where(e => e.Sequence == sequence))
        {
            hash = entry.Hash;
        }

        return hash;
    }

    private static async Task<Row?> Find(NpgsqlDataSource migrator, string service, long sequence, CancellationToken cancel)
    {
        await using var command = migrator.CreateCommand(
            $"""
            select tenant_id, stream_id, version, type, data::text, is_archived,
              exists (select from {service}.mt_event_progression where name not like 'HighWater%' and last_seq_id < seq_id),
              not exists (select from {service}.mt_event_progression where name in ('Ledger:All', 'Tree:All') and last_seq_id < seq_id)
            from {service}.mt_events where seq_id = $1
            """
        );
        command.Parameters.Add(new() { Value = sequence });
        await using var reader = await command.ExecuteReaderAsync(cancel);
        return await reader.ReadAsync(cancel)
            ? new(
                reader.GetString(0),
                reader.GetGuid(1),
                reader.GetInt64(2),
                reader.GetString(3),
                reader.GetString(4),
                reader.GetBoolean(5),
                reader.GetBoolean(6),
                reader.GetBoolean(7)
            )
            : null;
    }

    private sealed record Row(
        string Tenant,
        Guid Stream,
        long Version,
        string Type,
        string Data,
        bool IsSetAside,
        bool IsStoodBefore,
        bool IsTold
    );
}
