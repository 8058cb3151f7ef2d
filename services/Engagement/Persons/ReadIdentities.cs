using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>A person's name, beside the opaque id that stands for them everywhere else.</summary>
/// <param name="Id">Opaque id of the person.</param>
/// <param name="DisplayName">The person's name, 1 to 200 characters, as it was corrected last.</param>
public sealed record IdentityView(Guid Id, string DisplayName);

/// <summary>Names, in the order of the resource they belong to; a name that was erased is absent.</summary>
public sealed record IdentitiesView(IReadOnlyList<IdentityView> Items);

/// <summary>Reads names: a facilitator's, or a group's for those who may see the group.</summary>
public sealed class ReadIdentities(IDocumentStore store, TextVault vault)
{
    /// <summary>The names of these persons, where the resource is there and visible.</summary>
    /// <param name="persons">Whose, for this reader.</param>
    public async Task<IResult> Of<T>(
        Actor actor,
        Guid id,
        Func<T, Actor, IEnumerable<Guid>> persons,
        Portion portion,
        CancellationToken cancel
    )
        where T : Aggregate, IFold<T>
    {
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        if (await session.LoadAsync<T>(id, cancel) is not { } state || !state.IsVisibleTo(actor))
        {
            return Refusal.NotFound.ToResult();
        }

        var wanted = persons(state, actor).Distinct().ToArray();
        var found = (await session.LoadManyAsync<IdentityRecord>(cancel, wanted)).ToDictionary(i => i.Id);
        var names = new List<IdentityView>();
        foreach (var record in wanted.Where(found.ContainsKey).Select(p => found[p]))
        {
            if (await record.Read(vault, session, cancel) is { } name)
            {
                names.Add(new(record.Id, name));
            }
        }

        return Results.Ok(new IdentitiesView(portion.Of(names, n => $"{n.Id}")));
    }

    /// <summary>Whose names of a group this reader reads. Who has still to accept its charter reads their own: nobody else's is theirs to know yet.</summary>
    public static IEnumerable<Guid> Named(Group group, Actor reader) =>
        !reader.Is(Roles.Practice) && group.Awaits(reader.Person)
            ? [reader.Person]
            : [group.Facilitator, .. group.Members.Select(m => m.Person), .. group.Invited()];

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/groups/{id:guid}/identities",
                (Guid id, [AsParameters] Portion portion, HttpContext http, ReadIdentities identities, CancellationToken cancel) =>
                    identities.Of<Group>(Actor.From(http.User)!, id, Named, portion, cancel)
            )
            .WithSummary("Read the names of a group's facilitator and members, and of those whom it is asked to let join")
            .Produces<IdentitiesView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
        routes
            .MapGet(
                "/v1/facilitators/{id:guid}/identity",
                (Guid id, [AsParameters] Portion portion, HttpContext http, ReadIdentities identities, CancellationToken cancel) =>
                    identities.Of<Facilitator>(Actor.From(http.User)!, id, (f, _) => [f.Id], portion, cancel)
            )
            .WithSummary("Read a facilitator's name")
            .Produces<IdentitiesView>()
            .For(Roles.Practice, Roles.Facilitator);
    }
}
