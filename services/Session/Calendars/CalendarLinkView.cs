using System.Text.Json.Serialization;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Session.Calendars;

/// <summary>A link as the API shows it.</summary>
/// <param name="Language">In which language the calendar has its few words.</param>
/// <param name="IssuedAt">When it was made; it holds until it is revoked.</param>
/// <param name="RevokedAt">When it was revoked, for good; null while it holds.</param>
/// <param name="Address">The calendar's path at this origin, which holds the secret: once, in the answer that makes it, and never again.</param>
public sealed record CalendarLinkView(
    Guid Id,
    long Version,
    CalendarLanguage Language,
    DateTimeOffset IssuedAt,
    DateTimeOffset? RevokedAt,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Address
)
{
    /// <summary>The view of a link.</summary>
    public static CalendarLinkView Of(CalendarLink link, string? address) =>
        new(link.Id, link.Version, link.Language, link.IssuedAt, link.RevokedAt, address);
}
