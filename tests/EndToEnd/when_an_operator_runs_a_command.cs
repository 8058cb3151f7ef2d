using Npgsql;

namespace PracticeAnalysis.EndToEnd;

/// <summary>A service's commands say what they are, who may run them, and never that they did what they did not.</summary>
[Collection(typeof(TheSystem))]
public class when_an_operator_runs_a_command(SystemFixture system)
{
    [Theory]
    [InlineData("--help")]
    [InlineData("help")]
    public async Task help_names_each_of_them(string help)
    {
        var (exit, said, _) = await Run("session", [help]);
        exit.ShouldBe(0);
        string[] commands = ["migrate", "rebuild", "set-aside SEQUENCE", "retention", "sweep", "replay-erasures", "rewrap", "openapi"];
        commands.ShouldAllBe(command => said.Contains($"\n  {command}", StringComparison.Ordinal));
        said.ShouldContain("ConnectionStrings__Postgres names the login migrator");
    }

    [Theory]
    [InlineData("storage", "clear")]
    [InlineData("storage", "rebuild")]
    [InlineData("resources", "clear")]
    [InlineData("resources", "teardown")]
    [InlineData("marten-apply")]
    [InlineData("db-apply")]
    [InlineData("projections", "rebuild")]
    [InlineData("rebiuld")]
    public async Task what_would_change_what_is_stored_in_another_way_is_not_there(params string[] arguments)
    {
        var (exit, said, errors) = await Run("session", arguments);
        exit.ShouldBe(2, said + errors);
        errors.ShouldStartWith($"session: there is no command \"{string.Join(' ', arguments)}\" here.");
        errors.ShouldContain("rebuild");
    }

    [Theory]
    [InlineData("session", "migrator", "sweep")]
    [InlineData("session", "migrator", "set-aside", "1", "--reason", "unreadable", "--by", "0198a6c0-0000-7000-8000-000000000001")]
    [InlineData("migrator", "session", "rebuild")]
    [InlineData("migrator", "session", "retention", "--dry-run")]
    [InlineData("migrator", "session", "replay-erasures")]
    public async Task a_command_under_another_login_says_whose_it_is_and_does_nothing(
        string login,
        string needed,
        params string[] arguments
    )
    {
        var (exit, said, errors) = await Run("session", arguments, system.Host.Cluster.ConnectionString(login));
        errors.ShouldBe($"session: this is done by the login {needed}: ConnectionStrings__Postgres names {login}. Nothing was done.", said);
        said.ShouldNotContain("written anew");
        exit.ShouldBe(2);
    }

    [Theory]
    [InlineData("rebuild")]
    [InlineData("sweep")]
    [InlineData]
    public async Task a_wrong_password_is_said_in_a_line(params string[] arguments)
    {
        var wrong = new NpgsqlConnectionStringBuilder(system.Host.Cluster.ConnectionString("session")) { Password = "another" };
        var (exit, said, errors) = await Run("session", arguments, wrong.ConnectionString);
        errors.ShouldBe(
            "session: the database does not let in the login that ConnectionStrings names: see its name and its password.",
            said
        );
        exit.ShouldBe(2);
    }

    [Fact]
    public async Task the_migrator_sweeps()
    {
        var (exit, said, errors) = await Run("session", ["sweep"], system.Host.Cluster.ConnectionString("migrator"));
        exit.ShouldBe(0, errors);
        said.ShouldEndWith("6 tables written anew.");
    }

    private Task<(int Exit, string Said, string Errors)> Run(string service, string[] arguments, string? connection = null) =>
        connection is null
            ? OperatorsScript.Run(system.Host, service, arguments)
            : OperatorsScript.Run(system.Host, service, arguments, ("ConnectionStrings__Postgres", connection));
}
