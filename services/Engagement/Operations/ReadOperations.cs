using System.Runtime.CompilerServices;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Operations;

/// <summary>Reads how far operations are, and what came of each line.</summary>
public sealed class ReadOperations(IDocumentStore store, TextVault vault)
{
    private const string AskAgainIn = "1";

    /// <summary>What came of the lines so far: a portion, or all of them, one a line.</summary>
    public async Task<IResult> Results(HttpContext http, Guid operation, Portion portion, CancellationToken cancel)
    {
        var actor = Actor.From(http.User)!;
        var language = Language.Of(http.Request);
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        if (await session.LoadAsync<Operation>(operation, cancel) is not { } found || !found.IsVisibleTo(actor))
        {
            return Refusal.NotFound.ToResult();
        }

        http.Response.Headers.ContentLanguage = language;
        http.Response.Headers.Append("Vary", "Accept, Accept-Language");
        if (Ndjson.Asked(http.Request) is { } lines)
        {
            return new Lines<LineResultView>(All(actor, operation, language, cancel), lines);
        }

        var after = portion.AfterNumber ?? 0;
        var read = await session
            .Query<LineResult>()
            .Where(r => r.Operation == operation && r.Line > after)
            .OrderBy(r => r.Line)
            .Take(portion.Size + 1)
            .ToListAsync(cancel);
        var opener = await Opener(session, operation, cancel);
        return new Shown(
            new Page<LineResultView>([.. portion.Behind(read, r => $"{r.Line:x}").Select(r => LineResultView.Of(r, opener, language))])
        );
    }

    // One key, or two where a quarter ended meanwhile: read before the lines, which hold the connection.
    private async Task<TextOpener> Opener(IQuerySession session, Guid operation, CancellationToken cancel)
    {
        var keys = await session.QueryAsync<string>(
            $"""
            select distinct data -> 'called' ->> 'keyId' from {session.DocumentStore.Options.DatabaseSchemaName}.mt_doc_lineresult
            where tenant_id = ? and operation = ? and data -> 'called' ->> 'keyId' is not null
            """,
            cancel,
            session.TenantId,
            operation
        );
        return await vault.OpenerFor(
            session,
            operation,
            keys.Select(key => new Sealed(key, string.Empty, string.Empty, string.Empty)),
            cancel
        );
    }

    private async IAsyncEnumerable<LineResultView> All(
        Actor actor,
        Guid operation,
        string language,
        [EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        await session.MayWait(cancel);
        var opener = await Opener(session, operation, cancel);
        var results = session.Query<LineResult>().Where(r => r.Operation == operation).OrderBy(r => r.Line);
        await foreach (var result in results.ToAsyncEnumerable(cancel))
        {
            yield return LineResultView.Of(result, opener, language);
        }
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/v1/operations", ([AsParameters] Portion portion, Streams streams) => streams.List<Operation>(_ => true, portion))
            .WithSummary("List operations")
            .Produces<Page<OperationView>>()
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/operations/{id:guid}",
                (Guid id, HttpContext http, Streams streams) =>
                    streams.Show<Operation>(
                        id,
                        (_, operation, _) =>
                        {
                            http.Response.Headers.ETag = IfMatch.ETag(operation.Version);
                            if (operation.State == OperationState.Running)
                            {
                                http.Response.Headers.RetryAfter = AskAgainIn;
                            }

                            return Task.FromResult<object?>(OperationView.Of(operation));
                        }
                    )
            )
            .WithMetadata(new LongRunning())
            .WithSummary("Read how far an operation is; Retry-After, while it runs")
            .Produces<OperationView>()
            .For(Roles.Practice);
        routes
            .MapGet(
                "/v1/operations/{id:guid}/results",
                (Guid id, [AsParameters] Portion portion, HttpContext http, ReadOperations read, CancellationToken cancel) =>
                    read.Results(http, id, portion, cancel)
            )
            .WithSummary("Read what came of each line of an operation; as application/x-ndjson one a line")
            .Produces<Page<LineResultView>>(200, "application/json", [.. Ndjson.Types])
            .For(Roles.Practice);
    }
}
