using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>An engagement on its way, led over HTTP as its persons would lead it.</summary>
internal sealed class Journey(EngagementFixture service)
{
    public const string Canary = "Le canari dit que la confiance est fragile.";
    public const string Name = "IME Les Tilleuls";
    public const string Label = "Groupe de Mme Chuchotée";
    public const string PersonName = "Camille Canari-Dupont";

    public Speaker Practice { get; } = service.As(Roles.Practice);

    public Speaker Facilitator => service.As(Roles.Facilitator, FacilitatorId);

    public Speaker Asker => service.As(Roles.Establishment, Given.Id(901), establishment: Establishment);

    public Guid FacilitatorId { get; private set; }

    public Guid Establishment { get; private set; }

    public Guid Request { get; private set; }

    public Guid Engagement { get; private set; }

    public Guid Group { get; private set; }

    public List<Guid> Members { get; } = [];

    /// <summary>An establishment that is registered already; a new one, where there is none.</summary>
    public Guid? House { get; init; }

    /// <summary>Whether the practice entered the request for the establishment.</summary>
    public bool IsEnteredByPractice { get; init; }

    /// <summary>What is designed; the usual, where it says nothing.</summary>
    public string? Design { get; init; }

    /// <summary>Whom the practice knows, enrolled before others by their ids.</summary>
    public IReadOnlyList<Guid> Known { get; init; } = [];

    public string EngagementPath => $"/v1/engagements/{Engagement}";

    public string GroupPath => $"/v1/groups/{Group}";

    public Speaker Member(int index) => service.As(Roles.Member, Members[index]);

    public static string Dispositif(string frame = "team", string more = "") =>
        $$"""
            {"kind":"practice-analysis","audience":"{{(
                frame == "managers" ? "managers" : "professionals"
            )}}","frames":[{"name":"{{frame}}","version":1}],
             "protocol":{"name":"{{(frame == "narrator" ? "narrator" : "expose-interpret-respond")}}","version":1},
             "sessionMinutes":120,"termMonths":12,"sessionsPlanned":10,"rateCents":12000{{more}}}
            """;

    public static string Text(string member) => $$"""{"{{member}}":"{{Canary}}"}""";

    /// <summary>Posts under the ETag of the speaker's own fresh read.</summary>
    [SuppressMessage("Performance", "CA1822", Justification = "It is a step of a journey, as the others are.")]
    public async Task<Answer> Change(Speaker speaker, string path, string verb, string body, int status = 200) =>
        await speaker.Post($"{path}/{verb}", body, status, (await speaker.Get(path)).ETag);

    public async Task<Journey> ToRequest()
    {
        Establishment =
            House
            ?? (
                await Practice.Post(
                    "/v1/establishments",
                    $$"""{"name":"{{Name}}","siret":"{{Given.NewSiret()}}","sector":"medico-social"}""",
                    201
                )
            ).Id;
        var facilitator = await Practice.Post(
            "/v1/facilitators",
            $$"""{"displayName":"{{PersonName}}","independenceDeclared":true,"evidence":[{"kind":"field-experience","title":"{{Canary}}","years":12}]}""",
            201
        );
        FacilitatorId = facilitator.Id;
        var request = await (IsEnteredByPractice ? Practice : Asker).Post(
            "/v1/requests",
            $$"""
            {"establishment":"{{Establishment}}","context":"{{Canary}}","sector":"medico-social","territory":"38","headcount":24,
             "asked":"{{Canary}}","demand":"complex-situation"}
            """,
            201
        );
        Request = request.Id;
        return this;
    }

    public async Task<Journey> ToOpened()
    {
        await ToRequest();
        await Change(Practice, $"/v1/requests/{Request}", "qualify", $$"""{"kind":"practice-analysis","reason":"{{Canary}}"}""");
        Engagement = (await Practice.Post("/v1/engagements", $$"""{"request":"{{Request}}"}""", 201)).Id;
        return this;
    }

    public async Task<Journey> ToDesigning()
    {
        await ToOpened();
        await Change(Practice, EngagementPath, "facilitator", $$"""{"facilitator":"{{FacilitatorId}}"}""");
        await Change(Facilitator, EngagementPath, "diagnosis", "{}");
        await Facilitator.Post($"{EngagementPath}/findings", $$"""{"text":"{{Canary}}","level":"collective"}""", 200);
        await Facilitator.Post($"{EngagementPath}/protagonists", $$"""{"capacity":"direction","asks":"{{Canary}}"}""", 200);
        await Change(Facilitator, EngagementPath, "restitute", Text("summary"));
        return this;
    }

    public async Task<Journey> ToChartering(string? dispositif = null)
    {
        await ToDesigning();
        await Change(Practice, EngagementPath, "dispositif", dispositif ?? Design ?? Dispositif());
        await Change(Asker, EngagementPath, "dispositif/agree", "{}");
        Group = (await Practice.Post($"{EngagementPath}/groups", $$"""{"label":"{{Label}}"}""", 201)).Id;
        return this;
    }

    public Task<Answer> Enrol(Guid institution, int status = 200, string more = "") =>
        Practice.Post($"{GroupPath}/members", $$"""{"displayName":"{{PersonName}}","institution":"{{institution}}"{{more}}}""", status);

    public Task<Answer> EnrolById(Guid person, int status = 200, Speaker? by = null) =>
        (by ?? Practice).Post($"{GroupPath}/members", $$"""{"person":"{{person}}","institution":"{{Establishment}}"}""", status);

    public async Task Constitute()
    {
        var answer = await Practice.Try($"{EngagementPath}/groups", """{"label":"A"}""");
        answer.Status.ShouldBeOneOf(201, 409);
        Group = answer.Status == 201 ? answer.Id : Guid.Empty;
    }

    public async Task EnrolIfAllowed()
    {
        var answer = await Practice.Try($"{GroupPath}/members", $$"""{"displayName":"P","institution":"{{Establishment}}"}""");
        answer.Status.ShouldBeOneOf(200, 409, 422);
        if (answer.Status == 200)
        {
            Members.Add(answer.Body["members"]!.AsArray()[^1]!["person"]!.GetValue<Guid>());
        }
    }

    public async Task<Journey> ToSealed(int members = 8)
    {
        await ToChartering();
        for (var i = 0; i < members; i++)
        {
            var answer = i < Known.Count ? await EnrolById(Known[i]) : await Enrol(Establishment);
            Members.Add(answer.Body["members"]!.AsArray()[^1]!["person"]!.GetValue<Guid>());
        }

        await Change(Practice, EngagementPath, "charter", $$"""{"text":"{{Canary}}","outward":["bilans","attendance-rate"]}""");
        await Change(Practice, GroupPath, "seal", "{}");
        return this;
    }

    public async Task<Journey> ToRatified()
    {
        await ToSealed();
        var acceptance = await Acceptance();
        await Facilitator.Post($"{EngagementPath}/charter/accept", acceptance, 200);
        for (var i = 0; i < Members.Count; i++)
        {
            await Member(i).Post($"{EngagementPath}/charter/accept", acceptance, 200);
        }

        await Change(Practice, EngagementPath, "charter/ratify", "{}");
        return this;
    }

    /// <summary>What accepts the charter as it is: the hash of its exact text.</summary>
    public async Task<string> Acceptance() => $$"""{"textHash":"{{(await Practice.Get(EngagementPath)).Body["charter"]?["textHash"]}}"}""";

    public async Task<Journey> ToActive()
    {
        await ToRatified();
        await Change(Practice, EngagementPath, "activate", "{}");
        return this;
    }

    public async Task<string> State() => (await Practice.Get(EngagementPath)).Body["state"]!.GetValue<string>();
}

internal static class Problem
{
    public static string Rule(this Answer answer, int index = 0)
    {
        var rule = answer.Body["rules"]!.AsArray()[index]!.AsObject();
        return string.Join('/', new[] { "frame", "rule", "source" }.Select(m => rule[m]!.GetValue<string>()));
    }

    public static string Kind(this Answer answer) => answer.Body["type"]!.GetValue<string>();
}
