using System.Security.Cryptography;
using PracticeAnalysis.Kernel;
using Shouldly;

namespace PracticeAnalysis.Testing;

/// <summary>Given facts, when a command is decided, then facts or a refusal.</summary>
public static class Given
{
    /// <summary>The moment at which tests decide, unless they say otherwise.</summary>
    public static readonly DateTimeOffset Now = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>An id that is the same wherever its number is.</summary>
    public static Guid Id(int number) => new(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A SIRET whose check holds, another one for each number.</summary>
    public static string Siret(int number)
    {
        var siren = Checked($"9{number / 10_000:D7}");
        return Checked($"{siren}{number % 10_000:D4}");
    }

    /// <summary>A SIRET that no other test has given: no practice registers one twice.</summary>
    public static string NewSiret() => Siret(RandomNumberGenerator.GetInt32(1_000_000, int.MaxValue));

    /// <summary>A FINESS number whose check holds, another one for each number below a million.</summary>
    public static string Finess(int number) => Checked($"38{number:D6}");

    private static string Checked(string digits)
    {
        var sum = digits.Reverse().Select((c, i) => i % 2 == 0 ? (c - '0') * 2 : c - '0').Sum(d => d > 9 ? d - 9 : d);
        return $"{digits}{(10 - (sum % 10)) % 10}";
    }

    /// <summary>The state of a stream that holds these facts.</summary>
    public static T Facts<T>(params IEnumerable<Fact> facts)
        where T : Aggregate, IFold<T> => Folding.Of<T>(Id(1), facts)!;

    /// <summary>An act of this role and person at this time; texts are sealed to a recognisable stand-in.</summary>
    public static Act Act(string role, Guid? person = null, DateTimeOffset? at = null, Guid? establishment = null) =>
        new(Id(1), new("cabinet", role, person ?? Id(900), establishment), at ?? Now, at ?? Now, Id(999), Seal);

    /// <summary>The stand-in of a text sealed for a member of a fact.</summary>
    public static Sealed Seal(Narrative text, string member) => new("key", "A256GCM", member, text.Text);
}

/// <summary>What tests say of decisions.</summary>
public static class Then
{
    /// <summary>It was accepted with exactly these facts.</summary>
    public static void ShouldBe(this Decision decision, params IReadOnlyList<Fact> facts)
    {
        decision.Refusal.ShouldBeNull();
        decision.Facts.ShouldBe(facts);
    }

    /// <summary>It was refused by this rule of this frame.</summary>
    public static void ShouldBreak(this Decision decision, string frame, string rule, string source)
    {
        decision.Refusal.ShouldNotBeNull();
        decision.Refusal.Rules.ShouldContain(new Rule(frame, rule, source));
    }

    /// <summary>It was refused with this status, and nothing happened.</summary>
    public static void ShouldBeRefused(this Decision decision, int status)
    {
        decision.Refusal.ShouldNotBeNull();
        decision.Refusal.Status.ShouldBe(status);
        decision.Facts.ShouldBeEmpty();
    }
}
