using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;
using PracticeAnalysis.Contracts.Engagement.V1;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Model;

/// <summary>Where a session is.</summary>
public enum SessionState
{
    /// <summary>It is to be held.</summary>
    Scheduled,

    /// <summary>It will not be held.</summary>
    Cancelled,

    /// <summary>It runs.</summary>
    Open,

    /// <summary>It was held.</summary>
    Closed,

    /// <summary>It is interrupted, and goes on later.</summary>
    Suspended,
}

/// <summary>A situation that a member offered.</summary>
/// <param name="From">The situation of the group's backlog that it is, told again.</param>
public sealed record Situation(Guid Id, Guid Author, Sealed Text, Guid? From = null);

/// <summary>What somebody brought in a phase; an interpretation carries what the narrator pronounced on it.</summary>
/// <param name="To">Who was the narrator then: a private one was said to them, and to nobody who becomes it later.</param>
public sealed record Contribution(
    Guid Id,
    Guid Author,
    string Phase,
    ContributionKind Kind,
    Sealed Text,
    bool Private,
    bool Withdrawn = false,
    Stance? Stance = null,
    Sealed? Pronouncement = null,
    Guid? To = null
)
{
    /// <summary>Whether it was withdrawn later than the moment as of which it is read: its words are its author's alone.</summary>
    [JsonIgnore]
    public bool WithdrawnSince { get; init; }
}

/// <summary>What the session stirred in a member.</summary>
/// <param name="To">Who was the narrator then: a private one was said to them.</param>
public sealed record Echo(Guid Author, Sealed Text, bool Private, Guid? To = null);

/// <summary>Somebody who was in the group when the session was held, and left it, or leads it no more.</summary>
/// <param name="Version">The version of the session up to which they read it.</param>
public sealed record GoneReader(Guid Person, long Version);

/// <summary>Somebody who came to the session as its group changed, or left it so.</summary>
/// <param name="Before">What had been said before they came, by the nonce under which each text is sealed; none of who was in it from the beginning.</param>
public sealed record Arrival(Guid Person, IReadOnlyList<string> Before);

/// <summary>A decision to be agreed in common (S3).</summary>
public sealed record CommonDecision(Guid Id, Guid Author, Sealed Text, IReadOnlyList<Guid> AgreedBy, bool Adopted)
{
    /// <summary>Those recorded present when it was proposed; none where that was not recorded yet.</summary>
    public IReadOnlyList<Guid> Asked { get; init; } = [];

    /// <summary>Those for whose sake it was set aside, once it had been adopted.</summary>
    public IReadOnlyList<Guid> Unheard { get; init; } = [];
}

/// <summary>A departure from a guided protocol, with its reason.</summary>
public sealed record Deviation(string? Phase, Sealed Reason);

/// <summary>Something that broke the frame; a contribution that it flags, where it is one.</summary>
public sealed record Incident(IncidentKind Kind, Sealed? Text, Guid? Contribution = null);

/// <summary>The soft time box of the phase that runs.</summary>
/// <param name="EndsAt">When it ends; null while the session is suspended.</param>
/// <param name="Left">What was left of it when the session was suspended.</param>
public sealed record TimeBox(string Phase, DateTimeOffset? EndsAt, TimeSpan Left, bool Passed)
{
    /// <summary>While the session is suspended no time passes.</summary>
    public TimeBox Stopped(DateTimeOffset at) => EndsAt is { } end ? this with { EndsAt = null, Left = end - at } : this;

    /// <summary>And then the rest of it.</summary>
    public TimeBox Resumed(DateTimeOffset at) => EndsAt is null ? this with { EndsAt = at + Left } : this;
}

/// <summary>What of a session was announced to whoever keeps a calendar.</summary>
/// <param name="Sequence">How often it was moved or cancelled since it was scheduled (RFC 5545, SEQUENCE).</param>
/// <param name="At">When it was scheduled, or last moved or cancelled.</param>
public sealed record Announcement(int Sequence, DateTimeOffset At)
{
    /// <summary>It is announced anew.</summary>
    public Announcement Again(DateTimeOffset at) => new(Sequence + 1, at);
}

/// <summary>A command that is heard of who left the group too: it is about themselves, and shows nothing that they could not read.</summary>
public interface IOpenToFormerMembers;
