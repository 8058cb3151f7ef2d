using System.Reflection;
using System.Runtime.Serialization;
using System.Text.Json;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Pages.Layout;

/// <summary>The contract's codes as people say them, in both languages: <c>words.json</c>.</summary>
public static class CodeWords
{
    /// <summary>Each code with its words.</summary>
    public static IReadOnlyDictionary<string, Bilingual> All { get; } = Read();

    /// <summary>The words of a code of a closed list; the code itself where it has none. Empty for none.</summary>
    /// <param name="list">The list's name in the contract, such as <c>EngagementState</c>.</param>
    public static string Of(string list, string? code, string language) =>
        code is null ? string.Empty
        : All.TryGetValue($"{list}.{code}", out var words) ? words.In(language)
        : code;

    /// <summary>The words of a member of an enumeration of the client.</summary>
    public static string Of<TEnum>(TEnum? member, string language)
        where TEnum : struct, Enum => member is null ? string.Empty : Of(typeof(TEnum).Name, CodeOf(member.Value), language);

    /// <summary>How the contract writes a member of an enumeration of the client.</summary>
    public static string CodeOf<TEnum>(TEnum member)
        where TEnum : struct, Enum => typeof(TEnum).GetField($"{member}")?.GetCustomAttribute<EnumMemberAttribute>()?.Value ?? $"{member}";

    private static Dictionary<string, Bilingual> Read()
    {
        using var words = typeof(CodeWords).Assembly.GetManifestResourceStream("words.json")!;
        return JsonSerializer.Deserialize<Dictionary<string, Bilingual>>(words, JsonSerializerOptions.Web)!;
    }
}
