using PracticeAnalysis.Reporting;
using PracticeAnalysis.Reporting.Ledger;
using PracticeAnalysis.Reporting.Proof;
using PracticeAnalysis.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddPracticeService(ReportingConfiguration.Service);
builder.Services.AddReportingViews();
builder.Services.AddLedgerCheck();
builder.AddProof();

var app = builder.Build();
app.UsePracticeService();
app.MapReporting();
return await app.RunPracticeService(args);

/// <summary>The entry point, public for the tests' host.</summary>
public partial class Program;
