using Marten;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Persons;
using PracticeAnalysis.Session.Sessions;
using Wolverine;

namespace PracticeAnalysis.Session.Persons;

/// <summary>Erases a person in this service, and tells so.</summary>
public static class ErasePersonHandler
{
    /// <summary>Erases. Of engagements that have ended nobody leaves: their sessions learn of it here, so that the person's token reads nothing that came later.</summary>
    public static async Task Handle(
        PersonErasureRequested message,
        PersonErasure erasure,
        IDocumentSession session,
        Inbox inbox,
        IMessageContext bus,
        CancellationToken cancel
    )
    {
        var person = message.Person;
        var sessions = await session
            .Query<Sessions.Session>()
            .Where(s => s.Members.Contains(person) || s.Facilitator == person)
            .ToListAsync(cancel);
        await inbox.Learn<Sessions.Session>(
            "erased",
            [.. sessions.Where(s => !s.IsAhead && s.Gone.All(g => g.Person != person)).Select(s => s.Id)],
            message.Origin,
            new ReaderLeft(person),
            cancel
        );
        await erasure.Perform(message, session, bus, cancel);
    }
}
