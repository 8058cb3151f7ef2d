using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Persons;

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
            ? Refusal.OfOrder(
                "The record is not joined with another one.",
                "Read GET /v1/persons/{id}/erasure: it says how many there are."
            )
        : record.RequestedAt is not null && others.All(o => o.RequestedAt is not null)
            ? Refusal.OfOrder("The person has been erased.", "What was erased does not come back.")
        : others.Select(o => Input.CheckTime(act, o)).FirstOrDefault(r => r is not null) is { } untimely ? untimely
        : others.Aggregate(
            Decision.Of(new PersonsParted(person, [.. others.Select(o => o.Subject)], !act.By.Is(Roles.Practice))),
            (decision, other) => decision.With(other, new PersonsParted(other.Subject, [person], !act.By.Is(Roles.Practice)))
        );

    internal static void Map(IEndpointRouteBuilder routes) =>
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
                            return Decide(
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
