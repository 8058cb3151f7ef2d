using System.Text.RegularExpressions;
using PracticeAnalysis.Client;
using PracticeAnalysis.Client.Models;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The .NET client, generated from the contract, meets the real system through the gateway.</summary>
[Collection(typeof(TheSystem))]
public sealed partial class when_the_dotnet_client_is_used(SystemFixture system) : IDisposable
{
    private readonly LosesAnswers _transport = new();

    private static CancellationToken Cancel => TestContext.Current.CancellationToken;

    private PracticeAnalysisClient As(string role) =>
        PracticeAnalysisClient.Create(
            system.Host.Gateway,
            _ => Task.FromResult(system.Host.Mint.For(system.One(role))),
            transport: _transport
        );

    public void Dispose() => _transport.Dispose();

    [Fact]
    public async Task a_refusal_names_the_rule_and_what_satisfies_it()
    {
        var refused = await Should.ThrowAsync<Problem>(() =>
            As(Roles.Practice)
                .V1.Establishments.PostAsync(
                    new()
                    {
                        Name = "Foyer",
                        Siret = "73282932000075",
                        Sector = Sector.MedicoSocial,
                    }
                )
        );
        refused.Type.ShouldBe(Problem_type.ProblemsRuleBroken);
        refused.Rules!.ShouldHaveSingleItem().Rule.ShouldBe("siret");
        refused.Satisfy.ShouldStartWith("Give 14 digits");
        refused.Message.ShouldBe(refused.Detail);
        refused.TraceId.ShouldNotBeNullOrEmpty();
    }

    [Fact]
    public async Task a_command_whose_answer_is_lost_is_sent_again_and_has_one_effect()
    {
        const string siret = "55210055400013";
        var practice = As(Roles.Practice);
        _transport.Lose = 1;
        var registered = await practice.V1.Establishments.PostAsync(
            new()
            {
                Name = "Foyer perdu",
                Siret = siret,
                Sector = Sector.Social,
            },
            cancellationToken: Cancel
        );
        _transport.Sent.ShouldBe(2);
        var found = await practice.V1.Establishments.GetAsync(list => list.QueryParameters.Siret = siret, Cancel);
        found!.Items!.ShouldHaveSingleItem().Id.ShouldBe(registered!.Id);
    }

    [Fact]
    public async Task a_change_whose_answer_is_lost_is_no_stale_one_when_it_is_sent_again()
    {
        var practice = As(Roles.Practice);
        var webhook = await practice.V1.Webhooks.PostAsync(
            new() { Url = "https://example.org/lost", Types = [SubscribeWebhook_types.GroupSealed] },
            cancellationToken: Cancel
        );
        var called = practice.V1.Webhooks[webhook!.Id!.Value];
        _transport.Lose = 1;
        (await called.Disable.PostAsync(new(), IfMatch.Version(webhook.Version), Cancel))!.Version.ShouldBe(2);
        _transport.Sent.ShouldBe(3);
        var stale = await Should.ThrowAsync<Problem>(() => called.Remove.PostAsync(new(), IfMatch.Version(webhook.Version), Cancel));
        stale.Type.ShouldBe(Problem_type.ProblemsPreconditionFailed);
        await called.Remove.PostAsync(new(), IfMatch.Version(2), Cancel);
    }

    [Fact]
    public async Task a_list_is_read_page_by_page_and_each_item_once()
    {
        var practice = As(Roles.Practice);
        var whole = await practice.V1.Establishments.GetAsync(cancellationToken: Cancel);
        var pages = await Pages
            .Of(p =>
                practice.V1.Establishments.GetAsync(list =>
                {
                    p.In(list);
                    list.QueryParameters.Limit = 2;
                })
            )
            .ToListAsync(Cancel);
        pages.Count.ShouldBeGreaterThan(1);
        pages.SelectMany(p => p.Items!).Select(e => e.Id).ShouldBe(whole!.Items!.Select(e => e.Id));
    }

    [Fact]
    public async Task released_indicators_are_read_and_one_that_is_not_offered_is_no_zero()
    {
        var released = await As(Roles.Establishment)
            .V1.Establishments[system.One(Roles.Establishment).Establishment!.Value]
            .Indicators.GetAsync(read => read.QueryParameters.Period = system.Demonstration.Quarter, Cancel);
        released!.Period.ShouldBe(system.Demonstration.Quarter);
        released.Cells!.ShouldContain(c => c.Code == "A1" && c.Value == 4);
        released.Cells!.Where(c => c.Quality == Figure_quality.NotOffered).ShouldAllBe(c => c.Value == null && c.Band == null);
    }

    [Theory]
    [InlineData("en")]
    [InlineData("fr")]
    public async Task what_the_guide_shows_compiles_and_runs(string language)
    {
        var guide = await File.ReadAllTextAsync(Path.Combine(Repository.Root, $"contracts/guides/integrator.{language}.md"), Cancel);
        var source = await File.ReadAllTextAsync(Path.Combine(Repository.Root, "tests/EndToEnd/ClientExample.cs"), Cancel);
        var shown = Shown().Match(guide).Groups["code"].Value;
        shown.ShouldNotBeEmpty();
        Plain(source).ShouldContain(Plain(shown));
        var establishment = system.One(Roles.Establishment);
        await ClientExample.Run(
            system.Host.Gateway,
            system.Host.Mint.For(establishment),
            establishment.Establishment!.Value,
            system.Demonstration.Quarter,
            "https://example.org/hook"
        );
    }

    [Fact]
    public async Task the_quickstart_of_its_page_runs()
    {
        var built = Path.Combine(Repository.Root, "tests/Quickstart/bin/Release/net10.0/PracticeAnalysis.Quickstart.dll");
        Quickstarts.ShouldTellAll(await OperatorsScript.Run(Quickstarts.With(new("dotnet", [built]), system)));
        Quickstarts.Shown("contracts/PracticeAnalysis.Client", "csharp")[0].Trim().Split('\n').Length.ShouldBeLessThanOrEqualTo(32);
    }

    private static string Plain(string code) => string.Join('\n', code.Split('\n').Select(line => line.Trim()));

    [GeneratedRegex("```csharp\\n(?<code>.*?)```", RegexOptions.Singleline)]
    private static partial Regex Shown();
}

/// <summary>A network on which the next answers are lost, after the server has given them.</summary>
internal sealed class LosesAnswers() : DelegatingHandler(new SocketsHttpHandler())
{
    /// <summary>How many are still to be lost.</summary>
    public int Lose { get; set; }

    /// <summary>How many requests reached the server.</summary>
    public int Sent { get; private set; }

    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var answer = await base.SendAsync(request, cancellationToken);
        Sent++;
        if (Lose == 0)
        {
            return answer;
        }

        Lose--;
        answer.Dispose();
        throw new HttpRequestException(HttpRequestError.ResponseEnded, "The answer is lost.");
    }
}
