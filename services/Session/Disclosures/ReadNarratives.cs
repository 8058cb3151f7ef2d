using Marten;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Reads what was said in a session under an approved disclosure: the reading is a fact before a text is opened. Who said what is
/// not told.</summary>
public sealed class ReadNarratives(IDocumentStore store, Streams streams, TextVault vault)
{
    /// <summary>The texts, or nothing: without an approval that runs there is nothing to read.</summary>
    public async Task<IResult> Read(Actor actor, Guid id, CancellationToken cancel)
    {
        if (await streams.Witness<Disclosure>(id, Decide) is { } refused)
        {
            return refused.ToResult();
        }

        await using var session = await store.ForTenant(actor.Tenant, cancel);
        var disclosure = (await session.LoadAsync<Disclosure>(id, cancel))!;
        var told = (await session.LoadAsync<Sessions.Session>(disclosure.Session, cancel))!;
        var texts = Of(told, disclosure.Private).ToList();
        var opener = await vault.OpenerFor(session, told.Id, texts.Select(t => t.Text), cancel);
        return new Shown(
            new NarrativesView(
                told.Id,
                [.. texts.Select(t => new NarrativeView(t.What, t.Phase, opener.Open(t.Text, t.Member), t.Private))]
            )
        );
    }

    /// <summary>Decides: the disclosure as it is when the reading is recorded, whatever it was a moment before.</summary>
    public static Decision Decide(Disclosure disclosure, Act act) =>
        disclosure.Opens(act.By, act.Now) ? new NarrativesRead(act.By.Person) : Refusal.NotFound;

    /// <summary>What was said in a session and not withdrawn; what was said to the narrator alone where that is asked for.</summary>
    public static IEnumerable<Narrative> Of(Sessions.Session s, bool alsoPrivate) =>
        s
            .Situations.Select(x => new Narrative("situation", null, x.Text, "SituationRaised.Text", false))
            .Concat(One("starting-position", s.StartingPosition, "StartingPositionStated.Text"))
            .Concat(
                s.Contributions.Where(c => !c.Withdrawn)
                    .Select(c => new Narrative(Words.Of(c.Kind), c.Phase, c.Text, "ContributionMade.Text", c.Private))
            )
            .Concat(s.Contributions.SelectMany(c => One("pronouncement", c.Pronouncement, "InterpretationPronounced.Text", c.Phase)))
            .Concat(One("objective", s.Objective, "ObjectiveStated.Text"))
            .Concat(One("feedback", s.Feedback, "FeedbackGiven.Text"))
            .Concat(s.Echoes.Select(e => new Narrative("echo", null, e.Text, "EchoGiven.Text", e.Private)))
            .Concat(s.Decisions.Select(d => new Narrative("decision", null, d.Text, ProposeDecision.TextMember, false)))
            .Concat(s.Incidents.SelectMany(i => One("incident", i.Text, "FrameIncidentRecorded.Text")))
            .Where(n => alsoPrivate || !n.Private);

    private static IEnumerable<Narrative> One(string what, Sealed? text, string member, string? phase = null) =>
        text is null ? [] : [new(what, phase, text, member, false)];

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/disclosures/{id:guid}/narratives",
                (Guid id, HttpContext http, ReadNarratives narratives, CancellationToken cancel) =>
                    narratives.Read(Actor.From(http.User)!, id, cancel)
            )
            .WithSummary("Read what was said in a session, under an approved disclosure")
            .Produces<NarrativesView>()
            .For(Roles.Auditor);

    /// <summary>A text that was said, sealed, and the member of the fact that it was sealed for.</summary>
    public sealed record Narrative(string What, string? Phase, Sealed Text, string Member, bool Private);
}

/// <summary>What was said in a session.</summary>
public sealed record NarrativesView(Guid Session, IReadOnlyList<NarrativeView> Items) : ShowsTexts;

/// <summary>One thing that was said.</summary>
/// <param name="What">situation, starting-position, the kind of contribution, pronouncement, objective, feedback, echo, decision or incident.</param>
/// <param name="Text">Null where it was erased; <c>erased</c> lists where.</param>
public sealed record NarrativeView(string What, string? Phase, string? Text, bool Private);
