using System.Text;
using System.Text.Json;

namespace PracticeAnalysis.Testing;

/// <summary>Keeps every answer that was held against the contract for a checker which nobody here wrote (<c>tests/checks/answers.mjs</c>),
/// a line each, where <c>ANSWERS</c> names a folder, as <c>deploy/test</c> has it.</summary>
internal static class AnswersSeen
{
    private static readonly Lock Turn = new();
    private static readonly StreamWriter? File = Open();

    /// <summary>Keeps one.</summary>
    /// <param name="contract">The document that names the operation.</param>
    /// <param name="body">JSON.</param>
    public static void Keep(string contract, string operation, int status, string media, string body)
    {
        if (File is null)
        {
            return;
        }

        using var json = JsonDocument.Parse(body);
        var line = JsonSerializer.Serialize(
            new
            {
                contract,
                operation,
                status,
                media,
                body = json.RootElement,
            }
        );
        lock (Turn)
        {
            File.WriteLine(line);
        }
    }

    private static StreamWriter? Open() =>
        Environment.GetEnvironmentVariable("ANSWERS") is { Length: > 0 } folder
            ? new StreamWriter(
                Path.Combine(folder, $"{Environment.ProcessId}.ndjson"),
                new UTF8Encoding(false),
                new() { Access = FileAccess.Write, Mode = FileMode.Append }
            )
            {
                AutoFlush = true,
            }
            : null;
}
