using System.Diagnostics.CodeAnalysis;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>A word of a closed list, as a query carries it: lower case with hyphens, as bodies have it.</summary>
/// <param name="Value">Which word it is.</param>
public readonly record struct Word<T>(T Value) : IParsable<Word<T>>
    where T : struct, Enum
{
    /// <summary>Reads it; the framework calls this when it binds a query.</summary>
    /// <returns>False where it is none of the list.</returns>
    [SuppressMessage("Design", "CA1000", Justification = "By this name the framework finds it.")]
    public static bool TryParse(string? s, IFormatProvider? provider, out Word<T> result)
    {
        var known = Enum.GetValues<T>().Where(w => Words.Of(w) == s).Take(1).ToList();
        result = new(known.FirstOrDefault());
        return known.Count > 0;
    }

    static Word<T> IParsable<Word<T>>.Parse(string s, IFormatProvider? provider) =>
        TryParse(s, provider, out var word) ? word : throw new FormatException();
}

/// <summary>What a closed list of words is, wherever a parameter takes one or several of it.</summary>
public static class Word
{
    /// <summary>The enumeration behind <see cref="Word{T}" />, or several of them; null of any other type.</summary>
    public static Type? ListOf(Type parameter)
    {
        var one = parameter.IsArray ? parameter.GetElementType()! : parameter;
        one = Nullable.GetUnderlyingType(one) ?? one;
        return one.IsGenericType && one.GetGenericTypeDefinition() == typeof(Word<>) ? one.GetGenericArguments()[0] : null;
    }
}

/// <summary>In which order a list goes.</summary>
public enum ListOrder
{
    /// <summary>What was entered first comes first.</summary>
    Oldest,

    /// <summary>What was entered last comes first.</summary>
    Newest,
}
