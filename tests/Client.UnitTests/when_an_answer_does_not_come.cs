using System.Net;
using System.Net.Http.Headers;
using System.Text;
using Microsoft.Extensions.Time.Testing;
using PracticeAnalysis.Client.Models;

namespace PracticeAnalysis.Client.UnitTests;

/// <summary>The client asks again when nothing was done or nobody knows, and not before it was told to; a command keeps its key.</summary>
public class when_an_answer_does_not_come
{
    private readonly FakeTimeProvider _time = new(new DateTimeOffset(2026, 3, 2, 9, 0, 0, TimeSpan.Zero));
    private int _tokens;

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private static HttpResponseMessage Listed(string? next = null)
    {
        var answer = Body(HttpStatusCode.OK, """{"items":[{"name":"Foyer des Tilleuls"}]}""", "application/json");
        if (next is not null)
        {
            answer.Headers.Add("Link", $"<{next}>; rel=\"next\"");
        }

        return answer;
    }

    private static HttpResponseMessage Registered() => Body(HttpStatusCode.Created, """{"version":1}""", "application/json");

    private static HttpResponseMessage Refused(HttpStatusCode status, string type, RetryConditionHeaderValue? after = null)
    {
        var answer = Body(
            status,
            $$"""
            {"type":"/problems/{{type}}","title":"T","status":{{(int)status}},"detail":"siret is not a SIRET.","satisfy":"Give 14 digits.",
             "traceId":"4bf92f","rules":[{"frame":"always","rule":"siret","source":"design"}]}
            """,
            "application/problem+json"
        );
        answer.Headers.RetryAfter = after;
        return answer;
    }

    private static HttpResponseMessage Body(HttpStatusCode status, string body, string type) =>
        new(status) { Content = new StringContent(body, Encoding.UTF8, type) };

    private PracticeAnalysisClient Over(Answers answers) =>
        PracticeAnalysisClient.Create(new("https://gateway.example/"), _ => Task.FromResult($"token-{++_tokens}"), _time, answers);

    // Time passes until it is done.
    private async Task<T> Patiently<T>(Task<T> asked)
    {
        while (!asked.IsCompleted)
        {
            _time.Advance(TimeSpan.FromMinutes(1));
            await Task.Yield();
        }

        return await asked;
    }

    [Theory]
    [InlineData(HttpStatusCode.TooManyRequests, false)]
    [InlineData(HttpStatusCode.ServiceUnavailable, true)]
    public async Task it_asks_again_when_retry_after_says_and_not_before(HttpStatusCode status, bool date)
    {
        var seven = TimeSpan.FromSeconds(7);
        var after = date ? new RetryConditionHeaderValue(_time.GetUtcNow() + seven) : new RetryConditionHeaderValue(seven);
        using var answers = new Answers(() => Refused(status, "unavailable", after), () => Listed());
        var asked = Over(answers).V1.Establishments.GetAsync(cancellationToken: Cancel);
        _time.Advance(seven - TimeSpan.FromMilliseconds(1));
        answers.Seen.Count.ShouldBe(1);
        _time.Advance(TimeSpan.FromMilliseconds(1));
        (await asked)!.Items!.ShouldHaveSingleItem().Name.ShouldBe("Foyer des Tilleuls");
        answers.Seen.Select(s => s.Token).ShouldBe(["token-1", "token-2"]);
    }

    [Fact]
    public async Task a_command_keeps_its_key_and_its_body_over_lost_answers_and_another_has_another()
    {
        using var answers = new Answers(Answers.Lost, Answers.Lost, Registered, Registered);
        var client = Over(answers);
        (await Patiently(client.V1.Establishments.PostAsync(new() { Name = "A" }, cancellationToken: Cancel)))!.Version.ShouldBe(1);
        answers.Seen.Select(s => (s.Key, s.Body)).Distinct().ShouldHaveSingleItem().Body.ShouldBe("""{"name":"A"}""");
        await client.V1.Establishments.PostAsync(new() { Name = "A" }, cancellationToken: Cancel);
        answers.Seen[^1].Key.ShouldNotBeNullOrEmpty();
        answers.Seen[^1].Key.ShouldNotBe(answers.Seen[0].Key);
    }

    [Fact]
    public async Task a_key_that_the_caller_gives_is_kept()
    {
        using var answers = new Answers(Answers.Lost, Registered);
        await Patiently(
            Over(answers).V1.Establishments.PostAsync(new(), request => request.Headers.Add("Idempotency-Key", "mine"), Cancel)
        );
        answers.Seen.Select(s => s.Key).ShouldBe(["mine", "mine"]);
    }

    [Fact]
    public async Task a_refusal_is_not_asked_again_and_says_what_it_is()
    {
        using var answers = new Answers(() => Refused(HttpStatusCode.UnprocessableEntity, "rule-broken"));
        var refused = await Should.ThrowAsync<Problem>(() => Over(answers).V1.Establishments.PostAsync(new()));
        refused.Type.ShouldBe(Problem_type.ProblemsRuleBroken);
        (refused.Message, refused.Satisfy, refused.TraceId).ShouldBe(("siret is not a SIRET.", "Give 14 digits.", "4bf92f"));
        refused.Rules!.ShouldHaveSingleItem().Rule.ShouldBe("siret");
    }

    [Fact]
    public async Task after_five_attempts_what_came_last_stands()
    {
        using var answers = new Answers([.. Enumerable.Repeat(() => Refused(HttpStatusCode.ServiceUnavailable, "unavailable"), 5)]);
        var refused = await Should.ThrowAsync<Problem>(() => Patiently(Over(answers).V1.Establishments.GetAsync()));
        refused.Type.ShouldBe(Problem_type.ProblemsUnavailable);
        answers.Seen.Count.ShouldBe(5);
    }

    [Fact]
    public async Task a_list_is_followed_from_page_to_page()
    {
        using var answers = new Answers(() => Listed("/v1/establishments?siret=1&after=0a"), () => Listed());
        var client = Over(answers);
        var pages = await Pages
            .Of(p =>
                client.V1.Establishments.GetAsync(read =>
                {
                    p.In(read);
                    read.QueryParameters.Siret = "1";
                })
            )
            .ToListAsync(Cancel);
        pages.Count.ShouldBe(2);
        answers.Seen.Select(s => s.Path).ShouldBe(["/v1/establishments?siret=1", "/v1/establishments?siret=1&after=0a"]);
    }

    [Fact]
    public async Task a_change_names_the_version_that_it_saw()
    {
        using var answers = new Answers(Registered);
        await Over(answers).V1.Webhooks[Guid.Empty].Disable.PostAsync(new(), IfMatch.Version(3), Cancel);
        answers.Seen.ShouldHaveSingleItem().IfMatch.ShouldBe("\"3\"");
    }
}

/// <summary>A server that gives these answers, one after the other.</summary>
internal sealed class Answers(params IReadOnlyList<Func<HttpResponseMessage>> answers) : HttpMessageHandler
{
    /// <summary>The answer that never came.</summary>
    public static HttpResponseMessage Lost() => throw new HttpRequestException(HttpRequestError.ConnectionError);

    /// <summary>What it was asked.</summary>
    public List<(string Path, string? Token, string? Key, string? IfMatch, string Body)> Seen { get; } = [];

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var body = request.Content is null ? string.Empty : await request.Content.ReadAsStringAsync(cancellationToken);
        string? One(string header) => request.Headers.TryGetValues(header, out var values) ? values.Single() : null;
        Seen.Add(
            (request.RequestUri!.PathAndQuery, request.Headers.Authorization?.Parameter, One("Idempotency-Key"), One("If-Match"), body)
        );
        return answers[Seen.Count - 1]();
    }
}
