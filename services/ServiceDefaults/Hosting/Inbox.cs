using Marten;

namespace PracticeAnalysis.ServiceDefaults.Hosting;

/// <summary>A fact of another service that was taken over: its source, stream and version.</summary>
public sealed record Received(string Id);

/// <summary>What keeps a message from being taken over twice, however late it comes again.</summary>
public static class Inbox
{
    /// <summary>Whether the fact was not taken over yet; if so it is marked, in the same transaction.</summary>
    public static async Task<bool> IsFirst(
        this IDocumentSession session,
        string source,
        Guid stream,
        long version,
        CancellationToken cancel
    )
    {
        var mark = new Received($"{source}/{stream}/{version}");
        if (await session.LoadAsync<Received>(mark.Id, cancel) is not null)
        {
            return false;
        }

        session.Insert(mark);
        return true;
    }
}
