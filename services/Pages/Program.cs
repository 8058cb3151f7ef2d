using PracticeAnalysis.Http;
using PracticeAnalysis.Pages.Api;
using PracticeAnalysis.Pages.Establishment;
using PracticeAnalysis.Pages.Layout;
using PracticeAnalysis.Pages.SignIn;
using PracticeAnalysis.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddLimits();
builder.AddTelemetry("pages");
builder.AddSignIn();
builder.AddApi();
builder.Services.AddRazorComponents();

var app = builder.Build();
app.UseSafePages();
app.UseFailurePages();
app.UseRequestTimeouts();
app.UseAuthentication();
app.UseAuthorization();
app.UseAntiforgery();
app.MapGet("/health/live", () => "Healthy");
app.MapGet("/health/ready", () => "Healthy");
app.MapStaticAssets();
app.MapSignIn();
app.MapLanguage();
app.MapEstablishment();
app.MapRazorComponents<App>();
await app.RunAsync();
