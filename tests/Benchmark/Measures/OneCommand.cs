namespace PracticeAnalysis.Benchmark.Measures;

/// <summary>A one-event command over HTTP, with its inline read model: evidence added to a facilitator's file, which is a short stream.
/// Ours direct and through the gateway, the limit and the peers in turn.</summary>
internal sealed class OneCommand(Bench bench)
{
    /// <summary>The figures' names.</summary>
    public const string Rate = "command";

    /// <summary>With what follows from it in the ledger, until that is told too.</summary>
    public const string Told = "command-told";

    /// <summary>What a command and all that follows from it take of the processors, by process.</summary>
    public const string Cpu = "command-cpu";

    /// <summary>Ours, direct to the service.</summary>
    public const string Ours = "ours";

    /// <summary>Ours, through the gateway.</summary>
    public const string Gateway = "ours, through the gateway";

    /// <summary>The bare append by pgbench.</summary>
    public const string Append = "pgbench, bare append";

    /// <summary>The command's own statements by pgbench.</summary>
    public const string Statements = "pgbench, the command's statements";

    /// <summary>Measures it.</summary>
    public async Task Run(CancellationToken cancel)
    {
        var plan = bench.Plan;
        bench.Say("command: taking the statements of one command");
        var (transactions, stream) = await new OneStatementLog(bench).Take(cancel);
        bench.Statements = transactions;
        foreach (var line in Report.StatementTable.Lines(transactions))
        {
            Console.WriteLine($"    {line}");
        }

        bench.Say("command: starting the peers");
        await Peers.InstallEmmett(cancel);
        await using var peers = new Peers(bench);
        var limit = new Limit(bench);
        await limit.Prepare(transactions, stream, cancel);
        Contestant[] contestants =
        [
            bench.Ours,
            bench.Ours with
            {
                Name = Gateway,
                Address = bench.Host.Gateway,
            },
            await peers.Crud(cancel),
            await peers.Emmett(projection: false, cancel),
            await peers.Emmett(projection: true, cancel),
        ];

        foreach (var contestant in contestants)
        {
            bench.Say($"command: warming {contestant.Name}");
            await Load(contestant, Plan.Compared, plan.WarmSeconds, cancel);
            await bench.Settle(cancel);
        }

        for (var round = 0; round < plan.Rounds; round++)
        {
            foreach (var clients in Plan.Clients.Where(c => c == Plan.Compared || round < plan.RoundsElsewhere))
            {
                foreach (var contestant in contestants)
                {
                    var paths = await Paths(contestant, cancel);
                    var before = bench.Busy();
                    var load = await Send(contestant, paths, clients, plan.Seconds, cancel);
                    Note(contestant.Name, clients, round, load);
                    if (contestant.Name is Ours or Gateway)
                    {
                        // The ledger follows behind: how many commands a second are told of, too, when nothing pauses.
                        var behind = await bench.Settle(cancel);
                        bench.Figures.Add(Told, contestant.Name, clients, "commands/s", load.Commands / (load.Seconds + behind));
                    }

                    if (contestant.Name == Ours && clients == Plan.Compared)
                    {
                        foreach (var (process, busy) in bench.Busy())
                        {
                            bench.Figures.Add(Cpu, process, null, "ms a command", (busy - before[process]) * 1000 / load.Commands);
                        }
                    }
                }

                Note(Append, clients, round, await limit.Append(clients, plan.Seconds, cancel));
                Note(Statements, clients, round, await limit.Statements(clients, plan.Seconds, cancel));
            }
        }
    }

    private void Note(string who, int clients, int round, Load load)
    {
        bench.Figures.Add(Rate, who, clients, "commands/s", load.PerSecond);
        if (load is { P50: { } p50, P99: { } p99 })
        {
            bench.Figures.Add($"{Rate}-p50", who, clients, "ms", p50);
            bench.Figures.Add($"{Rate}-p99", who, clients, "ms", p99);
        }

        bench.Say($"command: round {round + 1}, {clients} clients, {who}: {Figure.Number(load.PerSecond)}/s");
    }

    /// <summary>One cell: the command, on streams of its own, once nothing of what was before is on its way.</summary>
    public async Task<Load> Load(Contestant contestant, int clients, int seconds, CancellationToken cancel) =>
        await Send(contestant, await Paths(contestant, cancel), clients, seconds, cancel);

    // More than sixteen at once are more than ours lets in on two cores: who is turned away comes again when it was told to.
    private static Task<Load> Send(Contestant contestant, string paths, int clients, int seconds, CancellationToken cancel) =>
        clients > Plan.Compared && contestant.Name is (Ours or Gateway)
            ? Wrk.Crowd(contestant, paths, clients, seconds, patient: true, cancel)
            : Wrk.Run(contestant.Address, paths, Contestant.Command, contestant.Authorization, clients, seconds, cancel);

    /// <summary>A file of where a cell sends: streams of its own, once nothing of what was before is on its way.</summary>
    public async Task<string> Paths(Contestant contestant, CancellationToken cancel)
    {
        var ids = await contestant.Begin(bench.Plan.Streams, cancel);
        var paths = Path.Combine(bench.Directory, "paths");
        await File.WriteAllLinesAsync(paths, ids.Select(Contestant.Path), cancel);
        await bench.Settle(cancel);
        await bench.Execute("checkpoint", cancel);
        return paths;
    }
}
