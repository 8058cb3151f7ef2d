using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session;

/// <summary>Takes over what Engagement tells of API keys.</summary>
public static class LearnApiKeysHandler
{
    /// <summary>A key was issued, rotated or revoked.</summary>
    public static Task Handle(ApiKeyChanged message, IDocumentSession session, CancellationToken cancel) =>
        KnownKey.Learn(message, session, cancel);
}
