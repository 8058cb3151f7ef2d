namespace PracticeAnalysis.Session.Pulses;

/// <summary>A pulse as those who are asked read it, and who asks: never how many answered, nor what.</summary>
/// <param name="Instrument">What is asked, by code; whoever shows it words it.</param>
public sealed record PulseView(Guid Id, long Version, Guid Session, PulseState State, DateTimeOffset Until, PulseInstrument Instrument)
{
    /// <summary>The view.</summary>
    public static PulseView Of(Pulse p) =>
        new(p.Id, p.Version, p.Session, p.State, p.Until, PulseInstrument.Find(p.Instrument, p.InstrumentVersion)!);
}
