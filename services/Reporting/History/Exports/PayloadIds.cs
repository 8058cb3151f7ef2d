using System.Text;
using System.Text.Json;

namespace PracticeAnalysis.Reporting.History.Exports;

/// <summary>The ids that a fact names, each with the member that it stands in.</summary>
public static class PayloadIds
{
    private const int IdLength = 36;
    private const int Deepest = 64;

    /// <summary>Reads them, in the order of the text.</summary>
    public static IReadOnlyList<(string Member, Guid Id)> In(string fact)
    {
        var ids = new List<(string, Guid)>();
        var reader = new Utf8JsonReader(Encoding.UTF8.GetBytes(fact), new JsonReaderOptions { MaxDepth = Deepest });

        // The member that a value stands in, by depth; a list's items stand in the list's.
        var members = new string[Deepest + 2];
        while (reader.Read())
        {
            switch (reader.TokenType)
            {
                case JsonTokenType.PropertyName:
                    members[reader.CurrentDepth] = reader.GetString()!;
                    break;
                case JsonTokenType.StartArray:
                    members[reader.CurrentDepth + 1] = members[reader.CurrentDepth];
                    break;
                case JsonTokenType.String when reader.ValueSpan.Length == IdLength && reader.TryGetGuid(out var id):
                    ids.Add((members[reader.CurrentDepth], id));
                    break;
            }
        }

        return ids;
    }
}
