using System.Text.Json;
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
    private static int AtOnce(OperationKind kind) => kind == OperationKind.ImportMembers ? 1 : 100;

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
            .Take(AtOnce(operation.Kind))
            .ToListAsync(cancel);
        if (waiting.Count == 0)
        {
            // Nobody reads a line again, whatever a page or a backup kept of it.
            await session.BecomeEraser(cancel);
            await TextVault.Erase(session, operation.Id, cancel);
            return new OperationEnded();
        }

        var opener = await vault.OpenerFor(session, operation.Id, waiting.Select(l => l.Text), cancel);
        var seen = operation.DryRun ? await Seen(session, operation.Id, cancel) : [];
        await using var never = operation.DryRun ? await store.ForTenant(session.TenantId, cancel) : null;
        if (operation.Kind == OperationKind.ImportEstablishments)
        {
            await (never ?? session).HoldNumbers();
        }

        var seal = await SealOf(session, operation.Id, by.Person, cancel);
        var results = new List<LineResult>();
        var touched = new HashSet<Guid>();
        foreach (var next in waiting)
        {
            var text = opener.Open(next.Text, WaitingLine.Member)!;
            var (line, unreadable) = Read(operation.Kind, text);
            var (sought, clash, left) = line is null ? ([], [], []) : Keys(operation.Kind, line);
            var (same, clashes) = (seen.Overlaps(sought), seen.Overlaps(clash));
            if ((same || clashes) && !operation.DryRun)
            {
                // The next message finds what this one made.
                break;
            }

            if (touched.Count > 0 && await Known(line, never ?? session, operation.Kind, cancel) is { } known && touched.Contains(known))
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
            result =
                (Unread(next) ?? unreadable ?? line!.CheckReference() ?? (next.Contradicts ? SaidOtherwise : null)) is { } wrong
                    ? result with
                    {
                        State = LineState.Refused,
                        Refusal = wrong,
                    }
                : same ? result with { State = LineState.Unchanged }
                : clashes ? result with { State = LineState.Refused, Refusal = Clashing }
                : await Do(line!, result, never ?? session, operation.DryRun ? null : recorded, by, operation, cancel);
            if (result.State is LineState.Created or LineState.WouldCreate or LineState.Corrected or LineState.WouldCorrect)
            {
                seen.UnionWith(left);
                result = result with { Keys = operation.DryRun ? left : null };
            }

            if (result is { State: LineState.Corrected or LineState.WouldCorrect, Made: { } made })
            {
                touched.Add(made);
            }

            session.Delete(next);
            session.Insert(result);
            results.Add(result);
        }

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
    private async Task<LineResult> Do(
        ImportedLine line,
        LineResult result,
        IDocumentSession session,
        List<Recorded>? recorded,
        Actor by,
        Operation operation,
        CancellationToken cancel
    )
    {
        var reference = line.Called is { } given ? KeyOf(operation.Kind, given) : null;
        var called = reference is null ? null : await session.LoadAsync<ImportedReference>(reference, cancel);
        var numbered = await line.Numbered(session, cancel);
        if (called is not null && line.Sought().Count > 0 && called.Made != numbered && !(numbered is null && line.MayRenumber))
        {
            return result with { State = LineState.Refused, Refusal = Taken };
        }

        if (called?.Made == Guid.Empty)
        {
            return result with { State = LineState.Refused, Refusal = Refusal.Erased };
        }

        if ((called?.Made ?? numbered) is { } there)
        {
            if (called is null && reference is not null)
            {
                session.Insert(new ImportedReference(reference, there));
            }

            return await Compare(line, result with { Made = there }, session, recorded, by, operation, cancel);
        }

        var (refusal, written, made) = await Record(line, session, by, cancel);
        if (refusal is not null)
        {
            return result with { State = LineState.Refused, Refusal = refusal };
        }

        if (recorded is null)
        {
            return result with { State = LineState.WouldCreate };
        }

        recorded.Add(written!);
        if (reference is not null)
        {
            session.Insert(new ImportedReference(reference, made));
        }

        return result with
        {
            State = LineState.Created,
            Made = made,
        };
    }

    // What is there is as the line says; or it differs, and stays unless it is to be corrected.
    private async Task<LineResult> Compare(
        ImportedLine line,
        LineResult result,
        IDocumentSession session,
        List<Recorded>? recorded,
        Actor by,
        Operation operation,
        CancellationToken cancel
    )
    {
        var there = result.Made!.Value;
        var fields = await line.Differing(vault, session, there, cancel);
        if (fields.Count == 0)
        {
            return result with { State = LineState.Unchanged };
        }

        if (!operation.Correct)
        {
            return result with { State = LineState.Differs, Fields = fields };
        }

        if (line.Uncorrectable(fields) is { } uncorrectable)
        {
            return result with { State = LineState.Refused, Refusal = uncorrectable, Fields = fields };
        }

        var (refusal, written) = await Correct(line, session, by, there, cancel);
        if (refusal is not null)
        {
            return result with { State = LineState.Refused, Refusal = refusal, Fields = fields };
        }

        recorded?.Add(written!);
        return result with { State = recorded is null ? LineState.WouldCorrect : LineState.Corrected, Fields = fields };
    }

    private async Task<(Refusal? Refusal, Recorded? Recorded)> Correct(
        ImportedLine line,
        IDocumentSession session,
        Actor by,
        Guid there,
        CancellationToken cancel
    )
    {
        try
        {
            var recorded = await line.Correct(recording, session, by, there, cancel);
            return (recorded.Refusal, recorded);
        }
        catch (PersonErasedException)
        {
            return (Refusal.Erased, null);
        }
    }

    // What a line speaks of, where it is there.
    private static async Task<Guid?> Known(ImportedLine? line, IDocumentSession session, OperationKind kind, CancellationToken cancel) =>
        line is null || line.CheckReference() is not null ? null
        : line.Called is { } called && await session.LoadAsync<ImportedReference>(KeyOf(kind, called), cancel) is { } kept ? kept.Made
        : await line.Numbered(session, cancel);

    private async Task<(Refusal? Refusal, Recorded? Recorded, Guid Made)> Record(
        ImportedLine line,
        IDocumentSession session,
        Actor by,
        CancellationToken cancel
    )
    {
        try
        {
            return await line.Record(recording, session, by, frames, vault, cancel);
        }
        catch (PersonErasedException)
        {
            return (Refusal.Erased, null, default);
        }
    }

    private static Refusal? Unread(WaitingLine line) =>
        line.Unread is { } column
            ? Refusal.OfInput(
                $"The cell of {column} cannot be read as what this column holds.",
                "Give a whole number, yes or no, a word of the column, or a date as its header or the parameter dates says."
            )
            : null;

    private static Refusal SaidOtherwise { get; } =
        Refusal.OfOrder(
            "A line before this one in the same body has this reference and says otherwise.",
            "Give each reference once in a body, or the same line again."
        );

    private static Refusal Clashing { get; } =
        Refusal.OfOrder(
            "A line before this one in the same body has this FINESS and another SIRET.",
            "Give each establishment its own FINESS."
        );

    private static Refusal Taken { get; } =
        Refusal.OfOrder(
            "The reference stands for another establishment.",
            "Give each establishment a reference of its own; where its number is otherwise, say the reason in the line."
        );

    private (ImportedLine? Line, Refusal? Unreadable) Read(OperationKind kind, string text)
    {
        var type = kind switch
        {
            OperationKind.ImportEstablishments => typeof(EstablishmentLine),
            OperationKind.ImportMembers => typeof(MemberLine),
            _ => typeof(PastEngagementLine),
        };
        try
        {
            return JsonSerializer.Deserialize(text, type, json.Value.SerializerOptions) is ImportedLine line
                ? (line, null)
                : (null, InputErrors.Unknown());
        }
        catch (JsonException e)
        {
            return (null, InputErrors.Of(e, type, json.Value.SerializerOptions));
        }
    }

    // By what a line is the same as one before, or clashes with one; and what it leaves to those after it.
    private static (IReadOnlyList<string> Sought, IReadOnlyList<string> Clash, IReadOnlyList<string> Left) Keys(
        OperationKind kind,
        ImportedLine line
    )
    {
        IReadOnlyList<string> Hashed(IEnumerable<string> numbers, string? called) =>
            [.. numbers.Select(number => KeyOf(kind, $"#{number}")), .. called is null ? [] : (string[])[KeyOf(kind, called)]];
        return (
            Hashed(line.Sought(), line.Called),
            Hashed(line.Clash() is { } clash ? [clash] : [], null),
            Hashed(line.Left(), line.Called)
        );
    }

    private static string KeyOf(OperationKind kind, string key) => Canonical.Hash($"{kind}\n{key}");

    private static async Task<HashSet<string>> Seen(IDocumentSession session, Guid operation, CancellationToken cancel) =>
        [
            .. (
                await session
                    .Query<LineResult>()
                    .Where(r => r.Operation == operation && (r.State == LineState.WouldCreate || r.State == LineState.WouldCorrect))
                    .ToListAsync(cancel)
            ).SelectMany(r => r.Keys ?? []),
        ];
}
