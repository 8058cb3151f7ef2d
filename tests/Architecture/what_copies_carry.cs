using System.Collections;
using System.Reflection;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Architecture;

/// <summary>A fact that is copied from a message, or put under other terms, member by member: each member of the same name and type comes along. One that is
/// forgotten has a default and is missed by nobody.</summary>
public class what_copies_carry
{
    private static readonly IReadOnlyList<MethodInfo> Copies =
    [
        .. from service in Rules.Services
        from fact in service.GetTypes()
        where fact.IsAssignableTo(typeof(Fact)) && !fact.IsAbstract
        from method in fact.GetMethods()
        where
            method.DeclaringType == fact
            && method.ReturnType == fact
            && method.GetParameters() is [var only]
            && IsTold(method, only.ParameterType)
        select method,
    ];

    [Fact]
    public void is_every_member_of_the_same_name()
    {
        Copies.Count.ShouldBeGreaterThan(5);
        Copies.SelectMany(Forgotten).ShouldBeEmpty();
    }

    [Fact]
    public void a_planted_gap_is_seen() => Forgotten(typeof(Copy).GetMethod("Of")!).ShouldBe(["Copy.Of forgets Second"]);

    private static bool IsTold(MethodInfo method, Type from) =>
        method.Name == "Of" ? from.Assembly == Rules.Contracts : method.Name == "Under" && from.IsClass;

    private static IEnumerable<string> Forgotten(MethodInfo copy)
    {
        var count = 0;
        var told = Filled(copy.GetParameters()[0].ParameterType, ref count)!;
        var made = copy.Invoke(copy.IsStatic ? null : Filled(copy.DeclaringType!, ref count), [told])!;
        return [.. Differing(told, made).Select(member => $"{copy.DeclaringType!.Name}.{copy.Name} forgets {member}")];
    }

    private static IEnumerable<string> Differing(object told, object made) =>
        from member in made.GetType().GetProperties()
        let source = told.GetType().GetProperty(member.Name)
        where source is not null
        let said = source.GetValue(told)
        let carried = member.GetValue(made)
        from name in member.PropertyType == source.PropertyType ? (Same(said, carried) ? [] : [member.Name])
        : said is IEnumerable or string ? []
        : Differing(said!, carried!)
        select name;

    private static bool Same(object? said, object? carried) =>
        said is IEnumerable many and not string
            ? carried is IEnumerable others && many.Cast<object>().SequenceEqual(others.Cast<object>())
            : Equals(said, carried);

    // No two values are alike, and none is a default.
    private static object? Filled(Type type, ref int count)
    {
        count++;
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return Filled(inner, ref count);
        }

        if (type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)))
        {
            var list = Array.CreateInstance(type.GenericTypeArguments[0], 1);
            list.SetValue(Filled(type.GenericTypeArguments[0], ref count), 0);
            return list;
        }

        if (Simple(type, count) is { } simple)
        {
            return simple;
        }

        var arguments = new List<object?>();
        var constructor = type.GetConstructors().MaxBy(c => c.GetParameters().Length)!;
        foreach (var parameter in constructor.GetParameters())
        {
            arguments.Add(Filled(parameter.ParameterType, ref count));
        }

        return constructor.Invoke([.. arguments]);
    }

    private static object? Simple(Type type, int count) =>
        type == typeof(string) ? $"word {count}"
        : type == typeof(bool) ? true
        : type == typeof(int) ? count
        : type == typeof(long) ? (long)count
        : type == typeof(decimal) ? (decimal)count
        : type == typeof(Guid) ? new Guid(count, 0, 0, new byte[8])
        : type == typeof(DateTimeOffset) ? DateTimeOffset.UnixEpoch.AddDays(count)
        : type == typeof(DateOnly) ? DateOnly.FromDayNumber(count)
        : type.IsEnum ? type.GetEnumValues().Cast<object>().Last()
        : null;

    private sealed record Told(string First, string? Second);

    private sealed record Copy(string First, string? Second = null)
    {
        public static Copy Of(Told told) => new(told.First);
    }
}
