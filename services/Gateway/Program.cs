using PracticeAnalysis.Gateway;
using PracticeAnalysis.Http;
using PracticeAnalysis.OpenApi;
using PracticeAnalysis.ServiceDefaults;

if (args is ["openapi", .. var documents])
{
    // One document for the one origin, of those that the services wrote.
    await Console.Out.WriteAsync(OpenApiMerge.Of(documents.ToDictionary(d => Path.GetFileNameWithoutExtension(d), File.ReadAllText)));
    return;
}

if (args is ["asyncapi", var contract])
{
    // What is told unasked, of that one document.
    await Console.Out.WriteAsync(AsyncApi.Of(File.ReadAllText(contract)));
    return;
}

var builder = WebApplication.CreateBuilder(args);
builder.AddLimits();
builder.AddCors();
builder.AddTelemetry("gateway");
builder.Services.AddProblemDetails();
builder.Services.AddHttpClient();
builder.AddRateLimit();
var cells = new Cells(builder.Configuration);
builder.Services.AddSingleton(cells);
builder
    .Services.AddReverseProxy()
    .LoadFromMemory(
        [.. ServiceRoutes.Routes, .. PeoplePages.Routes(builder.Configuration)],
        [.. ServiceRoutes.Clusters(cells), .. PeoplePages.Clusters(builder.Configuration)]
    );

var app = builder.Build();
app.UseSafeHeaders();
app.UseAnswering();
app.UseProblems();
app.UseLimits();
app.UseMethods();
app.UseCors();
app.UseAuthentication();
app.UseRateLimiter();
app.MapGatewayHealth();
app.MapPersonExport();
app.MapPublicPages();
app.MapGuides();
app.MapReverseProxy(proxied =>
{
    proxied.Use(Methods.GoOnAsAsked);
    proxied.Use(Unanswered.Note);
    proxied.Use(Streams.EndWithGateway);
    proxied.Use((http, next) => cells.Send(http, next));
    proxied.UseSessionAffinity();
    proxied.UseLoadBalancing();
    proxied.UsePassiveHealthChecks();
});
await app.RunAsync();
