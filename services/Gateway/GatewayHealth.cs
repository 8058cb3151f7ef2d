using Yarp.ReverseProxy;

namespace PracticeAnalysis.Gateway;

/// <summary>The gateway lives when it answers, and is ready when every service of a cell is: a cell that is away takes no other one's practices away.</summary>
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
                    cells.All.SelectMany(cell => cell.Nodes.Keys.Select(service => IsReady(cell, service, proxy, clients, cancel)))
                );
                var ready = states.GroupBy(s => s.Cell).Any(cell => cell.All(s => s.Ready));
                return Results.Json(
                    states.ToDictionary(s => s.Cell.Cluster(s.Service), s => s.Ready ? "Healthy" : "Unhealthy"),
                    statusCode: ready ? 200 : 503
                );
            }
        );
    }

    private static async Task<(Cell Cell, string Service, bool Ready)> IsReady(
        Cell cell,
        string service,
        IProxyStateLookup proxy,
        IHttpClientFactory clients,
        CancellationToken cancel
    )
    {
        try
        {
            using var client = clients.CreateClient();
            client.Timeout = TimeSpan.FromSeconds(5);
            using var answer = await client.GetAsync(new Uri(proxy.Node(cell.Cluster(service)), "/health/ready"), cancel);
            return (cell, service, answer.IsSuccessStatusCode);
        }
        catch (Exception away) when (away is HttpRequestException or TaskCanceledException && !cancel.IsCancellationRequested)
        {
            return (cell, service, false);
        }
    }
}
