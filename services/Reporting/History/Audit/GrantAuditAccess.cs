using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.History.Audit;

/// <summary>Grants an auditor to read histories, pseudonymised; each look will be recorded, and read by the members it is about.</summary>
/// <param name="Auditor">Opaque id of the person, the one in their token.</param>
/// <param name="Purpose">What the auditor reads for; members and facilitator read it beside each look.</param>
/// <param name="Until">When it ends: a year from now at most.</param>
/// <param name="Engagements">Whose histories; absent for those of the whole practice.</param>
public sealed record GrantAuditAccess(Guid Auditor, AuditPurpose Purpose, DateTimeOffset Until, IReadOnlyList<Guid>? Engagements = null)
    : Command
{
    private const int MostEngagements = 200;
    private const int LongestDays = 366;

    /// <summary>Decides.</summary>
    /// <param name="isOfAGroup">Whether the auditor is, or was, a member or the facilitator of a group: who was there would know whom a pseudonym stands for.</param>
    /// <param name="ledgers">Those that it names of which there is a ledger; null: each of them.</param>
    public static Decision Decide(GrantAuditAccess command, bool isOfAGroup, Act act, IReadOnlySet<Guid>? ledgers = null) =>
        command.Wrong(isOfAGroup, act, ledgers) is { } wrong
            ? wrong
            : Granting(
                new(
                    command.Auditor,
                    command.Engagements is { } some ? [.. some.Distinct()] : null,
                    command.Purpose,
                    command.Until.ToUniversalTime(),
                    act.NewId
                )
            );

    private Refusal? Wrong(bool isOfAGroup, Act act, IReadOnlySet<Guid>? ledgers) =>
        Refusal.All([
            Auditor == Guid.Empty || Auditor == act.By.Person
                ? Refusal.OfInput("auditor must be someone other than you.", "Identify the auditor by the opaque id in their token.")
            : isOfAGroup ? Refusal.OfInput("auditor is in a group, or facilitates one.", "Choose an auditor who is not in any group.")
            : null,
            Until <= act.Now || Until > act.Now.AddDays(LongestDays)
                ? Refusal.OfInput("until is in the past, or too far ahead.", $"Give a future time, at most {LongestDays} days from now.")
                : null,
            .. Engagements is { Count: 0 or > MostEngagements } || Engagements?.Contains(Guid.Empty) == true
                ?
                [
                    Refusal.OfInput(
                        $"engagements is empty, exceeds the maximum ({MostEngagements:N0}), or names an engagement that does not exist.",
                        "Name each engagement by its id, or omit engagements for the whole practice."
                    ),
                ]
                : (Engagements ?? [])
                    .Index()
                    .Where(e => ledgers?.Contains(e.Item) is false)
                    .Select(e =>
                        Refusal.OfInput(
                            $"engagements.{e.Index} is not an engagement of this practice.",
                            "Give ids of opened engagements; one that was just opened is known here a moment later."
                        )
                    ),
        ]);

    // LedgeredEvent to the services that show an auditor anything by it.
    private static Decision Granting(AuditAccessGranted fact) =>
        Decision
            .Of(fact)
            .Telling(origin => new AuditGrantChanged(origin.Stream, fact.Auditor, fact.Engagements, fact.Until, false, origin));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/audit-grants",
                (GrantAuditAccess command, IKnowsGroups groups, Streams streams) =>
                    streams.Start<AuditGrant>(
                        command,
                        async (session, act) =>
                            Decide(
                                command,
                                await groups.Hold(command.Auditor, session),
                                act,
                                await session.Ledgers(command.Engagements ?? [])
                            )
                    )
            )
            .WithSummary("Grant an auditor to read histories")
            .Produces<AuditGrantView>(201)
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/audit-grants/{id:guid}",
                (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<AuditGrant>(id, asOf)
            )
            .WithSummary("Read an auditor's grant")
            .Produces<AuditGrantView>()
            .For(Roles.Practice, Roles.Auditor);
        routes
            .MapGet(
                "/v1/audit-grants",
                ([AsParameters] Portion portion, HttpContext http, Streams streams) =>
                {
                    var actor = Actor.From(http.User)!;
                    var all = actor.Is(Roles.Practice);
                    var person = actor.Person;
                    return streams.List<AuditGrant>(g => all || g.Auditor == person, portion);
                }
            )
            .WithSummary("List the auditors' grants")
            .Produces<AuditGrantsView>()
            .For(Roles.Practice, Roles.Auditor);
    }
}

/// <summary>Who was ever in a group: told from where groups are known, since a history reads nothing of them.</summary>
public interface IKnowsGroups
{
    /// <summary>Whether this person is, or was, a member or the facilitator of a group.</summary>
    Task<bool> Hold(Guid person, IQuerySession session);
}

/// <summary>Takes an auditor's grant back, at once.</summary>
public sealed record RevokeAuditAccess : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(AuditGrant grant) =>
        grant.IsRevoked
            ? Decision.Nothing
            : Decision
                .Of(new AuditAccessRevoked())
                .Telling(origin => new AuditGrantChanged(grant.Id, grant.Auditor, grant.Engagements, grant.Until, true, origin));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/audit-grants/{id:guid}/revoke",
                // Every look moves the version on: taking back must not wait for one that nobody reads.
                (Guid id, RevokeAuditAccess command, Streams streams) =>
                    streams.Append<AuditGrant>(id, command, (grant, _) => Decide(grant))
            )
            .WithSummary("Take an auditor's grant back")
            .Produces<AuditGrantView>()
            .For(Roles.Practice);
}
