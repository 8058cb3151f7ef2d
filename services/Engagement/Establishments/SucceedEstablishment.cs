using Marten;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Records that another establishment of the practice took the place of one; a merger is one of each that merged. The same house under a new SIRET
/// is corrected instead, with the reason changed.</summary>
/// <param name="Successor">The establishment that took its place, registered before.</param>
/// <param name="Since">From when on; no day that is still to come.</param>
public sealed record SucceedEstablishment(Guid Successor, DateOnly Since, SuccessionReason Reason) : Command
{
    private static readonly Rule Rule = new("always", "succession", "design");

    /// <summary>Decides. Requests that are open, and engagements that run with theirs, are the successor's from now on; what had ended stays where it was.</summary>
    /// <param name="engagements">Those of the establishment.</param>
    /// <param name="requests">Those of the establishment.</param>
    public static Decision Decide(
        SucceedEstablishment command,
        Establishment establishment,
        Establishment? successor,
        IReadOnlyList<Engagement> engagements,
        IReadOnlyList<Request> requests,
        Act act
    )
    {
        var running = engagements.Where(e => e.State < EngagementState.Concluded).ToList();
        var asked = requests.Where(r => r.IsOpen || running.Any(e => e.Request == r.Id && e.Establishment == establishment.Id)).ToList();
        return Settled(establishment) is { } settled ? settled
            : successor is null || successor.Id == establishment.Id
                ? Refusal.OfInput(
                    "successor names none of this practice's, or the establishment itself.",
                    "Register the successor first; correct the establishment itself where it is the same house."
                )
            : Settled(successor) is { } further ? further
            : command.Since > DateOnly.FromDateTime(act.Now.UtcDateTime)
                ? Refusal.OfInput("since lies in the future.", "Record it once it is so.")
            : running
                .Concat<Aggregate>(asked)
                .Prepend(successor)
                .Select(beside => Input.CheckTime(act, beside))
                .FirstOrDefault(r => r is not null)
                is { } untimely
                ? untimely
            : asked.Aggregate(
                running.Aggregate(
                    Decision
                        .Of(new EstablishmentSucceeded(successor.Id, command.Since, command.Reason))
                        .With(successor, new EstablishmentTookOver(establishment.Id, command.Since, command.Reason)),
                    (decision, engagement) => decision.Replacing(engagement, establishment.Id, successor.Id)
                ),
                (decision, request) => decision.With(request, new RequestMoved(establishment.Id, successor.Id))
            );
    }

    /// <summary>Why nothing new is for this establishment, or null: another one took its place.</summary>
    internal static Refusal? Settled(Establishment? establishment) =>
        establishment?.Succession is { Establishment: var successor }
            ? Refusal.OfRule(Rule, "Another establishment took the place of this one.", $"Name its successor: {successor}.")
            : null;

    /// <summary>Reads an establishment for something new, which it holds until the transaction ends: meanwhile nobody takes its place.</summary>
    internal static async Task<Establishment?> Standing(IQuerySession session, Guid id)
    {
        await session.HoldKept<Establishment>(id, CancellationToken.None);
        return await session.LoadAsync<Establishment>(id);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession",
                (Guid id, SucceedEstablishment command, Streams streams) =>
                    streams.Change<Establishment>(
                        id,
                        command,
                        async (session, establishment, act) =>
                        {
                            await session.HoldKept<Establishment>(id, CancellationToken.None);
                            return Decide(
                                command,
                                establishment,
                                await session.LoadAsync<Establishment>(command.Successor),
                                await session
                                    .Query<Engagement>()
                                    .Where(e => e.Establishment == id || e.Spans.Any(s => s == id))
                                    .ToListAsync(),
                                await session.Query<Request>().Where(r => r.Establishment == id).ToListAsync(),
                                act
                            );
                        }
                    )
            )
            .UnderIfMatch()
            .WithSummary("Record that another establishment took the place of one")
            .Produces<EstablishmentView>()
            .For(Roles.Practice);
}

/// <summary>An engagement changes its establishment.</summary>
internal static class Replacement
{
    /// <summary>And the other establishment is in the place of the one, which reads the engagement no more; the groups that meet are told.</summary>
    public static Decision Replacing(this Decision decision, Engagement engagement, Guid establishment, Guid successor) =>
        decision.With(engagement, new EstablishmentReplaced(establishment, successor)) is var replaced && engagement.ActivatedAt is null
            ? replaced
            : replaced.Telling(origin => new Contracts.Engagement.V1.EstablishmentSucceeded(
                engagement.Id,
                engagement.GroupIds(),
                establishment,
                successor,
                origin
            ));
}
