using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>Somebody of a name, by ids alone: who asked has the name.</summary>
/// <param name="Person">Their opaque id, under which they are enrolled again.</param>
/// <param name="Groups">The groups that they are in now.</param>
/// <param name="Institutions">The institutions that they belong to there.</param>
/// <param name="Joined">The other records of the same person.</param>
public sealed record FoundPerson(Guid Person, IReadOnlyList<Guid> Groups, IReadOnlyList<Guid> Institutions, IReadOnlyList<Guid> Joined);

/// <summary>Those who bear a name, 200 at most.</summary>
public sealed record FoundPersonsView(IReadOnlyList<FoundPerson> Items);

/// <summary>Finds whom the practice knows by a name, to enrol them again under their id. A name stands in no address and in no index: those that are kept
/// are opened and compared, as when a group's names are read.</summary>
/// <param name="DisplayName">The name, 1 to 200 characters; its words in any order, accents and capitals aside.</param>
public sealed record FindPersons(string DisplayName)
{
    private const int Most = 200;

    /// <summary>Whether both are the same name. A number in it tells two apart.</summary>
    public static bool IsSame(string one, string other) =>
        string.Equals(NormalForm.Of(one), NormalForm.Of(other), StringComparison.OrdinalIgnoreCase)
        || (
            NameWords.OfName(one) is { Count: > 0 } words
            && words.ToHashSet().SetEquals(NameWords.OfName(other))
            && one.Where(char.IsDigit).SequenceEqual(other.Where(char.IsDigit))
        );

    private static async Task<IResult> Find(
        FindPersons command,
        Actor actor,
        IDocumentStore store,
        TextVault vault,
        CancellationToken cancel
    )
    {
        if (Input.CheckName(command.DisplayName, "displayName") is { } noName)
        {
            return noName.ToResult();
        }

        await using var session = await store.ForTenant(actor.Tenant, cancel);
        var named = await IdentityRecord.ReadAll(await session.Query<IdentityRecord>().ToListAsync(cancel), vault, session, cancel);
        var found = new List<FoundPerson>();
        foreach (var person in named.Where(n => IsSame(n.Value, command.DisplayName)).Select(n => n.Key).Order().Take(Most))
        {
            var groups = await session.Query<Group>().Where(g => g.Members.Any(m => m.Person == person)).ToListAsync(cancel);
            found.Add(
                new(
                    person,
                    [.. groups.Select(g => g.Id).Order()],
                    [.. groups.SelectMany(g => g.Members).Where(m => m.Person == person).Select(m => m.Institution).Distinct().Order()],
                    [.. (await session.RecordsOf(person)).Skip(1)]
                )
            );
        }

        return Results.Ok(new FoundPersonsView(found));
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/persons/search",
                (FindPersons command, HttpContext http, IDocumentStore store, TextVault vault, CancellationToken cancel) =>
                    Find(command, Actor.From(http.User)!, store, vault, cancel)
            )
            .WithName("findPersons")
            .WithSummary("Find whom the practice knows by a name")
            .Produces<FoundPersonsView>()
            .For(Roles.Practice);
}
