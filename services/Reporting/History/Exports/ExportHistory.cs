using System.ComponentModel;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.History.Replay;

namespace PracticeAnalysis.Reporting.History.Exports;

/// <summary>What is handed out: histories, each read from its beginning as often as a form asks for, always the same version of the ledger.</summary>
/// <param name="Engagements">Whose histories.</param>
/// <param name="Moment">Which part of the ledger they are.</param>
/// <param name="Holes">What the ledger lacks of them.</param>
/// <param name="Of">One of the histories, or of it one stream.</param>
public sealed record Exported(
    IReadOnlyList<Guid> Engagements,
    string Moment,
    IReadOnlyList<LedgerHole> Holes,
    Func<Guid, Guid?, CancellationToken, IAsyncEnumerable<HistoryEntry>> Of
)
{
    /// <summary>All of it, one history after the other.</summary>
    public async IAsyncEnumerable<HistoryEntry> All([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel)
    {
        foreach (var engagement in Engagements)
        {
            await foreach (var entry in Of(engagement, null, cancel))
            {
                yield return entry;
            }
        }
    }
}

/// <summary>Hands histories out in the forms that auditors' tools read, persons under the names of the grant. The export is a fact before
/// its first byte is sent.</summary>
public sealed class ExportHistory(Reads reads, AuditDoor door)
{
    private const string OfForm = "The form of the answer: ocel, xes, prov or csv.";

    private static readonly Dictionary<string, (ExportFormat Format, string MediaType, Form Form)> Forms = new()
    {
        ["ocel"] = (ExportFormat.Ocel, "application/json", OcelExport.Write),
        ["xes"] = (ExportFormat.Xes, "application/xml", XesExport.Write),
        ["prov"] = (ExportFormat.Prov, "application/json", ProvExport.Write),
        ["csv"] = (ExportFormat.Csv, TableForm.Type, CsvExport.Write),
    };

    /// <summary>Writes histories in one form.</summary>
    public delegate Task Form(Stream to, Exported histories, CancellationToken cancel);

    /// <summary>The export of one engagement.</summary>
    public async Task<IResult> Read(HttpContext http, Guid engagement, string format, AsOf asOf, CancellationToken cancel)
    {
        var asked = Forms[format];
        var actor = Actor.From(http.User)!;
        var (refused, names) = await door.Open(actor, engagement, new ExportProduced(engagement, asked.Format), asOf.Version, cancel);
        return refused?.ToResult() ?? await Send(http, actor, [engagement], asked, asOf, names, cancel);
    }

    /// <summary>The export of every engagement of a grant.</summary>
    public async Task<IResult> ReadAll(HttpContext http, Guid grant, string format, AsOf asOf, CancellationToken cancel)
    {
        var asked = Forms[format];
        if (asOf.Version is not null)
        {
            return Refusal.OfInput("version applies only to the ledger of a single engagement.", "Give at or occurredBy.").ToResult();
        }

        var actor = Actor.From(http.User)!;
        var (refused, names, engagements) = await door.OpenEach(actor, grant, e => new ExportProduced(e, asked.Format), cancel);
        return refused?.ToResult() ?? await Send(http, actor, engagements, asked, asOf, names, cancel);
    }

    // The parameter alone chooses: two of them are JSON.
    private static readonly AnswerForms Asked = new([.. Forms.Select(f => (f.Key, f.Value.MediaType.Split(';')[0]))]);

    private async Task<IResult> Send(
        HttpContext http,
        Actor actor,
        IReadOnlyList<Guid> engagements,
        (ExportFormat Format, string MediaType, Form Form) asked,
        AsOf asOf,
        Pseudonyms names,
        CancellationToken cancel
    )
    {
        var ranges = new Dictionary<Guid, LedgerRange>();
        var holes = new List<LedgerHole>();
        var moments = new List<string>();
        await using (var session = await reads.ForTenant(actor.Tenant, cancel))
        {
            foreach (var engagement in engagements)
            {
                var entries = await session.Version(engagement, cancel);
                var range = ranges[engagement] = new(Math.Min(asOf.Version ?? entries, entries), asOf.At, asOf.OccurredBy);
                moments.Add(engagements.Count == 1 ? range.Moment(entries) : $"{engagement} {range.Moment(entries)}");
                holes.AddRange((await session.Holes(engagement, range.Version, cancel)).Select(names.Of));
            }
        }

        var moment = string.Join("; ", moments.Take(LedgerHoles.MostSaid));
        holes.Say(moment, http.Response);
        var histories = new Exported(
            engagements,
            moment,
            holes,
            (engagement, stream, c) => Entries(actor.Tenant, engagement, ranges[engagement] with { Stream = stream }, names, c)
        );
        if (asked.Format != ExportFormat.Csv)
        {
            return new Sent(asked.MediaType, (to, abort) => asked.Form(to, histories, abort));
        }

        var table = TableForm.Of(http.Request);
        table.Name(http.Response, "history", "historique");
        return new Sent(asked.MediaType, (to, abort) => CsvExport.Write(to, histories, table, abort));
    }

    private async IAsyncEnumerable<HistoryEntry> Entries(
        string tenant,
        Guid engagement,
        LedgerRange range,
        Pseudonyms names,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancel
    )
    {
        await using var session = await reads.ForTenant(tenant, cancel);
        await session.MayWait(cancel);
        await foreach (var row in session.Entries(engagement, range, cancel))
        {
            yield return HistoryEntry.Of(row, range.Version, names);
        }
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/export",
                (
                    Guid id,
                    [Description(OfForm)] string format,
                    [AsParameters] AsOf asOf,
                    HttpContext http,
                    ExportHistory exports,
                    CancellationToken cancel
                ) => exports.Read(http, id, format, asOf, cancel)
            )
            .Reflects(AuditDoor.Holds)
            .MayBeBehind()
            .WithSummary("Export a history as OCEL 2.0 JSON, XES, W3C PROV-JSON or CSV")
            .Produces<object>(200, "application/json", "application/xml", "text/csv")
            .WithMetadata(CsvExport.Columns, Asked)
            .DisableRequestTimeout()
            .For(Roles.Auditor);
        routes
            .MapGet(
                "/v1/audit-grants/{id:guid}/export",
                (
                    Guid id,
                    [Description(OfForm)] string format,
                    [AsParameters] AsOf asOf,
                    HttpContext http,
                    ExportHistory exports,
                    CancellationToken cancel
                ) => exports.ReadAll(http, id, format, asOf, cancel)
            )
            .WithSummary("Export the histories of all engagements of a grant")
            .Produces<object>(200, "application/json", "application/xml", "text/csv")
            .WithMetadata(CsvExport.Columns, Asked)
            .DisableRequestTimeout()
            .For(Roles.Auditor);
    }

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
