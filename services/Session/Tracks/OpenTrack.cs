using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Tracks;

/// <summary>Opens an action track from a session that was held, co-built with at least one of its members (S0, S3).</summary>
/// <param name="Session">The session from which it is opened, while that runs or once it is closed.</param>
/// <param name="Text">What is to be done; kept sealed, and read by the group and its facilitator.</param>
/// <param name="With">Opaque ids of the members who build it.</param>
/// <param name="Finding">The contribution of the session that it comes from, where it is one.</param>
public sealed record OpenTrack(Guid Session, Narrative Text, IReadOnlyList<Guid> With, Guid? Finding = null) : Command
{
    internal static readonly Rule CoBuilt = new("always", "co-built", "S3");

    /// <summary>Decides.</summary>
    /// <param name="then">The session at the time of the command.</param>
    /// <param name="now">The group as it stands: the track is its own, and nobody's who has left since the session.</param>
    public static Decision Decide(OpenTrack command, Guid group, Session? session, Session? then, Mandate? now, Act act) =>
        now?.IsVisibleTo(act.By) is not true ? Refusal.NotFound
        : session is null || session.Group != group || !session.IsVisibleTo(act.By) ? Refusal.NotFound.At("session")
        : now.Concluded ? Refusal.OfOrder("The engagement is concluded.", "Follow the existing tracks; those already open remain.")
        : then?.State is not (SessionState.Open or SessionState.Closed)
            ? Refusal.OfOrder("The session was not held.", "Open a track from a session that was held.")
        : command.Finding is { } finding && session.Contributions.All(c => c.Id != finding || c.Withdrawn || c.Private)
            ? Refusal.OfInput(
                "finding does not name a contribution of the session, or that one was withdrawn or is private.",
                "Name one that is neither withdrawn nor private."
            )
        : command.With.Count == 0 || command.With.Except(session.Members.Intersect(now.Persons)).Any()
            ? Refusal
                .OfRule(CoBuilt, "The track is not co-built with members of the group.", "Name at least one member, and only members.")
                .At("with")
        : Decision
            .Of(
                new TrackOpened(
                    session.Engagement,
                    group,
                    now.Facilitator,
                    now.Persons,
                    command.Session,
                    [.. command.With.Distinct()],
                    act.Seal(command.Text, "TrackOpened.Text"),
                    command.Finding,
                    act.By.Person
                )
            )
            .Telling(origin => new V1.TrackStateChanged(
                origin.Stream,
                group,
                session.Engagement,
                "opened",
                origin,
                [.. command.With.Distinct()],
                act.By.Person
            ));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/groups/{group:guid}/tracks",
                (Guid group, OpenTrack command, Streams streams) =>
                    streams.Start<ActionTrack>(
                        command,
                        async (query, act) =>
                        {
                            var session = await query.LoadAsync<Session>(command.Session);
                            return Decide(
                                command,
                                group,
                                session,
                                session is null ? null : await query.AsOf(session, act.OccurredAt),
                                await query.LoadAsync<Mandate>(group),
                                act
                            );
                        }
                    )
            )
            .WithSummary("Open an action track")
            .Produces<TrackView>(201)
            .For(Roles.Facilitator, Roles.Member);
        routes
            .MapGet(
                "/v1/groups/{group:guid}/tracks",
                (Guid group, [AsParameters] Portion portion, Streams streams) =>
                    streams.List<ActionTrack>(t => t.Group == group, portion, (session, by) => session.Has(group, by))
            )
            .ReflectsWhatIsLearned<Mandate>()
            .WithSummary("List a group's action tracks")
            .Produces<Page<TrackView>>()
            .For(Roles.Facilitator, Roles.Member);
        routes
            .MapGet("/v1/tracks/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<ActionTrack>(id, asOf))
            .WithSummary("Read an action track")
            .Produces<TrackView>()
            .For(Roles.Facilitator, Roles.Member);
    }
}
