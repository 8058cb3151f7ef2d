using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using Wolverine.Attributes;

namespace PracticeAnalysis.Session.Pulses;

/// <summary>The service told itself to count a pulse when its time is over; it survives restarts.</summary>
[MessageIdentity("session.pulse-over")]
public sealed record PulseOver(Guid Pulse, DateTimeOffset Due)
{
    /// <summary>Decides: the sums, where enough answered; else nothing of what was said.</summary>
    /// <param name="ballots">The dimensions that each who answered spoke well of.</param>
    public static Decision Decide(Pulse pulse, IReadOnlyList<string> ballots)
    {
        if (pulse.State == PulseState.Over)
        {
            return Decision.Nothing;
        }

        if (ballots.Count < OpenPulse.Fewest)
        {
            return new PulseDropped();
        }

        IReadOnlyList<DimensionScore> scores =
        [
            .. PulseInstrument
                .Find(pulse.Instrument, pulse.InstrumentVersion)!
                .Dimensions.Select(d => new DimensionScore(d, ballots.Count(b => b.Split(',').Contains(d)))),
        ];
        return Decision
            .Of(new PulseCounted(ballots.Count, scores))
            .Telling(origin => new Contracts.Session.V1.PulseCounted(
                pulse.Session,
                pulse.Group,
                pulse.Engagement,
                pulse.Instrument,
                pulse.InstrumentVersion,
                ballots.Count,
                [.. scores.Select(s => new Contracts.Session.V1.PulseScore(s.Dimension, s.Favourable))],
                origin
            ));
    }
}

/// <summary>Counts a pulse and destroys what was answered.</summary>
public static class PulseOverHandler
{
    /// <summary>Counts, and destroys.</summary>
    public static async Task Handle(PulseOver over, IDocumentSession session, Inbox inbox, CancellationToken cancel)
    {
        await session.HoldKept<BallotBox>(over.Pulse, cancel);
        var box = await session.LoadAsync<BallotBox>(over.Pulse, cancel);
        session.HardDelete<BallotBox>(over.Pulse);
        await inbox.Decide<Pulse>(over.Pulse, over.Due, (pulse, _) => PulseOver.Decide(pulse, box?.Ballots ?? []), cancel);
    }
}
