using System.Diagnostics;
using Alba;
using Npgsql;

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>A history of a million events is replayed line by line, in causal order, while the memory of the service stays where it is;
/// beside it the same rows by a plain COPY, in one run.</summary>
public class when_a_million_events_are_replayed(ReportingFixture service)
{
    private const int Many = 1_000_000;
    private const long Room = 256L * 1024 * 1024;

    [Fact]
    [Long("million_events")]
    public async Task each_is_sent_once_and_nothing_is_held()
    {
        var journey = new Journey(service);
        await using var owner = NpgsqlDataSource.Create(service.Cluster.ConnectionString("owner"));
        await Fill(owner, journey.Engagement);
        await journey.Grant();

        var watch = Stopwatch.StartNew();
        await using var connection = await owner.OpenConnectionAsync(TestContext.Current.CancellationToken);
        long rows = 0;
        using (
            var copy = await connection.BeginTextExportAsync(
                $"copy (select version, timestamp, data from reporting.mt_events where stream_id = '{journey.Engagement}') to stdout",
                TestContext.Current.CancellationToken
            )
        )
        {
            while (await copy.ReadLineAsync(TestContext.Current.CancellationToken) is not null)
            {
                rows++;
            }
        }

        var copied = watch.Elapsed;
        rows.ShouldBe(Many);

        GC.Collect();
        var before = Process.GetCurrentProcess().WorkingSet64;
        var most = before;
        watch.Restart();
        using var http = service.Host.Server.CreateClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/v1/engagements/{journey.Engagement}/history");
        request.Headers.Authorization = new("Bearer", journey.Auditor.Token);
        request.Headers.Accept.ParseAdd("application/x-ndjson");
        using var answer = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, TestContext.Current.CancellationToken);
        ((int)answer.StatusCode).ShouldBe(200);
        using var lines = new StreamReader(await answer.Content.ReadAsStreamAsync(TestContext.Current.CancellationToken));
        long told = 0;
        var last = string.Empty;
        while (await lines.ReadLineAsync(TestContext.Current.CancellationToken) is { } line)
        {
            var clock = line[(line.IndexOf("\"clock\":\"", StringComparison.Ordinal) + 9)..][..21];
            string.CompareOrdinal(clock, last).ShouldBeGreaterThanOrEqualTo(0);
            last = clock;
            if (++told % 50_000 == 0)
            {
                most = Math.Max(most, Process.GetCurrentProcess().WorkingSet64);
            }
        }

        var replayed = watch.Elapsed;
        told.ShouldBe(Many);
        Observed.Tell(
            $"COPY: {Many / copied.TotalSeconds:F0} rows/s; replay: {Many / replayed.TotalSeconds:F0} events/s in causal order, pseudonymised; "
                + $"memory {before >> 20} MB before, {most >> 20} MB at most"
        );
        (most - before).ShouldBeLessThan(Room);
    }

    // Written past the services, before every other event, so that no projection has them to do.
    private static async Task Fill(NpgsqlDataSource owner, Guid engagement)
    {
        await using var command = owner.CreateCommand(
            $$$"""
            insert into reporting.mt_streams (id, version, tenant_id) values ('{{{engagement}}}', {{{Many}}}, 'cabinet');
            insert into reporting.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived)
            select -n, gen_random_uuid(), '{{{engagement}}}', n,
              jsonb_build_object('occurredAt', '2026-03-02T09:00:00+00:00', 'entry', jsonb_build_object(
                'source', 'session', 'sequence', n, 'subject', '{{{engagement}}}', 'stream', md5(n::text)::uuid, 'streamType', 'session',
                'version', n, 'eventType', 'contribution_made',
                'clock', lpad(((n::bigint * 7919) % {{{Many}}})::text, 14, '0') || '.000000',
                'occurredAt', '2026-03-02T09:00:00+00:00', 'recordedAt', '2026-03-02T09:00:00+00:00',
                'actor', 'member:00000029-0000-0000-0000-000000000000',
                'redacted', '{"author":"00000029-0000-0000-0000-000000000000","contribution":"0000002a-0000-0000-0000-000000000000","kind":"question","phase":"interpret","private":false,"text":{"sha256":"' || md5(n::text) || md5((n+1)::text) || '"}}',
                'hash', md5(n::text) || md5(n::text))),
              'entry_ledgered', now(), 'cabinet', 'x', false
            from generate_series(1, {{{Many}}}) n
            """
        );
        command.CommandTimeout = 600;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }
}
