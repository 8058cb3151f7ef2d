using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary><c>deploy/token</c>: a token for somebody else, for the system that runs on this machine; for development alone.</summary>
internal static class TokenCommand
{
    /// <summary>Prints the token.</summary>
    /// <returns>0; 2 where the arguments are not understood; 3 where no run has left a key.</returns>
    public static async Task<int> Run(string[] args)
    {
        if (args is ["--help" or "-h"])
        {
            Console.WriteLine(SystemRun.Text("token.txt"));
            return 0;
        }

        if (Asked(args) is not (var actor, var data) || actor.Is(Roles.Establishment) != (actor.Establishment is not null))
        {
            await Console.Error.WriteLineAsync(
                $"deploy/token does not know these arguments, or misses one.{Environment.NewLine}{SystemRun.Text("token.txt")}"
            );
            return 2;
        }

        if (await RunDirectory.DevelopmentKey(data) is not { } key)
        {
            await Console.Error.WriteLineAsync(
                "No system runs from this clone; start it with deploy/run, or name its directory with --data."
            );
            return 3;
        }

        Console.WriteLine(new TokenMint(key).For(actor));
        return 0;
    }

    // Without --person the token is the same person's each time: in the demonstration, whoever has this role there.
    private static (Actor Actor, string? Data)? Asked(string[] args)
    {
        if (args is not [var role, .. var options] || !Roles.All.Contains(role) || options.Length % 2 != 0)
        {
            return null;
        }

        var (tenant, data) = (Demonstration.Tenant, (string?)null);
        (Guid? person, Guid? establishment) = (null, null);
        foreach (var option in options.Chunk(2))
        {
            switch (option)
            {
                case ["--tenant", { Length: > 0 } name]:
                    tenant = name;
                    break;
                case ["--person", var text] when Guid.TryParse(text, out var id):
                    person = id;
                    break;
                case ["--establishment", var text] when Guid.TryParse(text, out var id):
                    establishment = id;
                    break;
                case ["--data", { Length: > 0 } path]:
                    data = Path.GetFullPath(path);
                    break;
                default:
                    return null;
            }
        }

        return (new(tenant, role, person ?? Stage.IdOf(tenant, role), establishment), data);
    }
}
