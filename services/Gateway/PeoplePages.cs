using Yarp.ReverseProxy.Configuration;

namespace PracticeAnalysis.Gateway;

/// <summary>Where the pages for people are: at nodes of a service of their own, which <c>Pages:Nodes</c> names, with a space between them. A
/// browser gets them, since it asks for HTML; whoever asks for data gets the API's own answers.</summary>
public static class PeoplePages
{
    /// <summary>What the proxy calls their service.</summary>
    public const string Service = "pages";

    private const int BeforeTheGuides = -1;
    private const int AfterAllElse = 1000;

    /// <summary>The front page before the gateway's own, files of style, and every other path that nothing else answers.</summary>
    public static IEnumerable<RouteConfig> Routes(IConfiguration configuration) =>
        Nodes(configuration).Length == 0
            ? []
            :
            [
                Route("pages-home", "/", BeforeTheGuides, Html),
                Route("pages-assets", "/assets/{**rest}", AfterAllElse),
                Route("pages", "/{first:regex(^(?!(v1|openapi|health)$))}/{**rest}", AfterAllElse, Html),
            ];

    /// <summary>Their nodes; none where they are not served.</summary>
    public static IEnumerable<ClusterConfig> Clusters(IConfiguration configuration) =>
        Nodes(configuration) is { Length: > 0 } nodes ? [ServiceRoutes.Cluster(Service, nodes)] : [];

    private static readonly RouteHeader Html = new()
    {
        Name = "Accept",
        Values = ["text/html"],
        Mode = HeaderMatchMode.Contains,
    };

    private static string[] Nodes(IConfiguration configuration) =>
        configuration["Pages:Nodes"]?.Split(' ', StringSplitOptions.RemoveEmptyEntries) ?? [];

    private static RouteConfig Route(string id, string path, int order, params RouteHeader[] headers) =>
        new()
        {
            RouteId = id,
            ClusterId = Service,
            Order = order,
            Match = new() { Path = path, Headers = headers },
        };
}
