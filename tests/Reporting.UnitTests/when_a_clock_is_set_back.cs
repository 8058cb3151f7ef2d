using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Reporting.UnitTests;

public sealed class when_a_clock_is_set_back : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void a_demonstrations_services_are_behind_by_what_the_file_says_and_by_nothing_without_it()
    {
        var time = SetBackTime.From(isDevelopment: true, _file);
        File.WriteAllText(_file, "86400");
        (TimeProvider.System.GetUtcNow() - time.GetUtcNow()).ShouldBeInRange(Day - TimeSpan.FromMinutes(1), Day);
        File.WriteAllText(_file, "0");
        (TimeProvider.System.GetUtcNow() - time.GetUtcNow()).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        File.Delete(_file);
        (TimeProvider.System.GetUtcNow() - time.GetUtcNow()).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Fact]
    public void no_other_service_can_be_set_back()
    {
        SetBackTime.From(isDevelopment: false, _file).ShouldBe(TimeProvider.System);
        SetBackTime.From(isDevelopment: true, null).ShouldBe(TimeProvider.System);
    }

    [Fact]
    public void what_waits_comes_when_the_clock_that_is_set_back_says_so_and_by_any_other_at_that_very_moment()
    {
        File.WriteAllText(_file, "86400");
        SetBackTime.From(isDevelopment: true, _file).OnThisMachine(Given.Now).ShouldBe(Given.Now + Day);
        TimeProvider.System.OnThisMachine(Given.Now).ShouldBe(Given.Now);
    }
}
