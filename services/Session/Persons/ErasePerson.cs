using Marten;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Persons;
using PracticeAnalysis.Session.Tracks;
using Wolverine;

namespace PracticeAnalysis.Session.Persons;

/// <summary>Erases a person in this service, and tells so. What the facilitator recorded of their word, and they could contest still, counts no more.</summary>
public static class ErasePersonHandler
{
    /// <summary>Erases.</summary>
    public static async Task Handle(
        PersonErasureRequested message,
        PersonErasure erasure,
        IDocumentSession session,
        Inbox inbox,
        TimeProvider time,
        IMessageContext bus,
        CancellationToken cancel
    )
    {
        var now = time.GetUtcNow();
        var tracks = await session
            .Query<ActionTrack>()
            .Where(t => t.EndorsedOrally.Any(o => o.Member == message.Person))
            .ToListAsync(cancel);
        foreach (var track in tracks.OrderBy(t => t.Id))
        {
            await inbox.Decide<ActionTrack>(track.Id, now, (t, _) => ContestEndorsement.Erased(t, message.Person, now), cancel);
        }

        await erasure.Perform(message, session, bus, cancel);
    }
}
