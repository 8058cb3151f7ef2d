using Marten;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Persons;

namespace PracticeAnalysis.Engagement.Attestations;

/// <summary>A person's hours in a calendar year (eaje): how long, and nothing else.</summary>
/// <param name="Minutes">Of the periods that are said.</param>
/// <param name="ExplainedMinutes">How many of them are of sessions whose times or length were hard to believe, and were explained.</param>
/// <param name="MinutesEachFourMonths">January to April, May to August, September to December. The person sees them as they grow; for others a period
/// that has not ended is null: who asked after each session would know who was there.</param>
/// <param name="Lacking">The rules of hours that are not reached, where the engagement's frames ask for any; for others than the person, of what has ended.</param>
/// <param name="Readings">For the person alone: who else read these hours.</param>
/// <param name="Corrected">Whether a session of the periods that are said was corrected; the minutes are as they were corrected to. It is said of the engagement,
/// not of the person: else it would tell who was at that session. The person reads in the session what was corrected of their presence.</param>
/// <param name="ToldBy">By when sessions were told of which these are the hours: what is told later is in none of the minutes yet. Null for the person, who
/// reads all.</param>
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
    bool Corrected
);

/// <summary>A reading of a person's hours.</summary>
/// <param name="By">practice or establishment.</param>
public sealed record AttestationReading(DateTimeOffset At, string By);

/// <summary>Attests each professional's hours: six a year, two in each four-month period (eaje). It says nothing of content.</summary>
public static class ReadAttestation
{
    private const int Thirds = 3;
    private const int Months = 4;
    private const int FirstYear = 2000;
    private const int LastYear = 2100;

    private static readonly Refusal NoYear = Refusal.OfInput("year is not between 2000 and 2100.", "Give the calendar year of the hours.");

    /// <summary>The attestation of a person's hours, or null where the reader may not have it. A member reads their own, also once they left; others read
    /// it where a frame demands hours or the charter lists them.</summary>
    /// <param name="told">The sessions that it is of; for others those that were told before the last period ended, so that none which is told or dated
    /// later shows by itself.</param>
    /// <param name="policies">What the engagement's frames ask.</param>
    /// <param name="demanded">Whether a frame that ships demands hours: a practice's own would open what was closed when the charter was accepted.</param>
    public static Attestation? Of(
        Engagement engagement,
        IReadOnlyList<HeldSession> told,
        Policies policies,
        bool demanded,
        Guid person,
        int year,
        Actor reader,
        DateTimeOffset now
    )
    {
        var isOwn = reader.Is(Roles.Member) && reader.Person == person;
        var leaves = demanded || engagement.Outward?.Contains(OutwardItem.Attestations) is true;
        if (
            !(isOwn || (leaves && !reader.Is(Roles.Member)))
            || person == engagement.Facilitator
            || !(engagement.HasMember(person) || engagement.Bound.Contains(person))
        )
        {
            return null;
        }

        var held = told.Where(h => h.At.Year == year && h.Present.Contains(person)).ToList();
        int?[] each =
        [
            .. Enumerable
                .Range(0, Thirds)
                .Select(third =>
                    isOwn || HasEnded(year, third, now) ? held.Where(h => Third(h.At) == third).Sum(h => h.Minutes) : (int?)null
                ),
        ];
        var whose = PersonStreams.Attested(person);
        return new(
            engagement.Id,
            person,
            year,
            each.Sum() ?? 0,
            held.Where(h => h.Explained && each[Third(h.At)] is not null).Sum(h => h.Minutes),
            each,
            [.. Lacking(policies, each)],
            isOwn
                ? [.. engagement.Readings.Where(r => r.Whose == whose && r.Year == year).Select(r => new AttestationReading(r.At, r.By))]
                : null,
            isOwn ? null : LastEnd(now),
            told.Any(h => (h.HasMinutesCorrected || h.HasPresenceCorrected) && h.At.Year == year && each[Third(h.At)] is not null)
        );
    }

    /// <summary>Decides to let somebody else than the person read: that they did is stored before anything is shown.</summary>
    public static Decision Decide(Engagement engagement, bool demanded, Guid person, int year, Act act) =>
        engagement.IsVisibleTo(act.By) && Of(engagement, [], Policies.Compose([]), demanded, person, year, act.By, act.Now) is not null
            ? new AttestationRead(PersonStreams.Attested(person), year, act.By.Role)
            : Refusal.NotFound;

    /// <summary>When the last period of four months ended.</summary>
    public static DateTimeOffset LastEnd(DateTimeOffset now) => new(now.Year, (Third(now) * Months) + 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>Whether one of these frames, among those that ship, demands hours.</summary>
    public static bool Demands(Engagement engagement, FrameLibrary shipped) =>
        (engagement.Dispositif?.Frames ?? [])
            .Select(shipped.Find)
            .OfType<Frame>()
            .Select(f => Policies.Of(f))
            .Any(p => p.HoursAYear is not null || p.HoursEachFourMonths is not null);

    private static int Third(DateTimeOffset at) => (at.Month - 1) / Months;

    private static bool HasEnded(int year, int third, DateTimeOffset now) => year < now.Year || (year == now.Year && third < Third(now));

    private static IEnumerable<Rule> Lacking(Policies policies, IReadOnlyList<int?> each)
    {
        if (policies.HoursAYear is { } hours && each.All(minutes => minutes is not null) && each.Sum() < 60 * hours.Value)
        {
            yield return hours.Rule;
        }

        if (policies.HoursEachFourMonths is { } period && each.Any(minutes => minutes < 60 * period.Value))
        {
            yield return period.Rule;
        }
    }

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
        if (year is < FirstYear or > LastYear)
        {
            return NoYear.ToResult();
        }

        if (
            !reader.Is(Roles.Member)
            && await streams.Witness<Engagement>(id, (e, act) => Decide(e, Demands(e, shipped), person, year, act)) is { } refused
        )
        {
            return refused.ToResult();
        }

        await using var session = await store.ForTenant(reader.Tenant, cancel);
        if (await session.LoadAsync<Engagement>(id, cancel) is not { Dispositif: { } dispositif } engagement)
        {
            return Refusal.NotFound.ToResult();
        }

        var told = reader.Is(Roles.Member)
            ? engagement
            : await session.Events.AggregateStreamAsync<Engagement>(id, timestamp: LastEnd(now), token: cancel);
        var policies = (await shipped.With(session)).Pinned(dispositif.Frames);
        return Of(engagement, told?.Held ?? [], policies, Demands(engagement, shipped), person, year, reader, now) is { } attestation
            ? Results.Ok(attestation)
            : Refusal.NotFound.ToResult();
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/attestations/{person:guid}",
                (
                    Guid id,
                    Guid person,
                    int year,
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
}
