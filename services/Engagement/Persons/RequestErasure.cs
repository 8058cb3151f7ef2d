using Marten;
using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Persons;
using Wolverine;
using Wolverine.Attributes;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>Asks that a person be erased in all three services: at once by their own token; by that of a person of the practice seven days after the person
/// was told, who is told too where the practice says that they asked. No API key erases anybody. It cannot be taken back.</summary>
/// <param name="Asked">The request that the person made outside of this system, where they did.</param>
public sealed record RequestErasure(PersonsRequest? Asked = null) : Command
{
    // Doubled at each further time, up to a day.
    private static readonly TimeSpan FirstPatience = TimeSpan.FromMinutes(1);
    private const int MostDoublings = 10;

    /// <summary>Decides. Who is in a group leaves it with this; asked again, nothing more happens.</summary>
    /// <param name="byKey">Whether an API key asks.</param>
    /// <param name="record">What was asked about the person before, where something was.</param>
    /// <param name="known">Whether the practice knows the person; of themself everybody may ask.</param>
    /// <param name="group">The group they are in, with its engagement, while that has not ended.</param>
    /// <param name="led">Whether they facilitate an engagement that has not ended.</param>
    public static Decision Decide(
        RequestErasure command,
        Guid person,
        bool byKey,
        PersonRecord? record,
        bool known,
        (Group Group, Engagement Engagement)? group,
        bool led,
        TimeSpan patience,
        Act act
    ) =>
        byKey ? AnnounceErasure.ByNoKey
        : person != act.By.Person && !(act.By.Is(Roles.Practice) && (known || record is not null)) ? Refusal.NotFound
        : record?.RequestedAt is not null ? Decision.Nothing
        : (command.Asked?.Wrong(act) ?? AnnounceErasure.Unfounded(command.Asked, person, record, act)) is { } unfounded ? unfounded
        : led
            ? Refusal.OfOrder(
                "The person facilitates an engagement that has not ended.",
                "Assign another facilitator first, then erase this one."
            )
        : person != act.By.Person && !(record?.ErasableFrom <= act.Now) ? Claimed(command.Asked!, person, record, act)
        : Leaving(person, group, act.OccurredAt, act.Now, Erasing(person, patience, act.Now));

    /// <summary>Decides once the person was told for seven days of the request that the practice says they made.</summary>
    public static Decision Decide(
        ErasureTold told,
        PersonRecord? record,
        (Group Group, Engagement Engagement)? group,
        bool led,
        TimeSpan patience,
        DateTimeOffset now
    ) =>
        record is { Claimed: not null, RequestedAt: null, ErasableFrom: { } from } && from <= told.From && !led
            ? Leaving(told.Person, group, told.From, now, Erasing(told.Person, patience, now))
            : Decision.Nothing;

    // The practice's word for it takes nobody out of a negotiation overnight: the person reads it, and has the time that anybody has who is told.
    private static Decision Claimed(PersonsRequest asked, Guid person, PersonRecord? record, Act act)
    {
        var from = record?.ErasableFrom ?? act.Now + AnnounceErasure.Waiting;
        return record?.Claimed is not null
            ? Decision.Nothing
            : Decision.Of(new ErasureAsked(person, asked.By, asked.On, from)).Scheduling(from, new ErasureTold(person, from));
    }

    private static Decision Erasing(Guid person, TimeSpan patience, DateTimeOffset now) =>
        Decision
            .Of(new ErasureRequested(person))
            .Telling(origin => new PersonErasureRequested(person, origin))
            .Scheduling(now + patience, new ErasureDue(person, now + patience, 1));

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
    internal static TimeSpan Patience(IConfiguration configuration) => configuration.GetValue("Erasures:Patience", FirstPatience);

    private static Decision Leaving(
        Guid person,
        (Group Group, Engagement Engagement)? group,
        DateTimeOffset at,
        DateTimeOffset now,
        Decision erasing
    ) =>
        group is not { } left
            ? erasing
            : erasing
                .With(left.Group, new MemberLeft(person))
                .With(left.Engagement, new MemberDeparted(left.Group.Id, person))
                .Scheduling(now, new WatchDue(left.Engagement.Id, Watched.Size, left.Group.Id, at))
                .Telling(origin => new V1.MemberLeft(
                    left.Group.Id,
                    left.Engagement.Id,
                    person,
                    new(left.Group.Id, left.Group.Version + 1, origin.OccurredAt)
                ));

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
                            Decide(
                                command,
                                id,
                                ServiceDefaults.Access.ApiKeys.IsOne(http.User),
                                record,
                                await session.LoadAsync<IdentityRecord>(id) is not null,
                                await Joined(session, id),
                                await Led(session, id),
                                Patience(configuration),
                                act
                            )
                    )
            )
            .WithSummary("Ask that a person be erased")
            .Produces<ErasureView>(202)
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
        routes
            .MapGet("/v1/persons/{id:guid}/erasure", (Guid id, Streams streams) => streams.Show<PersonRecord>(PersonStreams.Asked(id)))
            .WithSummary("Read how far the erasure of a person is")
            .Produces<ErasureView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
    }

    /// <summary>Whether somebody facilitates an engagement that has not ended.</summary>
    internal static Task<bool> Led(IQuerySession session, Guid person) =>
        session
            .Query<Engagement>()
            .AnyAsync(e => e.Facilitator == person && e.State != EngagementState.Concluded && e.State != EngagementState.Abandoned);

    /// <summary>The group somebody is in, with its engagement, while that has not ended.</summary>
    internal static async Task<(Group, Engagement)?> Joined(IQuerySession session, Guid person) =>
        await session.Query<Group>().Where(g => g.Members.Any(m => m.Person == person)).FirstOrDefaultAsync() is { } group
        && await session.LoadAsync<Engagement>(group.Engagement)
            is { State: not (EngagementState.Concluded or EngagementState.Abandoned) } engagement
            ? (group, engagement)
            : null;
}

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
/// <param name="Claimed">How and when the person asked for it outside of this system, as the practice says; they are erased at <c>erasableFrom</c>.</param>
public sealed record ErasureView(
    Guid Person,
    string State,
    DateTimeOffset? RequestedAt,
    IReadOnlyList<ErasedIn> Erased,
    IReadOnlyList<string> Waiting,
    int Delays,
    DateTimeOffset? RectifiedAt,
    DateTimeOffset? AnnouncedAt,
    DateTimeOffset? ErasableFrom,
    PersonsRequest? Claimed
)
{
    /// <summary>How it is shown.</summary>
    public static ErasureView Of(PersonRecord p) =>
        new(
            p.Subject,
            p is { RequestedAt: null, AnnouncedAt: not null } ? "announced"
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
            new ErasureReported(message),
            cancel,
            mayStart: false
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
                RequestErasure.Decide(
                    told,
                    record,
                    await RequestErasure.Joined(session, told.Person),
                    await RequestErasure.Led(session, told.Person),
                    RequestErasure.Patience(configuration),
                    now
                ),
            cancel
        );

    /// <summary>Looks whether all have told, and asks again.</summary>
    public static Task Handle(ErasureDue due, IConfiguration configuration, Inbox inbox, CancellationToken cancel) =>
        inbox.Decide<PersonRecord>(
            PersonStreams.Asked(due.Person),
            due.Due,
            (record, now) => RequestErasure.Decide(due, record, RequestErasure.Patience(configuration), now),
            cancel
        );
}
