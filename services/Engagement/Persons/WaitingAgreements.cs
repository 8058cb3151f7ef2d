using Marten;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Persons;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>Charters, dispositifs and exceptions to a group's stability that wait for somebody's agreement.</summary>
public sealed class WaitingAgreements : IKnowsWaiting
{
    /// <inheritdoc />
    public async Task<IEnumerable<WaitingItem>> For(Actor reader, IQuerySession session, DateTimeOffset now, CancellationToken cancel) =>
        reader.Is(Roles.Practice)
            ? []
            : (await session.Query<Engagement>().Where(ReadEngagements.Of(reader)).ToListAsync(cancel))
                .Where(e => e.IsVisibleTo(reader))
                .SelectMany(e => Of(e, reader))
                .Concat(
                    (await session.Query<Group>().Where(g => g.Members.Any(m => m.Person == reader.Person)).ToListAsync(cancel))
                        .Where(g => g.IsVisibleTo(reader))
                        .SelectMany(g => Of(g, reader))
                );

    /// <summary>What of an engagement waits for this reader.</summary>
    public static IEnumerable<WaitingItem> Of(Engagement engagement, Actor reader)
    {
        if (
            reader.Role is Roles.Member or Roles.Facilitator
            && engagement
                is {
                    State: EngagementState.Chartering or EngagementState.Active or EngagementState.Suspended,
                    Charter: { TextHash: { } hash } charter
                }
            && !charter.AcceptedBy.Contains(reader.Person)
        )
        {
            yield return new(WaitingKind.Charter, $"/v1/engagements/{engagement.Id}", hash);
        }

        if (reader.Is(Roles.Establishment) && engagement is { State: EngagementState.Designing, Dispositif: { } dispositif })
        {
            yield return new(WaitingKind.Dispositif, $"/v1/engagements/{engagement.Id}", Canonical.Digest(dispositif));
        }
    }

    /// <summary>What of a group waits for this reader.</summary>
    public static IEnumerable<WaitingItem> Of(Group group, Actor reader) =>
        group
            .Exceptions.Where(x => reader.Is(Roles.Member) && !group.IsDissolved && !x.Agreed && !x.Approvals.Contains(reader.Person))
            .Select(x => new WaitingItem(WaitingKind.StabilityException, $"/v1/groups/{group.Id}", Canonical.HashOf(x.Reason)));
}
