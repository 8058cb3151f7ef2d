using PracticeAnalysis.Contracts.Session.V1;
using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.Reporting.Disclosure;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.ServiceDefaults.Facts;

namespace PracticeAnalysis.Reporting.Indicators;

/// <summary>What the groups of a scope contribute to a quarter's figures. Pure: the same records, the same contributions.</summary>
public static class Contributions
{
    /// <summary>The contributions of some groups.</summary>
    /// <param name="bilans">The bilans that were agreed for them, by id.</param>
    public static IReadOnlyList<Contribution> Of(
        IReadOnlyList<GroupRecord> groups,
        IReadOnlyDictionary<Guid, Bilan> bilans,
        Quarter quarter
    ) => [.. groups.Where(g => g.Activation is not null).SelectMany(g => new OfGroup(g, quarter).All(bilans))];

    private sealed class OfGroup(GroupRecord group, Quarter quarter)
    {
        private readonly Guid _facilitator = group.Facilitator ?? Guid.Empty;
        private readonly IReadOnlyList<SessionHeld> _held = [.. group.Sessions.Where(s => quarter.Holds(s.Origin.OccurredAt))];

        public IEnumerable<Contribution> All(IReadOnlyDictionary<Guid, Bilan> bilans) =>
            [.. _held.SelectMany(OfSession), .. Places(), .. Tracks(), .. Decisions(), .. Dimensions(bilans), .. Pulses()];

        // Everybody who was in the group at some time.
        private IEnumerable<Guid> Everybody => (group.Group?.Members.Select(m => m.Person) ?? []).Union(group.Joined);

        // Content counts once an agreed bilan covers its date.
        private bool IsOpened(DateTimeOffset moment) => group.Agreed.Any(a => a.Covers(moment));

        private Contribution From(string source, string element, int value, IEnumerable<Guid> persons, Guid? facilitator = null) =>
            new(source, element, value, group.Id, facilitator ?? _facilitator, [.. persons.Distinct().Order()]);

        private IEnumerable<Contribution> OfSession(SessionHeld held)
        {
            var source = $"session/{held.Session}";
            yield return From(source, "present", held.Present.Count, held.Present, held.Facilitator);
            if (held.Enrolled > held.Present.Count)
            {
                yield return From(source, "absent", held.Enrolled - held.Present.Count, Everybody.Except(held.Present), held.Facilitator);
            }

            if (!IsOpened(held.Origin.OccurredAt))
            {
                yield break;
            }

            yield return From(source, "opened", held.Present.Count, held.Present, held.Facilitator);
            foreach (var theme in group.Themes.Where(t => t.Session == held.Session).SelectMany(t => t.Themes).Distinct())
            {
                yield return From(source, $"theme/{theme.Axis}/{theme.Level}", held.Present.Count, held.Present, held.Facilitator);
            }
        }

        private IEnumerable<Contribution> Places()
        {
            foreach (var person in _held.SelectMany(s => s.Present).Distinct())
            {
                yield return From($"place/{group.Id}/{person}", "seat", 1, [person]);
            }

            if (_held.Count == 0)
            {
                yield break;
            }

            foreach (var person in Everybody)
            {
                var came = group.Arrivals.FirstOrDefault(a => a.Person == person)?.At;
                var left = group.Departures.FirstOrDefault(d => d.Person == person)?.At;
                if (came >= quarter.Until || left < quarter.From)
                {
                    continue;
                }

                yield return From($"member/{group.Id}/{person}", left < quarter.Until ? "leaving" : "staying", 1, [person]);
            }
        }

        private IEnumerable<Contribution> Tracks()
        {
            foreach (var track in group.Tracks)
            {
                var endorsements = group.Endorsements.Where(e => e.Track == track.Track).ToList();
                var persons = (track.With ?? [.. Everybody]).Union(endorsements.Select(e => e.Member)).ToList();
                Contribution Track(string element, int value) => From($"track/{track.Track}", element, value, persons);
                if (Counts(track.OpenedAt))
                {
                    yield return Track("track-opened", 1);
                }

                if (endorsements.Count > 0 && Counts(endorsements.Min(e => e.At)))
                {
                    yield return Track("track-endorsed", 1);
                }

                if (track.State == "completed" && Counts(track.ChangedAt))
                {
                    yield return Track("track-done", 1);
                    yield return Track("track-days", Math.Max(0, (track.ChangedAt - track.OpenedAt).Days));
                }
            }
        }

        private IEnumerable<Contribution> Decisions() =>
            from decision in @group.Decisions
            where Counts(decision.AdoptedAt)
            let session = @group.Sessions.FirstOrDefault(s => s.Session == decision.Session)
            select From($"decision/{decision.Decision}", "decision", 1, session?.Present ?? Everybody, session?.Facilitator);

        // A bilan speaks for everybody in the group; it counts in the quarter in which its period ends.
        private IEnumerable<Contribution> Dimensions(IReadOnlyDictionary<Guid, Bilan> bilans) =>
            from agreed in @group.Agreed
            where quarter.Holds(new(agreed.To, TimeOnly.MinValue, TimeSpan.Zero))
            let bilan = bilans.GetValueOrDefault(agreed.Bilan)
            where bilan is not null
            let members = MembersAt(agreed.To)
            from assessment in bilan.Assessments
            let stands = assessment.Now >= 4 ? "well" : "less"
            let moved = assessment.Now > assessment.AtDiagnosis ? "risen" : "still"
            select From(
                $"bilan/{agreed.Bilan}/{@group.Id}",
                $"dimension/{Words.Of(assessment.Dimension)}/{stands}-{moved}",
                members.Count,
                members
            );

        // Who answered nobody knows: members stand for them, the same ones for each session, so that no more persons are counted than
        // answered at the fullest one.
        private IEnumerable<Contribution> Pulses()
        {
            var standing = Everybody.Order().ToList();
            foreach (var pulse in group.Pulses)
            {
                if (_held.FirstOrDefault(s => s.Session == pulse.Session) is not { } held || !IsOpened(held.Origin.OccurredAt))
                {
                    continue;
                }

                Contribution Part(string part, string dimension, IReadOnlyList<Guid> persons) =>
                    From($"pulse/{pulse.Session}/{part}", $"pulse/{dimension}/{part}", persons.Count, persons, held.Facilitator);
                var answered = standing.Take(pulse.Answered).ToList();
                foreach (var score in pulse.Scores)
                {
                    if (score.Favourable > 0)
                    {
                        yield return Part("well", score.Dimension, [.. answered.Take(score.Favourable)]);
                    }

                    if (score.Favourable < answered.Count)
                    {
                        yield return Part("less", score.Dimension, [.. answered.Skip(score.Favourable)]);
                    }
                }
            }
        }

        private IReadOnlyList<Guid> MembersAt(DateOnly day)
        {
            bool Until(IReadOnlyList<Passage> passages, Guid person) =>
                passages.Any(p => p.Person == person && DateOnly.FromDateTime(p.At.UtcDateTime) <= day);
            return
            [
                .. Everybody.Where(p =>
                    (group.Arrivals.All(a => a.Person != p) || Until(group.Arrivals, p)) && !Until(group.Departures, p)
                ),
            ];
        }

        private bool Counts(DateTimeOffset moment) => quarter.Holds(moment) && IsOpened(moment);
    }
}
