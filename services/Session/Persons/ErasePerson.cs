using Marten;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.ServiceDefaults.Persons;
using Wolverine;

namespace PracticeAnalysis.Session.Persons;

/// <summary>Erases a person in this service, and tells so.</summary>
public static class ErasePersonHandler
{
    /// <summary>Erases.</summary>
    public static Task Handle(
        PersonErasureRequested message,
        PersonErasure erasure,
        IDocumentSession session,
        IMessageContext bus,
        CancellationToken cancel
    ) => erasure.Perform(message, session, bus, cancel);
}
