using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Architecture;

/// <summary>An id in a fact is a person's or a thing's; auditors read the persons' under other names.</summary>
public class every_id_in_a_fact
{
    // What these members name are persons, or stand for one as an institution does. A new member of a fact with an id goes here, or among PersonIds.Things.
    private static readonly string[] Persons =
    [
        "approver",
        "auditor",
        "author",
        "by",
        "erased",
        "facilitator",
        "institution",
        "joined",
        "kept",
        "left",
        "member",
        "members",
        "names",
        "narrator",
        "notReached",
        "owner",
        "parties",
        "party",
        "person",
        "platform",
        "present",
        "presentBefore",
        "protagonist",
        "relieved",
        "requester",
        "unheard",
        "whose",
        "with",
    ];

    [Fact]
    public void is_known_to_be_a_persons_or_a_things() =>
        Rules
            .Services.SelectMany(s => FactTypes.Of(typeof(Fact), s))
            .SelectMany(f => Ids(f, string.Empty).Select(member => (Fact: f.Name, Member: member)))
            .Where(m => PersonIds.Things.Contains(m.Member) == Persons.Contains(m.Member))
            .Select(m => $"{m.Fact}.{m.Member}")
            .ShouldBeEmpty("each is to be named once: among the persons here, or among PersonIds.Things");

    [Fact]
    public void a_planted_one_is_seen()
    {
        Ids(typeof(Planted), string.Empty).ShouldBe(["hidden"]);
        (PersonIds.Things.Contains("hidden") || Persons.Contains("hidden")).ShouldBeFalse();
    }

    private static IEnumerable<string> Ids(Type type, string member) =>
        type == typeof(Guid) || type == typeof(Guid?) ? [member]
        : type.IsGenericType && type.GetGenericArguments() is [var item] ? Ids(item, member)
        : type.IsArray ? Ids(type.GetElementType()!, member)
        : type.Namespace?.StartsWith("PracticeAnalysis", StringComparison.Ordinal) != true || type.IsEnum ? []
        : type.GetProperties()
            .Where(p => !p.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute), true))
            .SelectMany(p => Ids(p.PropertyType, FactJson.Options.PropertyNamingPolicy!.ConvertName(p.Name)));

    private sealed record Planted(IReadOnlyList<Inner> Items);

    private sealed record Inner(Guid? Hidden, string Word);
}
