namespace PracticeAnalysis.Http;

/// <summary>The identity provider does not answer, and its keys are not known yet.</summary>
public sealed class ProviderAwayException() : Exception("The identity provider is unavailable.");
