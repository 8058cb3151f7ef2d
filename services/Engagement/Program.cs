using PracticeAnalysis.Engagement;
using PracticeAnalysis.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddPracticeService(EngagementConfiguration.Service);
builder.Services.AddEngagementViews();

var app = builder.Build();
app.UsePracticeService();
app.MapEngagement();
return await app.RunPracticeService(args);

/// <summary>The entry point, public for the tests' host.</summary>
public partial class Program;
