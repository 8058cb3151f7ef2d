using PracticeAnalysis.Reporting;
using PracticeAnalysis.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddPracticeService(ReportingConfiguration.Service);
builder.Services.AddReporting();

var app = builder.Build();
app.UsePracticeService();
app.MapReporting();
return await app.RunPracticeService(args);

/// <summary>The entry point, public for the tests' host.</summary>
public partial class Program;
