using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Runtime.Versioning;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary><c>deploy/run</c> goes on after a run that was killed, and says in one line what it cannot do.</summary>
public class when_a_run_starts_where_it_can
{
    [Fact]
    [Long("local_run")]
    public async Task what_a_killed_run_left_running_is_ended_and_its_data_goes_on()
    {
        var cancel = TestContext.Current.CancellationToken;
        var directory = Directory.CreateTempSubdirectory("practice-analysis-e2e-").FullName;
        try
        {
            await using var killed = DeployedRun.Start("--no-demo", "--data", directory, "--port", $"{PrivateCluster.FreePort()}");
            await killed.Said(line => line.StartsWith("Ready in", StringComparison.Ordinal));
            var (code, said) = await Ended(DeployedRun.Local("--no-demo", "--data", directory));
            code.ShouldBe(1);
            said.ShouldBe($"{directory} is in use by another run; end that one, or give another directory with --data.\n");

            var left = Directory.GetFiles(directory, "*.pid").Select(f => int.Parse(File.ReadAllText(f), null)).ToList();
            left.Count.ShouldBe(4);
            await killed.Kill();
            left.ShouldAllBe(id => Directory.Exists($"/proc/{id}"));

            await using (var next = await LocalHost.Start(directory, PrivateCluster.FreePort(), _ => { }, cancel))
            {
                left.ShouldAllBe(id => !Directory.Exists($"/proc/{id}"));
                using var http = new HttpClient();
                (await http.GetAsync(new Uri(next.Gateway, "/health/ready"), cancel)).StatusCode.ShouldBe(HttpStatusCode.OK);
            }
        }
        finally
        {
            Directory.Delete(directory, recursive: true);
        }
    }

    [Fact]
    public async Task a_port_that_is_taken_is_named_in_one_line()
    {
        using var taken = new TcpListener(IPAddress.Loopback, 0);
        taken.Start();
        var port = ((IPEndPoint)taken.LocalEndpoint).Port;
        var (code, said) = await Ended(DeployedRun.Local("--no-demo", "--port", $"{port}"));
        code.ShouldBe(1);
        said.ShouldBe($"Port {port} is taken; give another one with --port, or none.\n");
    }

    [Theory]
    [SupportedOSPlatform("linux")]
    [InlineData("initdb (PostgreSQL) 15.18 (Debian 15.18-0+deb12u1)", true)]
    [InlineData("initdb (PostgreSQL) 18.4", true)]
    [InlineData("initdb (PostgreSQL) 14.9", false)]
    [InlineData("something else", false)]
    public void postgresql_is_taken_where_it_is_new_enough(string version, bool taken)
    {
        var directory = Directory.CreateTempSubdirectory("practice-analysis-e2e-").FullName;
        foreach (var program in (string[])["initdb", "pg_ctl"])
        {
            var path = Path.Combine(directory, program);
            File.WriteAllText(path, $"#!/bin/sh\necho '{version}'\n");
            File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        }

        PostgresPrograms.FirstOf(["/nowhere", directory]).ShouldBe(taken ? directory : null);
        Directory.Delete(directory, recursive: true);
    }

    private static async Task<(int Code, string Errors)> Ended(ProcessStartInfo command)
    {
        command.RedirectStandardError = true;
        using var run = Process.Start(command)!;
        var errors = await run.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await run.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (run.ExitCode, errors);
    }
}
