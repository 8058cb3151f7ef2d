using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>Closes a session: every phase is completed, its themes are coded, it ends on what can be changed, an action track or an explicit 'none'.</summary>
/// <param name="Minutes">How long it lasted, 1 to 600.</param>
/// <param name="Themes">Axis and level, each pair once; at least one.</param>
public sealed record CloseSession(int Minutes, IReadOnlyList<CodedTheme> Themes, Outcome Outcome) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(CloseSession command, Session session, Protocol protocol) =>
        Guards.NotOpen(session) is { } notOpen ? notOpen
        : command.Minutes is < 1 or > 600 ? Refusal.OfInput("minutes is not between 1 and 600.", "Give the session's length in minutes.")
        : command.Themes.Count == 0 || command.Themes.Distinct().Count() != command.Themes.Count
            ? Refusal.OfInput("themes is empty or holds a pair twice.", "Code each theme of the session once, by axis and level.")
        : session.CompletedPhases.Count < protocol.Phases.Count
            ? Refusal.OfRule(
                new(protocol.Name, "phase-order", protocol.Source),
                "Not every phase is completed.",
                "Complete the protocol, then close the session."
            )
        : command.Outcome == Outcome.None && !session.NoneAllowed
            ? Refusal.OfRule(
                new(session.Frame, "outcome", "S3"),
                "The frame does not let a session end with nothing.",
                "Name a change or open an action track."
            )
        : Decision
            .Of(new ThemesCoded(command.Themes), new SessionClosed(command.Minutes, command.Outcome))
            .Telling(origin => new Contracts.Session.V1.SessionHeld(
                origin.Stream,
                session.Group,
                session.Engagement,
                command.Minutes,
                session.Members.Count,
                session.Present,
                origin
            ))
            .Telling(origin => new Contracts.Session.V1.ThemesCoded(
                origin.Stream,
                session.Group,
                session.Engagement,
                [.. command.Themes.Select(t => Code(t))],
                origin
            ));

    private static Contracts.Session.V1.Theme Code(CodedTheme theme) => new(Kebab(theme.Axis.ToString()), Kebab(theme.Level.ToString()));

    private static string Kebab(string name) => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(name);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/close",
                (Guid id, CloseSession command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Change<Session>(id, command, (session, _) => Decide(command, session, protocols.Pinned(session.Protocol)))
            )
            .WithSummary("Close a session")
            .Produces<SessionView>()
            .For(Roles.Facilitator);
}
