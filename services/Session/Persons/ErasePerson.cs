using Marten;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Session.Sessions;
using PracticeAnalysis.Session.Tracks;
using Wolverine;

namespace PracticeAnalysis.Session.Persons;

/// <summary>Erases a person in this service, and tells so. What the facilitator recorded of their word, and they could contest still, counts no more.</summary>
public static class ErasePersonHandler
{
    /// <summary>Erases. Of engagements that have ended nobody leaves: their sessions learn of it here, so that the person's token reads nothing that came later.</summary>
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
        var person = message.Person;
        var sessions = await session.Query<Session>().Where(s => s.Members.Contains(person) || s.Facilitator == person).ToListAsync(cancel);
        await inbox.Learn<Session>(
            "erased",
            [.. sessions.Where(s => !s.IsAhead && s.Gone.All(g => g.Person != person)).Select(s => s.Id)],
            message.Origin,
            new ReaderLeft(person),
            cancel
        );

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
