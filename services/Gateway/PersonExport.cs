using System.Net.Http.Headers;
using System.Text.Json.Nodes;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using Yarp.ReverseProxy;

namespace PracticeAnalysis.Gateway;

/// <summary>A person's own data, and what waits for their word, from all three services in one document. Each service judges the token by itself.</summary>
public static class PersonExport
{
    /// <summary>Maps <c>GET /v1/persons/me/export</c> and <c>GET /v1/persons/me/waiting</c>.</summary>
    public static void MapPersonExport(this WebApplication app)
    {
        foreach (var what in (string[])["export", "waiting"])
        {
            // Of every method: a service behind knows nothing of this path.
            app.Map(
                    $"/v1/persons/me/{what}",
                    (HttpContext http, Cells cells, IProxyStateLookup proxy, IHttpClientFactory clients, CancellationToken cancel) =>
                        Gather(what, http, cells, proxy, clients, cancel)
                )
                .GetAlone()
                .AsksOnly();
        }
    }

    private static async Task<IResult> Gather(
        string what,
        HttpContext http,
        Cells cells,
        IProxyStateLookup proxy,
        IHttpClientFactory clients,
        CancellationToken cancel
    )
    {
        if (MediaTypes.Unacceptable(http.Request, "application/json") is { } refusal)
        {
            return refusal.ToResult();
        }

        var whole = new JsonObject();
        foreach (var service in ServiceRoutes.Services)
        {
            if (cells.Of(http, service, proxy) is not { } cell)
            {
                return Cells.Unassigned.ToResult();
            }

            using var client = clients.CreateClient();
            using var request = new HttpRequestMessage(
                HttpMethod.Get,
                new Uri(proxy.Node(cell.Cluster(service)), $"/v1/persons/me/{what}/{service}")
            );
            if (AuthenticationHeaderValue.TryParse(http.Request.Headers.Authorization, out var token))
            {
                request.Headers.Authorization = token;
            }

            request.Headers.TryAddWithoutValidation("Accept-Language", (IEnumerable<string?>)http.Request.Headers.AcceptLanguage);

            try
            {
                using var answer = await client.SendAsync(request, cancel);
                var body = await answer.Content.ReadAsStringAsync(cancel);
                if (!answer.IsSuccessStatusCode)
                {
                    http.Response.Headers.ContentLanguage = answer.Content.Headers.ContentLanguage.ToArray();
                    http.Response.Headers.RetryAfter = answer.Headers.RetryAfter?.ToString();
                    return Results.Text(body, answer.Content.Headers.ContentType?.ToString(), statusCode: (int)answer.StatusCode);
                }

                whole[service] = JsonNode.Parse(body);
            }
            catch (HttpRequestException)
            {
                return Problems.Unavailable("A service behind the gateway is unavailable.").ToResult();
            }
        }

        return Results.Json(whole);
    }
}
