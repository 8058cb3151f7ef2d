namespace PracticeAnalysis.Pages.SignIn;

/// <summary>Which sessions ended by their visitor's word: a copied cookie opens nothing any more, at whichever node. A file each in a folder that all nodes
/// share, until no cookie of that session can be valid.</summary>
public sealed class SignedOut(DirectoryInfo folder, TimeProvider time)
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(2);

    /// <summary>Notes that a session ended, and forgets those that ended long ago.</summary>
    public void Note(string session)
    {
        File.WriteAllText(Path.Combine(folder.FullName, session), string.Empty);
        foreach (var old in folder.EnumerateFiles().Where(f => f.LastWriteTimeUtc < time.GetUtcNow().UtcDateTime - Kept))
        {
            old.Delete();
        }
    }

    /// <summary>Whether a session ended.</summary>
    public bool Holds(string session) => File.Exists(Path.Combine(folder.FullName, session));
}
