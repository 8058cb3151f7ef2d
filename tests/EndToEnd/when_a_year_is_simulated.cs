using PracticeAnalysis.Kernel;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

[Collection(typeof(TheSystem))]
public class when_a_year_is_simulated(SystemFixture system)
{
    [Fact]
    public async Task the_services_have_what_was_told()
    {
        var directory = Directory.CreateTempSubdirectory("simulation-");
        try
        {
            var said = new List<string>();
            var (loaded, summary) = await Simulation.Load(
                system.Host.Gateway,
                system.Host.Mint,
                directory.FullName,
                new(Seed: 7, Groups: 9, Months: 3),
                TimeProvider.System,
                said.Add,
                TestContext.Current.CancellationToken
            );
            summary.ShouldNotBeNull();
            said.ShouldContain(line => line.Contains("9 groups", StringComparison.Ordinal));
            var sessions = 0;
            var practice = loaded.Actors.Single(a => a.Role == Roles.Practice);
            foreach (var group in loaded.Groups)
            {
                var (status, body) = await system.Ask(practice, $"/v1/groups/{group}/evolution");
                status.ShouldBe(200);
                sessions += body!["lines"]!.AsArray().Count(l => l!["what"]!.GetValue<string>() == "session-held");
            }

            sessions.ShouldBe(summary.Sessions);
            var again = await Simulation.Load(
                system.Host.Gateway,
                system.Host.Mint,
                directory.FullName,
                new(),
                TimeProvider.System,
                said.Add,
                TestContext.Current.CancellationToken
            );
            again.Summary.ShouldBeNull("it is told once for each directory");
        }
        finally
        {
            directory.Delete(recursive: true);
        }
    }
}
