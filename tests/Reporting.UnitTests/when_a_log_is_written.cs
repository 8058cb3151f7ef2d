using System.Text.Json.Nodes;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_log_is_written
{
    private const string Word = "Kanari";

    [Fact]
    public void it_says_what_the_program_says_and_what_is_on_the_list()
    {
        var line = Written(log => log.LogWarning("Waited {Seconds} s for {Somebody}", 3, Word));
        line["says"]!.GetValue<string>().ShouldBe("Waited {Seconds} s for {Somebody}");
        line["seconds"]!.GetValue<string>().ShouldBe("3");
        line["level"]!.GetValue<string>().ShouldBe("Warning");
        line.ToJsonString().ShouldNotContain(Word);
    }

    [Fact]
    public void a_text_that_was_put_together_is_not_said()
    {
#pragma warning disable CA2254 // Others write so.
        var line = Written(log => log.LogWarning($"{Word}{Environment.ProcessId} said it"));
#pragma warning restore CA2254
        line["says"].ShouldBeNull();
        line.ToJsonString().ShouldNotContain(Word);
    }

    [Fact]
    public void an_exception_is_told_by_its_type_and_place()
    {
        var line = Written(log => log.LogError(Thrown(), "It failed"));
        var told = line["exceptions"]!.AsArray();
        told.Select(e => e!["type"]!.GetValue<string>()).ShouldBe(["System.InvalidOperationException", "System.FormatException"]);
        told[0]!["in"]!.ToJsonString().ShouldContain(nameof(Thrown));
        line.ToJsonString().ShouldNotContain(Word);
    }

    private static InvalidOperationException Thrown()
    {
        try
        {
            throw new InvalidOperationException(Word, new FormatException(Word));
        }
        catch (InvalidOperationException thrown)
        {
            return thrown;
        }
    }

    private static JsonObject Written(Action<ILogger> write)
    {
        using var text = new StringWriter();
        write(new Through(text));
        return JsonNode.Parse(text.ToString())!.AsObject();
    }

    /// <summary>A logger that writes through the formatter, as the console's does.</summary>
    private sealed class Through(StringWriter text) : ILogger
    {
        private readonly QuietLogs _logs = new(TimeProvider.System);

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(
            LogLevel logLevel,
            EventId eventId,
            TState state,
            Exception? exception,
            Func<TState, Exception?, string> formatter
        ) => _logs.Write(new LogEntry<TState>(logLevel, "a.category", eventId, state, exception, formatter), null, text);
    }
}
