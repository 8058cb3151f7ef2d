using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
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
        "An API key cannot say whether two records belong to one person.",
        "Join or separate records with the token of someone in the practice."
    );

    /// <summary>Decides. Each record is joined with every one of the other's.</summary>
    /// <param name="byKey">Whether an API key asks.</param>
    /// <param name="one">The record, and those that it is joined with.</param>
    /// <param name="others">The other record, and those that it is joined with.</param>
    /// <param name="met">How two of them met, where they did.</param>
    public static Decision Decide(
        bool byKey,
        IReadOnlyList<PersonsFile> one,
        IReadOnlyList<PersonsFile> others,
        Act act,
        Encounter? met = null
    ) =>
        byKey ? ByNoKey
        : !one[0].IsKnown ? Refusal.NotFound
        : !others[0].IsKnown ? Refusal.NotFound.At("other")
        : one[0].Person == others[0].Person
            ? Refusal.OfInput("other is the same record.", "Give the id of another record of the same person.")
        : one.Concat(others).Any(f => f.IsErased) ? Refusal.OfOrder("The person has been erased.", "What was erased does not come back.")
        : one[0].Record.Joined.Contains(others[0].Person) ? Decision.Nothing
        : one.Any(a => others.Any(b => a.Record.Others.Contains(b.Person)))
            ? Refusal.OfOrder(
                "One of these people has stated that they are two different people.",
                "Their statement prevails. If they are one person after all, enrol them under one of the ids from now on."
            )
        : met is Encounter.Members || one.Any(a => others.Any(b => AreTogether(a, b)))
            ? Refusal.OfOrder(
                "Both people were members of the same group at the same time.",
                "Nobody can be two members of a group, even if one has left: such records are never joined. From now on, enrol the person under one of the ids."
            )
        : one.Any(a => others.Any(b => WerePresent(a, b)))
            ? Refusal.OfOrder(
                "Both people were present at the same session.",
                "Nobody can be present twice: if one presence was recorded by mistake, have it corrected first."
            )
        : met is Encounter.Leader
            ? Refusal.OfRule(
                AssignFacilitator.Independence,
                "One of them led an engagement of which the other was a member.",
                "Nobody can lead a group and be a member of it, even if someone else leads it now: such records are never joined."
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

    private static bool AreTogether(PersonsFile one, PersonsFile other) =>
        one.Places.Any(p => other.Places.Any(q => q.Group.Id == p.Group.Id));

    private static bool WerePresent(PersonsFile one, PersonsFile other) =>
        one.Engagements.Any(e => e.Held.Any(h => h.Present.Contains(one.Person) && h.Present.Contains(other.Person)));

    private static bool Faces(PersonsFile facilitator, PersonsFile member) =>
        member.Places.Any(p => p.Engagement.Facilitator == facilitator.Person);

    internal static void Map(IEndpointRouteBuilder routes) =>
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
                            var one = await session.FilesOf(await session.RecordsOf(id));
                            var others = await session.FilesOf(await session.RecordsOf(command.Other));
                            return Decide(Access.ApiKeys.IsOne(http.User), one, others, act, await session.Met(one, others));
                        }
                    )
            )
            .WithSummary("Join two records of one person")
            .Produces<ErasureView>(202)
            .For(Roles.Practice);
}
