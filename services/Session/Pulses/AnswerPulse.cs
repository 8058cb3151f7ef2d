using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Session.Pulses;

/// <summary>The answer to one item.</summary>
/// <param name="Item">Its code.</param>
/// <param name="Value">On the instrument's scale.</param>
public sealed record ItemAnswer(string Item, int Value);

/// <summary>What was answered to a pulse while it is open. Both lists are sorted, so that neither says who gave which answer, nor in which
/// order they came; with the pulse's end all of it is deleted.</summary>
/// <param name="Id">The pulse.</param>
/// <param name="Answered">Who answered, so that nobody answers twice.</param>
/// <param name="Ballots">For each who answered, the dimensions that they spoke well of; not what they answered to an item.</param>
public sealed record BallotBox(Guid Id, IReadOnlyList<Guid> Answered, IReadOnlyList<string> Ballots)
{
    /// <summary>With one more.</summary>
    public BallotBox With(Guid person, IReadOnlyList<string> favourable) =>
        this with
        {
            Answered = [.. Answered.Append(person).Order()],
            Ballots = [.. Ballots.Append(string.Join(',', favourable)).Order(StringComparer.Ordinal)],
        };
}

/// <summary>Answers a pulse, once, without a name.</summary>
/// <param name="Answers">Each item of the instrument, once.</param>
public sealed record AnswerPulse(IReadOnlyList<ItemAnswer> Answers) : Command
{
    private static readonly Rule Once = new("always", "pulse-once", "design");

    /// <summary>Decides: the box with the answer in it, or why it takes none.</summary>
    /// <param name="box">What was answered before.</param>
    public static Deposit<BallotBox> Decide(AnswerPulse command, Pulse pulse, BallotBox? box, Actor by, DateTimeOffset now) =>
        pulse.State != PulseState.Open || now >= pulse.Until
            ? Refusal.OfOrder("The pulse has ended.", "Answers are accepted for three days.")
        : box?.Answered.Contains(by.Person) is true
            ? Refusal.OfRule(
                Once,
                "You have already answered.",
                "Each person answers only once, and no answer can be found again to change it."
            )
        : PulseInstrument.Find(pulse.Instrument, pulse.InstrumentVersion) is var instrument && !instrument!.Takes(command.Answers)
            ? Refusal.OfInput("answers do not match the items of the instrument.", "Answer each item once, on its scale.")
        : (box ?? new(pulse.Id, [], [])).With(by.Person, instrument.Favourable(command.Answers));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/pulses/{id:guid}/answers",
                (Guid id, AnswerPulse command, Streams streams) =>
                    streams.Keep<Pulse, BallotBox>(id, command, (pulse, box, by, now) => Decide(command, pulse, box, by, now))
            )
            .WithSummary("Answer a pulse, without a name")
            .Produces<PulseView>()
            .For(Roles.Member);
}

/// <summary>That somebody answered goes with them; the answer is nobody's.</summary>
public sealed class KeptBallots : IKeepsOfPersons
{
    /// <inheritdoc />
    public async Task<int> Erase(IDocumentSession session, Guid person, CancellationToken cancel)
    {
        var boxes = await session.Query<BallotBox>().Where(b => b.Answered.Contains(person)).ToListAsync(cancel);
        session.Store(boxes.Select(b => b with { Answered = [.. b.Answered.Where(p => p != person)] }));
        return boxes.Count;
    }
}
