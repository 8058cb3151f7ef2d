using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Reads texts of a session under a disclosure that is open: the reading is a fact before a text is opened, and those read see it. Who said
/// what is not told.</summary>
public sealed class ReadNarratives(IDocumentStore store, Streams streams, TextVault vault)
{
    /// <summary>The texts, or nothing: without an open disclosure under a live grant there is nothing to read.</summary>
    public async Task<IResult> Read(Actor actor, Guid id, CancellationToken cancel)
    {
        var (grant, said) = await Beside(actor, id, cancel);
        if (await streams.Witness<Disclosure>(id, (disclosure, act) => Decide(disclosure, grant, said, act)) is { } refused)
        {
            return refused.ToResult();
        }

        await using var session = await store.ForTenant(actor.Tenant, cancel);
        var read = await session.LoadAsync<Disclosure>(id, cancel);
        var texts = Demands.Opened(read!, said);
        var opener = await vault.OpenerFor(session, read!.Session, texts.Select(t => t.Text), cancel);
        return new Shown(
            new NarrativesView(
                read.Session,
                [.. texts.Select(t => new NarrativeView(t.Version, t.What, t.Phase, opener.Open(t.Text, t.Member), t.Private))]
            )
        );
    }

    /// <summary>Decides: the disclosure as it is when the reading is recorded, whatever it was a moment before.</summary>
    /// <param name="grant">The grant that it is under, as this service knows it.</param>
    /// <param name="said">What was said in its session.</param>
    public static Decision Decide(Disclosure disclosure, KnownAuditGrant? grant, IReadOnlyList<SaidText> said, Act act) =>
        disclosure.Opens(act.By, grant, act.Now)
            ? new NarrativesRead(act.By.Person, [.. Demands.Opened(disclosure, said).Select(t => t.Version)])
            : Refusal.NotFound;

    // Read before the disclosure is held: who holds one connection never waits for a second.
    private async Task<(KnownAuditGrant? Grant, IReadOnlyList<SaidText> Said)> Beside(Actor actor, Guid id, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        return await session.LoadAsync<Disclosure>(id, cancel) is { Grant: { } grant } disclosure
            ? (await session.LoadAsync<KnownAuditGrant>(grant, cancel), await SaidText.Read(session, disclosure.Session, cancel))
            : (null, []);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/disclosures/{id:guid}/narratives",
                (Guid id, HttpContext http, ReadNarratives narratives, CancellationToken cancel) =>
                    narratives.Read(Actor.From(http.User)!, id, cancel)
            )
            .WithSummary("Read what was said in a session, under a disclosure that is open")
            .Produces<NarrativesView>()
            .For(Roles.Auditor);
}

/// <summary>What was said in a session.</summary>
/// <param name="Session">The session in which they were said.</param>
/// <param name="Items">What may be read under the disclosure, in the order of the session's history.</param>
public sealed record NarrativesView(Guid Session, IReadOnlyList<NarrativeView> Items) : ShowsTexts;

/// <summary>One thing that was said.</summary>
/// <param name="Version">Of the session's history, in which it stands.</param>
/// <param name="What">situation, starting-position, the kind of contribution, pronouncement, objective, feedback, echo, decision or incident.</param>
/// <param name="Phase">Code of the phase of the contribution, or of the one pronounced on; null of all else.</param>
/// <param name="Text">Null where it was erased; <c>erased</c> lists where.</param>
/// <param name="Private">Whether it was said to the narrator alone.</param>
public sealed record NarrativeView(long Version, string What, string? Phase, string? Text, bool Private);
