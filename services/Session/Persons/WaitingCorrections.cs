using Marten;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Persons;

namespace PracticeAnalysis.Session.Persons;

/// <summary>Corrections of a member's presence that they may contest, wherever they are since.</summary>
public sealed class WaitingCorrections : IKnowsWaiting
{
    /// <inheritdoc />
    public async Task<IEnumerable<WaitingItem>> For(Actor reader, IQuerySession session, DateTimeOffset now, CancellationToken cancel) =>
        !reader.Is(Roles.Member)
            ? []
            : (await session.Query<Sessions.Session>().Where(s => s.Members.Contains(reader.Person)).ToListAsync(cancel)).SelectMany(s =>
                Of(s, reader.Person, now)
            );

    /// <summary>What of a session waits for this person, by the digest of what it was corrected to.</summary>
    public static IEnumerable<WaitingItem> Of(Sessions.Session session, Guid person, DateTimeOffset now) =>
        session.Corrections.LastOrDefault(c => c.Touches(person)) is { } corrected
        && !corrected.ContestedBy.Contains(person)
        && corrected.ContestableUntil >= now
            ? [new(WaitingKind.Correction, $"/v1/sessions/{session.Id}", Canonical.Digest(corrected.To), corrected.ContestableUntil)]
            : [];
}
