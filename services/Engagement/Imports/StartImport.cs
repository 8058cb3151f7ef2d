using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Metadata;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Net.Http.Headers;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Operations;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>A line that waits to be done, sealed under the operation's own key; it goes with its result.</summary>
/// <param name="Id">The operation and the line, so that they sort as the lines do.</param>
/// <param name="Line">The line's number in the body, from 1.</param>
/// <param name="Text">The line as it came.</param>
/// <param name="Contradicts">Whether a line before it in the body has its reference and says otherwise.</param>
/// <param name="Unread">Of CSV: why a cell cannot be read.</param>
/// <param name="Columns">Of CSV: what the header calls its columns, each by a name that we know.</param>
public sealed record WaitingLine(
    string Id,
    Guid Operation,
    int Line,
    Sealed Text,
    bool Contradicts = false,
    Refusal? Unread = null,
    IReadOnlyList<string>? Columns = null
)
{
    internal const string Member = "WaitingLine.Text";
}

/// <summary>Takes in the lines of a body and starts the operation that does them, one after the other.</summary>
public sealed record StartImport : Command
{
    /// <summary>The most lines of one body.</summary>
    public const int MostLines = 5_000;

    // The names by which lines of JSON go, and CSV.
    private static readonly string[] Types = [.. Ndjson.Types, CsvBody.Type];

    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    /// <summary>Decides. Nothing of a line is judged yet but whether the body itself says two things of one reference.</summary>
    /// <param name="act">Seals under the operation's own key.</param>
    public static Decision Decide(OperationKind kind, bool dryRun, IReadOnlyList<BodyLine> lines, Act act, bool correct = false)
    {
        var said = new Dictionary<string, string>(StringComparer.Ordinal);
        return Decision
            .Of(new OperationStarted(kind, dryRun, lines.Count, correct))
            .Storing([
                .. lines.Select(line => new WaitingLine(
                    LineResult.IdOf(act.Stream, line.Number),
                    act.Stream,
                    line.Number,
                    act.Seal(new(line.Text), WaitingLine.Member),
                    Contradicts(line.Text, said),
                    line.Unread,
                    line.Columns
                )),
            ])
            .Telling(_ => new ImportDue(act.Stream, act.By.Person));
    }

    // A line that cannot be read is refused when it is done.
    private static bool Contradicts(string line, Dictionary<string, string> said)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            if (
                json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("reference", out var reference)
                || reference.ValueKind != JsonValueKind.String
            )
            {
                return false;
            }

            var all = Canonical.Text(json.RootElement);
            return !said.TryAdd(reference.GetString()!, all) && said[reference.GetString()!] != all;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return false;
        }
    }

    /// <summary>The lines of a body that hold something, numbered as they stand there; or why the body is refused whole.</summary>
    public static (Refusal? Refused, IReadOnlyList<BodyLine> Lines) Split(ReadOnlySpan<byte> body)
    {
        string text;
        try
        {
            // Spreadsheets mark what they write as UTF-8.
            text = Strict.GetString(body).TrimStart('\ufeff');
        }
        catch (DecoderFallbackException)
        {
            return (Refusal.OfSyntax("The body is not UTF-8.", "Send one JSON object per line, in UTF-8."), []);
        }

        var lines = text.Split('\n').Select((line, i) => new BodyLine(i + 1, line.Trim())).Where(l => l.Text.Length > 0).ToList();
        return lines.Count == 0
            ? (Refusal.OfInput("The body is without any lines.", "Send one JSON object per line, in UTF-8."), [])
            : (null, lines);
    }

    /// <summary>The lines of a body of this media type; or why it is refused whole.</summary>
    /// <param name="dates">How columns of dates in CSV are written.</param>
    public static (Refusal? Refused, IReadOnlyList<BodyLine> Lines) Read(
        ReadOnlySpan<byte> body,
        MediaTypeHeaderValue media,
        OperationKind kind,
        IReadOnlyList<string> dates
    )
    {
        if (body.Length > RequestLimits.MostBytes)
        {
            return (Problems.TooLarge(RequestLimits.MostBytes), []);
        }

        var charset = media.Charset.HasValue ? HeaderUtilities.RemoveQuotes(media.Charset).ToString().ToLowerInvariant() : null;
        var (refused, lines) = IsCsv(media) ? CsvBody.Read(body, charset, kind, dates) : Split(body);
        return lines.Count > MostLines
            ? (new(413, "too-large", $"The body has more than {MostLines:N0} lines.", "Send less in one request."), [])
            : (refused ?? (lines is [{ Columns: { } columns }, ..] ? CsvColumns.Lacking(kind, columns) : null), lines);
    }

    private static bool IsCsv(MediaTypeHeaderValue media) => media.MediaType.Equals(CsvBody.Type, StringComparison.OrdinalIgnoreCase);

    private static async Task<IResult> Start(
        OperationKind kind,
        bool? dryRun,
        bool? correct,
        string[]? dates,
        HttpContext http,
        Streams streams
    )
    {
        if (
            !MediaTypeHeaderValue.TryParse(http.Request.ContentType, out var media)
            || !Types.Contains(media.MediaType.ToString(), StringComparer.OrdinalIgnoreCase)
        )
        {
            return MediaTypes.Unsupported(http).ToResult();
        }

        using var body = new MemoryStream();
        var buffer = new byte[16 * 1024];
        for (
            int read;
            body.Length <= RequestLimits.MostBytes && (read = await http.Request.Body.ReadAsync(buffer, http.RequestAborted)) > 0;
            body.Write(buffer, 0, read)
        ) { }

        var (refused, lines) = Read(body.GetBuffer().AsSpan(0, (int)body.Length), media, kind, dates ?? []);
        return refused is not null
            ? refused.ToResult()
            : await streams.Begin<Operation>(
                "/v1/operations",
                new StartImport(),
                async act => Decide(kind, dryRun is true, lines, await act.Under(act.Stream), correct is true)
            );
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        Map<EstablishmentLine>(routes, "establishments", OperationKind.ImportEstablishments);
        Map<MemberLine>(routes, "members", OperationKind.ImportMembers);
        Map<PastEngagementLine>(routes, "past-engagements", OperationKind.ImportPastEngagements);
    }

    private static void Map<TLine>(IEndpointRouteBuilder routes, string what, OperationKind kind)
        where TLine : ImportedLine =>
        routes
            .MapPost(
                $"/v1/imports/{what}",
                (bool? dryRun, bool? correct, [FromQuery] string[]? dates, HttpContext http, Streams streams) =>
                    Start(kind, dryRun, correct, dates, http, streams)
            )
            .Accepts<TLine>(Types[0], Types[1..])
            .WithMetadata(CsvColumnsOf(kind))
            .WithMetadata(new ImportSize(), new LongRunning())
            .WithName(Words.Of(kind).Split('-').Aggregate((name, word) => name + char.ToUpperInvariant(word[0]) + word[1..]))
            .WithSummary($"Import {what.Replace('-', ' ')}, a line each")
            .Produces<OperationView>(202)
            .For(Roles.Practice);

    // What the contract says of the CSV.
    private static OpenApi.CsvColumns CsvColumnsOf(OperationKind kind) =>
        new(
            [.. CsvColumns.Of(kind).Select(c => c.Name)],
            CsvColumns
                .Of(kind)
                .Where(c => c.Kind is CellKind.Day or CellKind.Moment)
                .ToDictionary(
                    c => c.Name,
                    c => c.Kind == CellKind.Day ? "a day, as its header or dates says" : "a moment, as its header or dates says"
                )
        );

    private sealed record ImportSize : IRequestSizeLimitMetadata
    {
        public long? MaxRequestBodySize => RequestLimits.MostBytes;
    }
}
