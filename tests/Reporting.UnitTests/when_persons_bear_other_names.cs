using System.Text.Json.Nodes;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.History.Audit;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_persons_bear_other_names
{
    private static readonly Pseudonyms Names = new([1, 2, 3]);
    private static readonly Guid Person = Given.Id(41);

    [Fact]
    public void they_are_the_same_for_one_grant_and_others_for_another()
    {
        Names.Of(Person).ShouldBe(new Pseudonyms([1, 2, 3]).Of(Person));
        Names.Of(Person).ShouldNotBe(new Pseudonyms([1, 2, 4]).Of(Person));
        Names.Of(Person).ShouldNotBe(Person);
        Names.Of(Person).Version.ShouldBe(8);
    }

    [Fact]
    public void persons_alone_bear_them_wherever_they_stand()
    {
        var redacted =
            $$$"""{"group":"{{{Person}}}","members":["{{{Person}}}"],"message":{"facilitator":"{{{Person}}}","groups":["{{{Person}}}"],"members":[{"institution":"{{{Person}}}","person":"{{{Person}}}"}],"present":["{{{Person}}}"]},"minutes":120,"new":"{{{Person}}}","private":true,"text":{"sha256":"é\"é"}}""";
        var other = Names.Of(Person);
        var expected =
            $$$"""{"group":"{{{Person}}}","members":["{{{other}}}"],"message":{"facilitator":"{{{other}}}","groups":["{{{Person}}}"],"members":[{"institution":"{{{other}}}","person":"{{{other}}}"}],"present":["{{{other}}}"]},"minutes":120,"new":"{{{other}}}","private":true,"text":{"sha256":"é\"é"}}""";
        Names.OfFact(redacted).ShouldBe(expected);
        Canonical.Text(JsonNode.Parse(Names.OfFact(redacted))).ShouldBe(expected);
    }

    [Fact]
    public void so_does_who_acted_and_a_facilitators_own_file()
    {
        Names.OfActor($"member:{Person}").ShouldBe($"member:{Names.Of(Person)}");
        Names.OfActor("message:held").ShouldBe("message:held");
        Names.OfActor("time").ShouldBe("time");
        var entry = new LedgerEntryRecorded(
            "engagement",
            1,
            Person,
            Person,
            "facilitator",
            1,
            "facilitator_registered",
            "1",
            Given.Now,
            Given.Now,
            $"practice:{Person}",
            "{}",
            "h"
        );
        Names.Of(entry).Stream.ShouldBe(Names.Of(Person));
        Names.Of(entry).Subject.ShouldBe(Names.Of(Person));
        Names.Of(entry with { StreamType = "group" }).Stream.ShouldBe(Person);
    }
}
