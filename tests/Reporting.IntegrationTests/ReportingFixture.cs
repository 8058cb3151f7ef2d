[assembly: AssemblyFixture(typeof(PracticeAnalysis.Reporting.IntegrationTests.ReportingFixture))]

namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>The Reporting service for every test of this assembly.</summary>
public sealed class ReportingFixture() : ServiceFixture<Program>("reporting");
