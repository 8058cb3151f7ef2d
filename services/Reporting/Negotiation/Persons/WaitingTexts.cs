using Marten;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.Negotiation.Persons;

/// <summary>Bilans and syntheses that wait for a person: to decide upon, or to agree to be named in.</summary>
public sealed class WaitingTexts : IKnowsWaiting
{
    /// <inheritdoc />
    public async Task<IEnumerable<WaitingItem>> For(Actor reader, IQuerySession session, DateTimeOffset now, CancellationToken cancel) =>
        reader.Role is not (Roles.Member or Roles.Facilitator)
            ? []
            : (await session.Query<Bilan>().Where(b => !b.Handed).ToListAsync(cancel))
                .Where(b => b.IsVisibleTo(reader))
                .SelectMany(b => Of(b, reader.Person))
                .Concat(
                    (await session.Query<Synthesis>().Where(s => s.State != SynthesisState.Published).ToListAsync(cancel))
                        .Where(s => s.IsVisibleTo(reader))
                        .SelectMany(s => Of(s, reader.Person))
                );

    /// <summary>What of a bilan waits for this person.</summary>
    public static IEnumerable<WaitingItem> Of(Bilan bilan, Guid person)
    {
        if (bilan.State == BilanState.Locked && bilan.Undecided.Contains(person))
        {
            yield return new(WaitingKind.Bilan, $"/v1/bilans/{bilan.Id}", bilan.TextHash!, bilan.Deadline);
        }

        if (bilan.State != BilanState.Failed && bilan.NamedWithoutConsent.Contains(person))
        {
            yield return new(WaitingKind.NamedByConsent, $"/v1/bilans/{bilan.Id}", bilan.HashOfText());
        }
    }

    /// <summary>What of a synthesis waits for this person.</summary>
    public static IEnumerable<WaitingItem> Of(Synthesis synthesis, Guid person)
    {
        if (synthesis.State == SynthesisState.Locked && synthesis.Deciding.Except(synthesis.Approvals).Contains(person))
        {
            yield return new(WaitingKind.Synthesis, $"/v1/syntheses/{synthesis.Id}", synthesis.TextHash!);
        }

        if (synthesis.NamedWithoutConsent.Contains(person))
        {
            yield return new(WaitingKind.NamedByConsent, $"/v1/syntheses/{synthesis.Id}", synthesis.HashOfText());
        }
    }
}
