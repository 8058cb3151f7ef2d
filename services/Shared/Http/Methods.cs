using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Routing;

namespace PracticeAnalysis.Http;

/// <summary>Methods that no route names: HEAD is a GET of which the server sends no body, and what is not known is said before who may.</summary>
public static class Methods
{
    private const string NotAllowed = "405 HTTP Method Not Supported";

    /// <summary>What goes on to another service is asked as it came: of a HEAD that arrived as a GET a stream would never end.</summary>
    public static Task GoOnAsAsked(HttpContext context, RequestDelegate next)
    {
        if (context.Features.Get<AskedHead>() is not null)
        {
            context.Request.Method = HttpMethods.Head;
        }

        return next(context);
    }

    /// <summary>The route answers a GET; of what else is asked of its path, nobody after it is asked.</summary>
    public static RouteHandlerBuilder GetAlone(this RouteHandlerBuilder route) =>
        route.AddEndpointFilter(
            async (call, next) =>
            {
                if (HttpMethods.IsGet(call.HttpContext.Request.Method))
                {
                    return await next(call);
                }

                call.HttpContext.Response.Headers.Allow = "GET, HEAD";
                return Problems.NotAllowed.ToResult();
            }
        );

    /// <summary>Has HEAD answered as GET, and finds the route. To come before everything that asks for it.</summary>
    public static void UseMethods(this WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                if (HttpMethods.IsHead(context.Request.Method))
                {
                    context.Request.Method = HttpMethods.Get;
                    context.Features.Set(new AskedHead());
                }
                else if (HttpMethods.IsConnect(context.Request.Method))
                {
                    // Nobody tunnels here, and no proxy could send it on: it is answered as another method that no path knows.
                    context.Request.Method = HttpMethods.Trace;
                }
                else if (HttpMethods.IsOptions(context.Request.Method) && context.Features.Get<IHttpRequestFeature>()?.RawTarget == "*")
                {
                    context.Response.StatusCode = StatusCodes.Status204NoContent;
                    context.Response.Headers.Allow = "GET, HEAD, POST";
                    return Task.CompletedTask;
                }

                return next(context);
            }
        );
        app.UseRouting();
        // Which methods a path knows is in the contract: it needs no token.
        app.Use(
            async (context, next) =>
            {
                if (context.GetEndpoint() is not { DisplayName: NotAllowed, RequestDelegate: { } refuse })
                {
                    await next(context);
                    return;
                }

                await refuse(context);
                var allowed = $"{context.Response.Headers.Allow}".Split(", ", StringSplitOptions.RemoveEmptyEntries);
                if (allowed.Contains(HttpMethods.Get))
                {
                    context.Response.Headers.Allow = string.Join(", ", allowed.Append(HttpMethods.Head));
                }
            }
        );
    }
}
