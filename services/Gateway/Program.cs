using PracticeAnalysis.Gateway;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using Scalar.AspNetCore;

var builder = WebApplication.CreateBuilder(args);
builder.AddLimits();
builder.AddCors();
builder.AddTelemetry("gateway");
builder.Services.AddProblemDetails();
builder.Services.AddHttpClient();
builder.AddRateLimit();
builder.Services.AddReverseProxy().LoadFromMemory(ServiceRoutes.Routes, ServiceRoutes.Clusters(builder.Configuration));

var app = builder.Build();
app.UseSafeHeaders();
app.UseProblems();
app.UseCors();
app.UseAuthentication();
app.UseRateLimiter();
app.MapGatewayHealth();
app.MapPersonExport();
app.MapScalarApiReference(
    "/reference",
    options =>
    {
        Reference.Plainly(options);
        options.AddDocuments(ServiceRoutes.Services);
    }
);
app.MapReverseProxy();
await app.RunAsync();
