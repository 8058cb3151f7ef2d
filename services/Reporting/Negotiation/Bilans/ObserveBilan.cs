using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Names;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>The establishment answers a published bilan by an observation: it is kept beside the bilan, which stays as it was agreed (design).</summary>
/// <param name="Text">1 to 4,000 characters.</param>
public sealed record ObserveBilan(Narrative Text) : Command
{
    internal const string TextMember = "BilanObserved.Text";
    private const int Longest = 4_000;
    private const int Most = 5;

    /// <summary>Decides. Who the members are is not the establishment's to know: whatever the text may name, the answer is the same.</summary>
    /// <param name="named">Which of its words may name members of the group; null where that cannot be said yet.</param>
    public static Decision Decide(ObserveBilan command, Bilan bilan, NamesFound? named, Act act) =>
        bilan.State != BilanState.Published
            ? Refusal.OfOrder("There is no agreed text to comment on.", "When a negotiation has failed, only the failure is handed over.")
        : command.Text.Text.EnumerateRunes().Count() > Longest
            ? Refusal.OfInput("text is longer than 4,000 characters.", "Use at most 4,000 characters, or make two observations.")
        : bilan.Observations.Count >= Most
            ? Refusal.OfOrder("The bilan already has five observations.", "Speak with the facilitator, or ask for another engagement.")
        : new BilanObserved(
            act.NewId,
            bilan.Facilitator,
            act.Seal(command.Text, TextMember),
            named is not { MayName: false, Disguised: false }
        );

    private static async Task<IResult> Observe(Guid id, ObserveBilan command, KnownNames names, Streams streams, CancellationToken cancel)
    {
        var answer = await streams.Append<Bilan>(
            id,
            command,
            async (session, bilan, act) =>
                Decide(
                    command,
                    bilan,
                    await names.Find(
                        [command.Text.Text],
                        [],
                        await session.LoadManyAsync<GroupRecord>(cancel, [.. bilan.Groups]),
                        session,
                        cancel
                    ),
                    await act.Under(bilan.Engagement)
                )
        );
        await names.Ask();
        return answer;
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/bilans/{id:guid}/observations",
                (Guid id, ObserveBilan command, KnownNames names, Streams streams, CancellationToken cancel) =>
                    Observe(id, command, names, streams, cancel)
            )
            .WithSummary("Answer a published bilan by an observation")
            .Produces<BilanView>()
            .For(Roles.Establishment);
}
