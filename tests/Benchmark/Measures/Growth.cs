namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>What a command and a read cost, and what lies on disk, as the store grows.</summary>
internal sealed class Growth(Bench bench)
{
    /// <summary>Milliseconds until a command is answered, in the middle.</summary>
    public const string Append = "growth-append";

    /// <summary>Milliseconds until a resource is read, in the middle.</summary>
    public const string Read = "growth-read";

    /// <summary>Milliseconds until a resource is read as of a version.</summary>
    public const string AsOf = "growth-as-of";

    /// <summary>Megabytes for each million events, with their streams, read models and indexes.</summary>
    public const string Disk = "growth-disk";

    /// <summary>Resident once commands and reads went through the store of this size.</summary>
    public const string Memory = "growth-memory";

    /// <summary>The size that larger ones are compared with.</summary>
    public const long Base = 100_000;

    private const string Who = "ours";
    private const int StreamLength = 10;
    private const long Before = 1_000_000_000_000;
    private const int Batch = 500_000;

    private const string Size = """
        pg_total_relation_size('engagement.mt_events') + pg_total_relation_size('engagement.mt_streams')
            + pg_total_relation_size('engagement.mt_doc_facilitator')
        """;

    /// <summary>Measures it.</summary>
    public async Task Run(CancellationToken cancel)
    {
        // Warm, or the smallest store would look the slowest.
        await new OneCommand(bench).Load(bench.Ours, Plan.Compared, bench.Plan.WarmSeconds, cancel);
        await bench.Settle(cancel);
        var before = await bench.Number(Size, cancel);
        var filled = 0L;
        foreach (var size in bench.Plan.Sizes)
        {
            for (; filled < size; filled = Math.Min(size, filled + Batch))
            {
                bench.Say($"growth: {filled} of {size} events written");
                await Fill(filled / StreamLength, Math.Min(size, filled + Batch) / StreamLength, cancel);
            }

            await bench.Execute("vacuum analyze engagement.mt_events, engagement.mt_streams, engagement.mt_doc_facilitator", cancel);
            Note(Disk, size, "MB/million", ((await bench.Number(Size, cancel)) - before) / (double)size * 1e6 / 1024 / 1024);
            for (var round = 0; round < bench.Plan.RoundsElsewhere; round++)
            {
                Note(
                    Append,
                    size,
                    "ms",
                    (await new OneCommand(bench).Load(bench.Ours, Plan.Compared, bench.Plan.Seconds, cancel)).P50!.Value
                );
                await bench.Settle(cancel);
                Note(Read, size, "ms", await Reading(size, string.Empty, cancel));
                Note(AsOf, size, "ms", await Reading(size, $"?version={StreamLength / 2}", cancel));
                Note(Memory, size, "MB", bench.Resident("engagement"));
            }
        }
    }

    // Over all of the store, not over what was read last.
    private async Task<double> Reading(long size, string query, CancellationToken cancel)
    {
        var streams = size / StreamLength;
        var step = Math.Max(1, streams / bench.Plan.Streams);
        var paths = Path.Combine(bench.Directory, "reads");
        await File.WriteAllLinesAsync(
            paths,
            Enumerable.Range(0, bench.Plan.Streams).Select(n => $"/v1/facilitators/{Id((n * step % streams) + 1)}{query}"),
            cancel
        );
        var load = await Wrk.Run(
            bench.Ours.Address,
            paths,
            string.Empty,
            bench.Ours.Authorization,
            Plan.Compared,
            bench.Plan.Seconds,
            cancel
        );
        return load.P50!.Value;
    }

    private static Guid Id(long number) => Guid.Parse($"00000000-0000-7000-8000-{number:x12}");

    // Written past the service, and before every event that it will write, so that the ledger is not told of them.
    private Task Fill(long from, long to, CancellationToken cancel) =>
        bench.Execute(
            $$$"""
            set session_replication_role = replica;
            create temporary table filling as
            select ('00000000-0000-7000-8000-' || lpad(to_hex(n), 12, '0'))::uuid as id, n from generate_series({{{from + 1}}}, {{{to}}}) n;
            insert into engagement.mt_streams (id, type, version, tenant_id)
            select id, 'facilitator', {{{StreamLength}}}, '{{{Contestant.Tenant}}}' from filling;
            insert into engagement.mt_events (seq_id, id, stream_id, version, data, type, timestamp, tenant_id, mt_dotnet_type, is_archived,
              correlation_id, causation_id, headers, user_name)
            select n * {{{StreamLength}}} + v - {{{Before}}}, gen_random_uuid(), id, v, '{"datedBack": false, "occurredAt": "2026-03-02T09:00:00+00:00"}',
              case v when 1 then 'facilitator_registered' else 'independence_declared' end, now(), '{{{Contestant.Tenant}}}',
              'PracticeAnalysis.Engagement.Facilitators.' || case v when 1 then 'FacilitatorRegistered' else 'IndependenceDeclared' end
              || ', PracticeAnalysis.Engagement', false,
              'fb12ec766248c043122517076939d877', 'aa305aaa309dbcaf', '{"clock": "01795599067792.000000"}',
              'practice:00000029-0000-0000-0000-000000000000'
            from filling cross join generate_series(1, {{{StreamLength}}}) v;
            insert into engagement.mt_doc_facilitator (tenant_id, id, data, mt_version, mt_dotnet_type)
            select '{{{Contestant.Tenant}}}', id, jsonb_build_object('id', id, 'version', {{{StreamLength}}}, 'evidence', '[]'::jsonb,
              'isIndependent', true, 'lastOccurredAt', '2026-03-02T09:00:00+00:00'), {{{StreamLength}}},
              'PracticeAnalysis.Engagement.Facilitators.Facilitator'
            from filling;
            drop table filling;
            set session_replication_role = origin;
            """,
            cancel
        );

    private void Note(string measure, long size, string unit, double value)
    {
        bench.Figures.Add(measure, Who, size, unit, value);
        bench.Say($"{measure}, {size} events: {Figure.Number(value)} {unit}");
    }
}
