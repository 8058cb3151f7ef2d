using Marten;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Model;
using Wolverine;

namespace PracticeAnalysis.Reporting.Negotiation.Persons;

/// <summary>Erases a person in this service, and tells so. It is nobody's agreement: what they objected to stands.</summary>
public static class ErasePersonHandler
{
    /// <summary>Erases.</summary>
    public static async Task Handle(
        PersonErasureRequested message,
        PersonErasure erasure,
        IDocumentSession session,
        Inbox inbox,
        IMessageContext bus,
        CancellationToken cancel
    )
    {
        var bilans = await session
            .Query<Bilan>()
            .Where(b => b.Parties.Contains(message.Person) || b.Objections.Any(o => o.Party == message.Person))
            .ToListAsync(cancel);
        await inbox.Learn<Bilan>(
            "erased",
            [.. bilans.Where(b => b.IsNegotiated).Select(b => b.Id)],
            message.Origin,
            new PartyErased(message.Person, Stays: true),
            cancel
        );
        await erasure.Perform(message, session, bus, cancel);
    }
}
