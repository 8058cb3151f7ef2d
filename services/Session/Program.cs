using PracticeAnalysis.ServiceDefaults;
using PracticeAnalysis.Session;

var builder = WebApplication.CreateBuilder(args);
builder.AddPracticeService(SessionConfiguration.Service);

var app = builder.Build();
app.UsePracticeService();
return await app.RunPracticeService(args);

/// <summary>The entry point, public for the tests' host.</summary>
public partial class Program;
