using System.Globalization;
using System.IO.Compression;
using System.Net.Http.Headers;
using System.Text.Json;
using Microsoft.AspNetCore.Http.Features;
using PracticeAnalysis.Client;
using PracticeAnalysis.Pages.Api;
using PracticeAnalysis.Pages.Layout;

namespace PracticeAnalysis.Pages.Auditor;

/// <summary>All that an auditor needs to verify an engagement's history without us, in one ZIP: the history, the proof with its keys, the schemas, and what
/// verifies them.</summary>
public sealed class TakeAway(Documents documents, PracticeAnalysisClient api, TimeProvider time)
{
    private const string Lines = "application/x-ndjson";
    private static readonly string[] Services = ["engagement", "session", "reporting"];

    /// <summary>Sends it.</summary>
    /// <exception cref="Client.Models.Problem">It was refused.</exception>
    public async Task Send(Guid id, HttpContext http, CancellationToken cancel)
    {
        var settled = Uri.EscapeDataString(time.GetUtcNow().AddMinutes(-1).ToString("O", CultureInfo.InvariantCulture));
        await api.V1.Proof.Checkpoints.PostAsync(cancellationToken: cancel);

        // Who has no grant over all of it is told so before the first byte; later a refusal could only break the download off.
        foreach (var service in Services)
        {
            using var open = await documents.Open($"/v1/proof/heads/{service}?settled={settled}", Lines, cancel);
        }

        http.Response.ContentType = "application/zip";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment")
        {
            FileName = $"audit-{id}.zip",
        }.ToString();
        http.Response.Headers.CacheControl = "no-store";

        // An entry of an archive closes synchronously, of .NET 10 too.
        http.Features.Get<IHttpBodyControlFeature>()!.AllowSynchronousIO = true;

        // It is closed where all of it is there, and then alone: half an archive should look like half of one.
        var zip = await ZipArchive.CreateAsync(http.Response.Body, ZipArchiveMode.Create, leaveOpen: true, null, cancel);
        var (name, text) = Readme.In(PageLanguage.Of(http.Request), id);
        await Write(zip, name, text, cancel);
        await Write(zip, "verify.html", Readme.Verifier, cancel);

        // A list of checkpoints that is older than the entries signs none that are not there. So it goes on: heads go at least as far as the entries, and the
        // history exactly as far.
        await Copy(zip, "proof/keys.json", "/v1/proof/keys", "application/json", cancel);
        await Copy(zip, "proof/checkpoints.ndjson", "/v1/proof/checkpoints", Lines, cancel);
        var version = await CopyEntries(zip, id, cancel);
        foreach (var service in Services)
        {
            await Copy(zip, $"proof/heads-{service}.ndjson", $"/v1/proof/heads/{service}?settled={settled}", Lines, cancel);
        }

        foreach (var type in await CopyHistory(zip, id, version, cancel))
        {
            if (await documents.Text($"/v1/event-schemas/{type}", "application/schema+json", cancel) is { } schema)
            {
                await Write(zip, $"schemas/{type}.json", schema, cancel);
            }
        }

        await zip.DisposeAsync();
    }

    // How far the engagement's ledger goes in the entries.
    private async Task<long?> CopyEntries(ZipArchive zip, Guid id, CancellationToken cancel)
    {
        // Quotation marks within a text are escaped: no text holds this.
        var ours = $"\"}},\"stream\":\"{id}\",\"tenant\":\"";
        long? version = null;
        await CopyLines(
            zip,
            "proof/entries.ndjson",
            "/v1/proof/entries",
            line =>
            {
                if (line.Contains(ours, StringComparison.Ordinal))
                {
                    version = Math.Max(version ?? 0, JsonElement.Parse(line).GetProperty("version").GetInt64());
                }
            },
            cancel
        );
        return version;
    }

    // The types of the events in it, as schemas name them.
    private async Task<IEnumerable<string>> CopyHistory(ZipArchive zip, Guid id, long? version, CancellationToken cancel)
    {
        var types = new SortedSet<string>(StringComparer.Ordinal);
        await CopyLines(
            zip,
            "history.ndjson",
            string.Create(CultureInfo.InvariantCulture, $"/v1/engagements/{id}/history{(version is null ? "" : $"?version={version}")}"),
            line =>
            {
                var entry = JsonElement.Parse(line);
                types.Add($"{entry.GetProperty("source")}.{entry.GetProperty("eventType")}");
            },
            cancel
        );
        return types;
    }

    private async Task CopyLines(ZipArchive zip, string name, string path, Action<string> look, CancellationToken cancel)
    {
        using var answer = await documents.Open(path, Lines, cancel);
        using var from = new StreamReader(await answer.Content.ReadAsStreamAsync(cancel));
        await using var to = new StreamWriter(await zip.CreateEntry(name).OpenAsync(cancel)) { NewLine = "\n" };
        while (await from.ReadLineAsync(cancel) is { } line)
        {
            look(line);
            await to.WriteLineAsync(line.AsMemory(), cancel);
        }
    }

    private async Task Copy(ZipArchive zip, string name, string path, string mediaType, CancellationToken cancel)
    {
        using var answer = await documents.Open(path, mediaType, cancel);
        await using var to = await zip.CreateEntry(name).OpenAsync(cancel);
        await answer.Content.CopyToAsync(to, cancel);
    }

    private static async Task Write(ZipArchive zip, string name, string text, CancellationToken cancel)
    {
        await using var to = new StreamWriter(await zip.CreateEntry(name).OpenAsync(cancel));
        await to.WriteAsync(text.AsMemory(), cancel);
    }
}
