using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session;

/// <summary>Takes over what Reporting tells of auditors' grants.</summary>
public static class LearnAuditGrantsHandler
{
    /// <summary>A grant was given, changed or taken back: what was disclosed under one that is taken back ends with it.</summary>
    public static async Task Handle(AuditGrantChanged message, IDocumentSession session, Inbox inbox, CancellationToken cancel)
    {
        await KnownAuditGrant.Learn(message, session, cancel);
        if (message.Revoked)
        {
            var under = await session.Query<Disclosure>().Where(d => d.Grant == message.Grant).ToListAsync(cancel);
            await inbox.Learn<Disclosure>(
                "audit-grant-revoked",
                [.. under.Where(d => d.IsPending).Select(d => d.Id)],
                message.Origin,
                new DisclosureLapsed(),
                cancel
            );
        }
    }
}
