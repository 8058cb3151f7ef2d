using Marten;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.Negotiation.Persons;

/// <summary>Bilans and syntheses that wait for a person: to decide upon, to confirm that they mean no member, or to agree to be named in; and for the facilitator,
/// what the establishment answered and may name a member.</summary>
public sealed class WaitingTexts : IKnowsWaiting
{
    /// <inheritdoc />
    public async Task<IEnumerable<WaitingItem>> For(Actor reader, IQuerySession session, DateTimeOffset now, CancellationToken cancel) =>
        reader.Role is not (Roles.Member or Roles.Facilitator)
            ? []
            : (await session.Query<Bilan>().Where(b => !b.Handed || b.Facilitator == reader.Person).ToListAsync(cancel))
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
        if (
            bilan.State == BilanState.Locked
            && (bilan.Undecided.Contains(person) || Confirms(bilan.NoMemberMeant, bilan.Approvals, bilan.Confirmed, person))
        )
        {
            yield return new(WaitingKind.Bilan, $"/v1/bilans/{bilan.Id}", bilan.TextHash!, bilan.Deadline);
        }

        foreach (var held in bilan.Observations.Where(o => o.IsHeld && person == bilan.Facilitator))
        {
            yield return new(WaitingKind.Observation, $"/v1/bilans/{bilan.Id}", Canonical.HashOf(held.Text));
        }

        if (bilan.State != BilanState.Failed && !bilan.Handed && bilan.NamedWithoutConsent.Contains(person))
        {
            yield return new(WaitingKind.NamedByConsent, $"/v1/bilans/{bilan.Id}", bilan.HashOfText());
        }
    }

    // Who approved a text that is said to mean no member, and did not confirm it.
    private static bool Confirms(bool noMemberMeant, IReadOnlyList<Guid> approvals, IReadOnlyList<Guid> confirmed, Guid person) =>
        noMemberMeant && approvals.Contains(person) && !confirmed.Contains(person);

    /// <summary>What of a synthesis waits for this person.</summary>
    public static IEnumerable<WaitingItem> Of(Synthesis synthesis, Guid person)
    {
        if (
            synthesis.State == SynthesisState.Locked
            && (
                synthesis.Deciding.Except(synthesis.Approvals).Contains(person)
                || Confirms(synthesis.NoMemberMeant, synthesis.Approvals, synthesis.Confirmed, person)
            )
        )
        {
            yield return new(WaitingKind.Synthesis, $"/v1/syntheses/{synthesis.Id}", synthesis.TextHash!);
        }

        if (synthesis.NamedWithoutConsent.Contains(person))
        {
            yield return new(WaitingKind.NamedByConsent, $"/v1/syntheses/{synthesis.Id}", synthesis.HashOfText());
        }
    }
}
