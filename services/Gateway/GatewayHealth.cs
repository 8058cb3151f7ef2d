using Yarp.ReverseProxy;

namespace PracticeAnalysis.Gateway;

/// <summary>The gateway lives when it answers, and is ready when every service is.</summary>
public static class GatewayHealth
{
    /// <summary>Maps <c>/health/live</c> and <c>/health/ready</c>.</summary>
    public static void MapGatewayHealth(this WebApplication app)
    {
        app.MapGet("/health/live", () => "Healthy");
        app.MapGet(
            "/health/ready",
            async (IProxyStateLookup proxy, IHttpClientFactory clients, CancellationToken cancel) =>
            {
                var states = await Task.WhenAll(ServiceRoutes.Services.Select(s => IsReady(s, proxy, clients, cancel)));
                var ready = states.All(s => s.Ready);
                return Results.Json(
                    states.ToDictionary(s => s.Service, s => s.Ready ? "Healthy" : "Unhealthy"),
                    statusCode: ready ? 200 : 503
                );
            }
        );
    }

    private static async Task<(string Service, bool Ready)> IsReady(
        string service,
        IProxyStateLookup proxy,
        IHttpClientFactory clients,
        CancellationToken cancel
    )
    {
        try
        {
            using var client = clients.CreateClient();
            using var answer = await client.GetAsync(new Uri(proxy.Node(service), "/health/ready"), cancel);
            return (service, answer.IsSuccessStatusCode);
        }
        catch (HttpRequestException)
        {
            return (service, false);
        }
    }
}
