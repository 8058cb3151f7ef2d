using System.Net.Http.Headers;
using PracticeAnalysis.Client;
using PracticeAnalysis.Pages.Layout;
using PracticeAnalysis.Pages.SignIn;

namespace PracticeAnalysis.Pages.Api;

/// <summary>The public API, asked with the visitor's own token and in their language: pages know nothing that the visitor may not.</summary>
public static class ApiModule
{
    /// <summary>Adds the client, one for each request, over connections that all share.</summary>
    /// <exception cref="InvalidOperationException">The setting <c>Pages:Gateway</c> is missing.</exception>
    public static void AddApi(this WebApplicationBuilder builder)
    {
        var gateway = new Uri(
            builder.Configuration["Pages:Gateway"]
                ?? throw new InvalidOperationException("The setting Pages:Gateway is missing: the API's origin.")
        );
        builder.Services.AddHttpContextAccessor();
        builder.Services.AddSingleton(_ => new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(2) });
        builder.Services.AddScoped(services =>
        {
            var http = services.GetRequiredService<IHttpContextAccessor>().HttpContext!;
            return PracticeAnalysisClient.Create(
                gateway,
                async _ => await SignInModule.TokenOf(http) ?? throw new NotSignedInException(),
                services.GetRequiredService<TimeProvider>(),
                InTheLanguageOf(http)
            );
        });
        builder.Services.AddScoped(services => new Documents(
            new(InTheLanguageOf(services.GetRequiredService<IHttpContextAccessor>().HttpContext!)) { BaseAddress = gateway },
            services.GetRequiredService<IHttpContextAccessor>().HttpContext!
        ));
    }

    // The connections are shared: whoever ends a client leaves them open.
    private static InTheirLanguage InTheLanguageOf(HttpContext http) =>
        new(PageLanguage.Of(http.Request)) { InnerHandler = http.RequestServices.GetRequiredService<SocketsHttpHandler>() };

    private sealed class InTheirLanguage(string language) : DelegatingHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        {
            request.Headers.AcceptLanguage.Add(new StringWithQualityHeaderValue(language));
            return base.SendAsync(request, cancellationToken);
        }
    }
}

/// <summary>The page is for who is signed in, and nobody is.</summary>
public sealed class NotSignedInException : Exception;
