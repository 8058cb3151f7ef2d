using System.Globalization;

namespace PracticeAnalysis.Kernel;

/// <summary>A hybrid logical clock: the causal order of facts over services. Readings sort as text.</summary>
public sealed class HybridClock(TimeProvider time)
{
    // As many as a reading has room for: with one digit more it would sort before the others.
    private const int MostInOne = 999_999;

    private readonly Lock _gate = new();
    private long _milliseconds;
    private int _counter;

    /// <summary>A reading later than every one given or received before.</summary>
    public string Tick()
    {
        lock (_gate)
        {
            var now = time.GetUtcNow().ToUnixTimeMilliseconds();
            (_milliseconds, _counter) =
                now > _milliseconds ? (now, 0)
                : _counter < MostInOne ? (_milliseconds, _counter + 1)
                : (_milliseconds + 1, 0);
            return Write(_milliseconds, _counter);
        }
    }

    /// <summary>Takes note of a reading that came with a message or stands in a stream, so that what follows from it sorts after it.</summary>
    public void Receive(string reading)
    {
        if (!TryRead(reading, out var milliseconds, out var counter))
        {
            return;
        }

        lock (_gate)
        {
            if (milliseconds > _milliseconds || (milliseconds == _milliseconds && counter > _counter))
            {
                (_milliseconds, _counter) = (milliseconds, counter);
            }
        }
    }

    /// <summary>The same for several readings.</summary>
    public void Receive(IEnumerable<string> readings)
    {
        foreach (var reading in readings)
        {
            Receive(reading);
        }
    }

    private static string Write(long milliseconds, int counter) =>
        string.Create(CultureInfo.InvariantCulture, $"{milliseconds:D14}.{counter:D6}");

    private static bool TryRead(string reading, out long milliseconds, out int counter)
    {
        counter = 0;
        var dot = reading.IndexOf('.', StringComparison.Ordinal);
        return long.TryParse(dot < 0 ? reading : reading[..dot], NumberStyles.None, CultureInfo.InvariantCulture, out milliseconds)
            && dot >= 0
            && int.TryParse(reading[(dot + 1)..], NumberStyles.None, CultureInfo.InvariantCulture, out counter);
    }
}
