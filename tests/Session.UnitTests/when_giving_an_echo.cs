using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_giving_an_echo
{
    private static readonly IReadOnlyList<Fact> Running = Story.In(Story.Narrating, "echo");

    private static Decision Give(IReadOnlyList<Fact> facts, Guid by, bool isPrivate = false) =>
        GiveEcho.Decide(new(new("text"), isPrivate), Story.Of(facts), Story.Narrating, Story.As(by));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void each_one_present_gives_theirs_the_narrator_too(bool isPrivate)
    {
        foreach (var person in new[] { Story.Anne, Story.Bob })
        {
            Give(Running, person, isPrivate).ShouldHappen(new EchoGiven(person, Story.Text("EchoGiven.Text"), isPrivate));
        }
    }

    [Fact]
    public void one_each()
    {
        IReadOnlyList<Fact> given = [.. Running, new EchoGiven(Story.Bob, Story.Text(), true)];
        Give(given, Story.Bob).ShouldBeRefused(409);
        Give(given, Story.Chloe).Refusal.ShouldBeNull();
    }

    [Fact]
    public void the_absent_give_none() => Give(Running, Story.David).ShouldBreak("always", "presence", "S3");

    [Fact]
    public void none_is_given_out_of_its_phase()
    {
        Give(Story.In(Story.Narrating, "feedback"), Story.Bob).ShouldBeRefused(409);
        Give([.. Running, new PhaseCompleted("echo")], Story.Bob).ShouldBeRefused(409);
        Give([.. Running, new SessionClosed(100, Outcome.Change)], Story.Bob).ShouldBeRefused(409);
        Give(Story.Scheduled(Story.Narrating), Story.Bob).ShouldBeRefused(409);
    }
}
