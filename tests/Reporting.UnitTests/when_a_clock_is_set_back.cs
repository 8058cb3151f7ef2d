using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Hosting;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.UnitTests;

public sealed class when_a_clock_is_set_back : IDisposable
{
    private static readonly TimeSpan Day = TimeSpan.FromDays(1);
    private readonly string _file = Path.GetTempFileName();

    public void Dispose() => File.Delete(_file);

    [Fact]
    public void a_demonstrations_services_are_behind_by_what_the_file_says_and_by_nothing_without_it()
    {
        var time = ServiceHost.ClockOf(Configured(Environments.Development));
        File.WriteAllText(_file, "86400");
        (TimeProvider.System.GetUtcNow() - time.GetUtcNow()).ShouldBeInRange(Day - TimeSpan.FromMinutes(1), Day);
        File.WriteAllText(_file, "0");
        (TimeProvider.System.GetUtcNow() - time.GetUtcNow()).ShouldBeLessThan(TimeSpan.FromMinutes(1));
        File.Delete(_file);
        (TimeProvider.System.GetUtcNow() - time.GetUtcNow()).ShouldBeLessThan(TimeSpan.FromMinutes(1));
    }

    [Theory]
    [InlineData("Production")]
    [InlineData("Staging")]
    public void no_other_service_can_be_set_back(string environment) =>
        ServiceHost.ClockOf(Configured(environment)).ShouldBe(TimeProvider.System);

    [Fact]
    public void what_waits_comes_when_the_clock_that_is_set_back_says_so_and_by_any_other_at_that_very_moment()
    {
        File.WriteAllText(_file, "86400");
        new SetBackTime(_file).OnThisMachine(Given.Now).ShouldBe(Given.Now + Day);
        TimeProvider.System.OnThisMachine(Given.Now).ShouldBe(Given.Now);
    }

    private WebApplicationBuilder Configured(string environment)
    {
        var builder = WebApplication.CreateSlimBuilder(new WebApplicationOptions { EnvironmentName = environment });
        builder.Configuration["Clock:BehindFile"] = _file;
        return builder;
    }
}
