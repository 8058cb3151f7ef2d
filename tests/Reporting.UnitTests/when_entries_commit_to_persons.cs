using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.History.Ledger;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_entries_commit_to_persons
{
    private static readonly Guid Member = Given.Id(41);
    private static readonly Guid Other = Given.Id(42);
    private static readonly Guid Engagement = Given.Id(7);

    private byte _salt;

    [Fact]
    public void no_id_stands_in_what_chain_and_tree_bind()
    {
        var (entry, made) = Told(Entry(redacted: $$"""{"engagement":"{{Engagement}}","members":["{{Member}}","{{Other}}"]}"""));
        made.Ids.Select(i => i.Person).ShouldBe([Member, Member, Other]);
        made.Ids.Select(i => i.Digest).Distinct().Count().ShouldBe(3);
        var bound = Bound(entry);
        bound["entryVersion"]!.GetValue<int>().ShouldBe(2);
        bound["actor"]!.GetValue<string>().ShouldBe($"member:{made.Ids[0].Digest}");
        bound["redacted"]!
            .GetValue<string>()
            .ShouldBe(
                $$$"""{"engagement":"{{{Engagement}}}","members":[{"committed":"{{{made.Ids[1].Digest}}}"},{"committed":"{{{made.Ids[2].Digest}}}"}]}"""
            );
        bound["hash"]!.GetValue<string>().ShouldBe(Canonical.Hash(bound["redacted"]!.GetValue<string>()));
        bound["commitments"].ShouldBeNull();
        bound["stream"]!.GetValue<Guid>().ShouldBe(Given.Id(5));

        // What the ledger's readers are given names from.
        entry.Redacted.ShouldContain(Member.ToString());
        entry.Actor.ShouldEndWith(Member.ToString());
    }

    [Fact]
    public void a_salt_opens_its_commitment_and_is_in_nothing_that_is_told()
    {
        var (entry, made) = Told(Entry());
        var salt = Convert.FromHexString(made.Ids[0].Salt!);
        salt.Length.ShouldBe(Commitment.SaltSize);
        Commitment.DigestOf(Member, salt).ShouldBe(made.Ids[0].Digest);
        Commitment.DigestOf(Other, salt).ShouldNotBe(made.Ids[0].Digest);
        JsonSerializer.Serialize(entry, FactJson.Options).ShouldNotContain(made.Ids[0].Salt!);
    }

    [Fact]
    public void without_its_salts_an_entry_is_told_as_before()
    {
        var (entry, made) = Told(Entry());
        var erased = made.Without(new HashSet<Guid>(PersonStreams.Of(Member)));
        erased.Ids.ShouldAllBe(i => i.Salt == null);
        Serialized(CommittedEntry.Of(Entry(), erased, ChainHead.Before(Given.Id(5)))).ShouldBe(Serialized(entry with { Link = null }));
        made.Without(new HashSet<Guid> { Other }).Ids[0].Salt.ShouldNotBeNull();
    }

    [Theory]
    [InlineData("facilitator")]
    [InlineData("person")]
    [InlineData("erased_person")]
    [InlineData("api_key")]
    public void a_stream_that_is_a_persons_is_called_by_one_commitment_in_all_its_entries(string of)
    {
        var (stream, subject) = of is "facilitator" or "api_key" ? (Member, Member) : (Given.Id(50), Given.Id(51));
        var first = Entry(1, of, stream, subject, actor: "time");
        var (one, made) = Told(first);
        made.Ids.Select(i => i.Person).ShouldBe(stream == subject ? [stream] : [stream, subject]);
        var head = ChainHead.Before(stream).After(one);
        var (two, later) = Told(Entry(2, of, stream, subject, $$"""{"new":"{{Other}}","stream":"{{stream}}"}"""), head);
        later.Ids.Select(i => i.Person).ShouldBe([Member, Other, stream]);
        Bound(two)["stream"]!.GetValue<string>().ShouldBe(made.Ids[0].Digest);
        Bound(two)["subject"]!.GetValue<string>().ShouldBe(made.Ids[^1].Digest);
        Bound(one)["stream"]!.GetValue<string>().ShouldBe(made.Ids[0].Digest);
        head.After(two).Names.ShouldBe(head.Names);

        // The ledger's own stream is derived from it.
        var line = Line(two);
        JsonNode.Parse(line)!["stream"]!.GetValue<string>().ShouldBe(made.Ids[^1].Digest);
        foreach (var id in (Guid[])[stream, subject, Other, EngagementLedger.StreamOf(two)])
        {
            line.ShouldNotContain(id.ToString());
        }
    }

    [Fact]
    public void what_follows_on_entries_of_before_says_the_link_that_it_follows_on()
    {
        var before = Linked(Entry(), StreamChain.Start);
        var head = ChainHead.Before(before.Stream).After(before);
        head.IsCommitted.ShouldBeFalse();
        var (first, _) = Told(Entry(2), head);
        first.Previous.ShouldBe(before.Link);
        var (second, _) = Told(Entry(3), head.After(first));
        second.Previous.ShouldBeNull();
        Told(Entry()).Entry.Previous.ShouldBeNull();
    }

    [Fact]
    public void an_entry_of_before_is_bound_as_it_ever_was()
    {
        var line = Line(Linked(Entry(), StreamChain.Start));
        line.ShouldContain($"\"actor\":\"member:{Member}\"");
        line.ShouldNotContain("entryVersion");
        line.ShouldNotContain("commitments");
    }

    [Fact]
    public void a_fact_that_was_set_aside_does_not_tell_whose_stream_it_is_of()
    {
        var said = $$"""{"engagement":"{{Engagement}}","stream":"{{Member}}"}""";
        var (entry, _) = Told(Entry(of: "set_aside", redacted: said));
        Line(entry).ShouldNotContain(Member.ToString());
        new History.Audit.Pseudonyms([1]).Of(entry).Redacted.ShouldNotContain(Member.ToString());
        Line(Told(Entry(redacted: said)).Entry).ShouldContain(Member.ToString(), Case.Sensitive, "elsewhere a stream is a thing");
    }

    [Fact]
    public void a_row_that_somebody_wrote_into_is_bound_too_and_shows_no_more()
    {
        var (entry, _) = Told(Entry(redacted: $$"""{"present":["{{Member}}"]}"""));
        Line(entry with { Redacted = $"{{\"present\":{Member}" }).ShouldNotContain(Member.ToString());
        Line(entry with { Commitments = [] }).ShouldNotContain(Member.ToString());
        Line(entry with { Commitments = [] }).ShouldNotBe(Line(entry));
    }

    private (LedgerEntryRecorded Entry, Commitments Made) Told(LedgerEntryRecorded entry, ChainHead? before = null)
    {
        before ??= ChainHead.Before(entry.Stream);
        var made = Commitments.Of(Given.Id(99), CommittedEntry.PersonsIn(entry, before), size => [.. Enumerable.Repeat(++_salt, size)]);
        return (Linked(CommittedEntry.Of(entry, made, before), before.Link), made);
    }

    private static LedgerEntryRecorded Linked(LedgerEntryRecorded entry, string previous) =>
        entry with
        {
            Link = StreamChain.Link(previous, "cabinet", entry),
        };

    private static LedgerEntryRecorded Entry(
        long version = 1,
        string of = "session",
        Guid? stream = null,
        Guid? subject = null,
        string redacted = "{}",
        string? actor = null
    ) =>
        new(
            "session",
            version,
            subject ?? Engagement,
            stream ?? Given.Id(5),
            of,
            version,
            "told",
            "1",
            Given.Now,
            Given.Now,
            actor ?? $"member:{Member}",
            redacted,
            Canonical.Hash(redacted)
        );

    private static JsonObject Bound(LedgerEntryRecorded entry) => JsonNode.Parse(Line(entry))!["data"]!["entry"]!.AsObject();

    private static string Line(LedgerEntryRecorded entry) =>
        Tree.Text(
            "cabinet",
            EngagementLedger.StreamOf(entry),
            1,
            Given.Now,
            JsonSerializer.SerializeToElement(new EntryLedgered(entry), FactJson.Options)
        );

    private static string Serialized(LedgerEntryRecorded entry) => JsonSerializer.Serialize(entry, FactJson.Options);
}
