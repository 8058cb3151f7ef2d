using Marten;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using Wolverine;

namespace PracticeAnalysis.Privacy;

/// <summary>Erases a person in one service: their keys, and with them every text under them; the name; letters that mention them.
/// Events stay as they are, and so do the hashes over them. Done again it finds nothing, and tells the same.</summary>
public sealed class PersonErasure(
    StoreDefinition service,
    IEnumerable<IKeepsOfPersons> kept,
    ErasureList list,
    HybridClock clock,
    TimeProvider time
)
{
    /// <summary>Erases as it was asked by message, and tells that it is done, all in the handler's transaction.</summary>
    public async Task Perform(PersonErasureRequested message, IDocumentSession session, IMessageContext bus, CancellationToken cancel)
    {
        var erased = await Erase(session, message.Person, message.Origin.OccurredAt, cancel);
        await bus.PublishAsync(
            new PersonErasureCompleted(
                message.Person,
                service.Name,
                new(PersonStreams.Erased(message.Person), erased.Version, erased.LastOccurredAt)
            ),
            new DeliveryOptions { TenantId = session.TenantId }.WithHeader(EventHeaders.Clock, clock.Tick())
        );
    }

    /// <summary>Erases in the transaction of the session; the list is written first.</summary>
    public async Task<ErasedPerson> Erase(IDocumentSession session, Guid person, DateTimeOffset occurredAt, CancellationToken cancel)
    {
        await list.Add(new(session.TenantId, person, time.GetUtcNow()), cancel);
        await session.BecomeEraser(cancel);
        var id = PersonStreams.Erased(person);
        var stream = await session.Hold<ErasedPerson>(id, clock, cancel);
        var keys = await TextVault.Erase(session, person, cancel);
        var records = 0;
        foreach (var keeper in kept)
        {
            records += await keeper.Erase(session, person, cancel);
        }

        if (stream.Aggregate is { } before && keys + records == 0)
        {
            return before;
        }

        var fact = new PersonErased(person, keys, records) { OccurredAt = occurredAt };
        session.SetHeader(EventHeaders.Clock, clock.Tick());
        session.LastModifiedBy = "erasure";
        stream.AppendOne(fact);
        return Folding.Apply(stream.Aggregate, id, fact);
    }
}
