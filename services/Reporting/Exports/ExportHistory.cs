using Marten;
using PracticeAnalysis.Reporting.Audit;
using PracticeAnalysis.Reporting.Ledger;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Reporting.Exports;

/// <summary>Reads a history from its beginning, as often as a form asks for: always the same version of the ledger.</summary>
public delegate IAsyncEnumerable<HistoryEntry> Replay(CancellationToken cancel);

/// <summary>Hands a history out in the forms that auditors' tools read, persons under the names of the grant. The export is a fact before
/// its first byte is sent.</summary>
public sealed class ExportHistory(Reads reads, AuditDoor door)
{
    private static readonly IReadOnlyDictionary<string, (ExportFormat Format, string MediaType, Form Form)> Forms = new Dictionary<
        string,
        (ExportFormat, string, Form)
    >
    {
        ["ocel"] = (ExportFormat.Ocel, "application/json", OcelExport.Write),
        ["xes"] = (ExportFormat.Xes, "application/xml", XesExport.Write),
        ["prov"] = (ExportFormat.Prov, "application/json", ProvExport.Write),
        ["csv"] = (ExportFormat.Csv, "text/csv; charset=utf-8", CsvExport.Write),
    };

    /// <summary>Writes a history in one form.</summary>
    public delegate Task Form(Stream to, Guid engagement, Replay replay, CancellationToken cancel);

    /// <summary>The export.</summary>
    public async Task<IResult> Read(Actor actor, Guid engagement, string format, CancellationToken cancel)
    {
        if (!Forms.TryGetValue(format, out var asked))
        {
            return Refusal.OfInput("format is none.", $"Give one of {string.Join(", ", Forms.Keys)}.").ToResult();
        }

        var (refused, names) = await door.Open(actor, engagement, new ExportProduced(engagement, asked.Format), cancel);
        if (refused is not null)
        {
            return refused.ToResult();
        }

        var version = await Version(actor.Tenant, engagement, cancel);
        return new Sent(
            asked.MediaType,
            (to, abort) => asked.Form(to, engagement, c => Entries(actor.Tenant, engagement, version, names, c), abort)
        );
    }

    private async Task<long> Version(string tenant, Guid engagement, CancellationToken cancel)
    {
        await using var session = await reads.ForTenant(tenant, cancel);
        return await session.Version(engagement, cancel);
    }

    private async IAsyncEnumerable<HistoryEntry> Entries(
        string tenant,
        Guid engagement,
        long version,
        Pseudonyms names,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var session = await reads.ForTenant(tenant, cancel);
        await session.MayWait(cancel);
        await foreach (var row in session.Entries(engagement, new(version), cancel))
        {
            yield return HistoryEntry.Of(row, version, names);
        }
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/export",
                (Guid id, string format, HttpContext http, ExportHistory exports, CancellationToken cancel) =>
                    exports.Read(Actor.From(http.User)!, id, format, cancel)
            )
            .Reflects(AuditDoor.Holds)
            .MayBeBehind()
            .WithSummary("Export a history as OCEL 2.0 JSON, XES, W3C PROV-JSON or CSV")
            .Produces<object>(200, "application/json", "application/xml", "text/csv")
            .DisableRequestTimeout()
            .For(Roles.Auditor);

    private sealed class Sent(string mediaType, Func<Stream, CancellationToken, Task> write) : IResult
    {
        public async Task ExecuteAsync(HttpContext httpContext)
        {
            httpContext.Response.ContentType = mediaType;
            await using var buffered = new BufferedStream(httpContext.Response.Body, 64 * 1024);
            await write(buffered, httpContext.RequestAborted);
            await buffered.FlushAsync(httpContext.RequestAborted);
        }
    }
}
