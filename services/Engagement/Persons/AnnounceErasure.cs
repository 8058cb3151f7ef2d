using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>Records that the practice told a person that it will have them erased. It may seven days later; meanwhile the person reads it, and
/// exports what is held of them. Told again, the first time counts. It is told of every record that was joined as the same person's.</summary>
/// <param name="By">How they were told.</param>
public sealed record AnnounceErasure(Means By) : Command
{
    private static readonly Rule Notice = new("always", "erasure-notice", "design");
    internal static readonly TimeSpan Waiting = TimeSpan.FromDays(7);

    /// <summary>A key that leaks, or a program that errs, would take away what nobody brings back.</summary>
    internal static Refusal ByNoKey { get; } =
        new(
            403,
            "forbidden",
            "An API key cannot have a person erased.",
            "Ask with the person's own token, or with the token of someone in the practice."
        );

    /// <summary>Decides. The waiting begins when this is recorded: what is dated back shortens nothing.</summary>
    /// <param name="byKey">Whether an API key asks.</param>
    /// <param name="record">What was asked about the person before, where something was.</param>
    /// <param name="known">Whether the practice knows the person.</param>
    /// <param name="joined">The other records of the person.</param>
    public static Decision Decide(
        AnnounceErasure command,
        Guid person,
        bool byKey,
        PersonRecord? record,
        bool known,
        IReadOnlyList<PersonRecord> joined,
        Act act
    ) =>
        byKey ? ByNoKey
        : !known && record is null ? Refusal.NotFound
        : record?.RequestedAt is not null ? Refusal.OfOrder("The person has been erased.", "What was erased does not come back.")
        : record?.AnnouncedAt is not null ? Decision.Nothing
        : joined.Select(o => Input.CheckTime(act, o)).FirstOrDefault(r => r is not null) is { } untimely ? untimely
        : joined
            .Where(o => o is { AnnouncedAt: null, RequestedAt: null })
            .Aggregate(
                Decision.Of(new ErasureAnnounced(person, command.By, act.Now + Waiting)),
                (told, o) => told.With(o, new ErasureAnnounced(o.Subject, command.By, act.Now + Waiting))
            );

    /// <summary>When a record follows the erasure of another one of the person, where nobody had told that it would be erased.</summary>
    internal static DateTimeOffset FollowsAt(DateTimeOffset now) => now + Waiting;

    /// <summary>Why somebody else cannot have the person erased now; null where the person asked, or was told long enough ago.</summary>
    internal static Refusal? Unfounded(PersonsRequest? asked, Guid person, PersonRecord? record, Act act) =>
        person == act.By.Person || asked is not null || record?.ErasableFrom <= act.Now
            ? null
            : Refusal.OfRule(
                Notice,
                "The person was not notified of the erasure, or was notified less than seven days ago.",
                "Notify the person, record it with POST /v1/persons/{id}/erasure/notice and wait seven days. Or record in asked how they asked for it: they are notified, and erased seven days later."
            );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/persons/{id:guid}/erasure/notice",
                (Guid id, AnnounceErasure command, HttpContext http, Streams streams) =>
                    streams.Request<PersonRecord>(
                        PersonStreams.Asked(id),
                        command,
                        async (session, record, act) =>
                        {
                            await session.HoldPersons();
                            return Decide(
                                command,
                                id,
                                Access.ApiKeys.IsOne(http.User),
                                record,
                                await session.LoadAsync<IdentityRecord>(id) is not null,
                                await session.LoadManyAsync<PersonRecord>([.. (record?.Joined ?? []).Select(PersonStreams.Asked)]),
                                act
                            );
                        }
                    )
            )
            .WithSummary("Record that a person was told that they will be erased")
            .Produces<ErasureView>(202)
            .For(Roles.Practice);
}
