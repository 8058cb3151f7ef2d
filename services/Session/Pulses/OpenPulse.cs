using System.Security.Cryptography;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Pulses;

/// <summary>Asks those who were present, shortly and anonymously, how a session was. Nobody has to ask, and nobody has to answer.</summary>
/// <param name="Instrument">The instrument; the newest version of it.</param>
public sealed record OpenPulse(string Instrument = "end-of-session") : Command
{
    /// <summary>Fewer answers than these are never counted.</summary>
    public const int Fewest = 5;

    /// <summary>How long it is answered.</summary>
    public static TimeSpan Open { get; } = TimeSpan.FromDays(3);

    private static readonly Rule Floor = new("always", "pulse-floor", "design");

    /// <summary>The stream of a session's pulse: it has one at most.</summary>
    public static Guid IdOf(Guid session) => new(SHA256.HashData([.. "pulse"u8, .. session.ToByteArray()]).AsSpan(0, 16));

    /// <summary>Decides.</summary>
    /// <param name="asked">The pulse of the session, where there is one.</param>
    /// <param name="then">The session at the time of the command.</param>
    public static Decision Decide(OpenPulse command, Session? session, Session? then, Pulse? asked, Act act) =>
        session?.IsVisibleTo(act.By) is not true ? Refusal.NotFound
        : session.ReadUntil(act.By) is not null ? Refusal.ReadsAlone
        : session.IsSettled
            ? Refusal.OfOrder("The engagement is concluded.", "Pulses already asked remain valid; do not ask others afterwards.")
        : then?.State != SessionState.Closed ? Refusal.OfOrder("The session is not closed.", "Close it, then ask how it went.")
        : asked is not null ? Refusal.OfOrder("The session already has its pulse.", "It can be asked only once.")
        : PulseInstrument.Find(command.Instrument) is not { } instrument
            ? Refusal.OfInput("instrument is not one of those offered.", Input.OneOf(PulseInstrument.All.Select(i => i.Name).Distinct()))
        : session.Attending.Count < Fewest
            ? Refusal.OfRule(
                Floor,
                "Fewer than five people were present: their answers would not be counted.",
                "Ask where at least five people were present."
            )
        : Decision
            .Of(
                new PulseOpened(
                    session.Engagement,
                    session.Group,
                    session.Id,
                    act.By.Person,
                    session.Attending,
                    instrument.Name,
                    instrument.Version,
                    act.Now + Open
                )
            )
            .At(IdOf(session.Id))
            .Scheduling(act.Now + Open, new PulseOver(IdOf(session.Id), act.Now + Open));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/pulses",
                (Guid id, OpenPulse command, Streams streams) =>
                    streams.Start<Pulse>(
                        command,
                        async (query, act) =>
                        {
                            var session = await query.LoadAsync<Session>(id);
                            return Decide(
                                command,
                                session,
                                session is null ? null : await query.AsOf(session, act.OccurredAt),
                                await query.LoadAsync<Pulse>(IdOf(id)),
                                act
                            );
                        }
                    )
            )
            .WithSummary("Ask those who were present, anonymously, how a session was")
            .Produces<PulseView>(201)
            .For(Roles.Facilitator);
        routes
            .MapGet("/v1/pulses", ([AsParameters] Portion portion, Streams streams) => streams.List<Pulse>(_ => true, portion))
            .WithSummary("List the pulses that you may answer, or asked for")
            .Produces<Page<PulseView>>()
            .For(Roles.Member, Roles.Facilitator);
        routes
            .MapGet("/v1/pulses/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Pulse>(id, asOf))
            .WithSummary("Read what a pulse asks")
            .Produces<PulseView>()
            .For(Roles.Member, Roles.Facilitator);
    }
}
