using System.Text.Json;
using JasperFx.Events;
using Marten;
using Marten.Services.BatchQuerying;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using Wolverine;

namespace PracticeAnalysis.EventSourcing;

/// <summary>What came of a command: refused, or recorded in a session that is still to be told of and saved.</summary>
/// <param name="Refusal">Why nothing was recorded, or null.</param>
/// <param name="Resource">The stream.</param>
/// <param name="Version">Its version with what was recorded.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Decision">What was decided.</param>
public sealed record Recorded(Refusal? Refusal, Guid Resource, long Version, DateTimeOffset OccurredAt, Decision Decision)
{
    /// <summary>What the stream's snapshot will be: the same fold. Null where nothing was recorded on a stream that was not read.</summary>
    public Aggregate? State { get; init; }

    /// <summary>By which number each class of readers knows the version.</summary>
    public IReadOnlyDictionary<string, long> Seen { get; init; } = new Dictionary<string, long>();

    /// <summary>What opens the stream's texts, with the keys that were read already.</summary>
    internal StreamVault? Texts { get; init; }
}

/// <summary>When what was decided happened, and when it is recorded.</summary>
/// <param name="IsUntimed">Whether nobody said when: then it is no earlier than the last fact of each stream that it touches.</param>
internal readonly record struct When(DateTimeOffset OccurredAt, DateTimeOffset Now, bool IsUntimed);

/// <summary>What a command needs of the stream that it is for.</summary>
internal enum Precondition
{
    Nothing,
    Known,
    State,
    IfMatch,
}

/// <summary>What a command needs, read in one round trip.</summary>
/// <param name="Owners">Under whose keys texts are sealed most often: who acts, and the stream.</param>
/// <param name="Clock">The causal clock's reading of the stream's last fact.</param>
internal sealed record FoundStream<T>(
    Guid Id,
    Actor By,
    Precondition Precondition,
    Task<IEventStream<T>>? Stream,
    Guid[] Owners,
    Task<IReadOnlyList<DataKey>> Keys,
    Task<IReadOnlyList<string>>? Clock
)
    where T : Aggregate, IFold<T>;

/// <summary>Checks a command, has it decided and records what was decided, in somebody's session: for a request, or for a line that was
/// taken in before. Nothing is stored until the session is saved.</summary>
public sealed class Recording(TextVault vault, HybridClock causal, TimeProvider time, IdSource ids)
{
    /// <summary>The causal clock that what is recorded is stamped by.</summary>
    internal HybridClock Clock => causal;

    private static readonly Seal NoText = (_, _) => throw new InvalidOperationException("What is requested holds no text.");

    /// <summary>Records a command that begins a stream.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    public Task<Recorded> Start<T>(
        IDocumentSession session,
        Actor by,
        Command command,
        Func<Act, Task<Decision>> decide,
        CancellationToken cancel
    )
        where T : Aggregate, IFold<T> => Record<T>(session, ids.Next(), by, command, Precondition.Nothing, (_, act) => decide(act), cancel);

    /// <summary>Records a command on a stream, which is held until the session's transaction ends.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    public Task<Recorded> Append<T>(
        IDocumentSession session,
        Guid id,
        Actor by,
        Command command,
        Func<T, Act, Task<Decision>> decide,
        CancellationToken cancel
    )
        where T : Aggregate, IFold<T> =>
        Record<T>(session, id, by, command, Precondition.State, (state, act) => decide(state!, act), cancel);

    /// <summary>Has a command decided on a state that is not stored, and records nothing: what it would come to.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    public async Task<Recorded> Foresee<T>(
        IDocumentSession session,
        T foreseen,
        Actor by,
        Command command,
        Func<T, Act, Task<Decision>> decide,
        CancellationToken cancel
    )
        where T : Aggregate, IFold<T>
    {
        var read = session.CreateBatchQuery();
        var found = Find<T>(read, foreseen.Id, by, Precondition.Nothing);
        await read.Execute(cancel);
        return await Record(session, found, command, null, (state, act) => decide(state!, act), ids.Next(), cancel, foreseen);
    }

    /// <summary>Records what holds no text on a stream that is known and need not be there; whoever was erased may ask for it.</summary>
    /// <typeparam name="T">The aggregate of the stream.</typeparam>
    public Task<Recorded> Request<T>(
        IDocumentSession session,
        Guid id,
        Actor by,
        Command command,
        Func<T?, Act, Task<Decision>> decide,
        CancellationToken cancel
    )
        where T : Aggregate, IFold<T> => Record(session, id, by, command, Precondition.Known, decide, cancel);

    private async Task<Recorded> Record<T>(
        IDocumentSession session,
        Guid id,
        Actor by,
        Command command,
        Precondition needs,
        Func<T?, Act, Task<Decision>> decide,
        CancellationToken cancel
    )
        where T : Aggregate, IFold<T>
    {
        var read = session.CreateBatchQuery();
        var found = Find<T>(read, id, by, needs);
        await read.Execute(cancel);
        return await Record(session, found, command, null, decide, ids.Next(), cancel);
    }

    /// <summary>Has a batch read what a command needs. The stream is held until the transaction ends: a lost race would leave a gap in the
    /// store's sequence, at which the daemon waits. The store takes no stream without an id; nobody has one.</summary>
    internal static FoundStream<T> Find<T>(IBatchedQuery read, Guid id, Actor by, Precondition needs)
        where T : Aggregate, IFold<T>
    {
        var stream = needs == Precondition.Nothing || id == Guid.Empty ? null : read.Events.FetchForExclusiveWriting<T>(id);
        var clock = stream is null ? null : read.LastReadings(id);
        Guid[] owners = [by.Person, id];
        return new(id, by, needs, stream, owners, TextVault.KeysOf(read, by.Tenant, owners), clock);
    }

    internal async Task<Recorded> Record<T>(
        IDocumentSession session,
        FoundStream<T> found,
        Command command,
        Func<T, Refusal?>? stale,
        Func<T?, Act, Task<Decision>> decide,
        Guid newId,
        CancellationToken cancel,
        T? foreseen = null
    )
        where T : Aggregate, IFold<T>
    {
        var (id, by, needs, held, owners, keys, clock) = found;
        Recorded Refused(Refusal refusal) => new(refusal, id, 0, default, refusal);

        if (id == Guid.Empty)
        {
            return Refused(Refusal.NotFound);
        }

        var stream = held is null ? null : await held;
        if (clock is not null)
        {
            causal.Receive(await clock);
        }

        var state = foreseen ?? stream?.Aggregate;
        if (state is null ? needs is Precondition.State or Precondition.IfMatch : !state.Hears(by, command))
        {
            return Refused(Refusal.NotFound);
        }

        if (state?.Bars(by, command) is { } barred)
        {
            return Refused(barred);
        }

        if ((state is null ? null : stale?.Invoke(state)) is { } other)
        {
            return Refused(other);
        }

        if (state is not null && stream is not null && state.Version < stream.CurrentVersion)
        {
            // The read model does not have the stream's last facts: they were set aside, or nothing is decided on what may have happened.
            _ = (await session.Events.FetchStreamAsync(id, fromVersion: state.Version + 1, token: cancel)).Facts().Count();
            state = state with { Version = stream.CurrentVersion.Value };
        }

        var utc = time.GetUtcNow();
        var said = command.OccurredAt?.ToUniversalTime();
        var misdated = said is { } given ? Occurrence.Wrong(given, utc, state?.LastOccurredAt) : null;
        var now = Occurrence.Now(utc, state?.LastOccurredAt);
        var occurredAt = Occurrence.At(said, now);

        // What is requested of an id known before holds no text: whoever was erased may still ask how it stands.
        var texts = vault.Within(session, id).Knowing(owners, await keys);
        var seal = needs == Precondition.Known ? NoText : await texts.SealFor(by.Person, cancel);
        var act = new Act(id, by, occurredAt, now, newId, seal)
        {
            SealUnder = owner => texts.SealFor(owner, cancel),
            Opening = those => texts.OpenerFor(those, cancel),
            IsUntimed = command.OccurredAt is null,
        };
        var decision = await decide(state, act);

        // What is malformed is told before the rule of times; what comes in the wrong order, after it.
        var wrong = decision.Refusal ?? (misdated is null ? Untimely(decision, act) : null);
        if (
            wrong switch
            {
                { Status: 400 } => Refusal.All(wrong, misdated),
                { Status: 422 } => Refusal.All(misdated, wrong),
                _ => misdated ?? wrong,
            } is
            { } refusal
        )
        {
            return Refused(refusal);
        }

        if (foreseen is not null)
        {
            return new(null, id, foreseen.Version + decision.Facts.Count, act.OccurredAt, decision)
            {
                State = decision.Facts.Aggregate(
                    foreseen,
                    (before, fact) => Folding.Apply(before, id, fact with { OccurredAt = act.OccurredAt })
                ),
            };
        }

        var carried = await Apply(session, id, stream, state, decision, new(act.OccurredAt, act.Now, act.IsUntimed), cancel);
        return carried with { Texts = carried.Resource == act.Stream ? texts : vault.Within(session, carried.Resource) };
    }

    /// <summary>Why a decision happened at no such time: another stream that it enters has a later fact, and no stream goes back (design).</summary>
    public static Refusal? Untimely(Decision decision, Act act) =>
        decision
            .Elsewhere.Where(e => e.Stream is { Version: > 0 } and not IFilledByOthers)
            .Select(e => Input.CheckTime(act, e.Stream))
            .FirstOrDefault(untimely => untimely is not null);

    /// <summary>Carries out what was decided, in the session: nothing else reads the parts of a decision. A refusal is no decision to carry out: it throws.</summary>
    /// <param name="stream">The stream, held until the transaction ends; null where it begins.</param>
    internal async Task<Recorded> Apply<T>(
        IDocumentSession session,
        Guid id,
        IEventStream<T>? stream,
        T? state,
        Decision decision,
        When when,
        CancellationToken cancel
    )
        where T : Aggregate, IFold<T>
    {
        if (decision.Refusal is { } refusal)
        {
            throw new InvalidOperationException($"Nobody is there to be answered: {refusal.Detail}");
        }

        var occurredAt = when.OccurredAt;
        var touched = decision.Elsewhere.Select(e => e.Stream).ToList();
        if (touched.Count > 0)
        {
            await session.Note(causal, [.. touched.Select(t => t.Id)], cancel);
            occurredAt = when.IsUntimed ? touched.Select(t => t.LastOccurredAt).Append(occurredAt).Max() : occurredAt;
        }

        Fact Timed(Fact fact) => fact with { OccurredAt = occurredAt, DatedBack = when.Now - occurredAt > TimeSpan.FromDays(1) };
        id = decision.Id ?? id;
        var facts = decision.Facts.Select(Timed).ToList();
        if (facts.Count > 0)
        {
            if (stream is null)
            {
                session.Events.StartStream<T>(id, facts.ToArray<object>());
            }
            else
            {
                stream.AppendMany(facts.ToArray<object>());
            }
        }

        foreach (var besides in decision.Elsewhere.GroupBy(e => e.Stream.Id))
        {
            var (beside, more) = (besides.First().Stream, besides.Select(e => Timed(e.Fact)).ToArray<object>());
            if (beside.Version == 0)
            {
                session.Events.StartStream(beside.GetType(), beside.Id, more);
            }
            else
            {
                session.Events.Append(beside.Id, beside.Version + more.Length, more);
            }
        }

        session.StoreObjects(decision.Documents);
        foreach (var (person, name) in decision.Names)
        {
            session.Store(await IdentityRecord.Of(vault, session, person, name, cancel));
        }

        var after = facts.Aggregate(state, (before, fact) => Folding.Apply(before, id, fact));
        return new(null, id, (state?.Version ?? 0) + facts.Count, occurredAt, decision)
        {
            State = after,
            Seen = after is null ? new Dictionary<string, long>() : Readers.Counts(after),
        };
    }

    /// <summary>Stamps what was recorded in the session, and sends the messages that tell of it.</summary>
    /// <param name="by">Who did it.</param>
    /// <param name="otherwise">What it is correlated by where no trace runs.</param>
    public async Task Tell(IDocumentSession session, IMessageBus bus, string by, string? otherwise, params IReadOnlyList<Recorded> recorded)
    {
        var told = recorded.Where(r => !r.Decision.IsEmpty).ToList();
        if (told.Count == 0)
        {
            return;
        }

        // After all that was read, so that a later fact of a stream never carries an earlier reading.
        var reading = session.Stamp(causal, by, otherwise);
        foreach (var one in told)
        {
            var (_, resource, version, occurredAt, decision) = one;
            var delivery = Delivery(session.TenantId, reading, one.Seen);
            foreach (var message in decision.Messages)
            {
                await bus.PublishAsync(message(new Origin(resource, version, occurredAt)), delivery);
            }

            foreach (var (at, message) in decision.Scheduled)
            {
                await bus.ScheduleAsync(message, time.OnThisMachine(at), delivery);
            }
        }
    }

    // What goes with every message that tells of a stream: whose it is, the reading, and how each class of readers counts its origin.
    private static DeliveryOptions Delivery(string tenant, string reading, IReadOnlyDictionary<string, long> seen)
    {
        var delivery = new DeliveryOptions { TenantId = tenant }.WithHeader(EventHeaders.Clock, reading);
        return seen.Count == 0 ? delivery : delivery.WithHeader(EventHeaders.Seen, JsonSerializer.Serialize(seen));
    }
}
