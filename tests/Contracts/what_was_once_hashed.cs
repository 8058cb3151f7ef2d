using System.Runtime.CompilerServices;
using System.Text.Json;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Golden;

/// <summary>An event of any version that was ever stored has the same hash for ever, or the chains that it stands in would break:
/// <c>Golden/hashes.txt</c> lists them. <c>WRITE_GOLDEN=1</c> adds what is missing; a line never changes.</summary>
public class what_was_once_hashed
{
    private static readonly string Golden = Path.Combine(Path.GetDirectoryName(Here())!, "Golden");

    [Fact]
    public void has_the_same_hash_for_ever()
    {
        var list = Path.Combine(Golden, "hashes.txt");
        var known = File.Exists(list) ? File.ReadAllLines(list).Select(l => l.Split(' ')).ToDictionary(l => l[0], l => l[1]) : [];
        var hashes = Directory
            .GetFiles(Path.Combine(Golden, "facts"))
            .ToDictionary(
                f => Path.GetFileNameWithoutExtension(f),
                f => Canonical.Hash(Canonical.Redacted(JsonElement.Parse(File.ReadAllText(f))))
            );
        if (Environment.GetEnvironmentVariable("WRITE_GOLDEN") == "1")
        {
            foreach (var (name, hash) in hashes)
            {
                known.TryAdd(name, hash);
            }

            File.WriteAllLines(list, known.OrderBy(k => k.Key, StringComparer.Ordinal).Select(k => $"{k.Key} {k.Value}"));
        }

        known.Count.ShouldBeGreaterThan(100);
        known.Keys.Except(hashes.Keys).ShouldBeEmpty("a golden file never goes");
        known.Where(k => hashes[k.Key] != k.Value).ShouldBeEmpty();
    }

    private static string Here([CallerFilePath] string path = "") => path;
}
