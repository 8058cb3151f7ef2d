using System.Text.Json;

namespace PracticeAnalysis.Verifier;

/// <summary><c>practice-verify</c>: 0 all holds, 1 something does not, 2 wrong arguments, 3 a file cannot be read.</summary>
internal static class Program
{
    private const int Holds = 0;
    private const int Broken = 1;
    private const int Misused = 2;
    private const int Unreadable = 3;

    /// <summary>Runs it on the console.</summary>
    public static int Main(string[] args) => Run(args, Console.Out, Console.Error);

    /// <summary>Runs it.</summary>
    public static int Run(string[] args, TextWriter say, TextWriter complain)
    {
        if (args is ["--help" or "-h"])
        {
            say.WriteLine(Help());
            return Holds;
        }

        if (Arguments.Parse(args) is not { } given)
        {
            complain.WriteLine($"These arguments are not understood.{Environment.NewLine}{Help()}");
            return Misused;
        }

        try
        {
            using var archive = given.Archive is null ? null : Archive.Unpack(given.Archive);
            given = archive is null ? given : given.In(archive.Folder);
            var findings = new Findings(say);
            var keys = Keys.Read(given.Keys!, given.Witnesses).Trusting(given.TrustedKeys);
            var checkpoints = Checkpoints.Read(given, keys, findings);
            switch (given.What)
            {
                case "inclusion":
                    ProofCheck.Inclusion(given, checkpoints, findings, say);
                    break;
                case "consistency":
                    ProofCheck.Consistency(given, checkpoints, findings, say);
                    break;
                default:
                    new ExportCheck(checkpoints, findings, say, given.Quiet ? TextWriter.Null : complain).Run(given);
                    break;
            }

            say.WriteLine(
                findings.None ? "It holds." : $"It does not hold: {string.Join(", ", findings.Counts.Select(c => $"{c.Value} {c.Key}"))}."
            );
            foreach (var line in checkpoints.Scope(given))
            {
                say.WriteLine($"  {line}");
            }

            return findings.None ? Holds : Broken;
        }
        catch (Exception e) when (e is UnreadableException or IOException or UnauthorizedAccessException)
        {
            complain.WriteLine(e.Message);
            return Unreadable;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Keys or a proof: what is wrong in an export is found, line by line.
            complain.WriteLine($"A file is not the JSON that it is given for: {e.Message}");
            return Unreadable;
        }
    }

    private static string Help()
    {
        using var text = new StreamReader(typeof(Program).Assembly.GetManifestResourceStream("help.txt")!);
        return text.ReadToEnd().TrimEnd();
    }
}
