using System.Text.Json;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_an_instant_is_read
{
    private static readonly JsonSerializerOptions Json = Strict();

    [Theory]
    [InlineData("2026-03-02T09:00:00+01:00")]
    [InlineData("2026-03-02T09:00:00Z")]
    [InlineData("2026-03-02t09:00:00.1234567z")]
    [InlineData("2000-01-01T00:00:00Z")]
    [InlineData("2100-12-31T23:59:59Z")]
    [InlineData("2026-03-02T09:00:00-11:30")]
    public void rfc_3339_with_an_offset_is_one(string said)
    {
        Instants.Read(said).ShouldNotBeNull();
        JsonSerializer.Deserialize<DateTimeOffset>($"\"{said}\"", Json).ShouldBe(Instants.Read(said)!.Value);
    }

    [Theory]
    [InlineData("2026-03-02")]
    [InlineData("2026-03-02T09:00:00")]
    [InlineData("2026-03-02 09:00:00Z")]
    [InlineData("2026-03-02T09:00Z")]
    [InlineData("05/02/2026")]
    [InlineData("06:29:20")]
    [InlineData("1.2.2026")]
    [InlineData("Mon, 02 Mar 2026 09:00:00 GMT")]
    [InlineData("2026-02-30T09:00:00Z")]
    [InlineData("2026-03-02T24:00:00Z")]
    [InlineData("2026-03-02T09:00:00+15:00")]
    [InlineData("1999-12-31T23:59:59Z")]
    [InlineData("2101-01-01T00:00:00Z")]
    [InlineData("0001-01-01T00:00:00+14:00")]
    [InlineData("9999-12-31T23:59:59Z")]
    [InlineData("2026-03-02T09:00:00Z\\n")]
    [InlineData("")]
    public void nothing_else_is(string said)
    {
        Instants.Read(said).ShouldBeNull();
        Should.Throw<JsonException>(() => JsonSerializer.Deserialize<DateTimeOffset>($"\"{said}\"", Json));
    }

    [Theory]
    [InlineData("2026-03-02", true)]
    [InlineData("1954-09-01", true)]
    [InlineData("1899-12-31", false)]
    [InlineData("2101-01-01", false)]
    [InlineData("02/03/2026", false)]
    [InlineData("2026-3-2", false)]
    public void a_day_is_one_of_a_calendar_that_lives(string said, bool isOne)
    {
        void Read() => JsonSerializer.Deserialize<DateOnly>($"\"{said}\"", Json);
        if (isOne)
        {
            Read();
        }
        else
        {
            Should.Throw<JsonException>(Read);
        }
    }

    private static JsonSerializerOptions Strict()
    {
        var options = new JsonSerializerOptions();
        StrictJson.Configure(options);
        return options;
    }
}
