using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;
using Wolverine;
using Wolverine.Attributes;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>Asks that a person be erased in all three services: at once by their own token; by that of a person of the practice seven days after the person
/// was told, who is told too where the practice says that they asked. No API key erases anybody. It cannot be taken back, nor dated back.</summary>
/// <param name="Asked">The request that the person made outside of this system, where they did.</param>
public sealed record RequestErasure(PersonsRequest? Asked = null) : Command
{
    // Doubled at each further time, up to a day.
    private static readonly TimeSpan FirstTimeout = TimeSpan.FromMinutes(1);
    private const int MostDoublings = 10;
    private static readonly TimeSpan OneDay = TimeSpan.FromDays(1);

    /// <summary>Decides. Who is in a group leaves it with this; asked again, nothing more happens. Other records of the person are erased with it, where
    /// they were told seven days ago; else they follow in seven days, so that whoever was joined by mistake can say so.</summary>
    /// <param name="file">The person's record.</param>
    /// <param name="joined">The other records of the person.</param>
    /// <param name="byKey">Whether an API key asks; of themself everybody else may ask.</param>
    public static Decision Decide(
        RequestErasure command,
        PersonsFile file,
        IReadOnlyList<PersonsFile> joined,
        bool byKey,
        TimeSpan patience,
        Act act
    )
    {
        var (person, record) = (file.Person, file.Record.Version > 0 ? file.Record : null);
        var others = joined.Where(o => o.Record.RequestedAt is null).ToList();
        return byKey ? AnnounceErasure.ByNoKey
            : person != act.By.Person && !(act.By.Is(Roles.Practice) && file.IsKnown) ? Refusal.NotFound
            : record?.RequestedAt is not null ? Decision.Nothing
            : Input.CheckClock(act) is { } late ? late
            : (command.Asked?.Wrong(act) ?? AnnounceErasure.Unfounded(command.Asked, person, record, act)) is { } unfounded ? unfounded
            : file.Leads
                ? Refusal.OfOrder(
                    "The person facilitates an engagement that has not ended.",
                    "Assign another facilitator first, then erase this one."
                )
            : others.Any(o => o.Leads)
                ? Refusal.OfOrder(
                    "A record joined with this one is that of the facilitator of an engagement that has not ended.",
                    "Have the practice assign another facilitator first. If the record is another person's, separate it with POST /v1/persons/{id}/part."
                )
            : others.Select(o => Input.CheckTime(act, o.Record)).FirstOrDefault(r => r is not null) is { } untimely ? untimely
            : person != act.By.Person && !(record?.ErasableFrom <= act.Now) ? Claimed(command.Asked!, person, record, act)
            : ErasingAll(file, others, patience, act.OccurredAt, act.Now);
    }

    /// <summary>Decides when a record is to follow the erasure of another one of the person: unless it was parted from it, or erased before.</summary>
    public static Decision Decide(FollowingDue due, PersonsFile file, TimeSpan patience, DateTimeOffset now) =>
        file.Record is not { RequestedAt: null, Follows: { } follows } || follows.From > due.Due ? Decision.Nothing
        : file.Leads ? Decision.Nothing.Scheduling(now + OneDay, due with { Due = now + OneDay })
        : Erasing(file, [], patience, due.Due, now);

    /// <summary>Decides once the person was told for seven days of the request that the practice says they made; while they lead an engagement, day after day.</summary>
    public static Decision Decide(
        ErasureTold told,
        PersonsFile file,
        IReadOnlyList<PersonsFile> joined,
        TimeSpan patience,
        DateTimeOffset now
    ) =>
        file.Record is not { Claimed: not null, RequestedAt: null, ErasableFrom: { } from } || from > told.From ? Decision.Nothing
        : file.Leads ? Decision.Nothing.Scheduling(now + OneDay, told with { From = now + OneDay })
        : ErasingAll(file, [.. joined.Where(o => o.Record.RequestedAt is null && !o.Leads)], patience, told.From, now);

    // The practice's word for it takes nobody out of a negotiation overnight: the person reads it, and has the time that anybody has who is told.
    private static Decision Claimed(PersonsRequest asked, Guid person, PersonRecord? record, Act act)
    {
        var from = record?.ErasableFrom ?? act.Now + AnnounceErasure.Waiting;
        return record?.Claimed is not null
            ? Decision.Nothing
            : Decision.Of(new ErasureAsked(person, asked.By, asked.On, from)).Scheduling(from, new ErasureTold(person, from));
    }

    /// <summary>Decides when services should have told. They are asked a second time in any case: what was being written while the keys
    /// went gets no key again.</summary>
    public static Decision Decide(ErasureDue due, PersonRecord record, TimeSpan patience, DateTimeOffset now)
    {
        var waiting = record.Waiting();
        if (waiting.Count == 0)
        {
            return due.Times > 1 ? Decision.Nothing : Decision.Nothing.Telling(origin => new PersonErasureRequested(due.Person, origin));
        }

        var next = now + (patience * Math.Pow(2, Math.Min(due.Times, MostDoublings)));
        return Decision
            .Of(new ErasureDelayed(waiting, due.Times))
            .Telling(origin => new PersonErasureRequested(due.Person, origin))
            .Scheduling(next, new ErasureDue(due.Person, next, due.Times + 1));
    }

    /// <summary>How long services have to tell, at first: <c>Erasures:Patience</c>, else a minute.</summary>
    internal static TimeSpan Timeout(IConfiguration configuration) => configuration.GetValue("Erasures:Patience", FirstTimeout);

    private static bool WasTold(PersonsFile other, DateTimeOffset now) => other.Record.ErasableFrom <= now;

    private static Decision ErasingAll(
        PersonsFile file,
        IReadOnlyList<PersonsFile> others,
        TimeSpan patience,
        DateTimeOffset at,
        DateTimeOffset now
    ) =>
        others
            .Where(o => !WasTold(o, now))
            .Aggregate(
                Erasing(file, [.. others.Where(o => WasTold(o, now))], patience, at, now),
                (erasing, o) => Following(erasing, o, file.Person, AnnounceErasure.FollowsAt(now))
            );

    // The record that asks first; with it those of which it was told long enough ago.
    private static Decision Erasing(
        PersonsFile file,
        IReadOnlyList<PersonsFile> with,
        TimeSpan patience,
        DateTimeOffset at,
        DateTimeOffset now
    )
    {
        var due = now + patience;
        var erasing = Decision
            .Of(new ErasureRequested(file.Person))
            .Telling(origin => new PersonErasureRequested(file.Person, origin))
            .Scheduling(due, new ErasureDue(file.Person, due, 1));
        foreach (var other in with)
        {
            erasing = erasing
                .With(other.Record, new ErasureRequested(other.Person))
                .Telling(origin => new PersonErasureRequested(
                    other.Person,
                    new(other.Record.Id, other.Record.Version + 1, origin.OccurredAt)
                ))
                .Scheduling(due, new ErasureDue(other.Person, due, 1));
        }

        return Leaving(erasing, [.. with.Prepend(file).SelectMany(f => f.Current.Select(p => (f.Person, p.Group, p.Engagement)))], at, now);
    }

    private static Decision Following(Decision erasing, PersonsFile other, Guid person, DateTimeOffset from) =>
        erasing.With(other.Record, new ErasureFollows(other.Person, person, from)).Scheduling(from, new FollowingDue(other.Person, from));

    // Two records may be in two groups of one engagement: what the second leaves is the engagement after the first.
    private static Decision Leaving(
        Decision erasing,
        IReadOnlyList<(Guid Person, Group Group, Engagement Engagement)> places,
        DateTimeOffset at,
        DateTimeOffset now
    )
    {
        var after = new Dictionary<Guid, Engagement>();
        foreach (var (person, group, engagement) in places)
        {
            var before = after.GetValueOrDefault(engagement.Id, engagement);
            var departed = new MemberDeparted(group.Id, person);
            after[engagement.Id] = Folding.Apply(before, engagement.Id, departed);
            erasing = erasing
                .With(group, new MemberLeft(person))
                .With(before, departed)
                .Scheduling(now, new WatchDue(engagement.Id, Watched.Size, group.Id, at))
                .Telling(origin => new V1.MemberLeft(group.Id, engagement.Id, person, new(group.Id, group.Version + 1, origin.OccurredAt)));
        }

        return erasing;
    }

    // Of whom nothing was asked yet: for the practice that knows them, and for themself.
    private static async Task<ErasureView?> Untouched(Actor reader, Guid person, Reads reads, CancellationToken cancel)
    {
        await using var session = await reads.ForTenant(reader.Tenant, cancel);
        var none = new PersonRecord(person);
        return
            none.IsVisibleTo(reader)
            && await session.LoadAsync<PersonRecord>(PersonStreams.Asked(person), cancel) is null
            && await session.LoadAsync<IdentityRecord>(person, cancel) is not null
            ? ErasureView.Of(none, reader)
            : null;
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/persons/{id:guid}/erasure",
                (Guid id, RequestErasure command, IConfiguration configuration, HttpContext http, Streams streams) =>
                    streams.Request<PersonRecord>(
                        PersonStreams.Asked(id),
                        command,
                        async (session, record, act) =>
                        {
                            await session.HoldPersons();
                            return Decide(
                                command,
                                await session.FileOf(id),
                                await session.FilesOf(record?.Joined ?? []),
                                Access.ApiKeys.IsOne(http.User),
                                Timeout(configuration),
                                act
                            );
                        }
                    )
            )
            .WithSummary("Ask that a person be erased")
            .Produces<ErasureView>(202)
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
        routes
            .MapGet(
                "/v1/persons/{id:guid}/erasure",
                async (Guid id, HttpContext http, Reads reads, Streams streams, CancellationToken cancel) =>
                    await Untouched(Actor.From(http.User)!, id, reads, cancel) is { } none
                        ? new Shown(none)
                        : await streams.Show<PersonRecord>(PersonStreams.Asked(id))
            )
            .WithSummary("Read how far the erasure of a person is")
            .Produces<ErasureView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
    }
}

/// <summary>The service told itself to erase a record that follows the erasure of another one of the person; it survives restarts.</summary>
[MessageIdentity("engagement.following-due")]
public sealed record FollowingDue(Guid Person, DateTimeOffset Due);

/// <summary>The service told itself to look whether every service has erased a person; it survives restarts.</summary>
/// <param name="Times">How often services will have been asked by then.</param>
[MessageIdentity("engagement.erasure-due")]
public sealed record ErasureDue(Guid Person, DateTimeOffset Due, int Times);

/// <summary>Seven days ago the practice said that a person had asked to be erased; the service told itself to look. It survives restarts.</summary>
[MessageIdentity("engagement.erasure-told")]
public sealed record ErasureTold(Guid Person, DateTimeOffset From);

/// <summary>How far the erasure of a person is.</summary>
/// <param name="State">none, announced, requested or completed.</param>
/// <param name="RequestedAt">When it was asked for.</param>
/// <param name="Erased">The services that have erased, and when.</param>
/// <param name="Waiting">The services that have not told yet.</param>
/// <param name="Delays">How often they had to be asked again.</param>
/// <param name="RectifiedAt">When the name was corrected last.</param>
/// <param name="AnnouncedAt">When the person was told that the practice will have them erased.</param>
/// <param name="ErasableFrom">From when on it may.</param>
/// <param name="Records">How many records of the person there are: more than one where the practice joined them.</param>
/// <param name="Joined">The ids of the others, for the practice alone: who was joined by mistake learns no one's.</param>
/// <param name="FollowsAt">When this record follows the erasure of another one, unless it is parted from it before.</param>
/// <param name="Claimed">How and when the person asked for it outside of this system, as the practice says; they are erased at <c>erasableFrom</c>.</param>
public sealed record ErasureView(
    Guid Person,
    [property: ClosedList(typeof(ErasureView), nameof(ErasureView.States))] string State,
    DateTimeOffset? RequestedAt,
    IReadOnlyList<ErasedIn> Erased,
    IReadOnlyList<string> Waiting,
    int Delays,
    DateTimeOffset? RectifiedAt,
    DateTimeOffset? AnnouncedAt,
    DateTimeOffset? ErasableFrom,
    int Records,
    IReadOnlyList<Guid>? Joined,
    DateTimeOffset? FollowsAt,
    PersonsRequest? Claimed
)
{
    internal static readonly string[] States = ["none", "announced", "requested", "completed"];

    /// <summary>How it is shown.</summary>
    public static ErasureView Of(PersonRecord p, Actor reader) =>
        new(
            p.Subject,
            p.RequestedAt is null && (p.AnnouncedAt is not null || p.Follows is not null) ? "announced"
                : p.RequestedAt is null ? "none"
                : p.Waiting().Count == 0 ? "completed"
                : "requested",
            p.RequestedAt,
            p.Erased,
            p.Waiting(),
            p.Delays,
            p.RectifiedAt,
            p.AnnouncedAt,
            p.ErasableFrom,
            1 + p.Joined.Count,
            reader.Is(Roles.Practice) ? p.Joined : null,
            p.Follows?.From,
            p.Claimed
        );
}

/// <summary>Erases in this service, and hears of the others.</summary>
public static class ErasureHandler
{
    /// <summary>Erases in this service, and tells so.</summary>
    public static Task Handle(
        PersonErasureRequested message,
        PersonErasure erasure,
        IDocumentSession session,
        IMessageContext bus,
        CancellationToken cancel
    ) => erasure.Perform(message, session, bus, cancel);

    /// <summary>A service has erased.</summary>
    public static Task Handle(PersonErasureCompleted message, Inbox inbox, CancellationToken cancel) =>
        inbox.Learn<PersonRecord>(
            $"erased-in-{message.Service}",
            [PersonStreams.Asked(message.Person)],
            message.Origin,
            new ErasureNoted(message.Service, message.Origin),
            cancel,
            mayStart: false
        );

    /// <summary>Erases what follows another record's erasure.</summary>
    public static Task Handle(
        FollowingDue due,
        IConfiguration configuration,
        IDocumentSession session,
        Inbox inbox,
        CancellationToken cancel
    ) =>
        inbox.Begin<PersonRecord>(
            PersonStreams.Asked(due.Person),
            due.Due,
            async (_, now) =>
            {
                await session.HoldPersons();
                return RequestErasure.Decide(due, await session.FileOf(due.Person), RequestErasure.Timeout(configuration), now);
            },
            cancel
        );

    /// <summary>Erases whom the practice says to have asked, once they were told for seven days.</summary>
    public static Task Handle(
        ErasureTold told,
        IConfiguration configuration,
        IDocumentSession session,
        Inbox inbox,
        CancellationToken cancel
    ) =>
        inbox.Begin<PersonRecord>(
            PersonStreams.Asked(told.Person),
            told.From,
            async (record, now) =>
            {
                await session.HoldPersons();
                return RequestErasure.Decide(
                    told,
                    await session.FileOf(told.Person),
                    await session.FilesOf(record?.Joined ?? []),
                    RequestErasure.Timeout(configuration),
                    now
                );
            },
            cancel
        );

    /// <summary>Looks whether all have told, and asks again.</summary>
    public static Task Handle(ErasureDue due, IConfiguration configuration, Inbox inbox, CancellationToken cancel) =>
        inbox.Decide<PersonRecord>(
            PersonStreams.Asked(due.Person),
            due.Due,
            (record, now) => RequestErasure.Decide(due, record, RequestErasure.Timeout(configuration), now),
            cancel
        );
}
