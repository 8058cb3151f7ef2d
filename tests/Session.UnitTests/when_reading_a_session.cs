using System.Text.Json;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Session.Model;
using PracticeAnalysis.Session.Sessions;

namespace PracticeAnalysis.Session.UnitTests;

public class when_reading_a_session
{
    private static readonly Session Held = Story.Of(Story.Closed(Story.Interpreting));

    [Fact]
    [Keeps("confidentiality")]
    public void its_members_and_its_facilitator_read_it()
    {
        Held.IsVisibleTo(Story.As(Story.Facilitator).By).ShouldBeTrue();
        foreach (var member in new[] { Story.Anne, Story.Bob, Story.Chloe, Story.David })
        {
            Held.IsVisibleTo(Story.As(member).By).ShouldBeTrue();
        }
    }

    [Theory]
    [InlineData(Roles.Practice)]
    [InlineData(Roles.Establishment)]
    [InlineData(Roles.Platform)]
    [InlineData(Roles.Auditor)]
    [InlineData(Roles.Operator)]
    [Breaks("confidentiality")]
    public void to_anybody_else_it_does_not_exist(string role)
    {
        Held.IsVisibleTo(new("cabinet", role, Story.Anne)).ShouldBeFalse();
        Held.IsVisibleTo(new("cabinet", role, Story.Facilitator)).ShouldBeFalse();
        Held.IsVisibleTo(Story.As(Given.Id(45)).By).ShouldBeFalse();
        Held.IsVisibleTo(new("cabinet", Roles.Facilitator, Given.Id(11))).ShouldBeFalse();
    }

    // Which texts a reader's view opens shows in the binding that each would be opened under; without keys all read as null, so it is
    // asked of the vault's opener with a key that opens none: what is private is not even tried.
    private static bool Opens(Guid author, bool isPrivate, Guid reader) =>
        Opens([.. Story.In(Story.Narrating, "echo"), new EchoGiven(author, Story.Text("EchoGiven.Text"), isPrivate)], reader);

    private static bool Opens(IReadOnlyList<Fact> facts, Guid reader) => Opens(Story.Of(facts), reader);

    private static bool Opens(Session session, Guid reader)
    {
        var opener = new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]> { ["key"] = new byte[32] });
        var echoes = session with { Situations = [], StartingPosition = null };
        try
        {
            JsonSerializer.Serialize(SessionView.Of(echoes, Story.As(reader).By, opener));
            return false;
        }
        catch (Exception e)
            when (e is FormatException or ArgumentException or OverflowException or System.Security.Cryptography.CryptographicException)
        {
            return true;
        }
    }

    [Fact]
    [Keeps("private")]
    public void what_is_private_is_opened_for_its_author_and_the_narrator()
    {
        Opens(Story.Bob, true, Story.Bob).ShouldBeTrue();
        Opens(Story.Bob, true, Story.Anne).ShouldBeTrue();
        Opens(Story.Bob, false, Story.Chloe).ShouldBeTrue();
    }

    [Fact]
    [Breaks("private")]
    public void it_is_not_opened_for_the_others_the_facilitator_among_them()
    {
        Opens(Story.Bob, true, Story.Chloe).ShouldBeFalse();
        Opens(Story.Bob, true, Story.Facilitator).ShouldBeFalse();
    }

    private static IReadOnlyList<Fact> Pronounced(bool isPrivate, params IReadOnlyList<Fact> after) =>
        [
            .. Story.In(Story.Interpreting, "pronounce"),
            Story.Made(1, Story.Bob, ContributionKind.Interpretation, isPrivate),
            new InterpretationPronounced(Given.Id(1), Stance.Partly, Story.Text("InterpretationPronounced.Text")),
            .. after,
        ];

    [Fact]
    [Keeps("private")]
    public void what_the_narrator_answers_to_a_private_interpretation_is_theirs_and_its_authors()
    {
        Opens(Pronounced(isPrivate: true), Story.Bob).ShouldBeTrue();
        Opens(Pronounced(isPrivate: true), Story.Anne).ShouldBeTrue();
        Opens(Pronounced(isPrivate: false), Story.Chloe).ShouldBeTrue();
    }

    [Fact]
    [Breaks("private")]
    public void it_goes_with_what_it_answers()
    {
        Opens(Pronounced(isPrivate: true), Story.Chloe).ShouldBeFalse();
        Opens(Pronounced(isPrivate: true), Story.Facilitator).ShouldBeFalse();
        Opens(Pronounced(isPrivate: false, new ContributionWithdrawn(Given.Id(1))), Story.Chloe).ShouldBeFalse();
    }

    // Read as of before it was withdrawn; its own text lies under no key here, so that the answer alone could be opened.
    private static ContributionView ReadBack(Session session, Guid reader, bool withdrawnSince) =>
        SessionView
            .Of(
                session with
                {
                    Contributions = [.. session.Contributions.Select(c => c with { WithdrawnSince = withdrawnSince })],
                },
                Story.As(reader).By,
                new TextOpener("cabinet", Given.Id(1), new Dictionary<string, byte[]>())
            )
            .Contributions.Single(c => c.Id == Given.Id(1));

    [Fact]
    [Keeps("private")]
    public void how_the_narrator_stands_to_it_is_read_by_those_who_read_it()
    {
        ReadBack(Story.Of(Pronounced(isPrivate: true)), Story.Bob, false).Stance.ShouldBe(Stance.Partly);
        ReadBack(Story.Of(Pronounced(isPrivate: true)), Story.Anne, false).Stance.ShouldBe(Stance.Partly);
        ReadBack(Story.Of(Pronounced(isPrivate: false)), Story.Chloe, false).Stance.ShouldBe(Stance.Partly);
    }

    [Fact]
    [Breaks("private")]
    public void it_is_read_by_nobody_else_and_not_of_what_was_withdrawn()
    {
        ReadBack(Story.Of(Pronounced(isPrivate: true)), Story.Chloe, false).Stance.ShouldBeNull();
        ReadBack(Story.Of(Pronounced(isPrivate: true)), Story.Facilitator, false).Stance.ShouldBeNull();
        ReadBack(Story.Of(Pronounced(isPrivate: false, new ContributionWithdrawn(Given.Id(1)))), Story.Chloe, false).Stance.ShouldBeNull();

        // Its author reads their own words back, but not the narrator's on them.
        ReadBack(Story.Of(Pronounced(isPrivate: false)), Story.Bob, withdrawnSince: true).Stance.ShouldBeNull();
    }

    [Fact]
    [Breaks("private")]
    public void to_who_left_before_it_was_withdrawn_the_answer_is_silent_with_it()
    {
        var left = Story.Of(Pronounced(isPrivate: false));
        left = left with { Contributions = [.. left.Contributions.Select(c => c with { WithdrawnSince = true })] };
        Opens(left, Story.Chloe).ShouldBeFalse();
        Opens(left, Story.Bob).ShouldBeTrue("their own");
    }
}
