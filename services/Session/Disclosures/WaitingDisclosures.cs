using Marten;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Disclosures that wait for the agreement of those whom their basis asks.</summary>
public sealed class WaitingDisclosures : IKnowsWaiting
{
    /// <inheritdoc />
    public async Task<IEnumerable<WaitingItem>> For(Actor reader, IQuerySession session, DateTimeOffset now, CancellationToken cancel) =>
        (await session.Query<Disclosure>().Where(d => d.State == DisclosureState.Requested).ToListAsync(cancel))
            .Where(d => d.IsVisibleTo(reader))
            .SelectMany(d => Of(d, reader));

    /// <summary>What of a disclosure waits for this reader. Under those of before 0056 nothing is read any more.</summary>
    public static IEnumerable<WaitingItem> Of(Disclosure disclosure, Actor reader) =>
        disclosure is { State: DisclosureState.Requested, Grant: not null }
        && disclosure.Requester != reader.Person
        && Demands.PartOf(disclosure, reader) is not null
        && !disclosure.IsAgreedBy(reader.Person)
            ?
            [
                new(
                    WaitingKind.Disclosure,
                    $"/v1/disclosures/{disclosure.Id}",
                    Canonical.Digest(
                        new
                        {
                            disclosure.Id,
                            disclosure.Basis,
                            disclosure.Texts,
                        }
                    )
                ),
            ]
            : [];
}
