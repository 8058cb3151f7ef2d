using PracticeAnalysis.Http;
using Yarp.ReverseProxy.Forwarder;

namespace PracticeAnalysis.Gateway;

/// <summary>A request that was passed on and not answered: a command among them may have been done.</summary>
public static class Unanswered
{
    /// <summary>Takes note of it. What no connection was made for went nowhere.</summary>
    public static async Task Note(HttpContext http, RequestDelegate next)
    {
        await next(http);
        if (
            http.GetForwarderErrorFeature()?.Exception
            is not (
                null
                or HttpRequestException
                {
                    HttpRequestError: HttpRequestError.ConnectionError
                        or HttpRequestError.NameResolutionError
                        or HttpRequestError.SecureConnectionError
                }
            )
        )
        {
            RequestOutcome.Leave(http);
        }
    }
}
