using System.Text.Json;
using PracticeAnalysis.Kernel;
using Shouldly;

namespace PracticeAnalysis.Testing;

/// <summary>What a fact shows to each of its stream's readers: bytes and version go together.</summary>
/// <typeparam name="T">The aggregate.</typeparam>
/// <param name="show">How it is shown.</param>
/// <param name="readers">One of each class.</param>
public sealed class Seeing<T>(Func<T, Actor, TextOpener, object> show, params IReadOnlyList<Actor> readers)
    where T : Aggregate, IFold<T>
{
    private static readonly TextOpener Closed = new("cabinet", Given.Id(1), new Dictionary<string, byte[]>());

    /// <summary>Whoever does not see a fact reads the same bytes under the same version after it; whoever sees it reads the next version.</summary>
    /// <returns>The classes that do not see it.</returns>
    public IReadOnlyList<string> Check(T before, T after, Fact fact)
    {
        var blind = new List<string>();
        foreach (var reader in readers.Where(r => before.IsVisibleTo(r) && after.IsVisibleTo(r)))
        {
            var sees = T.Shows(before, fact, reader.Role);
            (after.VersionFor(reader) - before.VersionFor(reader)).ShouldBe(sees ? 1 : 0, $"{fact.GetType().Name} by {reader.Role}");
            if (!sees)
            {
                Text(after, reader).ShouldBe(Text(before, reader), $"{fact.GetType().Name} by {reader.Role}");
                blind.Add(reader.Role);
            }
        }

        return blind;
    }

    private string Text(T state, Actor reader) => JsonSerializer.Serialize(show(state.As(reader), reader, Closed), FactJson.Options);
}
