namespace PracticeAnalysis.Local;

/// <summary><c>deploy/run</c>: brings the system up, loads the demonstration, prints what to try, and ends everything at Ctrl-C.</summary>
public static class RunCommand
{
    /// <summary>Runs it, or <c>deploy/simulate</c>, <c>deploy/token</c>, or what <c>deploy/test</c> and <c>deploy/release</c> ask for, where the first argument says so.</summary>
    public static Task<int> Main(string[] args) =>
        args switch
        {
            ["simulate", .. var rest] => SimulateCommand.Run(rest),
            ["token", .. var rest] => TokenCommand.Run(rest),
            ["postgres"] => FindPostgres(),
            ["store", var to] => StoreCommand.Run(Path.GetFullPath(to)),
            _ => Run(args),
        };

    private static async Task<int> Run(string[] args)
    {
        string? data = null;
        int? port = null;
        var demo = true;
        for (var i = 0; i < args.Length; i++)
        {
            switch (args[i])
            {
                case "--data" when i + 1 < args.Length:
                    data = Path.GetFullPath(args[++i]);
                    break;
                case "--port" when i + 1 < args.Length && int.TryParse(args[i + 1], out var given):
                    port = given;
                    i++;
                    break;
                case "--no-demo":
                    demo = false;
                    break;
                case "--help" or "-h":
                    Console.WriteLine(Help());
                    return 0;
                default:
                    Console.Error.WriteLine($"deploy/run does not know this argument, or misses its value.{Environment.NewLine}{Help()}");
                    return 2;
            }
        }

        return await SystemRun.Until(
            data,
            port,
            async (host, directory, cancel) =>
            {
                if (!demo)
                {
                    Tour.PrintEmpty(host.Gateway, host.Mint, Console.WriteLine);
                }
                else
                {
                    var loaded = await Demonstration.Load(
                        host.Gateway,
                        host.Mint,
                        directory,
                        TimeProvider.System,
                        Console.WriteLine,
                        cancel,
                        setClocksBack: host.SetClocksBack
                    );
                    Tour.Print(host.Gateway, host.Mint, loaded, Console.WriteLine);
                    await Visitors.Write(host.PeopleFile, host.Mint, loaded.Actors, cancel);
                    await new Sandbox(host.Gateway, host.Mint, Console.WriteLine, spare: true).Run(cancel);
                }

                Console.WriteLine($"Pages for people, where you choose who to be: {host.Gateway}");
                return true;
            }
        );
    }

    // Once for all test modules: where it has to be fetched, this says so.
    private static async Task<int> FindPostgres()
    {
        try
        {
            Console.WriteLine($"PostgreSQL: {await PostgresPrograms.Find(Console.WriteLine, CancellationToken.None)}");
            return 0;
        }
        catch (Exception missing) when (missing is MissingException or CannotRunException)
        {
            await Console.Error.WriteLineAsync(missing.Message);
            return 3;
        }
    }

    private static string Help() => SystemRun.Text("help.txt");
}
