using JasperFx;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>What a service's program does beside serving, by its first argument; each command ends when it has done it. Exit codes: 0 done, 1 not done,
/// 2 asked for in a way that cannot be done, 3 the database did not answer.</summary>
public static class Commands
{
    // Whose login ConnectionStrings:Postgres names. Under another one a command would find nothing to do, and say that it did it.
    private enum Login
    {
        None,
        Service,
        Migrator,
    }

    private sealed record Command(string Usage, Login Login, string Help, Func<WebApplication, string[], Task<int>> Run)
    {
        public string Name => Usage.Split(' ')[0];
    }

    private static readonly IReadOnlyList<Command> All =
    [
        new("migrate", Login.Migrator, "brings the schema up to date; wants the setting Migrate=true", Migrate),
        new("rebuild", Login.Service, "writes anew the views that are not what their facts say, beside running nodes", RebuildViews),
        new(SetAside.Usage, Login.Migrator, "sets aside the fact of this number, of which nothing can be made", PutAside),
        new("retention [--dry-run]", Login.Service, "removes what was kept long enough; --dry-run says what that is", Retain),
        new("sweep", Login.Migrator, "writes anew the tables from which erasure and retention take", SweepTables),
        new("replay-erasures", Login.Service, "erases again whom a restored backup brought back", EraseAgain),
        new("rewrap", Login.Service, "wraps every data key under the newest master key", Rewrap),
        new("openapi", Login.None, "prints the contract", Describe),
    ];

    // Of the store's and the message bus's own commands, those that change nothing in a database.
    private static readonly string[][] Harmless =
    [
        ["codegen"],
        ["describe"],
        ["check-env"],
        ["projections", "list"],
    ];

    /// <summary>Serves, or runs the command that the arguments name.</summary>
    public static async Task<int> RunPracticeService(this WebApplication app, string[] args)
    {
        var service = app.Services.GetRequiredService<ServiceDefinition>().Name;
        var serves = args is [] or [['-', ..], ..];
        try
        {
            return await Run(app, service, args);
        }
        catch (Exception e) when (Cause(e) is { } refused && Stores.IsRefusal(refused))
        {
            return await Refuse(
                service,
                "the database does not let in the login that ConnectionStrings names: see its name and its password."
            );
        }
        catch (Exception e) when (!serves && Transient.IsCause(e))
        {
            await Refuse(service, "the database does not answer. Run it again when it is back.");
            return 3;
        }
        catch (Exception e) when (!serves && Cause(e) is { } refused)
        {
            await Refuse(service, $"the database refused: {Said(refused)}. Nothing more was done; it may be run again.");
            return 1;
        }
    }

    private static PostgresException? Cause(Exception? e) => e is null ? null : e as PostgresException ?? Cause(e.InnerException);

    // What is wrong with tables and rights names these alone; any other text may quote what a row says.
    private static string Said(PostgresException e) =>
        e.SqlState[..2] is "42" or "55" or "P0" ? e.MessageText : $"error {e.SqlState} of PostgreSQL's list";

    private static async Task<int> Run(WebApplication app, string service, string[] args)
    {
        if (args is ["help" or "--help" or "-h" or "-?", ..])
        {
            await Console.Out.WriteLineAsync(Help(service));
            return 0;
        }

        var command = All.FirstOrDefault(c => args is [var name, ..] && c.Name == name);
        var serves = args is [] or [['-', ..], ..];
        if (command is null && !serves && !Harmless.Any(h => args.Take(h.Length).SequenceEqual(h)))
        {
            return await Refuse(service, $"there is no command \"{string.Join(' ', args)}\" here.\n\n{Help(service)}");
        }

        if (Stores.Unset(app.Configuration, args) is { } unset)
        {
            return await Refuse(service, $"ConnectionStrings:{unset} is not set; there is no other database to fall back to.");
        }

        return command is null
            ? serves
                ? await Serve(app, args)
                : await app.RunJasperFxCommands(args)
            : command.Usage == command.Name && args.Length > 1
                ? await Refuse(service, $"{command.Name} takes no arguments.")
                : await Wrong(app, command.Login) is { } wrong
                    ? await Refuse(service, wrong)
                    : await command.Run(app, args[1..]);
    }

    private static async Task<int> Serve(WebApplication app, string[] args)
    {
        // Without keys of its own a service does not start in production, rather than fail at the first text.
        app.Services.GetRequiredService<IMasterKeys>();
        app.Services.GetRequiredService<ErasureList>();

        // Nor with a route that has no scope: it would be found at the first request.
        _ = ((IEndpointRouteBuilder)app).DataSources.Sum(routes => routes.Endpoints.Count);
        if (!await app.AwaitDatabase())
        {
            return 0;
        }

        await Stores.TryDaemon(app.Services, CancellationToken.None);
        return await app.RunJasperFxCommands(args);
    }

    private static async Task<int> Refuse(string service, string why)
    {
        await Console.Error.WriteLineAsync($"{service}: {why}");
        return 2;
    }

    private static string Help(string service)
    {
        var width = All.Max(c => c.Usage.Length);
        var lines = All.Select(c =>
            $"  {c.Usage.PadRight(width)}  {c.Help}{(c.Login == Login.Migrator ? " (as the migrator)" : string.Empty)}"
        );
        return $"""
            Without a command, {service} serves. With one it does that, and ends:

            {string.Join('\n', lines)}

            Settings are environment variables (README). As the migrator: ConnectionStrings__Postgres names the login migrator. All others run with the service's own settings.
            Also {string.Join(
                ", ",
                Harmless.Select(h => string.Join(' ', h))
            )}, of the libraries' own commands; those that change what is stored are refused.
            {SetAside.Explained}
            """;
    }

    private static async Task<string?> Wrong(WebApplication app, Login login)
    {
        if (login == Login.None)
        {
            return null;
        }

        if (!await app.AwaitDatabaseAMinute())
        {
            throw new TimeoutException();
        }

        var service = app.Services.GetRequiredService<ServiceDefinition>().Name;
        await using var command = app
            .Services.GetRequiredService<NpgsqlDataSource>()
            .CreateCommand("select current_user::text, (select nspowner::regrole::text from pg_namespace where nspname = $1)");
        command.Parameters.Add(new() { Value = service });
        await using var row = await command.ExecuteReaderAsync();
        await row.ReadAsync();
        if (row.IsDBNull(1))
        {
            return "this database has no schema for it: run prepare.sql first.";
        }

        var (asks, needed) = (row.GetString(0), login == Login.Migrator ? row.GetString(1) : service);
        return asks == needed ? null : $"this is done by the login {needed}: ConnectionStrings__Postgres names {asks}. Nothing was done.";
    }

    private static async Task<int> Migrate(WebApplication app, string[] arguments)
    {
        if (!app.Configuration.GetValue<bool>("Migrate"))
        {
            return await Refuse(
                app.Services.GetRequiredService<ServiceDefinition>().Name,
                "to migrate, set Migrate=true. Nothing was done."
            );
        }

        await app.Migrate();
        return 0;
    }

    private static async Task<int> RebuildViews(WebApplication app, string[] arguments)
    {
        var done = await Rebuild.Run(app, CancellationToken.None);
        await Console.Out.WriteLineAsync(
            $"{done.Compared} streams compared with their snapshots, {done.Mended} written anew; {done.Projected} events projected once more."
        );
        foreach (var poison in done.Poison)
        {
            await Console.Error.WriteLineAsync(
                $"Left out: {poison}. Mend its row by a migration, or set it aside (set-aside), and rebuild again."
            );
        }

        return done.Poison.Count == 0 ? 0 : 1;
    }

    private static Task<int> PutAside(WebApplication app, string[] arguments) => SetAside.Run(app, arguments, CancellationToken.None);

    private static async Task<int> Retain(WebApplication app, string[] arguments)
    {
        if (arguments is not ([] or ["--dry-run"]))
        {
            return await Refuse(app.Services.GetRequiredService<ServiceDefinition>().Name, "retention takes --dry-run, or nothing.");
        }

        await Retention.Run(app, arguments is [_], Console.Out, CancellationToken.None);
        return 0;
    }

    private static async Task<int> SweepTables(WebApplication app, string[] arguments)
    {
        var service = app.Services.GetRequiredService<ServiceDefinition>().Name;
        await Sweep.Run(app.Services.GetRequiredService<NpgsqlDataSource>(), service, CancellationToken.None);
        await Console.Out.WriteLineAsync($"{Sweep.Tables.Count} tables written anew.");
        return 0;
    }

    private static async Task<int> EraseAgain(WebApplication app, string[] arguments)
    {
        var (listed, erased) = await ReplayErasures.Run(app, CancellationToken.None);
        await Console.Out.WriteLineAsync($"{listed} erasures listed, {erased} of them had come back and are erased again.");
        return 0;
    }

    private static async Task<int> Rewrap(WebApplication app, string[] arguments)
    {
        var store = app.Services.GetRequiredService<IDaemonStore>();
        var tenants = await TextVault.Tenants(app, CancellationToken.None);
        var wrapped = await app.Services.GetRequiredService<TextVault>().Rewrap(store, tenants, CancellationToken.None);
        await Console.Out.WriteLineAsync($"{wrapped} data keys wrapped anew.");
        return 0;
    }

    private static async Task<int> Describe(WebApplication app, string[] arguments)
    {
        await app.WriteReference(Console.Out);
        return 0;
    }
}
