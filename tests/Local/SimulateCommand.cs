using System.Globalization;

namespace PracticeAnalysis.Local;

/// <summary><c>deploy/simulate</c>: a year of an establishment with many groups, through the public API, to build against.</summary>
internal static class SimulateCommand
{
    /// <summary>Runs it.</summary>
    public static async Task<int> Run(string[] args)
    {
        string? data = null;
        int? port = null;
        var plan = new SimulationPlan();
        var exit = false;
        for (var i = 0; i < args.Length; i++)
        {
            var value = i + 1 < args.Length ? args[i + 1] : string.Empty;
            var number = int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : -1;
            switch (args[i])
            {
                case "--data" when value.Length > 0:
                    data = Path.GetFullPath(value);
                    i++;
                    break;
                case "--port" when number >= 0:
                    port = number;
                    i++;
                    break;
                case "--seed" when number >= 0:
                    plan = plan with { Seed = number };
                    i++;
                    break;
                case "--groups" when number is >= 1 and <= 400:
                    plan = plan with { Groups = number };
                    i++;
                    break;
                case "--months" when number is >= 3 and <= 24:
                    plan = plan with { Months = number };
                    i++;
                    break;
                case "--exit":
                    exit = true;
                    break;
                case "--help" or "-h":
                    Console.WriteLine(SystemRun.Text("simulate.txt"));
                    return 0;
                default:
                    Console.Error.WriteLine(
                        $"deploy/simulate does not know this argument, or misses its value.{Environment.NewLine}{SystemRun.Text("simulate.txt")}"
                    );
                    return 2;
            }
        }

        return await SystemRun.Until(
            data,
            port,
            async (host, directory, cancel) =>
            {
                var (loaded, _) = await Simulation.Load(
                    host.Gateway,
                    host.Mint,
                    directory,
                    plan,
                    TimeProvider.System,
                    Console.WriteLine,
                    cancel
                );
                if (!exit)
                {
                    Tour.Print(host.Gateway, host.Mint, loaded, Console.WriteLine);
                }

                return !exit;
            }
        );
    }
}
