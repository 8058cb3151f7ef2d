using System.Net;
using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A message that a consumer does not know ends in the dead letters, visibly: health turns red until an operator acts.</summary>
[Collection(typeof(TheSystem))]
public class when_a_message_cannot_be_handled(SystemFixture system)
{
    private const string Known = "ledger.v1.ledger-entries-recorded";
    private const string Unknown = "ledger.v1.ledger-entries-unheard0";

    [Fact]
    public async Task an_unknown_message_is_a_dead_letter_and_turns_health_red()
    {
        var cancel = TestContext.Current.CancellationToken;
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await using var down = await system.Host.Kill("reporting");
        var practice = new Actor(system.Demonstration.Tenant, Roles.Practice, Given.Id(1));
        var establishment = $$"""{"name":"Une autre maison","siret":"{{Given.NewSiret()}}","sector":"social"}""";
        (await system.Ask(practice, "/v1/establishments", establishment)).Status.ShouldBe(201);
        await SystemFixture.Until(
            async () => await Scalar(owner, $"select count(*) from queues.wolverine_queue_ledger where message_type = '{Known}'") > 0,
            "the message waits for Reporting"
        );
        await Scalar(
            owner,
            $"""
            insert into queues.wolverine_queue_ledger (id, body, message_type, keep_until)
            select gen_random_uuid(),
                   decode(replace(encode(body, 'hex'), encode('{Known}', 'hex'), encode('{Unknown}', 'hex')), 'hex'),
                   '{Unknown}', keep_until
            from queues.wolverine_queue_ledger where message_type = '{Known}' limit 1
            returning 1
            """
        );
        await system.Host.Restart("reporting", cancel, ready: false);

        await SystemFixture.Until(
            async () => await Scalar(owner, "select count(*) from reporting.wolverine_dead_letters") == 1,
            "the unknown message is a dead letter"
        );
        using var client = new HttpClient();
        var ready = new Uri(system.Host.Service("reporting").Address, "/health/ready");
        await SystemFixture.Until(() => Answers(client, ready), "the service, started anew, answers");
        using (var red = await client.GetAsync(ready, cancel))
        {
            red.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await red.Content.ReadAsStringAsync(cancel)).ShouldContain("1 dead letters wait for an operator.");
        }

        // The node itself can serve: for a letter that all nodes share none of them is taken out.
        using (var serving = await client.GetAsync(new Uri(system.Host.Service("reporting").Address, "/health/serving"), cancel))
        {
            serving.StatusCode.ShouldBe(HttpStatusCode.OK);
        }

        // The operator discards it; the inbox keeps its own copy, which would be tried again at the next start.
        await Scalar(owner, "delete from reporting.wolverine_dead_letters returning 1");
        await Scalar(owner, $"delete from reporting.wolverine_incoming_envelopes where message_type = '{Unknown}' returning 1");
        await SystemFixture.Until(
            async () =>
            {
                using var answer = await client.GetAsync(ready, cancel);
                return answer.StatusCode == HttpStatusCode.OK;
            },
            "nothing waits for an operator, and what was started anew runs"
        );
    }

    [Fact]
    public async Task a_message_that_fails_for_good_is_a_dead_letter_and_turns_the_gateways_health_red_too()
    {
        const string incident = "session.v1.frame-incident-raised";
        var cancel = TestContext.Current.CancellationToken;
        await using var owner = NpgsqlDataSource.Create(system.Host.Cluster.ConnectionString("owner"));
        await using var down = await system.Host.Kill("engagement");
        var member = system.Demonstration.Actors.Single(a => a.Role == Roles.Member);
        var path = $"/v1/sessions/{system.Demonstration.Session}/incidents";
        (await system.Ask(member, path, """{"kind":"complaint-without-perspective"}""")).Status.ShouldBe(200);
        await SystemFixture.Until(
            async () =>
                await Scalar(owner, $"select count(*) from queues.wolverine_queue_engagement where message_type = '{incident}'") > 0,
            "the message waits for Engagement"
        );

        // The same message once more, from a session and about an engagement that nobody has: Engagement knows the message and can do nothing
        // with it. Of the same session it would be one that was taken over already, whenever the original comes first.
        var told = system.Demonstration.Engagements[0];
        var copies = await Scalar(
            owner,
            $"""
            insert into queues.wolverine_queue_engagement (id, body, message_type, keep_until)
            select gen_random_uuid(),
                   decode(
                       replace(
                           replace(encode(body, 'hex'), encode('{told}', 'hex'), encode('{Guid.NewGuid()}', 'hex')),
                           encode('{system.Demonstration.Session}', 'hex'), encode('{Guid.NewGuid()}', 'hex')),
                       'hex'),
                   message_type, keep_until
            from queues.wolverine_queue_engagement where message_type = '{incident}' limit 1
            returning 1
            """
        );
        copies.ShouldBe(1);
        await system.Host.Restart("engagement", cancel, ready: false);
        await SystemFixture.Until(
            async () => await Scalar(owner, "select count(*) from engagement.wolverine_dead_letters") == 1,
            "the message that failed is a dead letter"
        );
        using var client = new HttpClient();
        using (var red = await client.GetAsync(new Uri(system.Host.Gateway, "/health/ready"), cancel))
        {
            red.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
            (await red.Content.ReadAsStringAsync(cancel)).ShouldContain("\"engagement\":\"Unhealthy\"");
        }

        // What it is about is said to the operator, and nothing of content; the other copy was taken over.
        (await Scalar(owner, $"select count(*) from engagement.wolverine_dead_letters where message_type = '{incident}'")).ShouldBe(1);
        var practice = new Actor(system.Demonstration.Tenant, Roles.Practice, Given.Id(1));
        await SystemFixture.Until(
            async () =>
                (int?)
                    (await system.Ask(practice, $"/v1/engagements/{told}")).Body?["course"]?["incidents"]?["complaint-without-perspective"]
                == 1,
            "the engagement knows of the incident, once"
        );

        // The copy that was made here bears its original's name within, and so left its row in the inbox, to be tried again at the next start.
        await Scalar(owner, "delete from engagement.wolverine_dead_letters returning 1");
        await Scalar(
            owner,
            $"delete from engagement.wolverine_incoming_envelopes where message_type = '{incident}' and status = 'Incoming' returning 1"
        );
        await SystemFixture.Until(
            async () => (await client.GetAsync(new Uri(system.Host.Gateway, "/health/ready"), cancel)).IsSuccessStatusCode,
            "health is green again"
        );
    }

    private static async Task<long> Scalar(NpgsqlDataSource database, string sql)
    {
        await using var command = database.CreateCommand(sql);
        return Convert.ToInt64(await command.ExecuteScalarAsync(), System.Globalization.CultureInfo.InvariantCulture);
    }

    // The queue is read before the door is open.
    private static async Task<bool> Answers(HttpClient client, Uri address)
    {
        try
        {
            using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
            return true;
        }
        catch (HttpRequestException)
        {
            return false;
        }
    }
}
