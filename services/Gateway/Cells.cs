using PracticeAnalysis.Access;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Model;

namespace PracticeAnalysis.Gateway;

/// <summary>A whole deployment behind the gateway: the services, their databases and what is between them. A practice is in one cell.</summary>
/// <param name="Name">Empty for the one that the setting <c>Services</c> describes.</param>
/// <param name="Nodes">The addresses of each service's nodes.</param>
/// <param name="Tenants">The practices that are assigned to it.</param>
public sealed record Cell(string Name, IReadOnlyDictionary<string, string[]> Nodes, IReadOnlyList<string> Tenants)
{
    /// <summary>What the proxy calls a service of this cell.</summary>
    public string Cluster(string service) => Name.Length == 0 ? service : $"{Name}/{service}";

    /// <summary>The cell that a section of the configuration describes: <c>{service}</c> with a space between the nodes, and <c>Tenants</c>.</summary>
    public static Cell From(string name, IConfigurationSection section) =>
        new(
            name,
            ServiceRoutes.Services.ToDictionary(
                s => s,
                s =>
                    section[s]?.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                    ?? throw new InvalidOperationException($"The setting {section.Path}:{s} is missing.")
            ),
            section.GetSection("Tenants").Get<string[]>() ?? []
        );
}

/// <summary>Which cell answers which practice: as the configuration assigns them, and nothing changes that by itself. <c>Services</c> describes the
/// first cell, which has every practice that no other has, unless it names its own; each <c>Cells:{name}</c> describes one more.</summary>
public sealed class Cells
{
    /// <summary>403: no cell has this practice.</summary>
    public static readonly Refusal Unassigned = new(
        403,
        "forbidden",
        "The practice that the token names is not served here.",
        "Use a token of a practice served here, or ask the operator to assign yours."
    );

    private const int CalendarSecretLength = 64;
    private readonly Dictionary<string, Cell> _byMark = [];
    private readonly Cell? _ofOthers;

    /// <summary>The cells that a configuration describes.</summary>
    /// <exception cref="InvalidOperationException">An address is missing, a further cell has no practice, or a practice is in two cells.</exception>
    public Cells(IConfiguration configuration)
    {
        All =
        [
            Cell.From(string.Empty, configuration.GetSection("Services")),
            .. configuration.GetSection("Cells").GetChildren().Select(section => Cell.From(section.Key, section)),
        ];
        _ofOthers = All[0].Tenants.Count == 0 ? All[0] : null;
        foreach (var cell in All)
        {
            if (cell != All[0] && cell.Tenants.Count == 0)
            {
                throw new InvalidOperationException($"The cell {cell.Name} has no practice: set Cells:{cell.Name}:Tenants.");
            }

            foreach (var tenant in cell.Tenants)
            {
                if (!_byMark.TryAdd(MarkedSecret.MarkOf(tenant), cell))
                {
                    throw new InvalidOperationException($"The practice {tenant} is assigned twice.");
                }
            }
        }
    }

    /// <summary>All of them, the one that <c>Services</c> describes first.</summary>
    public IReadOnlyList<Cell> All { get; }

    /// <summary>Sends a request that is to be proxied to its practice's cell.</summary>
    public async Task Send(HttpContext http, RequestDelegate next)
    {
        var service = http.GetReverseProxyFeature().Route.Config.ClusterId!;
        var proxy = http.RequestServices.GetRequiredService<IProxyStateLookup>();
        if (service == PeoplePages.Service)
        {
            // They are of no cell: what they ask for comes back here with the visitor's token.
            await next(http);
        }
        else if (Of(http, service, proxy) is not { } cell)
        {
            await Unassigned.ToResult().ExecuteAsync(http);
        }
        else
        {
            http.ReassignProxyRequest(proxy.Find(cell.Cluster(service)));
            await next(http);
        }
    }

    /// <summary>The cell that a request is for; null where its practice is assigned to none.</summary>
    public Cell? Of(HttpContext http, string service, IProxyStateLookup proxy)
    {
        if (All.Count == 1 && _ofOthers is not null)
        {
            return _ofOthers;
        }

        if (MarkSentWith(http.Request) is { } mark && Marked(mark) is { } cell)
        {
            return cell;
        }

        if (Actor.From(http.User) is { } actor)
        {
            return Marked(MarkedSecret.MarkOf(actor.Tenant));
        }

        // Whoever is not known here is to be known nowhere: a token that is good by another cell's clock would write in the wrong one.
        http.Request.Headers.Authorization = default;
        return All.FirstOrDefault(c => proxy.Find(c.Cluster(service)).Answers()) ?? All[0];
    }

    private Cell? Marked(string mark) => _byMark.GetValueOrDefault(mark) ?? _ofOthers;

    private static string? MarkSentWith(HttpRequest request) =>
        request.Path.StartsWithSegments("/v1/calendars", StringComparison.Ordinal, out var rest)
        && rest.Value!.Split('/') is [_, { Length: >= CalendarSecretLength } secret, ..]
            ? MarkedSecret.MarkIn(secret)
        : ApiKeys.SentWith(request) is { } key ? ApiKeyText.MarkIn(key)
        : null;
}
