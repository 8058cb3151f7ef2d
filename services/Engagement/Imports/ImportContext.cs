using Marten;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>What a line is judged on, and where it is recorded: what is stored; in a dry run, as the lines before it would have left it.</summary>
/// <param name="Session">Of a dry run: one that is never saved.</param>
internal sealed record ImportContext(
    IDocumentSession Session,
    ForeseenState Foreseen,
    Recording Recording,
    FrameLibrary Frames,
    TextVault Vault,
    Actor By
)
{
    /// <summary>A state as it stands.</summary>
    public async Task<T?> Load<T>(Guid id, CancellationToken cancel)
        where T : Aggregate => Foreseen.Find<T>(id) ?? await Session.LoadAsync<T>(id, cancel);

    /// <summary>What a reference stands for.</summary>
    public async Task<Guid?> Called(string key, CancellationToken cancel) =>
        Foreseen.References.TryGetValue(key, out var foreseen) ? foreseen
        : await Session.LoadAsync<ImportedReference>(key, cancel) is { } stored ? stored.Made
        : null;

    /// <summary>What a person is called.</summary>
    public async Task<string?> Name(Guid person, CancellationToken cancel) =>
        Foreseen.Names.TryGetValue(person, out var foreseen) ? foreseen
        : await Session.LoadAsync<IdentityRecord>(person, cancel) is { } known ? await known.Read(Vault, Session, cancel)
        : null;

    /// <summary>The establishments that clash with this; those whose place another took last.</summary>
    public async Task<IReadOnlyList<Establishment>> Numbered(EstablishmentDetails details, CancellationToken cancel) =>
        Foreseen.Numbered(await Session.Numbered(details, cancel), details);

    /// <summary>The same without those whose place another took, held until the transaction ends.</summary>
    public async Task<IReadOnlyList<Establishment>> Clashing(EstablishmentDetails details)
    {
        await Session.HoldNumbers();
        return [.. (await Numbered(details, CancellationToken.None)).Where(e => e.Succession is null)];
    }

    /// <summary>Records a command on a stream, or says what it would come to where that would be otherwise than it is stored.</summary>
    public Task<Recorded> Append<T>(Guid id, Command command, Func<T, Act, Task<Decision>> decide, CancellationToken cancel)
        where T : Aggregate, IFold<T> =>
        Foreseen.Find<T>(id) is { } foreseen
            ? Recording.Foresee(Session, foreseen, By, command, decide, cancel)
            : Recording.Append(Session, id, By, command, decide, cancel);
}
