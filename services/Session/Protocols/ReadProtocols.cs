using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>Every protocol, in every published version.</summary>
/// <param name="Items">Those that ship by name and version, then the practice's own.</param>
public sealed record ProtocolsView(IReadOnlyList<Protocol> Items);

/// <summary>Shows the protocols, the practice's own among them: their phases are no secret to anybody with a token.</summary>
public sealed class ReadProtocols(IDocumentStore store, ProtocolLibrary shipped)
{
    private async Task<IResult> Read(Actor actor, Func<ProtocolLibrary, object?> what, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        return what(await shipped.With(session)) is { } found ? Results.Ok(found) : NoProtocol.ToResult();
    }

    private static Refusal NoProtocol { get; } =
        new(404, "not-found", "There is no such protocol, or not in this version.", "GET /v1/protocols lists them all.");

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/protocols",
                ([AsParameters] Portion portion, HttpContext http, ReadProtocols read, CancellationToken cancel) =>
                    read.Read(
                        Actor.From(http.User)!,
                        library => new ProtocolsView(portion.Of(library.All, p => $"{p.Name}@{p.Version}")),
                        cancel
                    )
            )
            .WithSummary("List the protocols")
            .Produces<ProtocolsView>()
            .For([.. Roles.All]);
        routes
            .MapGet(
                "/v1/protocols/{name}",
                (string name, int? version, HttpContext http, ReadProtocols read, CancellationToken cancel) =>
                    read.Read(
                        Actor.From(http.User)!,
                        library => library.All.Where(p => p.Name == name && p.Version == (version ?? p.Version)).MaxBy(p => p.Version),
                        cancel
                    )
            )
            .WithSummary("Read a protocol, in its newest version or a given one")
            .Produces<Protocol>()
            .For([.. Roles.All]);
    }
}
