using System.Text.Json.Serialization;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>The language of a calendar's few words.</summary>
public enum CalendarLanguage
{
    /// <summary>French.</summary>
    Fr,

    /// <summary>English.</summary>
    En,
}

/// <summary>The facts of a link to a calendar.</summary>
public abstract record CalendarLinkFact : Fact;

/// <summary>A person has a link to the calendar of their sessions. Its address is in nobody's hands but theirs: what is kept is a hash.</summary>
/// <param name="Role">facilitator or member: whose groups it shows.</param>
/// <param name="Hash">SHA-256 of the secret in the address.</param>
public sealed record CalendarLinkIssued(Guid Person, string Role, CalendarLanguage Language, string Hash) : CalendarLinkFact;

/// <summary>A link was revoked, for good: by its person, or since they were erased.</summary>
public sealed record CalendarLinkRevoked : CalendarLinkFact;

/// <summary>A link to the calendar of one person's sessions, for programs that hold no token.</summary>
public sealed record CalendarLink(
    Guid Person,
    string Role,
    CalendarLanguage Language,
    string Hash,
    DateTimeOffset IssuedAt,
    DateTimeOffset? RevokedAt = null
) : Aggregate, IFold<CalendarLink>
{
    /// <inheritdoc />
    public static Type Facts => typeof(CalendarLinkFact);

    /// <inheritdoc />
    public static CalendarLink Fold(CalendarLink? state, Fact fact) =>
        fact switch
        {
            CalendarLinkIssued e => new(e.Person, e.Role, e.Language, e.Hash, e.OccurredAt),
            CalendarLinkRevoked e => state! with { RevokedAt = e.OccurredAt },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Role) && actor.Person == Person;
}
