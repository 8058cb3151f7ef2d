using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace PracticeAnalysis.OpenApi;

/// <summary>What the docstrings of our own types and members say, read from the files that the compiler writes beside the assemblies.</summary>
public sealed partial class XmlDocs
{
    private readonly Dictionary<string, XElement?> _members = [];
    private readonly HashSet<Assembly> _read = [];

    /// <summary>The summary of a type.</summary>
    public string? Of(Type type) => Text(Member(type, $"T:{Name(type)}")?.Element("summary"));

    /// <summary>What is said of a member: its own summary, or the parameter of the record that it comes from.</summary>
    public string? Of(PropertyInfo property)
    {
        var type = property.DeclaringType!;
        return Text(Member(type, $"P:{Name(type)}.{property.Name}")?.Element("summary"))
            ?? Text(Member(type, $"T:{Name(type)}")?.Elements("param").FirstOrDefault(p => (string?)p.Attribute("name") == property.Name));
    }

    /// <summary>The summary of one word of a closed list.</summary>
    public string? Of(Enum word) => Text(Member(word.GetType(), $"F:{Name(word.GetType())}.{word}")?.Element("summary"));

    private XElement? Member(Type type, string id)
    {
        if (_read.Add(type.Assembly))
        {
            Read(type.Assembly);
        }

        return _members.GetValueOrDefault(id);
    }

    private void Read(Assembly assembly)
    {
        var file = Path.ChangeExtension(assembly.Location, "xml");
        if (!File.Exists(file))
        {
            return;
        }

        foreach (var member in XDocument.Load(file).Descendants("member"))
        {
            _members.TryAdd((string)member.Attribute("name")!, member);
        }
    }

    private static string Name(Type type) => (type.IsGenericType ? type.GetGenericTypeDefinition() : type).FullName!.Replace('+', '.');

    // A reference to a type or parameter shows as its own name.
    private static string? Text(XElement? element) =>
        element is null ? null
        : Blank().Replace(string.Concat(element.Nodes().Select(Text)), " ").Trim() is { Length: > 0 } text ? text
        : null;

    private static string Text(XNode node) =>
        node switch
        {
            XText text => text.Value,
            XElement { Name.LocalName: "see" or "paramref" or "seealso" } see => Last(
                (string?)see.Attribute("cref") ?? (string?)see.Attribute("name") ?? (string?)see.Attribute("href") ?? string.Empty
            ),
            XElement other => string.Concat(other.Nodes().Select(Text)),
            _ => string.Empty,
        };

    private static string Last(string reference) => reference.Split('(')[0].Split('.', ':')[^1];

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blank();
}
