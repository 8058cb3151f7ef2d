using System.Text;
using System.Text.Json.Nodes;
using Marten;
using Marten.Events;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Indicators;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using Wolverine;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>An engagement of which the other services tell, and whose bilans its persons negotiate over HTTP.</summary>
internal sealed class Journey(ServiceFixture<Program> service, Guid? establishment = null, string tenant = "cabinet")
{
    public const string Canary = "Le canari dit que la confiance est fragile.";
    public const string Axis = "degraded-social-relations";

    private readonly List<Origin> _told = [];

    /// <summary>A practice of its own.</summary>
    public static string Apart => $"cabinet-{Guid.NewGuid():N}";

    public string Tenant => tenant;

    public Guid Engagement { get; } = Guid.CreateVersion7();

    public Guid Establishment { get; } = establishment ?? Guid.CreateVersion7();

    public Guid FacilitatorId { get; } = Guid.CreateVersion7();

    public Guid Group { get; } = Guid.CreateVersion7();

    public List<Guid> Members { get; } = [.. Enumerable.Range(0, 6).Select(_ => Guid.CreateVersion7())];

    public Guid Bilan { get; private set; }

    public Speaker Facilitator => service.As(Roles.Facilitator, FacilitatorId, tenant);

    public Speaker Practice => service.As(Roles.Practice, tenant: tenant);

    public Speaker Auditor => service.As(Roles.Auditor, AuditorId, tenant);

    public Guid AuditorId { get; } = Guid.CreateVersion7();

    public Speaker Asker => service.As(Roles.Establishment, Given.Id(901), tenant, Establishment);

    public string BilanPath => $"/v1/bilans/{Bilan}";

    public string EvolutionPath => $"/v1/groups/{Group}/evolution";

    /// <summary>The last quarter that is closed.</summary>
    public static DateTimeOffset ClosedQuarter =>
        new DateTimeOffset(
            DateTimeOffset.UtcNow.Year,
            (3 * ((DateTimeOffset.UtcNow.Month - 1) / 3)) + 1,
            1,
            9,
            0,
            0,
            TimeSpan.Zero
        ).AddMonths(-3);

    public static string Quarter(DateTimeOffset day) => $"{day.Year}-Q{((day.Month - 1) / 3) + 1}";

    public Speaker Member(int index) => service.As(Roles.Member, Members[index], tenant);

    public Origin Origin(DateTimeOffset? at = null)
    {
        _told.Add(new(Guid.NewGuid(), 3, at ?? DateTimeOffset.UtcNow));
        return _told[^1];
    }

    public GroupSealed Sealed() =>
        new(Group, Engagement, [.. Members.Select(m => new Member(m, Establishment))], Origin(ClosedQuarter.AddDays(-9)));

    public EngagementActivated Activated() =>
        new(
            Engagement,
            Establishment,
            FacilitatorId,
            "practice-analysis",
            new("expose-interpret-respond", 1),
            [new("team", 1)],
            [Group],
            62,
            120,
            false,
            Origin(ClosedQuarter.AddDays(-8))
        );

    public SessionHeld Held(Guid session, DateTimeOffset at, int present = 6) =>
        new(session, Group, Engagement, 120, 6, [.. Members.Take(present)], Origin(at));

    public ThemesCoded Coded(Guid session, DateTimeOffset at) =>
        new(session, Group, Engagement, [new(Axis, "collective"), new("emotional-demands", "individual")], Origin(at));

    public TrackStateChanged Track(DateTimeOffset at, string state = "opened") => new(Guid.NewGuid(), Group, Engagement, state, Origin(at));

    public PlatformAccessGranted Granted(Guid platform, DateTimeOffset until, string scope) =>
        new(Guid.CreateVersion7(), Establishment, platform, [scope], until, Origin());

    /// <summary>An entry of the ledger, as a service tells it.</summary>
    public static LedgerEntryRecorded Entry(
        Guid subject,
        long version,
        string clock = "00000000000001.000000",
        string source = "session",
        string redacted = "{}",
        string type = "e",
        Guid? stream = null,
        string of = "engagement",
        DateTimeOffset? recorded = null,
        DateTimeOffset? occurred = null
    ) =>
        new(
            source,
            version,
            subject,
            stream ?? subject,
            of,
            version,
            type,
            clock,
            occurred ?? Given.Now,
            recorded ?? Given.Now,
            $"practice:{Given.Id(1)}",
            redacted,
            Canonical.Hash(redacted)
        );

    /// <summary>Tells one message, as the queue would.</summary>
    public async Task Tell(params IReadOnlyList<object> messages)
    {
        foreach (var message in messages)
        {
            await using var scope = service.Host.Services.CreateAsyncScope();
            await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeAsync(message, new DeliveryOptions { TenantId = tenant });
        }
    }

    /// <summary>What Engagement tells of a member's name.</summary>
    public async Task<MemberNamed> Named(int member, string name)
    {
        var (id, key) = (NameWords.KeyOf(Group), Encoding.UTF8.GetBytes($"{Group:N}"));
        return new(
            Group,
            Engagement,
            Members[member],
            id,
            await FileMasterKeys.Sample.Wrap(key, id, TestContext.Current.CancellationToken),
            [.. NameWords.AsWritten(name).Select(word => NameWords.Digest(key, word))],
            Origin()
        );
    }

    /// <summary>Tells what each member is called.</summary>
    public async Task TellNames()
    {
        for (var i = 0; i < Members.Count; i++)
        {
            await Tell(await Named(i, $"Prénomme{(char)('a' + i)} Nommée{(char)('a' + i)}"));
        }
    }

    /// <summary>Sealed and active, with one session held and coded in the closed quarter.</summary>
    public async Task<Journey> ToHeld(int present = 6)
    {
        var session = Guid.CreateVersion7();
        var day = ClosedQuarter.AddDays(20);
        await Tell(Sealed(), Activated(), Held(session, day, present), Coded(session, day.AddHours(1)), Track(day.AddHours(2)));
        await TellNames();
        return this;
    }

    /// <summary>The path of the closed quarter, which is closed once; a group that is told later is in no release of it, so that a test which releases
    /// has a practice of its own.</summary>
    public async Task<string> Period()
    {
        var quarter = Quarter(ClosedQuarter);
        (await Practice.Try("/v1/indicator-periods", $$"""{"period":"{{quarter}}"}""")).Status.ShouldBeOneOf(201, 409);
        return $"/v1/indicator-periods/{IndicatorRelease.IdOf(tenant, CalendarPeriod.Parse(quarter)!)}";
    }

    /// <summary>Publishes the indicators of an establishment.</summary>
    public async Task<Answer> Publish(Guid of, int status = 200) =>
        await Practice.Post($"{await Period()}/releases", $$"""{"kind":"establishment","code":"{{of}}"}""", status);

    /// <summary>With its indicators of the closed quarter published.</summary>
    public async Task<Journey> ToReleased()
    {
        await Publish(Establishment);
        return this;
    }

    /// <summary>The practice grants the auditor to look at an engagement, this one where none is named.</summary>
    public Task<Answer> Grant(Guid? engagement = null, string purpose = "data-protection") =>
        Practice.Post(
            "/v1/audit-grants",
            $$"""
            {"auditor":"{{AuditorId}}","engagements":["{{engagement ?? Engagement}}"],"purpose":"{{purpose}}",
             "until":"{{DateTimeOffset.UtcNow.AddDays(30):O}}"}
            """,
            201
        );

    public static string Draft(DateTimeOffset? from = null, DateTimeOffset? to = null) =>
        $$"""
            {"from":"{{from ?? ClosedQuarter:yyyy-MM-dd}}","to":"{{to ?? ClosedQuarter.AddDays(60):yyyy-MM-dd}}",
             "sections":[{"dimension":"bond","text":"{{Canary}}"},{"dimension":"rps-prevention","text":"{{Canary}}"}],"unmeasured":"too-early"}
            """;

    /// <summary>Somebody joins after what was held.</summary>
    public async Task<Speaker> Joins()
    {
        Members.Add(Guid.CreateVersion7());
        await Tell(new MemberEnrolled(Group, Engagement, new(Members[^1], Establishment), Origin()));
        await TellNames();
        return Member(Members.Count - 1);
    }

    public async Task<Journey> ToDrafted(bool final = false, int present = 6)
    {
        await ToHeld(present);
        return await DraftAnother(final);
    }

    public async Task<Journey> DraftAnother(bool final = false)
    {
        var path = final ? $"/v1/engagements/{Engagement}/bilans" : $"/v1/groups/{Group}/bilans";
        Bilan = (await Facilitator.Post(path, Draft(), 201)).Id;
        return this;
    }

    /// <summary>Drafts an intermediate bilan with this body.</summary>
    public async Task DraftAnother(string body) => Bilan = (await Facilitator.Post($"/v1/groups/{Group}/bilans", body, 201)).Id;

    /// <summary>Leads the negotiation under the ETag of a fresh read.</summary>
    public async Task<Answer> Lead(string verb, string body = "{}", int status = 200) =>
        await Facilitator.Post($"{BilanPath}/{verb}", body, status, (await Facilitator.Get(BilanPath)).ETag);

    /// <summary>Locks the text until then; says the deadline as it is kept.</summary>
    public async Task<DateTimeOffset> LockUntil(DateTimeOffset deadline) =>
        (await Lead("lock", $$"""{"deadline":"{{deadline:O}}"}""")).Body["deadline"]!.GetValue<DateTimeOffset>();

    /// <summary>What the timer will say at half of the time, said now.</summary>
    public async Task Remind(DateTimeOffset deadline) => await Tell(new NoticeDue(Bilan, await Hash(), deadline));

    public async Task<string> Hash() => (await Facilitator.Get(BilanPath)).Body["textHash"]!.GetValue<string>();

    public async Task<string> OnText(string more = "") => $$"""{"textHash":"{{await Hash()}}"{{more}}}""";

    public async Task<Journey> ToLocked(bool final = false, int present = 6)
    {
        await ToDrafted(final, present);
        await Lead("lock");
        return this;
    }

    public async Task<Journey> Approve()
    {
        var body = await OnText();
        var parties = (await Facilitator.Get(BilanPath)).Body["parties"]!.AsArray().Select(p => p!.GetValue<Guid>()).ToList();
        await Task.WhenAll(
            Enumerable.Range(0, 6).Where(i => parties.Contains(Members[i])).Select(i => Member(i).Post($"{BilanPath}/approvals", body, 200))
        );
        await Facilitator.Post($"{BilanPath}/approvals", body, 200);
        return this;
    }

    public async Task<Journey> ToAgreed(bool final = false, int present = 6)
    {
        await ToLocked(final, present);
        await Approve();
        await Lead("agree");
        return this;
    }

    public async Task<Answer> Evolution()
    {
        await CaughtUp();
        return await Facilitator.Get(EvolutionPath);
    }

    // The daemon's store: it alone sees the events of every tenant.
    public Task CaughtUp() =>
        service.Host.Services.GetRequiredService<IDaemonStore>().WaitForNonStaleProjectionDataAsync(TimeSpan.FromSeconds(30));

    public IDocumentStore Store => service.Host.Services.GetRequiredService<IDocumentStore>();

    public static IEnumerable<string> What(Answer evolution) => evolution.Lines().Select(l => l["what"]!.GetValue<string>());

    /// <summary>How many facts of one kind the store holds of a stream.</summary>
    public async Task<int> Facts<T>(Guid stream, string tenant = "cabinet")
    {
        await using var session = await Store.ForTenant(tenant, TestContext.Current.CancellationToken);
        return (await session.Events.FetchStreamAsync(stream)).Count(e => e.Data is T);
    }
}

internal static class Reading
{
    public static string Rule(this Answer answer)
    {
        var rule = answer.Body["rules"]!.AsArray()[0]!.AsObject();
        return string.Join('/', new[] { "frame", "rule", "source" }.Select(m => rule[m]!.GetValue<string>()));
    }

    public static string Kind(this Answer answer) => answer.Body["type"]!.GetValue<string>();

    public static string State(this Answer answer) => answer.Body["state"]!.GetValue<string>();

    public static IReadOnlyList<JsonNode> Lines(this Answer answer) => [.. answer.Body["lines"]!.AsArray().Select(l => l!)];

    /// <summary>The ids that a list shows to a reader.</summary>
    public static async Task<IEnumerable<Guid>> Lists(this Speaker reader, string path) =>
        (await reader.Get(path)).Body["items"]!.AsArray().Select(i => i!["id"]!.GetValue<Guid>());
}
