[assembly: AssemblyFixture(typeof(PracticeAnalysis.Session.IntegrationTests.SessionFixture))]

namespace PracticeAnalysis.Session.IntegrationTests;

/// <summary>The Session service for every test of this assembly.</summary>
public sealed class SessionFixture() : ServiceFixture<Program>("session");
