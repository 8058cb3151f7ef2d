using System.Text;
using Marten;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Operations;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using Wolverine;
using Wolverine.Attributes;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>The service told itself to do the next lines of an import; it survives restarts.</summary>
/// <param name="Person">Who asked for it.</param>
[MessageIdentity("engagement.import-due")]
public sealed record ImportDue(Guid Operation, Guid Person);

/// <summary>What a practice's reference stands for.</summary>
/// <param name="Id">Hash of the reference, and of what it is a reference of.</param>
/// <param name="Made">What was made under it; the empty id once that was a person who is erased, and who does not come back by it.</param>
public sealed record ImportedReference(string Id, Guid Made);

/// <summary>What the practice calls a person goes with them, and never brings them back.</summary>
public sealed class KeptReferences : IKeepsOfPersons
{
    /// <inheritdoc />
    public async Task<int> Erase(IDocumentSession session, Guid person, CancellationToken cancel)
    {
        var results = await session.Query<LineResult>().Where(r => r.Made == person).ToListAsync(cancel);
        session.Store(results.Select(r => r with { Reference = null, Called = null }));
        var references = await session.Query<ImportedReference>().Where(r => r.Made == person).ToListAsync(cancel);
        session.Store(references.Select(r => r with { Made = Guid.Empty }));
        return results.Count + references.Count;
    }
}

/// <summary>Does the lines of an import: some with each message, with their results, their facts, what waits and how far it is in one transaction.
/// A service that dies has done a line or has not.</summary>
public sealed class ImportHandler(
    IDocumentStore store,
    Recording recording,
    TextVault vault,
    FrameLibrary frames,
    IOptions<JsonOptions> json
)
{
    // Lines of one transaction begin streams of their own. Members join a group's: each is judged on the group as the one before left it.
    // A dry run holds nothing for long, and foresees what the one before would have left.
    private static int AtOnce(Operation operation) => operation is { Kind: OperationKind.ImportMembers, DryRun: false } ? 1 : 100;

    private sealed record GoOn : Command;

    /// <summary>Does the next lines.</summary>
    public async Task Handle(ImportDue due, IDocumentSession session, IMessageContext bus, CancellationToken cancel)
    {
        var by = new Actor(session.TenantId, Roles.Practice, due.Person);
        var recorded = new List<Recorded>();
        var advanced = await recording.Request<Operation>(
            session,
            due.Operation,
            by,
            new GoOn(),
            async (operation, _) =>
                operation is { State: OperationState.Running }
                    ? await Advance(session, operation, by, due, recorded, cancel)
                    : Decision.Nothing,
            cancel
        );
        if (advanced.Refusal is not null)
        {
            throw new InvalidOperationException("An operation could not record how far it is.");
        }

        await recording.Tell(session, bus, $"{by}", null, [.. recorded, advanced]);
    }

    private async Task<Decision> Advance(
        IDocumentSession session,
        Operation operation,
        Actor by,
        ImportDue due,
        List<Recorded> recorded,
        CancellationToken cancel
    )
    {
        // One import of a practice at a time: what another one makes is seen here, or not made yet.
        await session.HoldKept<ImportedReference>(Guid.Empty, cancel);
        var waiting = await session
            .Query<WaitingLine>()
            .Where(l => l.Operation == operation.Id)
            .OrderBy(l => l.Line)
            .Take(AtOnce(operation))
            .ToListAsync(cancel);
        if (waiting.Count == 0)
        {
            // Nobody reads a line again, whatever a page or a backup kept of it.
            await session.BecomeEraser(cancel);
            await TextVault.Erase(session, operation.Id, cancel);
            return new OperationEnded();
        }

        var opener = await vault.OpenerFor(session, operation.Id, waiting.Select(l => l.Text), cancel);
        var foreseen = operation.DryRun ? await Foresee(session, operation.Id, cancel) : new();
        var left = new ForeseenState();
        if (operation is { Kind: OperationKind.ImportEstablishments, DryRun: false })
        {
            await session.HoldNumbers();
        }

        var seen = new HashSet<string>();
        var seal = await SealOf(session, operation.Id, by.Person, cancel);
        var results = new List<LineResult>();
        var touched = new HashSet<Guid>();
        foreach (var next in waiting)
        {
            var text = opener.Open(next.Text, WaitingLine.Member)!;
            var (line, unreadable) = Read(operation.Kind, text);
            var (sought, keys) = line is null ? ([], []) : Keys(operation.Kind, line);
            if (seen.Overlaps(sought))
            {
                // The next message finds what this one made.
                break;
            }

            var wrong = Refusal.All(
                next.Unread,
                next.Unread is null ? unreadable : ImportedLine.Beside(unreadable, next.Unread),
                line?.CheckReference(),
                next.Contradicts ? SaidOtherwise : null
            );
            await using var never = operation.DryRun ? await store.ForTenant(session.TenantId, cancel) : null;
            var standing = new ImportContext(never ?? session, foreseen, recording, frames, vault, by);
            if (touched.Count > 0 && await Known(line, standing, operation.Kind, cancel) is { } known && touched.Contains(known))
            {
                // A line before this one corrected the same: the next message finds how it stands.
                break;
            }

            var reference =
                line is null ? ImportedLine.ReferenceIn(text)
                : line.CheckReference() is null ? line.Called
                : null;
            var called = reference is { } given ? seal?.Invoke(new(given), LineResult.CalledMember) : null;
            var result = new LineResult(next.Id, operation.Id, next.Line, null, default, Called: called);
            result = wrong is not null
                ? result with
                {
                    State = LineState.Refused,
                    Refusal = wrong,
                }
                : await Do(line!, result, standing, left, operation.DryRun ? null : recorded, operation, cancel);
            if (result.State is LineState.Created or LineState.Corrected)
            {
                seen.UnionWith(keys);
            }

            if (result is { State: LineState.Corrected, Made: { } made })
            {
                touched.Add(made);
            }

            session.Delete(next);
            results.Add(
                result with
                {
                    // Of what is not there the id is nobody's.
                    Made = result.Made is { } there && foreseen.Made.Contains(there) ? null : result.Made,
                    Refusal = Placed(result.Refusal, operation.Kind, next.Columns),
                }
            );
        }

        if (operation.DryRun)
        {
            var own = await vault.SealFor(session, operation.Id, operation.Id, cancel);
            var text = session.DocumentStore.Options.Serializer().ToJson(left);
            results[^1] = results[^1] with { Foreseen = own(new(text), LineResult.ForeseenMember) };
        }

        session.Insert(results.ToArray());

        return Decision
            .Of(
                new OperationAdvanced(
                    results.Count(r => r.State is LineState.Created or LineState.WouldCreate),
                    results.Count(r => r.State == LineState.Unchanged),
                    results.Count(r => r.State == LineState.Refused),
                    results.Count(r => r.State == LineState.Differs),
                    results.Count(r => r.State is LineState.Corrected or LineState.WouldCorrect)
                )
            )
            .Telling(_ => due);
    }

    // Where who imports was erased meanwhile, what they called things is not kept.
    private async Task<Seal?> SealOf(IDocumentSession session, Guid operation, Guid person, CancellationToken cancel)
    {
        try
        {
            return await vault.SealFor(session, operation, person, cancel);
        }
        catch (PersonErasedException)
        {
            return null;
        }
    }

    // Decided as the single command is, and recorded in a session that a dry run never saves.
    private static async Task<LineResult> Do(
        ImportedLine line,
        LineResult result,
        ImportContext standing,
        ForeseenState left,
        List<Recorded>? recorded,
        Operation operation,
        CancellationToken cancel
    )
    {
        void Foresee(Action<ForeseenState> what)
        {
            what(standing.Foreseen);
            what(left);
        }

        // Once in a transaction: the session itself does not find what it is yet to store.
        void Refer(string? reference, Guid made)
        {
            if (reference is not null)
            {
                Foresee(f => f.References[reference] = made);
                standing.Session.Insert(new ImportedReference(reference, made));
            }
        }

        var reference = line.Called is { } given ? KeyOf(operation.Kind, given) : null;
        var called = reference is null ? null : await standing.Called(reference, cancel);
        var numbered = await line.Numbered(standing, cancel);
        if (called is not null && line.Sought().Count > 0 && called != numbered && !(numbered is null && line.MayRenumber))
        {
            return result with { State = LineState.Refused, Refusal = Taken };
        }

        if (called == Guid.Empty)
        {
            return result with { State = LineState.Refused, Refusal = Refusal.Erased };
        }

        if ((called ?? numbered) is { } there)
        {
            if (called is null)
            {
                Refer(reference, there);
            }

            var (compared, corrected) = await Compare(line, result with { Made = there }, standing, operation, cancel);
            if (corrected is not null && recorded is null)
            {
                Foresee(f => f.Add(corrected));
            }
            else if (corrected is not null)
            {
                recorded!.Add(corrected);
            }

            return compared;
        }

        var (refusal, written, made) = await Record(line, standing, cancel);
        if (refusal is not null)
        {
            return result with { State = LineState.Refused, Refusal = refusal };
        }

        Refer(reference, made);
        if (recorded is null)
        {
            Foresee(f => f.Add(written!));
            Foresee(f => f.Made.Add(made));
            return result with { State = LineState.WouldCreate };
        }

        recorded.Add(written!);
        return result with { State = LineState.Created, Made = made };
    }

    // What is there is as the line says; or it differs, and stays unless it is to be corrected.
    private static async Task<(LineResult Result, Recorded? Corrected)> Compare(
        ImportedLine line,
        LineResult result,
        ImportContext standing,
        Operation operation,
        CancellationToken cancel
    )
    {
        var there = result.Made!.Value;
        var fields = await line.Differing(standing, there, cancel);
        if (fields.Count == 0)
        {
            return (result with { State = LineState.Unchanged }, null);
        }

        if (!operation.Correct)
        {
            return (result with { State = LineState.Differs, Fields = fields }, null);
        }

        if (line.Uncorrectable(fields) is { } uncorrectable)
        {
            return (result with { State = LineState.Refused, Refusal = uncorrectable, Fields = fields }, null);
        }

        var (refusal, written) = await Correct(line, standing, there, cancel);
        return refusal is not null
            ? (result with { State = LineState.Refused, Refusal = refusal, Fields = fields }, null)
            : (result with { State = operation.DryRun ? LineState.WouldCorrect : LineState.Corrected, Fields = fields }, written);
    }

    private static async Task<(Refusal? Refusal, Recorded? Recorded)> Correct(
        ImportedLine line,
        ImportContext standing,
        Guid there,
        CancellationToken cancel
    )
    {
        try
        {
            var recorded = await line.Correct(standing, there, cancel);
            return (recorded.Refusal, recorded);
        }
        catch (PersonErasedException)
        {
            return (Refusal.Erased, null);
        }
    }

    // What a line speaks of, where it is there.
    private static async Task<Guid?> Known(ImportedLine? line, ImportContext standing, OperationKind kind, CancellationToken cancel) =>
        line is null || line.CheckReference() is not null ? null
        : line.Called is { } called && await standing.Called(KeyOf(kind, called), cancel) is { } kept ? kept
        : await line.Numbered(standing, cancel);

    private static async Task<(Refusal? Refusal, Recorded? Recorded, Guid Made)> Record(
        ImportedLine line,
        ImportContext standing,
        CancellationToken cancel
    )
    {
        try
        {
            return await line.Record(standing, cancel);
        }
        catch (PersonErasedException)
        {
            return (Refusal.Erased, null, default);
        }
    }

    // With the places of the line that it is about, and of CSV their columns.
    private Refusal? Placed(Refusal? refusal, OperationKind kind, IReadOnlyList<string>? columns) =>
        refusal is null ? null : ImportedLine.Placed(refusal, kind, columns, json.Value.SerializerOptions);

    private static Refusal SaidOtherwise { get; } =
        Refusal.OfOrder(
            "An earlier line has this reference with different content.",
            "Give each reference once per import, or repeat the same line."
        );

    private static Refusal Taken { get; } =
        Refusal.OfOrder(
            "The reference denotes another establishment.",
            "Give each establishment its own reference; if its number has changed, give the reason in the line."
        );

    private (ImportedLine? Line, Refusal? Unreadable) Read(OperationKind kind, string text) =>
        ImportedLine.Read(text, kind, json.Value.SerializerOptions);

    // By what a line is the same as one before, or clashes with one; and what it leaves to those after it.
    private static (IReadOnlyList<string> Sought, IReadOnlyList<string> Left) Keys(OperationKind kind, ImportedLine line)
    {
        IReadOnlyList<string> Hashed(IEnumerable<string> numbers, string? called) =>
            [.. numbers.Select(number => KeyOf(kind, $"#{number}")), .. called is null ? [] : (string[])[KeyOf(kind, called)]];
        return (
            Hashed([.. line.Sought(), .. line.Clash() is { } clash ? [clash] : (string[])[]], line.Called),
            Hashed(line.Left(), line.Called)
        );
    }

    private static string KeyOf(OperationKind kind, string key) => Canonical.Hash($"{kind}\n{key}");

    // What the messages before this one foresaw, the first one first.
    private async Task<ForeseenState> Foresee(IDocumentSession session, Guid operation, CancellationToken cancel)
    {
        var before = await session
            .Query<LineResult>()
            .Where(r => r.Operation == operation && r.Foreseen != null)
            .OrderBy(r => r.Line)
            .ToListAsync(cancel);
        var opener = await vault.OpenerFor(session, operation, before.Select(r => r.Foreseen!), cancel);
        var foreseen = new ForeseenState();
        foreach (var told in before)
        {
            using var read = new MemoryStream(Encoding.UTF8.GetBytes(opener.Open(told.Foreseen, LineResult.ForeseenMember)!));
            foreseen.Add(session.DocumentStore.Options.Serializer().FromJson<ForeseenState>(read));
        }

        return foreseen;
    }
}
