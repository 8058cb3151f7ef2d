using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Session.Sessions;

/// <summary>A situation that was raised and not chosen.</summary>
public sealed record BacklogItem(Guid Situation, Guid Author, Guid Session, DateTimeOffset RaisedFor);

/// <summary>A situation of the backlog as the group reads it.</summary>
/// <param name="Situation">The situation's id, by which its author tells it again.</param>
/// <param name="Author">Opaque id of who offered it, a member still; they alone tell it again.</param>
/// <param name="Session">The session in which it was raised.</param>
/// <param name="RaisedFor">When that session was to begin.</param>
/// <param name="Text">What its author told when they offered it; null where the reader came to that session later.</param>
public sealed record BacklogView(Guid Situation, Guid Author, Guid Session, DateTimeOffset RaisedFor, string? Text);

/// <summary>One member's part in a group, in counts: nobody speaks or is silent always, and the narrator changes (S1, S3, S4).</summary>
/// <param name="Expected">Sessions held while they were a member.</param>
/// <param name="Present">Sessions at which they were.</param>
/// <param name="Narrated">Sessions whose narrator they were.</param>
/// <param name="Contributed">What they brought, withdrawn contributions aside.</param>
public sealed record PartView(Guid Person, int Expected, int Present, int Narrated, int Contributed);

/// <summary>The group's own backlog of unchosen situations (S4), and each member's part; both for the group and its facilitator alone, each of the sessions
/// that they were in: who came later reads nothing of before.</summary>
public static class Backlog
{
    /// <summary>What is in it: raised, never chosen, never told again.</summary>
    /// <param name="except">The session that runs, whose situations are not in the backlog yet.</param>
    public static IReadOnlyList<BacklogItem> Of(IReadOnlyList<Session> sessions, Guid? except = null)
    {
        var again = sessions.SelectMany(s => s.Situations).Select(s => s.From).ToHashSet();
        return
        [
            .. sessions
                .Where(s => s.Id != except && (s.State is SessionState.Closed or SessionState.Cancelled))
                .OrderBy(s => s.PlannedFor)
                .SelectMany(s =>
                    s.Situations.Where(x => x.Id != s.ChosenSituation && !again.Contains(x.Id))
                        .Select(x => new BacklogItem(x.Id, x.Author, s.Id, s.PlannedFor))
                ),
        ];
    }

    /// <summary>Each member's part over the sessions held.</summary>
    public static IReadOnlyList<PartView> Parts(IReadOnlyList<Guid> members, IReadOnlyList<Session> sessions)
    {
        var held = sessions.Where(s => s.State == SessionState.Closed).ToList();
        return
        [
            .. members.Select(m => new PartView(
                m,
                held.Count(s => s.Members.Contains(m)),
                held.Count(s => s.Present.Contains(m)),
                held.Count(s => s.Narrator == m),
                held.Sum(s => s.Contributions.Count(c => c.Author == m && !c.Withdrawn))
            )),
        ];
    }

    /// <summary>The sessions of a group.</summary>
    internal static Task<IReadOnlyList<Session>> OfGroup(this IQuerySession session, Guid group) =>
        session.Query<Session>().Where(s => s.Group == group).ToListAsync();

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/groups/{group:guid}/situations",
                (Guid group, [AsParameters] Portion portion, Streams streams, TextVault vault) =>
                    streams.Show<Mandate>(
                        group,
                        async (session, mandate, reader) =>
                        {
                            var sessions = await session.OfGroup(group);
                            var items = new List<BacklogView>();
                            foreach (
                                var item in portion.Of(
                                    Of(sessions)
                                        .Where(i => mandate.HasMember(i.Author))
                                        .Where(i => sessions.Single(s => s.Id == i.Session).IsVisibleTo(reader)),
                                    i => $"{i.Situation}"
                                )
                            )
                            {
                                var from = sessions.Single(s => s.Id == item.Session);
                                var raised = from.Situations.Single(s => s.Id == item.Situation);
                                var opener = await vault.OpenerFor(session, item.Session, [raised.Text], CancellationToken.None);
                                items.Add(
                                    new(
                                        item.Situation,
                                        item.Author,
                                        item.Session,
                                        item.RaisedFor,
                                        from.WasSaidBefore(reader, raised.Text) ? null : opener.Open(raised.Text, "SituationRaised.Text")
                                    )
                                );
                            }

                            return new Page<BacklogView>(items);
                        }
                    )
            )
            .ReflectsWhatIsLearned<Mandate>()
            .WithSummary("Read the group's backlog of situations")
            .Produces<Page<BacklogView>>()
            .For(Roles.Facilitator, Roles.Member);
        routes
            .MapGet(
                "/v1/groups/{group:guid}/parts",
                (Guid group, [AsParameters] Portion portion, Streams streams) =>
                    streams.Show<Mandate>(
                        group,
                        async (session, mandate, reader) =>
                            new Page<PartView>(
                                portion.Of(
                                    Parts(mandate.Persons, [.. (await session.OfGroup(group)).Where(s => s.IsVisibleTo(reader))]),
                                    p => $"{p.Person}"
                                )
                            )
                    )
            )
            .ReflectsWhatIsLearned<Mandate>()
            .WithSummary("Read each member's part in the group, in counts")
            .Produces<Page<PartView>>()
            .For(Roles.Facilitator, Roles.Member);
    }
}
