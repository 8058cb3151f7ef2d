using System.Collections.Immutable;
using PracticeAnalysis.Reporting.History.Ledger;

namespace PracticeAnalysis.Reporting.History.Conformance;

/// <summary>A member as a group's events tell them.</summary>
internal sealed record GroupMember(Guid? Institution, bool Confirmed);

/// <summary>A group after one of its events.</summary>
/// <param name="AfterSealing">Whether it had been sealed before this event.</param>
/// <param name="Excused">Whether the group had agreed to this change of its members, and none had been made by it.</param>
internal sealed record GroupMoment(LedgeredEvent Told, ImmutableDictionary<Guid, GroupMember> Members, bool AfterSealing, bool Excused);

/// <summary>Who was in a group, event by event.</summary>
internal sealed record GroupLife(Guid Group, IReadOnlyList<GroupMoment> Moments)
{
    /// <summary>The sealing; null where there was none.</summary>
    public LedgeredEvent? Sealed => Moments.Select(m => m.Told).FirstOrDefault(t => t.Is("group_sealed"));

    /// <summary>The dissolution; null where there was none.</summary>
    public LedgeredEvent? Dissolved => Moments.Select(m => m.Told).FirstOrDefault(t => t.Is("group_dissolved"));

    /// <summary>The groups of a history.</summary>
    public static IEnumerable<GroupLife> All(JudgedHistory history) =>
        history.Streams("group_constituted").Select(told => new GroupLife(told[0].Stream, [.. Live(told)]));

    /// <summary>Who was a member then.</summary>
    public ImmutableDictionary<Guid, GroupMember> At(DateTimeOffset at) =>
        Moments.LastOrDefault(m => m.Told.At <= at)?.Members ?? ImmutableDictionary<Guid, GroupMember>.Empty;

    /// <summary>Whether this person had been enrolled by then, whether they left since or not.</summary>
    public bool HadEnrolled(Guid person, DateTimeOffset by) =>
        Moments.Any(m => m.Told.Is("member_enrolled") && m.Told.Id("person") == person && m.Told.HadHappened(by));

    private static IEnumerable<GroupMoment> Live(IReadOnlyList<LedgeredEvent> stream)
    {
        var members = ImmutableDictionary<Guid, GroupMember>.Empty;
        var isSealed = false;
        var asked = new Dictionary<Guid, (string? Change, Guid? Person)>();
        var agreed = new List<(string? Change, Guid? Person)>();
        foreach (var told in stream)
        {
            var afterSealing = isSealed;
            var person = told.Id("person") ?? Guid.Empty;
            var excused = false;
            switch (told.Entry.EventType)
            {
                case "member_enrolled":
                    members = members.SetItem(person, new(told.Id("institution"), false));
                    excused = isSealed && Uses("joins", person);
                    break;
                case "volunteering_confirmed" when members.TryGetValue(person, out var member):
                    members = members.SetItem(person, member with { Confirmed = true });
                    break;
                case "member_left":
                    members = members.Remove(person);
                    excused = isSealed && told.Id("departure") is null && Uses("leaves", person);
                    break;
                case "volunteering_revoked":
                    members = members.Remove(person);
                    break;
                case "stability_exception_asked":
                    asked[told.Id("exception")!.Value] = (told.Word("change"), told.Id("person"));
                    break;
                case "stability_exception_agreed":
                    agreed.Add(asked.GetValueOrDefault(told.Id("exception") ?? Guid.Empty));
                    break;
                case "group_sealed":
                    isSealed = true;
                    break;
            }

            yield return new(told, members, afterSealing, excused);
        }

        // One that names somebody serves for them alone; one of before, for whoever joins, or for either.
        bool Uses(string change, Guid person)
        {
            (string?, Guid?)[] serving = [(change, person), (change, null), (null, null)];
            return serving.Any(agreed.Remove);
        }
    }
}
