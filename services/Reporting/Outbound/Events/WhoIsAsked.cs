using System.Text.Json.Nodes;
using JasperFx.Events;
using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.Outbound.Events;

/// <summary>Whose word a fact asks for.</summary>
/// <param name="Persons">Facilitators and members.</param>
/// <param name="Establishments">Establishments that pay.</param>
public sealed record Asked(IReadOnlyList<Guid> Persons, IReadOnlyList<Guid> Establishments)
{
    /// <summary>Nobody's.</summary>
    public static Asked Nobody { get; } = new([], []);

    /// <summary>Whether it asks for nobody's.</summary>
    public bool IsNobody => Persons.Count == 0 && Establishments.Count == 0;
}

/// <summary>Which facts ask for somebody's word, and for whose: what had been told before a fact says it, so that a rebuild says the same.</summary>
public static class WhoIsAsked
{
    /// <summary>The facts that raise each kind of what waits.</summary>
    public static IReadOnlyDictionary<WaitingKind, IReadOnlyList<string>> By { get; } =
        new Dictionary<WaitingKind, IReadOnlyList<string>>
        {
            [WaitingKind.Charter] = ["charter_proposed", "member_admitted", "facilitator_assigned"],
            [WaitingKind.Dispositif] = ["dispositif_proposed", "dispositif_revised"],
            [WaitingKind.Proposal] = ["dispositif_amendment_proposed", "renewal_proposed"],
            [WaitingKind.Acceptance] = ["acceptance_recorded"],
            [WaitingKind.Departure] = ["departure_recorded", "departure_objected"],
            [WaitingKind.StabilityException] = ["stability_exception_asked"],
            [WaitingKind.Track] = ["track_opened"],
            [WaitingKind.Endorsement] = ["track_endorsed_orally"],
            [WaitingKind.Bilan] = ["parties_notified"],
            [WaitingKind.Synthesis] = ["synthesis_locked", "synthesis_entrusted"],
            [WaitingKind.Correction] = ["session_closed", "attendance_corrected"],
            [WaitingKind.Presence] = ["presence_claimed"],
            [WaitingKind.Erasure] = ["erasure_announced", "erasure_asked", "erasure_follows"],
            [WaitingKind.Succession] = ["succession_announced", "succession_accepted", "establishment_replaced"],
            [WaitingKind.Join] = ["persons_joined"],
            // Both are told by a public event of their own.
            [WaitingKind.Observation] = ["bilan_observed"],
            [WaitingKind.Disclosure] = ["disclosure_asked"],
            [WaitingKind.NamedByConsent] = ["bilan_drafted", "amendment_accepted", "synthesis_drafted", "synthesis_revised"],
        };

    /// <summary>Whose word this entry asks for.</summary>
    public static async Task<Asked> Of(IEvent entry, LedgerEntryRecorded told, IQuerySession session, CancellationToken cancel)
    {
        var fact = JsonNode.Parse(told.Redacted)!;
        return told.EventType switch
        {
            "parties_notified" => Persons(Ids(fact["parties"])),
            "track_opened" => Persons(Ids(fact["with"])),
            "track_endorsed_orally" => Persons([Id(fact, "member")]),
            "attendance_corrected" => Persons(Changed(Ids(fact["presentBefore"]), Ids(fact["present"]))),
            "erasure_announced" or "erasure_asked" or "erasure_follows" => fact["from"] is null
                ? Asked.Nobody
                : Persons([Id(fact, "person")]),
            // Joined before anybody was told: nobody was.
            "persons_joined" => fact["until"] is null ? Asked.Nobody : Persons([Id(fact, "person")]),
            "bilan_drafted" or "amendment_accepted" => await Newly<Bilan>(told, session, b => b.NamedWithoutConsent, cancel),
            "synthesis_drafted" or "synthesis_revised" => await Newly<Synthesis>(told, session, s => s.NamedWithoutConsent, cancel),
            "synthesis_locked" or "synthesis_entrusted" => await Newly<Synthesis>(
                told,
                session,
                s => s.State == SynthesisState.Locked ? s.Deciding.Except(s.Approvals) : [],
                cancel
            ),
            _ => Of(told, await session.ToldBefore(entry, told, cancel)),
        };
    }

    /// <summary>Whose word a fact of an engagement, a group, a session or an establishment asks for: those who are there, or who pays or is to.</summary>
    /// <param name="before">What had been told of its own stream before it.</param>
    public static Asked Of(LedgerEntryRecorded told, IReadOnlyList<LedgerEntryRecorded> before)
    {
        var fact = JsonNode.Parse(told.Redacted)!;
        var facts = before.Select(e => (e.EventType, Fact: JsonNode.Parse(e.Redacted)!)).ToList();
        switch (told.EventType)
        {
            case "charter_proposed":
                var facilitator = facts.Where(f => f.EventType == "facilitator_assigned").Select(f => Id(f.Fact, "facilitator"));
                return Persons(There(facts).Concat(facilitator.TakeLast(1)));
            case "member_admitted" or "facilitator_assigned":
                var joins = Id(fact, told.EventType == "member_admitted" ? "person" : "facilitator");
                return facts.Any(f => f.EventType == "charter_proposed") ? Persons([joins]) : Asked.Nobody;
            // Closed before it was to be contested: nobody was asked. Who took part by a token of their own was there.
            case "session_closed":
                return fact["contestableUntil"] is null
                    ? Asked.Nobody
                    : Persons(
                        Ids(facts.Select(f => f.Fact["present"]).OfType<JsonArray>().LastOrDefault())
                            .Except(facts.SelectMany(f => TookPart(f.EventType, f.Fact)))
                    );
            // Said before it was asked to be confirmed: nobody was.
            case "presence_claimed":
                var group = facts.LastOrDefault(f => f.EventType is "session_scheduled" or "group_changed").Fact;
                var led = group?["facilitator"]?.GetValue<Guid>();
                var present = facts.Select(f => f.Fact["present"]).OfType<JsonArray>().LastOrDefault()?.Select(p => p!.GetValue<Guid>());
                present = group?["members"] is JsonArray members ? present?.Intersect(Ids(members)) : present;
                var left = facts
                    .Where(f => f.EventType is "reader_left" or "reader_returned")
                    .GroupBy(f => Id(f.Fact, "person"))
                    .Where(person => person.Last().EventType == "reader_left")
                    .Select(person => person.Key);
                return fact["present"] is null ? Persons(new[] { led }.OfType<Guid>().Concat((present ?? []).Except(left))) : Asked.Nobody;
            case "stability_exception_asked":
                return Persons(There(facts));
            case "departure_recorded" or "departure_objected":
                var answered = facts
                    .Append((told.EventType, Fact: fact))
                    .Where(f =>
                        f.EventType is "departure_agreed" or "departure_objected" && Id(f.Fact, "departure") == Id(fact, "departure")
                    )
                    .Select(f => Id(f.Fact, "person"));
                return Persons(There(facts).Except(answered));
            case "succession_announced":
                return new([], fact["asks"]?.GetValue<bool>() is true ? [told.Stream, Id(fact, "successor")] : [told.Stream]);
            case "succession_accepted":
                // What the successor accepted by its own token asks it for nothing more.
                return fact["contestableUntil"] is null ? Asked.Nobody : new([], [Id(fact, "successor")]);
            case "establishment_replaced":
                // Before the successor was asked, nobody was told.
                return fact["acceptedAt"] is null
                    ? Asked.Nobody
                    : Persons(
                        There(facts)
                            .Concat(
                                facts.Where(f => f.EventType == "facilitator_assigned").Select(f => Id(f.Fact, "facilitator")).TakeLast(1)
                            )
                    );
            default:
                return new([], [.. Payer(facts)]);
        }
    }

    private static IEnumerable<Guid> TookPart(string type, JsonNode fact) =>
        type is "correction_contested" or "presence_claimed" or "presence_confirmed"
            ? []
            : new[] { fact["author"], fact["narrator"], fact["member"], type == "session_suspended" ? fact["by"] : null }
                .OfType<JsonNode>()
                .Select(id => id.GetValue<Guid>());

    private static IEnumerable<Guid> Changed(IEnumerable<Guid> before, IEnumerable<Guid> now) =>
        now.Except(before).Concat(before.Except(now));

    // The one that asked for the engagement, or is in its place.
    private static IEnumerable<Guid> Payer(IEnumerable<(string EventType, JsonNode Fact)> facts)
    {
        Guid? payer = null;
        foreach (var (type, fact) in facts)
        {
            payer = type switch
            {
                "engagement_opened" => Id(fact, "establishment"),
                "establishment_replaced" when Id(fact, "from") == payer => Id(fact, "to"),
                _ => payer,
            };
        }

        return payer is { } pays ? [pays] : [];
    }

    private static IEnumerable<Guid> There(IEnumerable<(string EventType, JsonNode Fact)> facts)
    {
        var there = new HashSet<(Guid? Group, Guid Person)>();
        foreach (var (type, fact) in facts)
        {
            switch (type)
            {
                case "member_admitted" or "member_enrolled":
                    there.Add(Membership(fact));
                    break;
                case "member_departed" or "member_left" or "volunteering_revoked":
                    there.Remove(Membership(fact));
                    break;
                case "group_removed":
                    there.RemoveWhere(m => m.Group == Id(fact, "group"));
                    break;
            }
        }

        return there.Select(m => m.Person);

        // In a group's own stream the group is not said.
        static (Guid?, Guid) Membership(JsonNode fact) => (fact["group"]?.GetValue<Guid>(), Id(fact, "person"));
    }

    // Who waits since this fact, and did not before it.
    private static async Task<Asked> Newly<T>(
        LedgerEntryRecorded told,
        IQuerySession session,
        Func<T, IEnumerable<Guid>> waiting,
        CancellationToken cancel
    )
        where T : Aggregate, IFold<T>
    {
        var facts = (await session.Events.FetchStreamAsync(told.Stream, told.Version, token: cancel)).Facts().ToList();
        IEnumerable<Guid> After(IEnumerable<Fact> these) => Folding.Of<T>(told.Stream, these) is { } state ? waiting(state) : [];
        return Persons(After(facts).Except(After(facts.SkipLast(1))));
    }

    private static Asked Persons(IEnumerable<Guid> persons) => new([.. persons.Distinct()], []);

    private static IEnumerable<Guid> Ids(JsonNode? list) => (list as JsonArray ?? []).Select(i => i!.GetValue<Guid>());

    private static Guid Id(JsonNode fact, string member) => fact[member]!.GetValue<Guid>();
}
