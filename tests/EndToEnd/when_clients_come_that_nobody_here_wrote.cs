using System.Net;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>Packages from npm meet the running system: what it really sends is verified and read, what it offers is asked for, by their code.</summary>
[Collection(typeof(TheSystem))]
public partial class when_clients_come_that_nobody_here_wrote(SystemFixture system)
{
    [Fact]
    public async Task standardwebhooks_verifies_a_delivery_that_was_really_made_and_cloudevents_reads_it()
    {
        var practice = system.One(Roles.Practice);
        var port = PrivateCluster.FreePort();
        var url = new Uri($"http://127.0.0.1:{port}/");
        var (status, webhook) = await system.Ask(practice, "/v1/webhooks", $$"""{"url":"{{url}}","types":["webhook.disabled"]}""");
        status.ShouldBe(201);
        var path = $"/v1/webhooks/{webhook!["id"]}";
        var secret = (await system.Ask(practice, $"{path}/secret")).Body!["secret"]!.GetValue<string>();
        using var receiver = Checks.Start(["receive.mjs", $"{port}"], new Dictionary<string, string> { ["WEBHOOK_SECRET"] = secret });
        (await receiver.StandardError.ReadLineAsync(TestContext.Current.CancellationToken)).ShouldBe("listening");
        (await Forged(url)).ShouldBe(HttpStatusCode.BadRequest);

        (await system.Ask(practice, $"{path}/test", "{}")).Status.ShouldBe(200);
        var read = JsonNode.Parse(await receiver.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken))!;
        await receiver.WaitForExitAsync(TestContext.Current.CancellationToken);
        receiver.ExitCode.ShouldBe(0);
        read["specversion"]!.GetValue<string>().ShouldBe("1.0");
        read["type"]!.GetValue<string>().ShouldBe("practice-analysis.webhook.test.v1");
        read["subject"]!.GetValue<string>().ShouldBe(path);

        await SystemFixture.Until(
            async () =>
                (await system.Ask(practice, $"{path}/deliveries")).Body!["items"]!
                    .AsArray()
                    .Any(d =>
                        d!["outcome"]!.GetValue<string>() == "delivered" && d["event"]!.GetValue<string>() == read["id"]!.GetValue<string>()
                    ),
            "the delivery is in the log, under the id that the receiver read"
        );
        (await system.Ask(practice, $"{path}/remove", "{}", "\"2\"")).Status.ShouldBe(200);
    }

    [Fact]
    public async Task httpyac_runs_the_tour_each_request_to_the_status_that_its_name_says()
    {
        const string tour = "contracts/http/tour.http";
        var text = await File.ReadAllTextAsync(Path.Combine(Repository.Root, tour), TestContext.Current.CancellationToken);
        var (_, printed, error) = await Checks.Run(
            ["node_modules/.bin/httpyac", "send", tour, "--all", "--json", "--output", "short"],
            environment: system.Exports()
        );
        printed.ShouldStartWith("{", customMessage: error);
        var answered = JsonNode.Parse(printed)!["requests"]!
            .AsArray()
            .Select(r => $"{r!["title"]} was answered {r["response"]?["statusCode"]}")
            .ToList();
        answered.ShouldBe(Names().Matches(text).Select(m => $"{m.Groups["name"].Value} was answered {m.Groups["status"].Value}"), error);
    }

    private static async Task<HttpStatusCode> Forged(Uri url)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, url)
        {
            Content = new StringContent("{}", Encoding.UTF8, "application/cloudevents+json"),
        };
        request.Headers.Add("webhook-id", $"{Guid.NewGuid()}");
        request.Headers.Add("webhook-timestamp", $"{DateTimeOffset.UtcNow.ToUnixTimeSeconds()}");
        request.Headers.Add("webhook-signature", $"v1,{Convert.ToBase64String(new byte[32])}");
        using var answer = await http.SendAsync(request, TestContext.Current.CancellationToken);
        return answer.StatusCode;
    }

    [GeneratedRegex("^### (?<name>.+: (?<status>[0-9]+))$", RegexOptions.Multiline)]
    private static partial Regex Names();
}
