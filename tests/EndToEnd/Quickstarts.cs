using System.Diagnostics;
using System.Text.RegularExpressions;
using PracticeAnalysis.Local;

namespace PracticeAnalysis.EndToEnd;

/// <summary>The quickstarts that the pages of the packages show.</summary>
internal static class Quickstarts
{
    /// <summary>What a package's page shows in this language, block by block.</summary>
    public static IReadOnlyList<string> Shown(string package, string language)
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, package, "README.md"));
        return [.. Regex.Matches(page, $"```{language}\n(.*?)```", RegexOptions.Singleline).Select(m => m.Groups[1].Value)];
    }

    /// <summary>A command in a shell whose user pasted what <c>deploy/run</c> prints.</summary>
    public static ProcessStartInfo With(ProcessStartInfo command, SystemFixture system)
    {
        foreach (var (name, value) in system.Exports())
        {
            command.Environment[name] = value;
        }

        return command;
    }

    /// <summary>A released figure, one that is not offered and its reason, a refusal, and a command that was done.</summary>
    public static void ShouldTellAll(string said)
    {
        said.ShouldMatch(@"(?m)^sessions-held:? 4\r?$");
        said.ShouldMatch(@"(?m)^gollac/lack-of-autonomy:? year\r?$");
        said.ShouldMatch(@"(?m)^refused:? \S*(?i:precondition-?failed) \S");
        said.ShouldEndWith("removed");
    }
}
