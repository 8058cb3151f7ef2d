using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.EventSchemas;
using PracticeAnalysis.Reporting.Outbound.Events;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>Feed and webhooks tell that something waits, whatever waits, to those who are asked and to nobody else.</summary>
public class when_an_answer_is_awaited
{
    private static readonly Guid Anne = Given.Id(41);
    private static readonly Guid Bob = Given.Id(42);
    private static readonly Guid Facilitator = Given.Id(10);
    private static readonly Guid Establishment = Given.Id(20);
    private static readonly Guid Departure = Given.Id(70);

    private static LedgerEntryRecorded Said(string type, params IReadOnlyList<(string Member, Guid Id)> ids) =>
        new(
            "engagement",
            1,
            Given.Id(2),
            Given.Id(2),
            "engagement",
            1,
            type,
            "0",
            Given.Now,
            Given.Now,
            "practice:x",
            new JsonObject(ids.Select(i => KeyValuePair.Create(i.Member, (JsonNode?)JsonValue.Create($"{i.Id}")))).ToJsonString(),
            "h"
        );

    private static readonly LedgerEntryRecorded[] Opened =
    [
        Said("engagement_opened", ("establishment", Establishment)),
        Said("facilitator_assigned", ("facilitator", Given.Id(11))),
        Said("facilitator_assigned", ("facilitator", Facilitator)),
        Said("member_admitted", ("group", Given.Id(30)), ("person", Anne)),
        Said("member_admitted", ("group", Given.Id(30)), ("person", Bob)),
        Said("member_admitted", ("group", Given.Id(30)), ("person", Given.Id(43))),
        Said("member_departed", ("group", Given.Id(30)), ("person", Given.Id(43))),
        Said("member_admitted", ("group", Given.Id(31)), ("person", Given.Id(44))),
        Said("group_removed", ("group", Given.Id(31))),
    ];

    private static readonly LedgerEntryRecorded[] Enrolled =
    [
        Said("group_constituted", ("engagement", Given.Id(2)), ("facilitator", Facilitator)),
        Said("member_enrolled", ("person", Anne)),
        Said("member_enrolled", ("person", Bob)),
        Said("member_enrolled", ("person", Given.Id(43))),
        Said("member_left", ("person", Given.Id(43))),
    ];

    private static void Asks(
        LedgerEntryRecorded told,
        IReadOnlyList<LedgerEntryRecorded> before,
        IReadOnlyList<Guid> persons,
        params Guid[] establishments
    )
    {
        var asked = WhoIsAsked.Of(told, before);
        asked.Persons.ShouldBe(persons);
        asked.Establishments.ShouldBe(establishments);
    }

    [Fact]
    public void each_kind_of_what_waits_is_raised_by_a_fact_that_there_is()
    {
        WhoIsAsked.By.Keys.ShouldBe(Enum.GetValues<WaitingKind>(), ignoreOrder: true);
        var known = EventSchemaLibrary.Read().All.Select(s => s.Type[(s.Type.IndexOf('.', StringComparison.Ordinal) + 1)..]).ToHashSet();
        foreach (var (kind, facts) in WhoIsAsked.By)
        {
            facts.ShouldNotBeEmpty($"{kind}");
            facts.Except(known).ShouldBeEmpty($"{kind}");
        }
    }

    [Fact]
    public void a_word_on_ones_presence_waits_for_who_led_the_session_and_who_was_there()
    {
        LedgerEntryRecorded[] held =
        [
            Said("session_scheduled", ("facilitator", Given.Id(11))),
            Said("group_changed", ("facilitator", Facilitator)),
        ];
        var claimed = Said("presence_claimed", ("member", Anne));
        Asks(claimed, held, [Facilitator]);
        Asks(claimed, [.. held, Said("reader_left", ("person", Facilitator))], [Facilitator]);
        var recorded = Said("attendance_recorded") with { Redacted = $$"""{"present":["{{Bob}}","{{Given.Id(45)}}"]}""" };
        Asks(claimed, [.. held, recorded, Said("reader_left", ("person", Bob))], [Facilitator, Given.Id(45)]);
        Asks(
            claimed,
            [.. held, recorded, Said("reader_left", ("person", Bob)), Said("reader_returned", ("person", Bob))],
            [Facilitator, Bob, Given.Id(45)]
        );
        var left = Said("group_changed") with
        {
            Redacted = $$"""{"facilitator":"{{Facilitator}}","members":["{{Anne}}","{{Given.Id(45)}}"]}""",
        };
        Asks(claimed, [.. held, recorded, left], [Facilitator, Given.Id(45)]);
        Asks(claimed with { Redacted = $$"""{"member":"{{Anne}}","present":[]}""" }, held, []);
    }

    [Fact]
    public void who_is_recorded_as_present_and_took_no_part_is_asked_once_the_session_is_closed()
    {
        LedgerEntryRecorded[] held =
        [
            Said("session_scheduled", ("facilitator", Facilitator)),
            Said("attendance_recorded") with
            {
                Redacted = $$"""{"present":["{{Anne}}","{{Bob}}"]}""",
            },
            Said("situation_raised", ("author", Anne)),
        ];
        var closed = Said("session_closed");
        Asks(closed with { Redacted = """{"minutes":60,"contestableUntil":"2026-03-16T09:00:00+00:00"}""" }, held, [Bob]);
        Asks(closed with { Redacted = """{"minutes":60}""" }, held, []);
    }

    [Fact]
    public void those_are_told_who_may_be_asked_and_no_other_role() =>
        Roles
            .All.Where(role => EventCatalogue.TypesFor(role).Contains("answer.awaited"))
            .ShouldBe([Roles.Facilitator, Roles.Member, Roles.Establishment], ignoreOrder: true);

    [Fact]
    public void a_charter_waits_for_who_is_there_and_for_the_facilitator_who_is_assigned()
    {
        Asks(Said("charter_proposed"), Opened, [Anne, Bob, Facilitator]);
        Asks(Said("member_admitted", ("person", Given.Id(45))), Opened, []);
        Asks(Said("member_admitted", ("person", Given.Id(45))), [.. Opened, Said("charter_proposed")], [Given.Id(45)]);
        Asks(Said("facilitator_assigned", ("facilitator", Given.Id(12))), [.. Opened, Said("charter_proposed")], [Given.Id(12)]);
    }

    [Theory]
    [InlineData("dispositif_proposed")]
    [InlineData("dispositif_revised")]
    [InlineData("dispositif_amendment_proposed")]
    [InlineData("renewal_proposed")]
    [InlineData("acceptance_recorded")]
    public void what_is_paid_waits_for_who_pays_alone(string type)
    {
        Asks(Said(type), Opened, [], Establishment);
        var replaced = Said("establishment_replaced", ("from", Establishment), ("to", Given.Id(21)));
        Asks(Said(type), [.. Opened, replaced], [], Given.Id(21));
        Asks(Said(type), [.. Opened, Said("establishment_replaced", ("from", Given.Id(22)), ("to", Given.Id(21)))], [], Establishment);
    }

    [Fact]
    public void a_succession_waits_for_both_houses_and_what_was_recorded_of_the_successor_for_that_one()
    {
        static LedgerEntryRecorded Saying(LedgerEntryRecorded told, string more) =>
            told with
            {
                Redacted = told.Redacted.Replace("{", "{" + more + ",", StringComparison.Ordinal),
            };
        var announced = Said("succession_announced", ("successor", Given.Id(21)));
        Asks(announced, [], [], Given.Id(2));
        Asks(Saying(announced, "\"asks\":true"), [], [], Given.Id(2), Given.Id(21));
        var accepted = Said("succession_accepted", ("successor", Given.Id(21)));
        Asks(accepted, [], []);
        Asks(Saying(accepted, "\"contestableUntil\":\"2026-03-15T00:00:00Z\""), [], [], Given.Id(21));
    }

    [Fact]
    public void members_and_facilitator_are_told_that_another_house_pays()
    {
        var replaced = Said("establishment_replaced", ("from", Establishment), ("to", Given.Id(21)));
        Asks(replaced, Opened, [], []);
        var accepted = replaced with
        {
            Redacted = replaced.Redacted.Replace("{", """{"acceptedAt":"2026-03-01T00:00:00Z",""", StringComparison.Ordinal),
        };
        Asks(accepted, Opened, [Anne, Bob, Facilitator]);
    }

    [Fact]
    public void what_is_paid_waits_for_who_is_in_the_place_of_the_one_that_asked() =>
        Asks(
            Said("renewal_proposed"),
            [
                .. Opened,
                Said("establishment_replaced", ("from", Given.Id(29)), ("to", Given.Id(28))),
                Said("establishment_replaced", ("from", Establishment), ("to", Given.Id(21))),
            ],
            [],
            Given.Id(21)
        );

    [Fact]
    public void a_departure_waits_for_the_group_but_who_answered()
    {
        var recorded = Said("departure_recorded", ("departure", Departure), ("person", Bob));
        Asks(recorded, Enrolled, [Anne, Bob]);
        var objected = Said("departure_objected", ("departure", Departure), ("person", Anne));
        Asks(objected, [.. Enrolled, recorded], [Bob]);
        Asks(objected, [.. Enrolled, recorded, Said("departure_agreed", ("departure", Departure), ("person", Bob))], []);
        Asks(objected, [.. Enrolled, recorded, Said("departure_agreed", ("departure", Given.Id(71)), ("person", Bob))], [Bob]);
    }

    [Fact]
    public void an_exception_waits_for_the_group() => Asks(Said("stability_exception_asked"), Enrolled, [Anne, Bob]);
}
