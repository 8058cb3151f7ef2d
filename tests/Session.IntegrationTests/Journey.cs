using System.Text.Json.Nodes;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Sessions;
using Wolverine;

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>A group of which Engagement tells, and one of its sessions, led over HTTP.</summary>
internal sealed class Journey(
    SessionFixture service,
    string protocol = "expose-interpret-respond",
    string strictness = "strict",
    bool childFree = false
)
{
    public const string Canary = "Le canari chante dans la chambre douze.";

    private readonly Guid _facilitator = Guid.CreateVersion7();

    public static string Reason => $$"""{"reason":"{{Canary}}"}""";

    public Guid Engagement { get; } = Guid.CreateVersion7();

    public Guid Group { get; } = Guid.CreateVersion7();

    public Guid[] Persons { get; } = [.. Enumerable.Range(0, 8).Select(_ => Guid.CreateVersion7())];

    public Speaker Facilitator => service.As(Roles.Facilitator, _facilitator);

    public Speaker Narrator => Member(0);

    public string Path { get; private set; } = string.Empty;

    public GroupSealed Sealing => new(Group, Engagement, [.. Persons.Select(p => new Member(p, Given.Id(50)))], new(Group, 9, Given.Now));

    public EngagementActivated Activation =>
        new(
            Engagement,
            Given.Id(60),
            _facilitator,
            "practice-analysis",
            new(protocol, 1),
            [new("team", 1)],
            [Group],
            31,
            120,
            false,
            new(Engagement, 20, Given.Now),
            strictness,
            ChildFree: childFree
        );

    /// <summary>A later version of the engagement.</summary>
    public Origin At(long version) => new(Engagement, version, Given.Now);

    public Speaker Member(int number) => service.As(Roles.Member, Persons[number]);

    public async Task Tell(object message)
    {
        await using var scope = service.Host.Services.CreateAsyncScope();
        await scope.ServiceProvider.GetRequiredService<IMessageBus>().InvokeForTenantAsync("cabinet", message);
    }

    /// <summary>Changes the session's state under its current ETag.</summary>
    public async Task<Answer> Change(string verb, string body = "{}", int status = 200) =>
        await Facilitator.Post($"{Path}/{verb}", body, status, (await Facilitator.Get(Path)).ETag);

    /// <summary>An action track of the session, built with the narrator.</summary>
    public string Track() =>
        new JsonObject
        {
            ["session"] = Path.Split('/')[^1],
            ["text"] = Canary,
            ["with"] = new JsonArray(JsonValue.Create(Persons[0])),
        }.ToJsonString();

    public static string Text(string text = Canary, string more = "") => $$"""{"text":"{{text}}"{{more}}}""";

    public async Task<Journey> Open(string how = "{}", int status = 200)
    {
        await Tell(Sealing);
        await Tell(Activation);
        return await Another(how, status);
    }

    /// <summary>Another session of the same group, opened.</summary>
    public async Task<Journey> Another(string how = "{}", int status = 200)
    {
        var scheduled = await Facilitator.Post($"/v1/groups/{Group}/sessions", """{"plannedFor":"2026-03-02T09:00:00Z"}""", 201);
        Path = scheduled.Location;
        await Change("open", how, status);
        if (status != 200)
        {
            return this;
        }

        await Change(
            "attendance",
            new JsonObject { ["present"] = new JsonArray([.. Persons.Select(p => JsonValue.Create(p))]) }.ToJsonString()
        );
        return this;
    }

    /// <summary>The narrator raises a situation and it is chosen, in the phase that asks for it.</summary>
    public async Task Choose()
    {
        var situation = (await Facilitator.Get(Path)).Body["situations"]![0]!["id"]!.GetValue<Guid>();
        await Facilitator.Post($"{Path}/situations/{situation}/choose", "{}", 200);
    }

    public Task<Answer> Contribute(int member, string kind, string more = "") =>
        Member(member).Post($"{Path}/contributions", Text(more: $",\"kind\":\"{kind}\"{more}"), 200);
}
