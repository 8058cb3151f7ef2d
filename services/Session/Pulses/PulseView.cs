namespace PracticeAnalysis.Session.Pulses;

/// <summary>A pulse as those who are asked read it, and who asks: never how many answered, nor what.</summary>
/// <param name="Session">The session that it asks about, which has one pulse at most.</param>
/// <param name="State">Open until its time is over and it was counted or dropped.</param>
/// <param name="Until">Three days after it was opened: later nobody answers.</param>
/// <param name="Instrument">What is asked, by code; whoever shows it words it.</param>
public sealed record PulseView(Guid Id, long Version, Guid Session, PulseState State, DateTimeOffset Until, PulseInstrument Instrument)
{
    /// <summary>The view.</summary>
    public static PulseView Of(Pulse p) =>
        new(p.Id, p.Version, p.Session, p.State, p.Until, PulseInstrument.Find(p.Instrument, p.InstrumentVersion)!);
}
