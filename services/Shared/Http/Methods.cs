using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;

namespace PracticeAnalysis.Http;

/// <summary>Methods that no route names: HEAD is a GET of which the server sends no body, and what is not known is said before who may.</summary>
public static class Methods
{
    private const string NotAllowed = "405 HTTP Method Not Supported";

    /// <summary>Has HEAD answered as GET, and finds the route. To come before everything that asks for it.</summary>
    public static void UseMethods(this WebApplication app)
    {
        app.Use(
            (context, next) =>
            {
                if (HttpMethods.IsTrace(context.Request.Method) || HttpMethods.IsConnect(context.Request.Method))
                {
                    context.Response.StatusCode = StatusCodes.Status405MethodNotAllowed;
                    context.Response.Headers.Allow = "GET, HEAD, POST, OPTIONS";
                    return Task.CompletedTask;
                }

                if (HttpMethods.IsHead(context.Request.Method))
                {
                    context.Request.Method = HttpMethods.Get;
                }

                return next(context);
            }
        );
        app.UseRouting();
        // Which methods a path knows is in the contract: it needs no token.
        app.Use(
            (context, next) =>
                context.GetEndpoint() is { DisplayName: NotAllowed, RequestDelegate: { } refuse } ? refuse(context) : next(context)
        );
    }
}
