using System.Collections.Immutable;

namespace PracticeAnalysis.Reporting.Conformance;

/// <summary>A member as a group's events tell them.</summary>
internal sealed record GroupMember(Guid? Institution, bool Confirmed);

/// <summary>A group after one of its events.</summary>
/// <param name="AfterSealing">Whether it had been sealed before this event.</param>
/// <param name="Excused">Whether the group had agreed to one change, and none had been made by it.</param>
internal sealed record GroupMoment(Told Told, ImmutableDictionary<Guid, GroupMember> Members, bool AfterSealing, bool Excused);

/// <summary>Who was in a group, event by event.</summary>
internal sealed record GroupLife(Guid Group, IReadOnlyList<GroupMoment> Moments)
{
    /// <summary>The sealing; null where there was none.</summary>
    public Told? Sealed => Moments.Select(m => m.Told).FirstOrDefault(t => t.Is("group_sealed"));

    /// <summary>The dissolution; null where there was none.</summary>
    public Told? Dissolved => Moments.Select(m => m.Told).FirstOrDefault(t => t.Is("group_dissolved"));

    /// <summary>The groups of a history.</summary>
    public static IEnumerable<GroupLife> All(History history) =>
        history.Streams("group_constituted").Select(told => new GroupLife(told[0].Stream, [.. Live(told)]));

    /// <summary>Who was a member then.</summary>
    public ImmutableDictionary<Guid, GroupMember> At(DateTimeOffset at) =>
        Moments.LastOrDefault(m => m.Told.At <= at)?.Members ?? ImmutableDictionary<Guid, GroupMember>.Empty;

    /// <summary>Whether this person had been enrolled by then, whether they left since or not.</summary>
    public bool HadEnrolled(Guid person, DateTimeOffset by) =>
        Moments.Any(m => m.Told.Is("member_enrolled") && m.Told.Id("person") == person && m.Told.HadHappened(by));

    private static IEnumerable<GroupMoment> Live(IReadOnlyList<Told> stream)
    {
        var members = ImmutableDictionary<Guid, GroupMember>.Empty;
        var isSealed = false;
        var agreed = 0;
        foreach (var told in stream)
        {
            var afterSealing = isSealed;
            var person = told.Id("person") ?? Guid.Empty;
            var excused = agreed > 0;
            switch (told.Entry.EventType)
            {
                case "member_enrolled":
                    members = members.SetItem(person, new(told.Id("institution"), false));
                    agreed -= isSealed && excused ? 1 : 0;
                    break;
                case "volunteering_confirmed" when members.TryGetValue(person, out var member):
                    members = members.SetItem(person, member with { Confirmed = true });
                    break;
                case "member_left":
                    members = members.Remove(person);
                    excused &= told.Id("departure") is null;
                    agreed -= isSealed && excused ? 1 : 0;
                    break;
                case "volunteering_revoked":
                    members = members.Remove(person);
                    break;
                case "stability_exception_agreed":
                    agreed++;
                    break;
                case "group_sealed":
                    isSealed = true;
                    break;
            }

            yield return new(told, members, afterSealing, excused);
        }
    }
}
