using System.Globalization;
using System.Runtime.InteropServices;
using Npgsql;
using PracticeAnalysis.Benchmark.Measures;
using PracticeAnalysis.Benchmark.Report;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.Benchmark;

/// <summary><c>deploy/bench</c>: runs the measures, writes the result, leaves nothing else behind.</summary>
internal static class BenchCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> Main(string[] args)
    {
        if (Plan.Of(args) is not { } plan)
        {
            using var help = new StreamReader(typeof(Plan).Assembly.GetManifestResourceStream("bench.txt")!);
            await Console.Error.WriteLineAsync(
                $"deploy/bench does not know this argument, or misses its value.\n{await help.ReadToEndAsync()}"
            );
            return 2;
        }

        using var stop = new CancellationTokenSource();
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Stop);
        using var terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Stop);
        var directory = Directory.CreateTempSubdirectory("practice-analysis-bench-").FullName;
        var kept = false;
        try
        {
            Console.WriteLine(await Run(plan, directory, stop.Token));
            return 0;
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            Console.WriteLine("Stopped.");
            return 130;
        }
        catch (MissingException missing)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return 3;
        }
        catch (Exception stopped)
            when (stopped
                    is InvalidOperationException
                        or CannotRunException
                        or DemonstrationException
                        or HttpRequestException
                        or NpgsqlException
            )
        {
            kept = true;
            await Console.Error.WriteLineAsync($"{stopped.Message}\nThe logs are below {directory}.");
            return 1;
        }
        finally
        {
            if (!kept)
            {
                Directory.Delete(directory, recursive: true);
            }
        }

        void Stop(PosixSignalContext context)
        {
            context.Cancel = true;
            stop.Cancel();
        }
    }

    private static async Task<string> Run(Plan asked, string directory, CancellationToken cancel)
    {
        var plan = asked with { Only = Tool.Measurable(asked.Only, Console.WriteLine) };
        var (figures, statements, machine) = await Together(plan, directory, cancel);
        if (plan.Only.Contains("lag"))
        {
            figures = [.. figures, .. await Apart(plan, Path.Combine(directory, "apart"), cancel)];
        }

        // Of a measure that was not run, what the last run found stays.
        var before = Result.Read(plan.Name);
        var others = before?.Figures.Where(f =>
            !plan.Only.Any(o => f.Measure == o || f.Measure.StartsWith($"{o}-", StringComparison.Ordinal))
        );
        var result = new Result(
            plan.Name,
            DateTime.UtcNow.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            machine,
            [.. others ?? [], .. figures],
            statements.Count > 0 ? statements : before?.Statements ?? []
        );
        return await result.Write(cancel);
    }

    // The services in one database.
    private static async Task<(IReadOnlyList<Figure>, IReadOnlyList<IReadOnlyList<Statement>>, Machine)> Together(
        Plan plan,
        string directory,
        CancellationToken cancel
    )
    {
        await using var bench = await Bench.Start(plan, directory, cancel);
        foreach (var measure in Plan.Measures.Where(plan.Only.Contains))
        {
            await (
                measure switch
                {
                    "command" => new OneCommand(bench).Run(cancel),
                    "overload" => new Overload(bench).Run(cancel),
                    "replay" => new Replay(bench).Run(cancel),
                    "lag" => new Lag(bench, Lag.Queues).Run(cancel),
                    "next" => new NextCommand(bench).Run(cancel),
                    "footprint" => new Footprint(bench).Run(cancel),
                    "session" => new Sessions(bench).Run(cancel),
                    _ => new Growth(bench).Run(cancel),
                }
            );
        }

        return (bench.Figures.All, bench.Statements, await Machine.Describe(bench.Owner, directory, cancel));
    }

    // Each in its own, with a broker between them: after the other system has ended, since two would take from each other.
    private static async Task<IReadOnlyList<Figure>> Apart(Plan plan, string directory, CancellationToken cancel)
    {
        if (!PrivateBroker.IsThere)
        {
            Console.WriteLine("Not measured: the lag over RabbitMQ, which is missing; install it with: apt-get install -y rabbitmq-server");
            return [];
        }

        // The broker's account reads nothing of the services', so what it keeps lies elsewhere.
        var kept = Directory.CreateTempSubdirectory("practice-analysis-broker-").FullName;
        try
        {
            await using var broker = await PrivateBroker.Start(kept, cancel);
            await using var bench = await Bench.Start(plan, directory, cancel, broker);
            await new Lag(bench, Lag.RabbitMq).Run(cancel);
            await new Drain(bench, broker).Run(cancel);
            return bench.Figures.All;
        }
        finally
        {
            Directory.Delete(kept, recursive: true);
        }
    }
}
