using CsCheck;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_reading_the_causal_clock
{
    private sealed class SetTime : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = Given.Now;

        public override DateTimeOffset GetUtcNow() => Now;
    }

    [Fact]
    public void each_reading_sorts_after_the_one_before_even_when_time_stands_or_goes_back()
    {
        var time = new SetTime();
        var clock = new HybridClock(time);
        Gen.Int[-5, 5]
            .List[50]
            .Sample(
                steps =>
                {
                    var readings = steps.Select(s =>
                    {
                        time.Now = time.Now.AddMilliseconds(s);
                        return clock.Tick();
                    });
                    var list = readings.ToList();
                    list.Order(StringComparer.Ordinal).ShouldBe(list);
                    list.Distinct().Count().ShouldBe(list.Count);
                },
                iter: 100,
                threads: 1
            );
    }

    [Fact]
    public void it_starts_with_the_time_and_counts_within_a_millisecond()
    {
        var clock = new HybridClock(new SetTime());
        var milliseconds = Given.Now.ToUnixTimeMilliseconds();
        clock.Tick().ShouldBe($"{milliseconds:D14}.000000");
        clock.Tick().ShouldBe($"{milliseconds:D14}.000001");
    }

    [Fact]
    public void a_reading_received_is_passed()
    {
        var ahead = $"{Given.Now.AddHours(1).ToUnixTimeMilliseconds():D14}.000007";
        var clock = new HybridClock(new SetTime());
        clock.Receive(ahead);
        clock.Tick().ShouldBe(ahead[..^1] + "8");
        clock.Receive(ahead);
        clock.Tick().ShouldBe(ahead[..^1] + "9");
    }

    [Fact]
    public void a_millisecond_that_is_full_is_left_for_the_next()
    {
        var clock = new HybridClock(new SetTime());
        var ahead = Given.Now.AddHours(1).ToUnixTimeMilliseconds();
        clock.Receive($"{ahead:D14}.999999");
        clock.Tick().ShouldBe($"{ahead + 1:D14}.000000");
    }

    [Fact]
    public void an_older_reading_does_not_set_it_back()
    {
        var clock = new HybridClock(new SetTime());
        var first = clock.Tick();
        clock.Receive("00000000000001.000009");
        string.CompareOrdinal(clock.Tick(), first).ShouldBePositive();
    }

    [Theory]
    [InlineData("")]
    [InlineData("x")]
    [InlineData("99999999999999")]
    [InlineData("99999999999999.x")]
    [InlineData("-9999999999999.000001")]
    public void what_is_no_reading_is_ignored(string text)
    {
        var clock = new HybridClock(new SetTime());
        clock.Receive(text);
        clock.Tick().ShouldBe($"{Given.Now.ToUnixTimeMilliseconds():D14}.000000");
    }
}
