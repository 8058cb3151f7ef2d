namespace PracticeAnalysis.Http;

/// <summary>A list as the API answers it.</summary>
/// <param name="Items">What is listed, in order.</param>
public sealed record Page<T>(IReadOnlyList<T> Items) : ShowsTexts;
