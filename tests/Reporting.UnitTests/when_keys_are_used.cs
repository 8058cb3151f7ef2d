using PracticeAnalysis.Access;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_keys_are_used
{
    [Fact]
    public void many_uses_are_told_as_one_and_once()
    {
        var uses = new KeyUses();
        for (var second = 0; second < 1_000; second++)
        {
            uses.Note(Given.Id(1), "cabinet", Given.Now.AddSeconds(second));
        }

        uses.Note(Given.Id(2), "autre", Given.Now);
        uses.Take()
            .OrderBy(u => u.Tenant)
            .ShouldBe([(Given.Id(2), "autre", Given.Now), (Given.Id(1), "cabinet", Given.Now.AddSeconds(999))]);
        uses.Take().ShouldBeEmpty();
    }
}
