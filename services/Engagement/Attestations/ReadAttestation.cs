using System.Linq.Expressions;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Attestations;

/// <summary>A person's hours in a calendar year (eaje): how long, and nothing else.</summary>
/// <param name="Person">Opaque id of the record that was asked for.</param>
/// <param name="Year">The calendar year that was asked for; a session counts in the one in which it was closed.</param>
/// <param name="Minutes">Of the periods that are said.</param>
/// <param name="ExplainedMinutes">How many of them are of sessions whose times or length were hard to believe, and were explained.</param>
/// <param name="MinutesEachFourMonths">January to April, May to August, September to December. The person sees them as they grow; for others a period
/// that has not ended is null: who asked after each session would know who was there.</param>
/// <param name="Lacking">The rules of hours that are not reached, where the engagement's frames ask for any, over all engagements of the person in the
/// establishment that ask for them; for others than the person, of what has ended.</param>
/// <param name="Readings">For the person alone: who else read these hours.</param>
/// <param name="ToldBy">By when sessions were told of which these are the hours: what is told later is in none of the minutes yet. Null for the person, who
/// reads all.</param>
/// <param name="Corrected">Whether a session of the periods that are said was corrected; the minutes are as they were corrected to. It is said of the engagement,
/// not of the person: else it would tell who was at that session. The person reads in the session what was corrected of their presence.</param>
/// <param name="Records">How many records of the person are counted; for the person the one of their token.</param>
public sealed record Attestation(
    Guid Engagement,
    Guid Person,
    int Year,
    int Minutes,
    int ExplainedMinutes,
    IReadOnlyList<int?> MinutesEachFourMonths,
    IReadOnlyList<Rule> Lacking,
    IReadOnlyList<AttestationReading>? Readings,
    DateTimeOffset? ToldBy,
    bool Corrected,
    int Records
);

/// <summary>A person's hours in a calendar year over all engagements of an establishment (eaje): how long, and nothing else.</summary>
/// <param name="Person">Opaque id of the record that was asked for.</param>
/// <param name="Year">The calendar year that was asked for; a session counts in the one in which it was closed.</param>
/// <param name="Minutes">Of the periods that are said, in all of them.</param>
/// <param name="MinutesEachFourMonths">January to April, May to August, September to December, over all of them. For others than the person a period that has
/// not ended is null.</param>
/// <param name="Lacking">The rules of hours that are not reached over all engagements that ask for them.</param>
/// <param name="Engagements">The hours in each.</param>
/// <param name="ToldBy">By when sessions were told of which these are the hours. Null for the person, who reads all.</param>
/// <param name="Records">How many records of the person are counted; for the person the one of their token.</param>
public sealed record EstablishmentAttestation(
    Guid Establishment,
    Guid Person,
    int Year,
    int Minutes,
    IReadOnlyList<int?> MinutesEachFourMonths,
    IReadOnlyList<Rule> Lacking,
    IReadOnlyList<Attestation> Engagements,
    DateTimeOffset? ToldBy,
    int Records
);

/// <summary>A reading of a person's hours.</summary>
/// <param name="At">When they were read: that is recorded before anything is shown.</param>
/// <param name="By">practice or establishment.</param>
public sealed record AttestationReading(DateTimeOffset At, string By);

/// <summary>An engagement, as hours are attested of it.</summary>
/// <param name="Told">The sessions that the hours are of; for others than the person those that were told before the last period ended, so that none which
/// is told or dated later shows by itself.</param>
/// <param name="Policies">What its frames ask.</param>
/// <param name="Demanded">Whether a frame that ships demands hours: a practice's own would open what was closed when the charter was accepted.</param>
public sealed record Attested(Engagement Engagement, IReadOnlyList<HeldSession> Told, Policies Policies, bool Demanded)
{
    /// <summary>Whether its frames ask for hours.</summary>
    public bool Asks => Policies.Of(FrameRule.HoursAYear) is not null || Policies.Of(FrameRule.HoursEachFourMonths) is not null;
}

/// <summary>Attests each professional's hours: six a year, two in each four-month period (eaje), over all their engagements in an establishment. It says
/// nothing of content.</summary>
public static class ReadAttestation
{
    private const int Thirds = 3;
    private const int Months = 4;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    /// <summary>The attestation of a person's hours in an engagement, or null where the reader may not have it.</summary>
    /// <param name="all">The engagement, then the others of the person in the establishment: those that the reader may have are counted.</param>
    /// <param name="records">Every record of the person, the one that was asked for first.</param>
    public static Attestation? Of(IReadOnlyList<Attested> all, IReadOnlyList<Guid> records, int year, Actor reader, DateTimeOffset now) =>
        all is [var one, ..] && IsFor(one.Engagement, one.Demanded, records, reader) && Knows([one.Engagement], records[0], reader)
            ? Of(one, [.. all.Where(a => IsFor(a.Engagement, a.Demanded, records, reader))], records, year, reader, now)
            : null;

    /// <summary>The attestation of a person's hours in all engagements of an establishment that the reader may have; null where there are none.</summary>
    /// <param name="all">The engagements of the person in the establishment.</param>
    /// <param name="records">Every record of the person, the one that was asked for first.</param>
    public static EstablishmentAttestation? Of(
        Guid establishment,
        IReadOnlyList<Attested> all,
        IReadOnlyList<Guid> records,
        int year,
        Actor reader,
        DateTimeOffset now
    )
    {
        IReadOnlyList<Attested> theirs = Knows(all.Select(a => a.Engagement), records[0], reader)
            ? [.. all.Where(a => IsFor(a.Engagement, a.Demanded, records, reader))]
            : [];
        var each = theirs.Select(a => Of(a, theirs, records, year, reader, now)).ToList();
        var together = Each(theirs, records, year, reader.Is(Roles.Member), now);
        return each.Count == 0
            ? null
            : new(
                establishment,
                records[0],
                year,
                together.Sum() ?? 0,
                together,
                [.. each.SelectMany(a => a.Lacking).Distinct()],
                each,
                each[0].ToldBy,
                records.Count(p => theirs.Any(a => IsIn(a.Engagement, p)))
            );
    }

    /// <summary>Whether a reader may have a person's hours in an engagement. A member reads their own, also once they left; others read them where a frame
    /// demands hours or the charter lists them, and the engagement is theirs to see.</summary>
    public static bool IsFor(Engagement engagement, bool demanded, IReadOnlyList<Guid> records, Actor reader) =>
        (
            reader.Is(Roles.Member)
                ? records is [var own] && own == reader.Person
                : engagement.IsVisibleTo(reader) && (demanded || engagement.Outward?.Contains(OutwardItem.Attestations) is true)
        ) && records.Any(p => IsIn(engagement, p));

    /// <summary>Whether the reader may ask by this record: the practice knows which records are one person's, an establishment those that are in its engagements.
    /// Under another house's id it would learn who else that person is.</summary>
    public static bool Knows(IEnumerable<Engagement> engagements, Guid record, Actor reader) =>
        !reader.Is(Roles.Establishment) || engagements.Any(e => e.IsVisibleTo(reader) && IsIn(e, record));

    /// <summary>Decides to let somebody else than the person read: that they did is stored before anything is shown.</summary>
    public static Decision Decide(Engagement engagement, bool demanded, IReadOnlyList<Guid> records, int year, Act act) =>
        IsFor(engagement, demanded, records, act.By)
            ? Decision.Of([
                .. records.Where(p => IsIn(engagement, p)).Select(p => new AttestationRead(PersonStreams.Attested(p), year, act.By.Role)),
            ])
            : Refusal.NotFound;

    /// <summary>When the last period of four months ended.</summary>
    public static DateTimeOffset LastEnd(DateTimeOffset now) => new(now.Year, (Third(now) * Months) + 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether one of these frames, among those that ship, demands hours.</summary>
    public static bool Demands(Engagement engagement, FrameLibrary shipped) =>
        (engagement.Dispositif?.Frames ?? [])
            .Select(shipped.Find)
            .OfType<Frame>()
            .Select(f => Policies.Of(f))
            .Any(p => p.Of(FrameRule.HoursAYear) is not null || p.Of(FrameRule.HoursEachFourMonths) is not null);

    private static bool IsIn(Engagement engagement, Guid person) =>
        person != engagement.Facilitator && (engagement.HasMember(person) || engagement.Bound.Contains(person));

    private static Attestation Of(
        Attested one,
        IReadOnlyList<Attested> counted,
        IReadOnlyList<Guid> records,
        int year,
        Actor reader,
        DateTimeOffset now
    )
    {
        var isOwn = reader.Is(Roles.Member);
        var each = Each([one], records, year, isOwn, now);
        var whose = PersonStreams.Attested(records[0]);
        return new(
            one.Engagement.Id,
            records[0],
            year,
            each.Sum() ?? 0,
            Held(one, records, year).Where(h => h.Explained && each[Third(h.At)] is not null).Sum(h => h.Minutes),
            each,
            [.. Lacking(one.Policies, asking => Each(counted.Where(a => asking(a.Policies)), records, year, isOwn, now))],
            isOwn
                ?
                [
                    .. one
                        .Engagement.Readings.Where(r => r.Whose == whose && r.Year == year)
                        .Select(r => new AttestationReading(r.At, r.By)),
                ]
                : null,
            isOwn ? null : LastEnd(now),
            one.Told.Any(h => (h.HasMinutesCorrected || h.HasPresenceCorrected) && h.At.Year == year && each[Third(h.At)] is not null),
            records.Count(p => IsIn(one.Engagement, p))
        );
    }

    // A session counts once, under however many records.
    private static IEnumerable<HeldSession> Held(Attested one, IReadOnlyList<Guid> records, int year) =>
        one.Told.Where(h => h.At.Year == year && h.Present.Any(records.Contains));

    // Hours of two engagements are hours of one professional, who was in one place at a time.
    private static int?[] Each(IEnumerable<Attested> counted, IReadOnlyList<Guid> records, int year, bool isOwn, DateTimeOffset now)
    {
        var held = counted.SelectMany(a => Held(a, records, year)).ToList();
        return
        [
            .. Enumerable
                .Range(0, Thirds)
                .Select(third =>
                    isOwn || HasEnded(year, third, now) ? HeldSession.MinutesOf([.. held.Where(h => Third(h.At) == third)]) : (int?)null
                ),
        ];
    }

    private static int Third(DateTimeOffset at) => (at.Month - 1) / Months;

    private static bool HasEnded(int year, int third, DateTimeOffset now) => year < now.Year || (year == now.Year && third < Third(now));

    // Each rule over all engagements that ask for it.
    private static IEnumerable<Rule> Lacking(Policies policies, Func<Func<Policies, bool>, int?[]> minutes)
    {
        if (
            policies.Of(FrameRule.HoursAYear) is { } hours
            && minutes(p => p.Of(FrameRule.HoursAYear) is not null) is var year
            && year.All(m => m is not null)
            && year.Sum() < 60 * hours.Value
        )
        {
            yield return hours.Rule;
        }

        if (
            policies.Of(FrameRule.HoursEachFourMonths) is { } period
            && minutes(p => p.Of(FrameRule.HoursEachFourMonths) is not null).Any(third => third < 60 * period.Value)
        )
        {
            yield return period.Rule;
        }
    }

    // Those of an establishment in which the person is, or was.
    private static async Task<IReadOnlyList<Engagement>> Theirs(
        IQuerySession session,
        Guid establishment,
        IReadOnlyList<Guid> records,
        CancellationToken cancel
    ) => [.. (await session.Query<Engagement>().Where(In(establishment)).ToListAsync(cancel)).Where(e => records.Any(p => IsIn(e, p)))];

    private static Expression<Func<Engagement, bool>> In(Guid establishment) =>
        e => e.Establishment == establishment || e.Spans.Any(s => s == establishment);

    // Which engagements are counted, the one that was asked for first: each reading of them is stored before this returns.
    private static async Task<(IReadOnlyList<Attested> All, IReadOnlyList<Guid> Records)> Gather(
        Guid? engagement,
        Guid establishment,
        Guid person,
        int year,
        Actor reader,
        IDocumentStore store,
        FrameLibrary shipped,
        DateTimeOffset now,
        Streams streams,
        CancellationToken cancel
    )
    {
        IReadOnlyList<Guid> records = [person];
        var theirs = new List<Engagement>();
        await using (var session = await store.ForTenant(reader.Tenant, cancel))
        {
            var frames = await shipped.With(session);
            records = reader.Is(Roles.Member) ? records : await session.RecordsOf(person);
            var asked = engagement is { } id ? await session.LoadAsync<Engagement>(id, cancel) : null;
            if (engagement is not null && asked is null)
            {
                return ([], records);
            }

            var of = asked is null || reader.Is(Roles.Establishment) ? establishment : asked.Establishment;
            theirs.AddRange(asked is null ? [] : [asked]);
            if (asked is null || Asking(asked, frames))
            {
                theirs.AddRange(
                    (await Theirs(session, of, records, cancel)).Where(e => e.Id != asked?.Id && (asked is null || Asking(e, frames)))
                );
            }

            if (!Knows(asked is null ? theirs : [asked], person, reader))
            {
                return ([], records);
            }
        }

        var read = new List<Guid>();
        foreach (var one in theirs)
        {
            if (
                reader.Is(Roles.Member)
                || await streams.Witness<Engagement>(one.Id, (e, act) => Decide(e, Demands(e, shipped), records, year, act)) is null
            )
            {
                read.Add(one.Id);
            }
            else if (one.Id == engagement)
            {
                return ([], records);
            }
        }

        var all = new List<Attested>();
        await using (var session = await store.ForTenant(reader.Tenant, cancel))
        {
            var frames = await shipped.With(session);
            foreach (var id in read)
            {
                var one = (await session.LoadAsync<Engagement>(id, cancel))!;
                var told = reader.Is(Roles.Member)
                    ? one
                    : await session.Events.AggregateStreamAsync<Engagement>(id, timestamp: LastEnd(now), token: cancel);
                all.Add(new(one, told?.Held ?? [], Pinned(one, frames), Demands(one, shipped)));
            }
        }

        return (all, records);
    }

    private static bool Asking(Engagement engagement, FrameLibrary frames) =>
        new Attested(engagement, [], Pinned(engagement, frames), false).Asks;

    private static Policies Pinned(Engagement engagement, FrameLibrary frames) =>
        engagement.Dispositif is { } dispositif ? frames.Pinned(dispositif.Frames) : Policies.None;

    private static async Task<IResult> Read(
        Guid id,
        Guid person,
        int year,
        Actor reader,
        IDocumentStore store,
        FrameLibrary shipped,
        DateTimeOffset now,
        Streams streams,
        CancellationToken cancel
    )
    {
        var own = reader.Establishment ?? Guid.Empty;
        var (all, records) = await Gather(id, own, person, year, reader, store, shipped, now, streams, cancel);
        return Of(all, records, year, reader, now) is { } attestation ? Results.Ok(attestation) : Refusal.NotFound.ToResult();
    }

    private static async Task<IResult> ReadAll(
        Guid id,
        Guid person,
        int year,
        Actor reader,
        IDocumentStore store,
        FrameLibrary shipped,
        DateTimeOffset now,
        Streams streams,
        CancellationToken cancel
    )
    {
        if (reader.Is(Roles.Establishment) && reader.Establishment != id)
        {
            return Refusal.NotFound.ToResult();
        }

        var (all, records) = await Gather(null, id, person, year, reader, store, shipped, now, streams, cancel);
        return Of(id, all, records, year, reader, now) is { } attestation ? Results.Ok(attestation) : Refusal.NotFound.ToResult();
    }

    // Whoever sees an engagement of the establishment may wait for what it is told.
    private static async Task<bool> HasComeSoFar(
        IQuerySession session,
        Guid establishment,
        Actor by,
        Written written,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        var seen = (await session.Query<Engagement>().Where(In(establishment)).ToListAsync(cancel))
            .Where(e => e.IsVisibleTo(by) && (!by.Is(Roles.Establishment) || by.Establishment == establishment))
            .ToList();
        return seen.Any(e => written.Resource == e.Id && e.VersionFor(by) >= written.Version)
            || (seen.Count > 0 && await session.Learned([.. seen.Select(e => e.Id)], by, written, cancel));
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/attestations/{person:guid}",
                (
                    Guid id,
                    Guid person,
                    [Between(FirstYear, LastYear)] int year,
                    HttpContext http,
                    IDocumentStore store,
                    FrameLibrary shipped,
                    TimeProvider time,
                    Streams streams,
                    CancellationToken cancel
                ) => Read(id, person, year, Actor.From(http.User)!, store, shipped, time.GetUtcNow(), streams, cancel)
            )
            .ReflectsWhatIsLearned<Engagement>(itself: true)
            .WithSummary("Attest a person's hours in a year")
            .Produces<Attestation>()
            .For(Roles.Practice, Roles.Establishment, Roles.Member);
        routes
            .MapGet(
                "/v1/establishments/{id:guid}/attestations/{person:guid}",
                (
                    Guid id,
                    Guid person,
                    [Between(FirstYear, LastYear)] int year,
                    HttpContext http,
                    IDocumentStore store,
                    FrameLibrary shipped,
                    TimeProvider time,
                    Streams streams,
                    CancellationToken cancel
                ) => ReadAll(id, person, year, Actor.From(http.User)!, store, shipped, time.GetUtcNow(), streams, cancel)
            )
            .Reflects(HasComeSoFar)
            .WithSummary("Attest a person's hours in a year over all engagements of an establishment")
            .Produces<EstablishmentAttestation>()
            .For(Roles.Practice, Roles.Establishment, Roles.Member);
    }
}
