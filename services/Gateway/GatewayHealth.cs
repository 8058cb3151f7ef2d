using Yarp.ReverseProxy;

namespace PracticeAnalysis.Gateway;

/// <summary>The gateway lives when it answers, and is ready when every service of every cell is. What balances between gateways asks whether it lives:
/// while a cell is away it is not ready, and answers for the others.</summary>
public static class GatewayHealth
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapGatewayHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "Healthy");
        app.MapGet(
            "/health/ready",
            async (Cells cells, IProxyStateLookup proxy, IHttpClientFactory clients, CancellationToken cancel) =>
            {
                var states = await Task.WhenAll(
                    cells.All.SelectMany(cell => cell.Nodes.Keys.Select(service => IsReady(cell.Cluster(service), proxy, clients, cancel)))
                );
                var ready = states.All(s => s.Ready);
                return Results.Json(
                    states.ToDictionary(s => s.Cluster, s => s.Ready ? "Healthy" : "Unhealthy"),
                    statusCode: ready ? 200 : 503
                );
            }
        );
    }

    private static async Task<(string Cluster, bool Ready)> IsReady(
        string cluster,
        IProxyStateLookup proxy,
        IHttpClientFactory clients,
        CancellationToken cancel
    )
    {
        try
        {
            using var client = clients.CreateClient();
            client.Timeout = TimeSpan.FromSeconds(5);
            using var answer = await client.GetAsync(new Uri(proxy.Node(cluster), "/health/ready"), cancel);
            return (cluster, answer.IsSuccessStatusCode);
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return (cluster, false);
        }
    }
}
