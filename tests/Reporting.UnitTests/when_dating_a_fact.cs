using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_dating_a_fact
{
    private static readonly DateTimeOffset Now = Given.Now;

    [Fact]
    [Keeps("occurred-at")]
    public void it_has_happened_and_not_before_the_last_one()
    {
        Occurrence.Wrong(Now, Now, Now).ShouldBeNull();
        Occurrence.Wrong(Now.AddYears(-2), Now, null).ShouldBeNull();
    }

    [Fact]
    [Keeps("occurred-at")]
    public void clocks_may_differ_by_a_second()
    {
        Occurrence.Wrong(Now.AddSeconds(1), Now, Now).ShouldBeNull();
        Occurrence.Now(Now, null).ShouldBe(Now);
        Occurrence.Now(Now, Now.AddSeconds(-1)).ShouldBe(Now);
        Occurrence.Now(Now, Now.AddSeconds(1)).ShouldBe(Now.AddSeconds(1));
        Occurrence.At(null, Now).ShouldBe(Now);
        Occurrence.At(Now.AddSeconds(-1), Now).ShouldBe(Now.AddSeconds(-1));
    }

    [Fact]
    public void the_tolerance_dates_nothing_ahead_however_often_it_is_used()
    {
        var last = Now;
        for (var turn = 0; turn < 100; turn++)
        {
            var ahead = Now.AddSeconds(0.9);
            Occurrence.Wrong(ahead, Now, last).ShouldBeNull();
            last = Occurrence.At(ahead, Occurrence.Now(Now, last));
        }

        last.ShouldBe(Now);
        Occurrence.Wrong(last.AddSeconds(1.1), Now, last).ShouldNotBeNull();
    }

    [Fact]
    [Breaks("occurred-at")]
    public void the_future_and_the_past_of_the_resource_are_refused()
    {
        Rule rule = new("always", "occurred-at", "design");
        Occurrence.Wrong(Now + Occurrence.Tolerance + TimeSpan.FromTicks(1), Now, null)!.Rules.ShouldBe([rule]);
        Occurrence.Wrong(Now.AddTicks(-1), Now, Now)!.Rules.ShouldBe([rule]);
    }
}
