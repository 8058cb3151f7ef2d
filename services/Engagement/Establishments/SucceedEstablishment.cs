using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Announces that another establishment of the practice takes the place of one; a merger is one of each that merges. The establishment agrees by its
/// confirmation, or by fourteen days of silence; the successor, who pays from then on, by its acceptance alone. Once both agreed it takes effect, and not where one
/// of them objects. The same house under a new SIRET is corrected instead, with the reason changed.</summary>
/// <param name="Successor">The establishment that takes its place, registered before.</param>
/// <param name="Since">From when on, from 2000 on and no day that is still to come. It is shown; what runs, and figures, go by when it takes effect.</param>
/// <param name="Reason">Whether it moved, merged with others or was taken over; whoever reads the establishment reads it.</param>
public sealed record SucceedEstablishment(Guid Successor, DateOnly Since, SuccessionReason Reason) : Command
{
    private const int FirstYear = 2000;
    private static readonly TimeSpan Delay = TimeSpan.FromDays(14);
    internal static readonly Rule Rule = new("always", "succession", "design");

    /// <summary>Decides. The delay runs from when the establishment can read of it; once it objected, silence takes nothing from it any more.</summary>
    public static Decision Decide(SucceedEstablishment command, Establishment establishment, Establishment? successor, Act act)
    {
        var from = establishment.HasObjected ? (DateTimeOffset?)null : act.Now + Delay;
        var announced = Decision.Of(new SuccessionAnnounced(command.Successor, command.Since, command.Reason, from, Asks: true));
        return Settled(establishment) is { } settled ? settled
            : establishment.Announced is not null
                ? Refusal.OfRule(
                    Rule,
                    "A succession of this establishment has already been announced.",
                    "Wait for the outcome, or withdraw it first."
                )
            : successor is null || successor.Id == establishment.Id
                ? Refusal.OfInput(
                    "successor does not name an establishment of this practice, or names the establishment itself.",
                    "Register the successor first; if it is the same establishment, correct that one."
                )
            : Settled(successor) is { } further ? further
            : command.Since > DateOnly.FromDateTime(act.Now.UtcDateTime)
                ? Refusal.OfInput("since is in the future.", "Record it once it applies.")
            : command.Since.Year < FirstYear ? Refusal.OfInput("since is before 2000.", "Give the date from which this applies.")
            : from is { } due ? announced.Scheduling(due, new SuccessionDue(establishment.Id, due))
            : announced;
    }

    /// <summary>Why nothing new is for this establishment, or null: another one took its place.</summary>
    internal static Refusal? Settled(Establishment? establishment) =>
        establishment?.Succession is { Establishment: var successor }
            ? Refusal.OfRule(Rule, "Another establishment has replaced this one.", $"Name its successor: {successor}.")
            : null;

    /// <summary>Reads an establishment for something new, which it holds until the transaction ends: meanwhile nobody takes its place.</summary>
    internal static async Task<Establishment?> Standing(IQuerySession session, Guid id)
    {
        await session.HoldKept<Establishment>(id, CancellationToken.None);
        return await session.LoadAsync<Establishment>(id);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/establishments/{id:guid}/succession",
                (Guid id, SucceedEstablishment command, Streams streams) =>
                    streams.Change<Establishment>(
                        id,
                        command,
                        async (session, establishment, act) =>
                            Decide(command, establishment, await Standing(session, command.Successor), act)
                    )
            )
            .WithSummary("Announce that another establishment takes the place of one")
            .Produces<EstablishmentView>()
            .For(Roles.Practice);
}
