using System.Runtime.CompilerServices;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Evolution;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_a_group_is_followed
{
    /// <summary>Every fact of a group.</summary>
    public static TheoryData<Type> Facts =>
        [.. typeof(GroupFact).Assembly.GetTypes().Where(t => !t.IsAbstract && typeof(GroupFact).IsAssignableFrom(t))];

    // Two fold the same stream: a fact that one of them does not know stops it for every group.
    [Theory]
    [MemberData(nameof(Facts))]
    public void whatever_is_told_of_it_is_known_to_its_record_and_to_its_evolution(Type type)
    {
        var fact = (Fact)RuntimeHelpers.GetUninitializedObject(type);
        Knows(() => GroupRecord.Fold(null, fact));
        Knows(() => GroupEvolution.Fold(null, fact));
    }

    // What it is made of is not there; that it is known is all that is asked.
    private static void Knows(Action fold)
    {
        try
        {
            fold();
        }
        catch (Exception e) when (e is NullReferenceException or ArgumentNullException) { }
    }
}
