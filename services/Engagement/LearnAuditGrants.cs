using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement;

/// <summary>Takes over what Reporting tells of auditors' grants.</summary>
public static class LearnAuditGrantsHandler
{
    /// <summary>A grant was given, changed or taken back.</summary>
    public static Task Handle(AuditGrantChanged message, IDocumentSession session, CancellationToken cancel) =>
        KnownAuditGrant.Learn(message, session, cancel);
}
