using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>A group that a person is in.</summary>
/// <param name="Engagement">The group's engagement.</param>
public sealed record Place(Group Group, Engagement Engagement);

/// <summary>How two met who cannot be one person.</summary>
public enum Encounter
{
    /// <summary>They were members of one group at once.</summary>
    Members,

    /// <summary>The one led an engagement in a group of which the other was a member.</summary>
    Leader,
}

/// <summary>A record of a person, and where it stands.</summary>
/// <param name="Person">Its opaque id.</param>
/// <param name="Record">What was asked about it; without a fact where nothing was.</param>
/// <param name="IsKnown">Whether the practice knows somebody of this id.</param>
/// <param name="IsErased">Whether it is erased, or that was asked for.</param>
/// <param name="Places">The groups that it is in now, those of engagements that have ended too.</param>
/// <param name="Engagements">The engagements that it is or was in.</param>
/// <param name="Leads">Whether it facilitates an engagement that has not ended.</param>
public sealed record PersonsFile(
    Guid Person,
    PersonRecord Record,
    bool IsKnown,
    bool IsErased,
    IReadOnlyList<Place> Places,
    IReadOnlyList<Engagement> Engagements,
    bool Leads
)
{
    /// <summary>Every record of the person, this one among them.</summary>
    public IReadOnlyList<Guid> Records => [Person, .. Record.Joined];

    /// <summary>The groups that it leaves when it is erased: those of engagements that have not ended.</summary>
    public IEnumerable<Place> Current =>
        Places.Where(p => p.Engagement.State is not (EngagementState.Concluded or EngagementState.Abandoned));
}

/// <summary>Reads the records of persons.</summary>
internal static class PersonsFiles
{
    /// <summary>Has those who enrol by an id, join, part or erase in a practice come one after the other: each sees what the one before did.</summary>
    public static Task HoldPersons(this IQuerySession session) => session.HoldKept<PersonRecord>(Guid.Empty, CancellationToken.None);

    /// <summary>Every record of a person, the one of this id first.</summary>
    public static async Task<IReadOnlyList<Guid>> RecordsOf(this IQuerySession session, Guid person) =>
        [person, .. (await session.LoadAsync<PersonRecord>(PersonStreams.Asked(person)))?.Joined ?? []];

    /// <summary>The record of this id.</summary>
    public static async Task<PersonsFile> FileOf(this IQuerySession session, Guid person)
    {
        var id = PersonStreams.Asked(person);
        var record = await session.LoadAsync<PersonRecord>(id);
        var isErased = record?.RequestedAt is not null || await session.LoadAsync<ErasedPerson>(PersonStreams.Erased(person)) is not null;
        var groups = await session
            .Query<Group>()
            .Where(g => g.Members.Any(m => m.Person == person) || g.Left.Any(l => l == person))
            .ToListAsync();
        // Who left before they accepted the charter is known by their group alone.
        var theirs = groups.Select(g => g.Engagement).ToArray();
        var engagements = await session
            .Query<Engagement>()
            .Where(e => theirs.Contains(e.Id) || e.Bound.Any(b => b == person))
            .ToListAsync();
        return new(
            person,
            record ?? new(person) { Id = id },
            isErased || record is not null || await session.LoadAsync<IdentityRecord>(person) is not null,
            isErased,
            // A group that was dissolved before its engagement was active is no more of it.
            [
                .. groups
                    .Where(g => g.HasMember(person))
                    .Join(engagements, g => g.Engagement, e => e.Id, (g, e) => new Place(g, e))
                    .Where(p => p.Engagement.GroupIds().Contains(p.Group.Id)),
            ],
            [.. engagements],
            await session
                .Query<Engagement>()
                .AnyAsync(e => e.Facilitator == person && e.State != EngagementState.Concluded && e.State != EngagementState.Abandoned)
        );
    }

    /// <summary>The record of this id, held until the transaction ends; null where the practice knows nobody of it.</summary>
    public static async Task<PersonsFile?> KnownOf(this IQuerySession session, Guid person)
    {
        await session.HoldPersons();
        return await session.FileOf(person) is { IsKnown: true } found ? found : null;
    }

    /// <summary>How somebody of the ones and somebody of the others met, whether or not a session was held then: it may be told later. Null where they did
    /// not.</summary>
    public static async Task<Encounter?> Met(this IQuerySession session, IReadOnlyList<PersonsFile> one, IReadOnlyList<PersonsFile> others)
    {
        var shared = one.SelectMany(f => f.Engagements).IntersectBy(others.SelectMany(f => f.Engagements).Select(e => e.Id), e => e.Id);
        foreach (var engagement in shared.DistinctBy(e => e.Id))
        {
            var (some, more) = (In(one, engagement), In(others, engagement));
            var moments = new List<Group>();
            foreach (var group in await session.Query<Group>().Where(g => g.Engagement == engagement.Id).ToListAsync())
            {
                Group? state = null;
                foreach (var fact in (await session.Events.FetchStreamAsync(group.Id)).Select(e => (Fact)e.Data))
                {
                    moments.Add(state = Folding.Apply(state, group.Id, fact));
                }
            }

            if (moments.Any(m => some.Any(m.HasMember) && more.Any(m.HasMember)))
            {
                return Encounter.Members;
            }

            // Who was bound by its charter and a member of no group of it led it.
            var members = moments.SelectMany(m => m.Members.Select(x => x.Person)).ToHashSet();
            if (some.Any(members.Contains) != more.Any(members.Contains))
            {
                return Encounter.Leader;
            }
        }

        return null;

        static List<Guid> In(IReadOnlyList<PersonsFile> files, Engagement engagement) =>
            [.. files.Where(f => f.Engagements.Any(e => e.Id == engagement.Id)).Select(f => f.Person)];
    }

    /// <summary>The records of these ids.</summary>
    public static async Task<IReadOnlyList<PersonsFile>> FilesOf(this IQuerySession session, IEnumerable<Guid> persons)
    {
        var files = new List<PersonsFile>();
        foreach (var person in persons)
        {
            files.Add(await session.FileOf(person));
        }

        return files;
    }
}
