using System.Text.Json.Nodes;
using Alba;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Npgsql;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;
using PracticeAnalysis.ServiceDefaults;
using Shouldly;
using Wolverine;
using Xunit;

namespace PracticeAnalysis.Testing;

/// <summary>One service in this process, over a private PostgreSQL cluster, under its own unprivileged login.</summary>
/// <typeparam name="TProgram">The service's entry point.</typeparam>
public abstract class ServiceFixture<TProgram>(string service) : IAsyncLifetime
    where TProgram : class
{
    private readonly string _directory = Directory.CreateTempSubdirectory("practice-analysis-test-").FullName;
    private readonly TokenMint _mint = new("a key for tests alone, of more than sixty-four bytes, so that it could sign by any algorithm");
    private PrivateCluster? _cluster;

    /// <summary>The service, answering.</summary>
    public IAlbaHost Host { get; private set; } = null!;

    /// <summary>The cluster, for what only the owner may look at.</summary>
    public PrivateCluster Cluster => _cluster!;

    /// <summary>What mints its tokens.</summary>
    public TokenMint Mint => _mint;

    /// <summary>What the service is set to beside the usual.</summary>
    protected virtual IReadOnlyDictionary<string, string> Settings => new Dictionary<string, string>();

    /// <summary>What the service is made of otherwise than usual.</summary>
    protected virtual void Replace(IServiceCollection services) { }

    /// <inheritdoc />
    public async ValueTask InitializeAsync()
    {
        JasperFx.CommandLine.JasperFxEnvironment.AutoStartHost = true;
        _cluster = await PrivateCluster.Start(_directory, CancellationToken.None);
        await Databases.Prepare(_cluster, CancellationToken.None);
        await using (var migration = await Start("migrator", migrate: true))
        {
            await migration.Migrate();
        }

        Host = await Start(service, migrate: false);
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Cluster.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
        GC.SuppressFinalize(this);
    }

    /// <summary>A client that speaks as this person.</summary>
    public Speaker As(string role, Guid? person = null, string tenant = "cabinet", Guid? establishment = null) =>
        new(Host, _mint.For(new Actor(tenant, role, person ?? Given.Id(900), establishment)), tenant);

    /// <summary>What the owner of the database counts by this statement.</summary>
    public async Task<long> Count(string sql)
    {
        await using var owner = NpgsqlDataSource.Create(Cluster.ConnectionString("owner"));
        await using var command = owner.CreateCommand(sql);
        return (long)(await command.ExecuteScalarAsync())!;
    }

    /// <summary>The same service once more, over the same database, with other settings (a null takes one away): to be asked, while messages
    /// and projections stay with the first.</summary>
    /// <param name="time">The clock of its machine, where it is another one's.</param>
    public Task<IAlbaHost> Beside(IReadOnlyDictionary<string, string?> settings, TimeProvider? time = null) =>
        Start(service, migrate: false, settings, time);

    private Task<IAlbaHost> Start(
        string login,
        bool migrate,
        IReadOnlyDictionary<string, string?>? settings = null,
        TimeProvider? time = null
    ) =>
        AlbaHost.For<TProgram>(builder =>
        {
            builder.UseSetting("ConnectionStrings:Postgres", Cluster.ConnectionString(login));
            builder.UseSetting("ConnectionStrings:Daemon", Cluster.ConnectionString($"{login}_daemon"));
            builder.UseSetting("Auth:DevelopmentKey", _mint.Key);
            builder.UseSetting("ApiKeys:TellUsesEverySeconds", "1");
            builder.UseSetting("Webhooks:AllowLoopback", "true");
            builder.UseSetting("Webhooks:PatienceSeconds", "4");
            // Snapshots are compared when a test asks for it: some tests write over what is stored.
            builder.UseSetting("Snapshots:Every", "01:00:00");
            foreach (var (name, value) in Settings)
            {
                builder.UseSetting(name, value);
            }

            foreach (var (name, value) in settings ?? new Dictionary<string, string?>())
            {
                builder.UseSetting(name, value);
            }

            builder.UseSetting("Migrate", migrate.ToString());
            builder.UseSetting("environment", "Development");
            builder.ConfigureServices(services =>
            {
                Replace(services);
                if (time is not null)
                {
                    services.Replace(ServiceDescriptor.Singleton(time));
                }

                if (settings is null)
                {
                    services.RunWolverineInSoloMode();
                    services.ConfigureWolverine(o => o.Durability.ScheduledJobPollingTime = TimeSpan.FromMilliseconds(250));
                }
                else
                {
                    services.ConfigureWolverine(wolverine => wolverine.Durability.Mode = DurabilityMode.MediatorOnly);
                }
            });
        });
}

/// <summary>Speaks HTTP to a service as one person, and reads problems and states; an answer that the contract does not document fails.</summary>
public sealed class Speaker(IAlbaHost host, string token, string tenant = "cabinet")
{
    /// <summary>Whose data it asks for.</summary>
    public string Tenant => tenant;

    /// <summary>The token it speaks by.</summary>
    public string Token => token;

    /// <summary>Posts a body; the answer's status must be this one.</summary>
    public Task<Answer> Post(string path, string body, int status, string? ifMatch = null) =>
        Send(s => s.Post.Text(body).ToUrl(path), status, ifMatch);

    /// <summary>Posts a body, whatever comes of it.</summary>
    public Task<Answer> Try(string path, string body, string? ifMatch = null, string? key = null) =>
        Send(
            s =>
            {
                s.Post.Text(body).ToUrl(path);
                if (key is not null)
                {
                    s.WithRequestHeader(Idempotency.Header, key);
                }
            },
            null,
            ifMatch
        );

    /// <summary>Posts lines; the answer's status must be this one.</summary>
    public Task<Answer> Import(string path, string lines, int status = 202, string? key = null) =>
        Send(
            s =>
            {
                s.Post.Text(lines).ToUrl(path.Split('?')[0]);
                s.ConfigureHttpContext(c => c.Request.QueryString = new(path[path.Split('?')[0].Length..]));
                if (key is not null)
                {
                    s.WithRequestHeader(Idempotency.Header, key);
                }
            },
            status,
            null,
            Ndjson.Type
        );

    /// <summary>Posts a file; the answer's status must be this one.</summary>
    /// <param name="media">Its media type, with its charset.</param>
    public Task<Answer> Upload(string path, byte[] file, string media, int status = 202) =>
        Send(
            s =>
            {
                s.Post.ByteArray(file).ToUrl(path.Split('?')[0]);
                s.ConfigureHttpContext(c => c.Request.QueryString = new(path[path.Split('?')[0].Length..]));
            },
            status,
            null,
            media
        );

    /// <summary>Gets; the answer's status must be this one, null: any.</summary>
    public Task<Answer> Get(string path, int? status = 200, string? prefer = null) =>
        Send(
            s =>
            {
                s.Get.Url(path);
                if (prefer is not null)
                {
                    s.WithRequestHeader("Prefer", prefer);
                }
            },
            status,
            null
        );

    /// <summary>Posts a form, which nothing reads.</summary>
    public Task<Answer> Form(string path, int status) =>
        Send(s => s.Post.Text("a=b").ToUrl(path), status, null, "application/x-www-form-urlencoded");

    /// <summary>Gets under an <c>Accept</c>.</summary>
    public Task<Answer> Accepting(string path, string accept, int status) =>
        Send(
            s =>
            {
                s.Get.Url(path);
                s.WithRequestHeader("Accept", accept);
            },
            status,
            null
        );

    /// <summary>What a reading is answered, whole: its status, headers and body, but for what is this one request's own.</summary>
    /// <param name="known">The ETag that the reader has.</param>
    public async Task<string> Whole(string path, string? known = null)
    {
        string[] own = ["Date", "X-Request-Id", "traceparent", "RateLimit"];
        var result = await host.Scenario(scenario =>
        {
            scenario.Get.Url(path);
            scenario.WithRequestHeader("Authorization", $"Bearer {token}");
            if (known is not null)
            {
                scenario.WithRequestHeader("If-None-Match", known);
            }

            scenario.IgnoreStatusCode();
        });
        var response = result.Context.Response;
        var headers = response.Headers.Where(h => !own.Contains(h.Key)).OrderBy(h => h.Key, StringComparer.Ordinal);
        var body = response.StatusCode == 304 ? string.Empty : await result.ReadAsTextAsync();
        return $"{response.StatusCode} {string.Join('\n', headers.Select(h => $"{h.Key}: {h.Value}"))}\n{body}";
    }

    /// <summary>Gets what is answered a line each.</summary>
    public async Task<IReadOnlyList<JsonObject>> Lines(string path)
    {
        var result = await host.Scenario(scenario =>
        {
            scenario.Get.Url(path);
            scenario.WithRequestHeader("Authorization", $"Bearer {token}");
            scenario.WithRequestHeader("Accept", Ndjson.Type);
        });
        var text = await result.ReadAsTextAsync();
        return [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => JsonNode.Parse(line)!.AsObject())];
    }

    private async Task<Answer> Send(Action<Scenario> how, int? status, string? ifMatch, string media = "application/json")
    {
        var result = await host.Scenario(scenario =>
        {
            how(scenario);
            scenario.WithRequestHeader("Authorization", $"Bearer {token}");
            scenario.WithRequestHeader("Content-Type", media);
            if (ifMatch is not null)
            {
                scenario.WithRequestHeader("If-Match", ifMatch);
            }

            scenario.IgnoreStatusCode();
        });
        var text = await result.ReadAsTextAsync();
        var actual = result.Context.Response.StatusCode;
        actual.ShouldBe(status ?? actual, text);
        var headers = result.Context.Response.Headers;
        var request = result.Context.Request;
        ApiContract
            .Of(host.Services.GetRequiredService<ServiceDefinition>().Name)
            .Wrong(
                request.Method,
                request.Path.Value!,
                actual,
                result.Context.Response.ContentType?.Split(';')[0],
                h => headers.ContainsKey(h),
                text
            )
            .ShouldBeNull();
        return new(JsonNode.Parse(text)!.AsObject(), headers.ETag.ToString(), headers.Location.ToString(), actual)
        {
            RetryAfter = headers.RetryAfter.ToString(),
            Next =
                headers["Link"] is [{ } link] && link.EndsWith("; rel=\"next\"", StringComparison.Ordinal)
                    ? link[1..link.IndexOf('>')]
                    : null,
        };
    }
}

/// <summary>An answer: its body, its ETag, where the resource is, and its status.</summary>
public sealed record Answer(JsonObject Body, string ETag, string Location, int Status)
{
    /// <summary>Where more of a list follows; null where nothing does.</summary>
    public string? Next { get; init; }

    /// <summary>When to ask again; empty where it is not said.</summary>
    public string RetryAfter { get; init; } = string.Empty;

    /// <summary>The id that the body names.</summary>
    public Guid Id => Body["id"]!.GetValue<Guid>();
}
