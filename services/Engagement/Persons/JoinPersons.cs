using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>Joins two records of one person, as the practice says. Their hours count as one's and the erasure of one takes the other with it; each token
/// reads what it read before, and nothing of the other: whoever joins by mistake opens nobody's words. Both are told, and may part them; who did so themself is
/// not joined with that record again.</summary>
/// <param name="Other">The id of the other record.</param>
public sealed record JoinPersons(Guid Other) : Command
{
    private static readonly TimeSpan Telling = TimeSpan.FromDays(14);

    private static readonly Refusal ByNoKey = new(
        403,
        "forbidden",
        "An API key says of nobody who they are.",
        "Join or part records with the token of somebody of the practice."
    );

    /// <summary>Decides. Each record is joined with every one of the other's.</summary>
    /// <param name="byKey">Whether an API key asks.</param>
    /// <param name="one">The record, and those that it is joined with.</param>
    /// <param name="others">The other record, and those that it is joined with.</param>
    public static Decision Decide(bool byKey, IReadOnlyList<PersonsFile> one, IReadOnlyList<PersonsFile> others, Act act) =>
        byKey ? ByNoKey
        : !one[0].IsKnown || !others[0].IsKnown ? Refusal.NotFound
        : one[0].Person == others[0].Person
            ? Refusal.OfInput("other is the record itself.", "Give the id of another record of the same person.")
        : one.Concat(others).Any(f => f.IsErased) ? Refusal.OfOrder("The person is erased.", "What was erased does not come back.")
        : one[0].Record.Joined.Contains(others[0].Person) ? Decision.Nothing
        : one.Any(a => others.Any(b => a.Record.Others.Contains(b.Person)))
            ? Refusal.OfOrder(
                "One of these persons said themself that they are two.",
                "Their word stands: enrol the person under one of the ids from now on, where they are one after all."
            )
        : one.Any(a => others.Any(b => AreTwo(a, b)))
            ? Refusal.OfOrder(
                "Both are members of one group, or were present at one session.",
                "Nobody is there twice: join records of one person alone, once one of them has left the group."
            )
        : one.Any(a => others.Any(b => Faces(a, b) || Faces(b, a)))
            ? Refusal.OfRule(
                AssignFacilitator.Independence,
                "One of them facilitates an engagement of which the other is a member.",
                "Assign another facilitator first, or have the member leave."
            )
        : one.Skip(1).Concat(others).Select(f => Input.CheckTime(act, f.Record)).FirstOrDefault(r => r is not null) is { } untimely
            ? untimely
        : one.Skip(1)
            .Select(f => (f.Record, Joined: Joining(f, others, act)))
            .Concat(others.Select(f => (f.Record, Joined: Joining(f, one, act))))
            .Aggregate(Decision.Of(Joining(one[0], others, act)), (decision, next) => decision.With(next.Record, next.Joined));

    /// <summary>Why a key may not say it.</summary>
    internal static Refusal? Unless(bool byKey) => byKey ? ByNoKey : null;

    // Told from when it is recorded, however far back it is dated.
    private static PersonsJoined Joining(PersonsFile file, IEnumerable<PersonsFile> with, Act act) =>
        new(file.Person, [.. with.Select(w => w.Person)], act.Now + Telling);

    private static bool AreTwo(PersonsFile one, PersonsFile other) =>
        one.Places.Any(p => other.Places.Any(q => q.Group.Id == p.Group.Id))
        || one.Engagements.Any(e => e.Held.Any(h => h.Present.Contains(one.Person) && h.Present.Contains(other.Person)));

    private static bool Faces(PersonsFile facilitator, PersonsFile member) =>
        member.Current.Any(p => p.Engagement.Facilitator == facilitator.Person);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/persons/{id:guid}/join",
                (Guid id, JoinPersons command, HttpContext http, Streams streams) =>
                    streams.Request<PersonRecord>(
                        PersonStreams.Asked(id),
                        command,
                        async (session, _, act) =>
                        {
                            await session.HoldPersons();
                            return Decide(
                                Access.ApiKeys.IsOne(http.User),
                                await session.FilesOf(await session.RecordsOf(id)),
                                await session.FilesOf(await session.RecordsOf(command.Other)),
                                act
                            );
                        }
                    )
            )
            .WithSummary("Join two records of one person")
            .Produces<ErasureView>(202)
            .For(Roles.Practice);
        routes
            .MapPost(
                "/v1/persons/{id:guid}/part",
                (Guid id, PartPersons command, HttpContext http, Streams streams) =>
                    streams.Request<PersonRecord>(
                        PersonStreams.Asked(id),
                        command,
                        async (session, record, act) =>
                        {
                            await session.HoldPersons();
                            return PartPersons.Decide(
                                id,
                                Access.ApiKeys.IsOne(http.User),
                                record,
                                await session.LoadManyAsync<PersonRecord>([.. (record?.Joined ?? []).Select(PersonStreams.Asked)]),
                                act
                            );
                        }
                    )
            )
            .WithSummary("Part a record from those that it was joined with by mistake")
            .Produces<ErasureView>(202)
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
    }
}

/// <summary>Parts a record from those that it was joined with: it is another person's. The practice says so, or the person of themself; also while the
/// record is about to follow another one's erasure.</summary>
public sealed record PartPersons : Command
{
    /// <summary>Decides. Where all of them are erased there is nothing to part any more.</summary>
    /// <param name="byKey">Whether an API key asks.</param>
    /// <param name="others">The records that it is joined with.</param>
    public static Decision Decide(Guid person, bool byKey, PersonRecord? record, IReadOnlyList<PersonRecord> others, Act act) =>
        JoinPersons.Unless(byKey) is { } noPerson ? noPerson
        : record is null ? Refusal.NotFound
        : others.Count == 0
            ? Refusal.OfOrder("The record is joined with none.", "Read GET /v1/persons/{id}/erasure: it says how many there are.")
        : record.RequestedAt is not null && others.All(o => o.RequestedAt is not null)
            ? Refusal.OfOrder("The person is erased.", "What was erased does not come back.")
        : others.Select(o => Input.CheckTime(act, o)).FirstOrDefault(r => r is not null) is { } untimely ? untimely
        : others.Aggregate(
            Decision.Of(new PersonsParted(person, [.. others.Select(o => o.Subject)], !act.By.Is(Roles.Practice))),
            (decision, other) => decision.With(other, new PersonsParted(other.Subject, [person], !act.By.Is(Roles.Practice)))
        );
}
