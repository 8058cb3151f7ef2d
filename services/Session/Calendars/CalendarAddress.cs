using System.Text.Json.Serialization;

namespace PracticeAnalysis.Session.Calendars;

/// <summary>Whose a secret is, read before that is known: no practice's document, and it says the practice. It holds no person.</summary>
/// <param name="Id">SHA-256 of the secret.</param>
/// <param name="Link">The stream of the link, which says whether it still holds.</param>
public sealed record CalendarAddress(string Id, string Tenant, Guid Link);
