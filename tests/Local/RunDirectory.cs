using System.Diagnostics;
using System.Globalization;

namespace PracticeAnalysis.Local;

/// <summary>The directory of a run: one run's at a time, and what a run that was killed left running is ended by the next one.</summary>
internal sealed class RunDirectory : IDisposable
{
    private const string KeyFile = "development.key";

    // Where the run is that was started last from this clone.
    private static readonly string Latest = Path.Combine(Repository.Root, ".run", "latest");

    private readonly string _path;
    private readonly FileStream _held;

    private RunDirectory(string path, FileStream held)
    {
        _path = path;
        _held = held;
    }

    /// <summary>Takes the directory, until it is disposed or this process ends, however it ends.</summary>
    /// <exception cref="CannotRunException">Another run has it.</exception>
    public static RunDirectory Take(string path)
    {
        Directory.CreateDirectory(Path.Combine(path, "logs"));
        try
        {
            return new(path, new FileStream(Path.Combine(path, "held"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None));
        }
        catch (IOException)
        {
            throw new CannotRunException($"{path} is in use by another run; end that one, or give another directory with --data.");
        }
    }

    /// <summary>The file of the key that signs this run's tokens.</summary>
    public string Key => Path.Combine(_path, KeyFile);

    /// <summary>Makes it the run that <c>deploy/token</c> takes where none is named.</summary>
    public void NoteLatest()
    {
        Directory.CreateDirectory(Path.GetDirectoryName(Latest)!);
        File.WriteAllText(Latest, _path);
    }

    /// <summary>The key that signs the tokens of the run in this directory, or of the run that was started last; null where there is none.</summary>
    public static async Task<string?> DevelopmentKey(string? directory)
    {
        directory ??= File.Exists(Latest) ? await File.ReadAllTextAsync(Latest) : string.Empty;
        var key = Path.Combine(directory, KeyFile);
        return File.Exists(key) ? await File.ReadAllTextAsync(key) : null;
    }

    /// <summary>Notes a process, so that the next run can end it if this one cannot.</summary>
    public void Note(string name, int process) => File.WriteAllText(Noted(name), process.ToString(CultureInfo.InvariantCulture));

    /// <summary>Ends these services where they still run from before; a number that is another program's by now is left alone.</summary>
    public void EndLeftovers(IEnumerable<string> services)
    {
        foreach (var service in services.Where(s => File.Exists(Noted(s))))
        {
            if (
                int.TryParse(File.ReadAllText(Noted(service)), NumberStyles.None, CultureInfo.InvariantCulture, out var id)
                && IsStill(id, service)
            )
            {
                using var left = Process.GetProcessById(id);
                left.Kill();
                left.WaitForExit();
            }

            File.Delete(Noted(service));
        }
    }

    /// <summary>Lets the directory go.</summary>
    public void Dispose() => _held.Dispose();

    private static bool IsStill(int id, string service)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/cmdline").Contains($"PracticeAnalysis.{service}.dll", StringComparison.OrdinalIgnoreCase);
        }
        catch (IOException)
        {
            // It has ended.
            return false;
        }
    }

    private string Noted(string name) => Path.Combine(_path, $"{name}.pid");
}

/// <summary>It cannot run here as it was asked to; the message says in one line what to do.</summary>
public sealed class CannotRunException(string message) : Exception(message);
