using System.Reflection;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Architecture;

/// <summary>What a service was told it keeps in facts of its own: a message gains members, and no stored fact and no schema of one does.</summary>
public class what_facts_hold
{
    [Fact]
    public void is_no_message() =>
        (
            from fact in Rules.Services.Concat(Rules.Shared).SelectMany(s => FactTypes.Of(typeof(Fact), s))
            from message in Messages(fact)
            select $"{fact.Name} holds {message.Name}"
        ).ShouldBeEmpty("give it the members that the service reads, and the origin");

    [Fact]
    public void a_planted_one_is_seen() => Messages(typeof(Planted)).ShouldBe([typeof(Contracts.Engagement.V1.MemberLeft)]);

    [Fact]
    public void an_alias_of_before_is_no_others() =>
        Rules.Services.ShouldAllBe(s =>
            FactTypes.Of(typeof(Fact), s).SelectMany(FactTypes.Aliases).GroupBy(a => a).All(a => a.Count() == 1)
        );

    private static IEnumerable<Type> Messages(Type type) =>
        type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            .SelectMany(p => (Type[])[p.PropertyType, .. p.PropertyType.GetGenericArguments()])
            .Where(t => t.Namespace?.StartsWith("PracticeAnalysis", StringComparison.Ordinal) == true && !t.IsEnum)
            .SelectMany(t => t.Assembly == Rules.Contracts && t.GetProperty(nameof(Origin)) is not null ? [t] : Messages(t));

    private sealed record Planted(IReadOnlyList<Inner> Items, Origin Origin);

    private sealed record Inner(Contracts.Engagement.V1.MemberLeft Message);
}
