using Marten;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Persons;

/// <summary>What is recorded of a member's presence by the facilitator's word alone and they may contest, wherever they are since; and what members say of
/// theirs, for who says it, and for those who may confirm it: who led the session, and who is recorded as present at it.</summary>
public sealed class WaitingCorrections : IKnowsWaiting
{
    /// <inheritdoc />
    public async Task<IEnumerable<WaitingItem>> For(Actor reader, IQuerySession session, DateTimeOffset now, CancellationToken cancel)
    {
        var concerned =
            reader.Is(Roles.Member) ? await session.Query<Session>().Where(s => s.Members.Contains(reader.Person)).ToListAsync(cancel)
            : reader.Is(Roles.Facilitator) ? await session.Query<Session>().Where(s => s.Facilitator == reader.Person).ToListAsync(cancel)
            : [];
        var erased = await session.Erased(concerned.SelectMany(s => s.Claims).Select(c => c.Member), cancel);
        return concerned.SelectMany(s => Of(s, reader.Person, now, erased));
    }

    /// <summary>What of a session waits for this person, by the digest of who is recorded as present, or of the word itself.</summary>
    /// <param name="erased">Whose word nobody confirms any more.</param>
    public static IEnumerable<WaitingItem> Of(Session session, Guid person, DateTimeOffset now, params IReadOnlyCollection<Guid> erased) =>
        [
            .. new[] { session.ContestableBy(person) }
                .OfType<DateTimeOffset>()
                .Where(until => until >= now)
                .Select(until => Item(WaitingKind.Correction, session, new CorrectedValue(Present: session.Present), until)),
            .. session
                .Claims.Where(c => !session.IsSettled && !c.Confirmed && c.ConfirmableUntil >= now && !erased.Contains(c.Member))
                .Where(c => c.Member == person || session.Facilitator == person || session.HasPresent(person))
                .Select(c => Item(WaitingKind.Presence, session, c, c.ConfirmableUntil)),
        ];

    private static WaitingItem Item(WaitingKind kind, Session session, object what, DateTimeOffset? until) =>
        new(kind, $"/v1/sessions/{session.Id}", Canonical.Digest(what), until);
}
