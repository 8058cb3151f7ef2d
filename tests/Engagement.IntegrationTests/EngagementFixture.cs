[assembly: AssemblyFixture(typeof(PracticeAnalysis.Engagement.IntegrationTests.EngagementFixture))]

namespace PracticeAnalysis.Engagement.IntegrationTests;

/// <summary>The Engagement service for every test of this assembly.</summary>
public sealed class EngagementFixture() : ServiceFixture<Program>("engagement");
