using System.Text.Encodings.Web;
using System.Text.Json;

namespace PracticeAnalysis.Reporting.History.Exports;

/// <summary>A JSON writer whose bytes leave in portions: an export of any length is never held.</summary>
internal sealed class JsonOutput(Stream to) : IAsyncDisposable
{
    private const int Portion = 32 * 1024;

    /// <summary>The writer.</summary>
    public Utf8JsonWriter Json { get; } = new(to, new JsonWriterOptions { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping });

    /// <summary>Sends what waits, once it is a portion.</summary>
    public async ValueTask Send(CancellationToken cancel)
    {
        if (Json.BytesPending > Portion)
        {
            await Json.FlushAsync(cancel);
        }
    }

    /// <inheritdoc />
    public ValueTask DisposeAsync() => Json.DisposeAsync();
}
