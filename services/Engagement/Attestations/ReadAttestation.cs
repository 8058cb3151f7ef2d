using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Attestations;

/// <summary>A person's hours in a calendar year (eaje): how long, and nothing of content.</summary>
/// <param name="MinutesEachFourMonths">January to April, May to August, September to December.</param>
/// <param name="Lacking">The rules of hours that are not reached, where the engagement's frames ask for any.</param>
public sealed record Attestation(
    Guid Engagement,
    Guid Person,
    int Year,
    int Sessions,
    int Minutes,
    IReadOnlyList<int> MinutesEachFourMonths,
    IReadOnlyList<Rule> Lacking
);

/// <summary>Attests each professional's hours: six a year, two in each four-month period (eaje). It says nothing of content.</summary>
public static class ReadAttestation
{
    /// <summary>The attestation of a person's hours, or null where the reader may not have it. A member reads their own.</summary>
    public static Attestation? Of(Engagement engagement, Policies policies, Guid person, int year, Actor reader)
    {
        var held = engagement.Held.Where(h => h.At.Year == year && h.Present.Contains(person)).ToList();
        if ((reader.Is(Roles.Member) && reader.Person != person) || !(engagement.HasMember(person) || engagement.Bound.Contains(person)))
        {
            return null;
        }

        int[] each = [.. Enumerable.Range(0, 3).Select(third => held.Where(h => (h.At.Month - 1) / 4 == third).Sum(h => h.Minutes))];
        return new(engagement.Id, person, year, held.Count, each.Sum(), each, [.. Lacking(policies, each)]);
    }

    private static IEnumerable<Rule> Lacking(Policies policies, IReadOnlyList<int> each)
    {
        if (policies.HoursAYear is { } hours && each.Sum() < 60 * hours.Value)
        {
            yield return hours.Rule;
        }

        if (policies.HoursEachFourMonths is { } period && each.Any(minutes => minutes < 60 * period.Value))
        {
            yield return period.Rule;
        }
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/engagements/{id:guid}/attestations/{person:guid}",
                (Guid id, Guid person, int year, FrameLibrary frames, Streams streams) =>
                    streams.Show<Engagement>(
                        id,
                        async (session, engagement, reader) =>
                            engagement.Dispositif is { } dispositif
                                ? Of(engagement, (await frames.With(session)).Pinned(dispositif.Frames), person, year, reader)
                                : null
                    )
            )
            .ReflectsWhatIsLearned<Engagement>()
            .WithSummary("Attest a person's hours in a year")
            .Produces<Attestation>()
            .For(Roles.Practice, Roles.Establishment, Roles.Member);
}
