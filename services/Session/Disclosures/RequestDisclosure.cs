using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Asks to read texts of a session, under a live audit grant and on a basis out of a closed list. Nothing is read before what the basis
/// demands is there; the group's members and its facilitator see at once that it is asked.</summary>
/// <param name="Basis">judicial-order, person-in-danger, data-protection, authors-agreement or group-agreement.</param>
/// <param name="Texts">The texts, by the version of the session's history in which each stands; all of them, where absent. For a person in danger
/// and for data protection those concerned are named.</param>
/// <param name="Private">Whether private texts are asked for too: by a judicial order, or with their author's agreement.</param>
/// <param name="Reference">Of the judicial order, 200 characters at most; with that basis alone.</param>
/// <param name="Hours">For how long it is read once it opens, 72 at most.</param>
public sealed record RequestDisclosure(
    DisclosureBasis Basis,
    IReadOnlyList<long>? Texts = null,
    bool Private = false,
    Narrative? Reference = null,
    [property: Between(1, 72)] int Hours = 24
) : Command
{
    /// <summary>How long one may object, where the basis leaves a delay.</summary>
    public const int DaysToObject = 14;

    internal const string ReferenceMember = "DisclosureAsked.Reference";
    private const int LongestReference = 200;
    private static readonly Rule OfItsBasis = new("always", "disclosure-basis", "design");

    /// <summary>Decides.</summary>
    /// <param name="group">The session's group as it stands.</param>
    /// <param name="grant">A grant of the auditor's; without a live one over the engagement the session is not there.</param>
    /// <param name="said">What was said in the session.</param>
    public static Decision Decide(
        RequestDisclosure command,
        Session? session,
        Mandate? group,
        KnownAuditGrant? grant,
        IReadOnlyList<SaidText> said,
        Act act
    )
    {
        if (
            session is null
            || grant is null
            || grant.Auditor != act.By.Person
            || !grant.IsLive(act.Now)
            || !grant.Covers(session.Engagement)
        )
        {
            return Refusal.NotFound;
        }

        if (!act.IsUntimed && act.OccurredAt < grant.Since)
        {
            return Refusal.OfRule(
                new("always", "occurred-at", "design"),
                "occurredAt is before the grant on which the request relies.",
                "Give a time that is not before the grant."
            );
        }

        if (Unfit(command, said) is { } unfit)
        {
            return unfit;
        }

        var texts = said.Where(t => command.Texts?.Contains(t.Version) ?? true).Where(t => command.Private || !t.Private).ToList();
        return texts.Count == 0
            ? Refusal.OfOrder("None of this was said in the session.", "Name texts of the session; its history numbers them.")
            : new DisclosureAsked(
                session.Engagement,
                session.Group,
                session.Id,
                act.By.Person,
                grant.Id,
                command.Basis,
                command.Private,
                [.. texts.Select(t => new AskedText(t.Version, t.Author))],
                group?.Persons ?? session.Members,
                group is null ? session.Facilitator : group.Facilitator,
                command.Hours,
                Demands.LeaveDelay(command.Basis) ? act.Now.AddDays(DaysToObject) : null,
                command.Reference is { } reference ? act.Seal(reference, ReferenceMember) : null
            );
    }

    private static Refusal? Unfit(RequestDisclosure command, IReadOnlyList<SaidText> said) =>
        Input.CheckNumbers(command) is { } noNumber ? noNumber
        : command.Reference is { Text.Length: > LongestReference }
            ? Refusal.OfInput("reference is too long.", $"Give at most {LongestReference} characters.")
        : command.Texts is { } named && (named.Count == 0 || named.Except(said.Select(t => t.Version)).Any())
            ? Refusal.OfInput(
                "texts is empty, or names a text that is not from the session.",
                "Name each text by its version in the session's history."
            )
        : command.Basis == DisclosureBasis.IncidentReview
            ? Refusal
                .OfRule(
                    OfItsBasis,
                    "An incident is not a basis for reading what was said.",
                    "Ask on one of the bases listed in the API reference."
                )
                .At("basis")
        : Demands.AskTexts(command.Basis) && command.Texts is null
            ? Refusal.OfRule(OfItsBasis, "This basis opens only the texts concerned.", "Name them in texts.").At("texts")
        : command.Private && !Demands.MayOpenPrivate(command.Basis)
            ? Refusal
                .OfRule(
                    OfItsBasis,
                    "This basis does not open private texts.",
                    "Omit private; only a judicial order, or their author's agreement, opens these texts."
                )
                .At("private")
        : command.Basis == DisclosureBasis.JudicialOrder != command.Reference is not null
            ? Refusal
                .OfRule(
                    OfItsBasis,
                    "A judicial order requires a reference; no other basis may have one.",
                    "Give reference with judicial-order only, and always with it."
                )
                .At("basis", "reference")
        : null;

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/disclosures",
                (Guid id, RequestDisclosure command, Streams streams, CancellationToken cancel) =>
                    streams.Start<Disclosure>(command, (query, act) => Decide(id, command, query, act, cancel))
            )
            .WithSummary("Ask to read what was said in a session")
            .Produces<DisclosureView>(201)
            .For(Roles.Auditor);
        routes
            .MapGet(
                "/v1/sessions/{id:guid}/disclosures",
                (Guid id, [AsParameters] Portion portion, Streams streams) =>
                    streams.Show<Session>(id, async (query, session, actor) => await OfSession(query, session.Id, actor, portion))
            )
            .WithSummary("Read who asked to read what was said in a session, and who did")
            .Produces<DisclosuresView>()
            .For(Roles.Member, Roles.Facilitator);
        routes
            .MapGet("/v1/disclosures", ([AsParameters] Portion portion, Streams streams) => streams.List<Disclosure>(_ => true, portion))
            .WithSummary("List the disclosures: those of your groups, and those that ask for your words")
            .Produces<DisclosuresView>()
            .For(Roles.Practice, Roles.Auditor, Roles.Facilitator, Roles.Member);
        routes
            .MapGet("/v1/disclosures/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Disclosure>(id, asOf))
            .WithSummary("Read a disclosure")
            .Produces<DisclosureView>()
            .For(Roles.Practice, Roles.Auditor, Roles.Facilitator, Roles.Member);
    }

    private static async Task<Decision> Decide(Guid id, RequestDisclosure command, IQuerySession query, Act act, CancellationToken cancel)
    {
        var session = await query.LoadAsync<Session>(id, cancel);
        var person = act.By.Person;
        var grants = await query.Query<KnownAuditGrant>().Where(g => g.Auditor == person && !g.Revoked).ToListAsync(cancel);
        return Decide(
            command,
            session,
            session is null ? null : await query.LoadAsync<Mandate>(session.Group, cancel),
            session is null ? null : grants.Where(g => g.Covers(session.Engagement)).MaxBy(g => g.Until),
            await SaidText.Read(query, id, cancel),
            act
        );
    }

    // For a session's own persons, who are told less than who asks: the order's reference is no part of it.
    private static async Task<DisclosuresView> OfSession(IQuerySession query, Guid session, Actor reader, Portion portion)
    {
        var asked = await query.Query<Disclosure>().Where(d => d.Session == session).OrderBy(d => d.Id).ToListAsync();

        // Who left is told of those alone that ask for their words.
        var opener = new TextOpener(query.TenantId, session, new Dictionary<string, byte[]>());
        return new([
            .. portion
                .Of(asked.Where(d => d.IsVisibleTo(reader)), d => $"{d.Id}")
                .Select(d => DisclosureView.Of(d with { Reference = null }, reader, opener)),
        ]);
    }
}
