using Marten;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>Erasures that are announced, or that follow another record's, until they are done; joins and successions that one may still say no to, or is
/// told of; charters,
/// dispositifs, what is proposed of them, departures and exceptions to a group's stability that wait for somebody's agreement; and what the practice
/// recorded as accepted, which who pays may contest.</summary>
public sealed class WaitingAgreements : IKnowsWaiting
{
    private const int DaysTold = 14;

    /// <inheritdoc />
    public async Task<IEnumerable<WaitingItem>> For(Actor reader, IQuerySession session, DateTimeOffset now, CancellationToken cancel)
    {
        if (reader.Is(Roles.Practice))
        {
            return [];
        }

        var engagements = (await session.Query<Engagement>().Where(ReadEngagements.Of(reader)).ToListAsync(cancel))
            .Where(e => e.IsVisibleTo(reader))
            .ToList();
        return engagements
            .SelectMany(e => Of(e, reader, now))
            .Concat(await Told(engagements, reader, session, now, cancel))
            .Concat(
                (await session.Query<Group>().Where(g => g.Members.Any(m => m.Person == reader.Person)).ToListAsync(cancel))
                    .Where(g => g.IsVisibleTo(reader))
                    .SelectMany(g => Of(g, reader, now))
            )
            .Concat(Of(await session.LoadAsync<PersonRecord>(PersonStreams.Asked(reader.Person), cancel), now))
            .Concat(
                reader.Is(Roles.Establishment) && reader.Establishment is { } own
                    ?
                    [
                        .. Of(await session.LoadAsync<Establishment>(own, cancel), own, now),
                        .. (await session.Query<Establishment>().Where(e => e.Announced!.Successor == own).ToListAsync(cancel)).SelectMany(
                            e => Of(e, own, now)
                        ),
                    ]
                    : []
            );
    }

    /// <summary>That another establishment is to take the place of one: it waits for that one, and for the successor.</summary>
    /// <param name="reader">Which of both reads it.</param>
    public static IEnumerable<WaitingItem> Of(Establishment? establishment, Guid reader, DateTimeOffset now)
    {
        if (establishment?.Announced is not { } announced || announced.IsDue(now))
        {
            return [];
        }

        var isAnswered =
            reader == announced.Successor
                ? announced is { AcceptedAt: not null } && !(announced.ContestableUntil > now)
                : announced.IsConfirmed;
        var until = reader == announced.Successor ? announced.ContestableUntil : announced.From;
        return isAnswered
            ? []
            : [new(WaitingKind.Succession, $"/v1/establishments/{establishment.Id}", announced.TextHash, until > now ? until : null)];
    }

    /// <summary>That who pays for an engagement, or is spanned by it, is to be another one: members and facilitator are told, and asked for nothing.</summary>
    /// <param name="houses">The establishments that it is for.</param>
    public static IEnumerable<WaitingItem> Told(Engagement engagement, IReadOnlyList<Establishment> houses, DateTimeOffset now)
    {
        var resource = $"/v1/engagements/{engagement.Id}";
        return houses
            .Where(h => engagement.State < EngagementState.Concluded && engagement.Establishments().Contains(h.Id))
            .Select(h => h.Announced)
            .OfType<AnnouncedSuccession>()
            .Select(a => new WaitingItem(WaitingKind.Succession, resource, a.TextHash, a.From > now ? a.From : null))
            .Concat(
                engagement
                    .Handovers.Where(h => h.At.AddDays(DaysTold) > now)
                    .Select(h => new WaitingItem(
                        WaitingKind.Succession,
                        resource,
                        Canonical.Digest(new { engagement.Id, h.At }),
                        h.At.AddDays(DaysTold)
                    ))
            );
    }

    private static async Task<IEnumerable<WaitingItem>> Told(
        IReadOnlyList<Engagement> engagements,
        Actor reader,
        IQuerySession session,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (reader.Role is not (Roles.Member or Roles.Facilitator))
        {
            return [];
        }

        var houses = await session.LoadManyAsync<Establishment>(cancel, [.. engagements.SelectMany(e => e.Establishments()).Distinct()]);
        return engagements.SelectMany(e => Told(e, houses, now));
    }

    /// <summary>What of a person's own record waits for them: that they will be erased, which may be none of their wish; to say that it is another's than the
    /// one whose erasure it follows; and that it was joined with one, which may be another's too.</summary>
    public static IEnumerable<WaitingItem> Of(PersonRecord? record, DateTimeOffset now) =>
        record is { RequestedAt: null }
            ?
            [
                .. record.JoinedUntil is { } until && until > now
                    ?
                    [
                        new WaitingItem(
                            WaitingKind.Join,
                            $"/v1/persons/{record.Subject}/erasure",
                            Canonical.Digest(new { record.Subject, until }),
                            until
                        ),
                    ]
                    : Array.Empty<WaitingItem>(),
                .. record.ErasableFrom is { } from ? [Erased(record, new { record.Subject, from }, from)] : Array.Empty<WaitingItem>(),
                .. record.Follows is { } follows ? [Erased(record, follows, follows.From)] : Array.Empty<WaitingItem>(),
            ]
            : [];

    private static WaitingItem Erased(PersonRecord record, object what, DateTimeOffset from) =>
        new(WaitingKind.Erasure, $"/v1/persons/{record.Subject}/erasure", Canonical.Digest(what), from);

    /// <summary>What of an engagement waits for this reader.</summary>
    public static IEnumerable<WaitingItem> Of(Engagement engagement, Actor reader, DateTimeOffset now)
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

        if (!reader.Is(Roles.Establishment) || reader.Establishment != engagement.Establishment)
        {
            yield break;
        }

        if (engagement is { State: EngagementState.Designing, Dispositif: { } dispositif })
        {
            yield return new(WaitingKind.Dispositif, $"/v1/engagements/{engagement.Id}", Canonical.Digest(dispositif));
        }

        foreach (var proposal in engagement.Proposals)
        {
            yield return new(WaitingKind.Proposal, $"/v1/engagements/{engagement.Id}", Canonical.Digest(proposal));
        }

        foreach (var accepted in engagement.Accepted.Where(a => a.IsOf(engagement.Establishment) && a.IsContestable(now)))
        {
            yield return new(
                WaitingKind.Acceptance,
                $"/v1/engagements/{engagement.Id}",
                Canonical.Digest(
                    new
                    {
                        accepted.What,
                        accepted.At,
                        accepted.Proposal,
                    }
                ),
                accepted.ContestableUntil
            );
        }
    }

    /// <summary>What of a group waits for this reader.</summary>
    public static IEnumerable<WaitingItem> Of(Group group, Actor reader, DateTimeOffset now)
    {
        if (!reader.Is(Roles.Member) || group.IsDissolved)
        {
            return [];
        }

        var resource = $"/v1/groups/{group.Id}";
        return group
            .Exceptions.Where(x => !x.Agreed && !x.Approvals.Contains(reader.Person))
            .Select(x => new WaitingItem(WaitingKind.StabilityException, resource, Canonical.HashOf(x.Reason)))
            .Concat(
                group
                    .Departures.Where(d => d.State == DepartureState.Announced && d.Until > now)
                    .Where(d => d.Answers.All(a => a.Person != reader.Person))
                    .Select(d => new WaitingItem(WaitingKind.Departure, resource, Canonical.Digest(d with { Answers = [] }), d.Until))
            );
    }
}
