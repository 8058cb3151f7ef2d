using Marten;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>Asks to read the narratives of a session, for a lawful purpose: nothing is read before another person agrees.</summary>
/// <param name="Private">Whether what was said to the narrator alone is asked for too.</param>
public sealed record RequestDisclosure(DisclosurePurpose Purpose, bool Private = false) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(RequestDisclosure command, Sessions.Session? session, Act act) =>
        session is null
            ? Refusal.NotFound
            : new DisclosureRequested(session.Engagement, session.Group, session.Id, act.By.Person, command.Purpose, command.Private);

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/sessions/{id:guid}/disclosures",
                (Guid id, RequestDisclosure command, Streams streams) =>
                    streams.Start<Disclosure>(
                        command,
                        async (session, act) => Decide(command, await session.LoadAsync<Sessions.Session>(id), act)
                    )
            )
            .WithSummary("Ask to read what was said in a session")
            .Produces<DisclosureView>(201)
            .For(Roles.Auditor);
        routes
            .MapGet(
                "/v1/sessions/{id:guid}/disclosures",
                (Guid id, [AsParameters] Portion portion, Streams streams) =>
                    streams.Show<Sessions.Session>(id, async (query, session, _) => await OfSession(query, session.Id, portion))
            )
            .WithSummary("Read who asked to read what was said in a session, and who did")
            .Produces<DisclosuresView>()
            .For(Roles.Member, Roles.Facilitator);
        routes
            .MapGet("/v1/disclosures", ([AsParameters] Portion portion, Streams streams) => streams.List<Disclosure>(_ => true, portion))
            .WithSummary("List the disclosures")
            .Produces<DisclosuresView>()
            .For(Roles.Practice, Roles.Auditor);
        routes
            .MapGet("/v1/disclosures/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Disclosure>(id, asOf))
            .WithSummary("Read a disclosure")
            .Produces<DisclosureView>()
            .For(Roles.Practice, Roles.Auditor);
    }

    private static async Task<DisclosuresView> OfSession(IQuerySession query, Guid session, Portion portion)
    {
        var asked = await query.Query<Disclosure>().Where(d => d.Session == session).OrderBy(d => d.Id).ToListAsync();
        return new([.. portion.Of(asked, d => $"{d.Id}").Select(DisclosureView.Of)]);
    }
}
