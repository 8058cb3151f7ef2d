using PracticeAnalysis.Http;
using PracticeAnalysis.ServiceDefaults;
using Yarp.ReverseProxy;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Health;
using Yarp.ReverseProxy.Model;

namespace PracticeAnalysis.Gateway;

/// <summary>Which service answers which path: the one table of the one origin.</summary>
public static class ServiceRoutes
{
    private static readonly (string Path, string Service)[] Table =
    [
        ("/v1/establishments/{id}/indicators/{**rest}", "reporting"),
        ("/v1/establishments/{id}/action-tracks", "reporting"),
        ("/v1/establishments/{**rest}", "engagement"),
        ("/v1/imports/{**rest}", "engagement"),
        ("/v1/operations/{**rest}", "engagement"),
        ("/v1/past-engagements/{**rest}", "engagement"),
        ("/v1/platform-grants/{**rest}", "engagement"),
        ("/v1/api-keys/{**rest}", "engagement"),
        ("/v1/sandbox/{**rest}", "engagement"),
        ("/v1/facilitators/{**rest}", "engagement"),
        ("/v1/persons/me/export/session", "session"),
        ("/v1/persons/me/export/reporting", "reporting"),
        ("/v1/persons/me/waiting/session", "session"),
        ("/v1/persons/me/waiting/reporting", "reporting"),
        ("/v1/persons/{**rest}", "engagement"),
        ("/v1/requests/{**rest}", "engagement"),
        ("/v1/frames/{**rest}", "engagement"),
        ("/v1/policy-sets/{**rest}", "engagement"),
        ("/v1/charter-clauses", "engagement"),
        ("/v1/audit-grants/{**rest}", "reporting"),
        ("/v1/engagements/{id}/history", "reporting"),
        ("/v1/proof/heads/engagement", "engagement"),
        ("/v1/proof/heads/session", "session"),
        ("/v1/proof/{**rest}", "reporting"),
        ("/v1/engagements/{id}/states", "reporting"),
        ("/v1/engagements/{id}/conformance", "reporting"),
        ("/v1/engagements/{id}/export", "reporting"),
        ("/v1/event-schemas/{**rest}", "reporting"),
        ("/v1/engagements/{id}/difference", "reporting"),
        ("/v1/engagements/{id}/bilans/{**rest}", "reporting"),
        ("/v1/engagements/{**rest}", "engagement"),
        ("/v1/groups/{id}/evolution", "reporting"),
        ("/v1/groups/{id}/audit-trail", "reporting"),
        ("/v1/groups/{id}/bilans/{**rest}", "reporting"),
        ("/v1/groups/{id}/bilans-due", "reporting"),
        ("/v1/groups/{id}/syntheses", "reporting"),
        ("/v1/groups/{id}/sessions/{**rest}", "session"),
        ("/v1/groups/{id}/tracks/{**rest}", "session"),
        ("/v1/groups/{id}/situations", "session"),
        ("/v1/groups/{id}/parts", "session"),
        ("/v1/groups/{**rest}", "engagement"),
        ("/v1/sessions/{**rest}", "session"),
        ("/v1/pulses/{**rest}", "session"),
        ("/v1/calendar-links/{**rest}", "session"),
        ("/v1/calendars/{**rest}", "session"),
        ("/v1/disclosures/{**rest}", "session"),
        ("/v1/tracks/{**rest}", "session"),
        ("/v1/protocols/{**rest}", "session"),
        ("/v1/protocol-templates/{**rest}", "session"),
        ("/v1/bilans/{**rest}", "reporting"),
        ("/v1/roll-ups/{**rest}", "reporting"),
        ("/v1/indicator-periods/{**rest}", "reporting"),
        ("/v1/webhooks/{**rest}", "reporting"),
        ("/v1/events", "reporting"),
        ("/v1/syntheses/{**rest}", "reporting"),
    ];

    /// <summary>The services behind the gateway.</summary>
    public static readonly string[] Services = ["engagement", "session", "reporting"];

    /// <summary>The routes, the more particular before the general.</summary>
    public static IReadOnlyList<RouteConfig> Routes { get; } =
    [
        .. Table.Select((r, i) => Route($"v1-{i}", r.Path, r.Service, i)),
        .. Services.Select((s, i) => Route($"openapi-{s}", $"/openapi/{s}.json", s, 100 + i)),
        Route("methodology", "/methodology/{**rest}", "reporting", 199),
    ];

    /// <summary>Where the services of each cell are.</summary>
    public static IReadOnlyList<ClusterConfig> Clusters(Cells cells) =>
        [.. cells.All.SelectMany(cell => cell.Nodes.Select(service => Cluster(cell.Cluster(service.Key), service.Value)))];

    /// <summary>A service at its nodes. One that is away is asked nothing until it answers again.</summary>
    public static ClusterConfig Cluster(string name, IEnumerable<string> nodes) =>
        new()
        {
            ClusterId = name,

            // As it was read, so that no header that came in makes the request unsendable.
            HttpClient = new() { RequestHeaderEncoding = "utf-8" },
            Destinations = nodes.ToDictionary(node => node, node => new DestinationConfig { Address = node }),
            HealthCheck = new()
            {
                AvailableDestinationsPolicy = HealthCheckConstants.AvailableDestinations.HealthyOrPanic,
                Active = new()
                {
                    Enabled = true,
                    Path = "/health/live",
                    Interval = TimeSpan.FromSeconds(2),
                    Timeout = TimeSpan.FromSeconds(2),
                    Policy = HealthCheckConstants.ActivePolicy.ConsecutiveFailures,
                },
            },
        };

    /// <summary>The address of a node of a cell's service that answers, as far as is known.</summary>
    public static Uri Node(this IProxyStateLookup proxy, string cluster) =>
        new(proxy.Find(cluster).DestinationsState.AvailableDestinations[0].Model.Config.Address);

    /// <summary>What the proxy knows of a cell's service.</summary>
    public static ClusterState Find(this IProxyStateLookup proxy, string cluster) =>
        proxy.TryGetCluster(cluster, out var state) ? state : throw new InvalidOperationException($"There is no service {cluster}.");

    /// <summary>Whether a node of it answers, as far as is known.</summary>
    public static bool Answers(this ClusterState cluster) =>
        cluster.DestinationsState.AllDestinations.Any(node => node.Health.Active != DestinationHealth.Unhealthy);

    private static RouteConfig Route(string id, string path, string service, int order) =>
        new()
        {
            RouteId = id,
            ClusterId = service,
            Order = order,
            Match = new() { Path = path },

            // How much an operation reads beyond what is usual is its service's to say.
            MaxRequestBodySize = path.StartsWith("/v1/imports/", StringComparison.Ordinal) ? RequestLimits.MostBytes : null,
        };
}
