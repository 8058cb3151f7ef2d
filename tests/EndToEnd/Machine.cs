using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What a test wants of the machine beside the .NET SDK, Node and PostgreSQL's server.</summary>
internal static class Machine
{
    /// <summary>Skips the test where a program is missing, and says what to install.</summary>
    public static void Wants(string program, string package) =>
        Assert.SkipUnless(
            PostgresPrograms.Locate(program) is not null,
            $"{program} is missing; install it with: apt-get install -y {package}"
        );
}
