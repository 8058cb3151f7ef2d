// A peer of the benchmark, not a part of the system: the same command as plain ASP.NET and Npgsql would have it, one row changed under
// a check of its version, an audit row by trigger, no events.
using System.Text.Json;
using Npgsql;

var builder = WebApplication.CreateSlimBuilder(args);
builder.Logging.ClearProviders();
await using var database = NpgsqlDataSource.Create(builder.Configuration.GetConnectionString("Postgres")!);
await using (var create = database.CreateCommand(Schema.Sql))
{
    await create.ExecuteNonQueryAsync();
}

var app = builder.Build();
app.MapGet("/health/ready", () => Results.Ok());
app.MapPost(
    "/v1/facilitators",
    async (Registration command) =>
    {
        var id = Guid.CreateVersion7();
        await using var insert = database.CreateCommand("insert into facilitator (id, version, display_name) values ($1, 1, $2)");
        insert.Parameters.Add(new() { Value = id });
        insert.Parameters.Add(new() { Value = command.DisplayName });
        await insert.ExecuteNonQueryAsync();
        return Results.Created($"/v1/facilitators/{id}", new Facilitator(id, 1, command.DisplayName, []));
    }
);
app.MapPost(
    "/v1/facilitators/{id:guid}/evidence",
    async (Guid id, Evidence command) =>
    {
        while (true)
        {
            if (await Read(id) is not { } read)
            {
                return Results.NotFound();
            }

            var changed = read with { Version = read.Version + 1, Evidence = [.. read.Evidence, command] };
            if (await Write(changed))
            {
                return Results.Ok(changed);
            }
        }
    }
);
await app.RunAsync();

async Task<Facilitator?> Read(Guid id)
{
    await using var select = database.CreateCommand("select version, display_name, evidence from facilitator where id = $1");
    select.Parameters.Add(new() { Value = id });
    await using var row = await select.ExecuteReaderAsync();
    return await row.ReadAsync()
        ? new(id, row.GetInt64(0), row.GetString(1), JsonSerializer.Deserialize<Evidence[]>(row.GetString(2), JsonSerializerOptions.Web)!)
        : null;
}

async Task<bool> Write(Facilitator changed)
{
    await using var update = database.CreateCommand(
        "update facilitator set version = $2, evidence = $3::jsonb where id = $1 and version = $2 - 1"
    );
    update.Parameters.Add(new() { Value = changed.Id });
    update.Parameters.Add(new() { Value = changed.Version });
    update.Parameters.Add(new() { Value = JsonSerializer.Serialize(changed.Evidence, JsonSerializerOptions.Web) });
    return await update.ExecuteNonQueryAsync() == 1;
}

internal sealed record Registration(string DisplayName);

internal sealed record Evidence(string Kind, string Title, int? Years);

internal sealed record Facilitator(Guid Id, long Version, string DisplayName, IReadOnlyList<Evidence> Evidence);

internal static class Schema
{
    public const string Sql = """
        create table if not exists facilitator (
            id uuid primary key, version bigint not null, display_name text not null, evidence jsonb not null default '[]'
        );
        create table if not exists facilitator_audit (
            at timestamptz not null default now(), who text not null default current_user, was jsonb, becomes jsonb
        );
        create or replace function audit() returns trigger language plpgsql as
            $$ begin insert into facilitator_audit (was, becomes) values (to_jsonb(old), to_jsonb(new)); return new; end $$;
        create or replace trigger audited before insert or update on facilitator for each row execute function audit();
        """;
}
