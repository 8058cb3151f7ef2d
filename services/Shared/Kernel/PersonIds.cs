namespace PracticeAnalysis.Kernel;

/// <summary>Which ids that the ledger holds are persons': auditors read them under other names, and the ledger's tree binds them by commitments.
/// Whatever is not known to be a thing is taken for a person.</summary>
public static class PersonIds
{
    /// <summary>The members of facts whose ids name no person. A new member that names one is left out of here, and needs nothing more; so is an
    /// institution, which stands for the one person who comes from it where members come of different ones.</summary>
    public static readonly IReadOnlySet<string> Things = new HashSet<string>(StringComparer.Ordinal)
    {
        "access",
        "addressee",
        "amendment",
        "answered",
        "at",
        "bilan",
        "contribution",
        "corrects",
        "decision",
        "departure",
        "employer",
        "engagement",
        "engagements",
        "establishment",
        "establishments",
        "event",
        "exception",
        "fallen",
        "finding",
        "following",
        "from",
        "grant",
        "group",
        "groups",
        "id",
        "objection",
        "observation",
        "of",
        "predecessor",
        "previous",
        "proposal",
        "register",
        "release",
        "request",
        "session",
        "sessions",
        "situation",
        "stream",
        "subject",
        "successor",
        "synthesis",
        "to",
        "track",
    };

    /// <summary>The types of streams that are persons': a facilitator's file bears the person's own id; that of what became of a person's data anybody
    /// derives from it; a key acts under its own id.</summary>
    public static readonly IReadOnlySet<string> StreamTypes = new HashSet<string>(StringComparer.Ordinal)
    {
        "api_key",
        "erased_person",
        "facilitator",
        "person",
    };

    private const string Stream = "stream";
    private const string SetAsideStream = "set_aside";
    private const int IdLength = 36;

    /// <summary>Whether the ids of streams of this type are persons', or come of them.</summary>
    public static bool AreStreams(string streamType) => StreamTypes.Contains(streamType);

    /// <summary>Whether the ids in this member of a fact name persons.</summary>
    /// <param name="streamType">What the fact's stream is of: where such streams are persons', so are those that its facts name; a fact that was set
    /// aside may be of any.</param>
    public static bool Names(string member, string streamType) =>
        !Things.Contains(member) || (member == Stream && (AreStreams(streamType) || streamType == SetAsideStream));

    /// <summary>Whether this string in a fact is a person's id.</summary>
    public static bool Is(string member, string said, string streamType, out Guid person) =>
        Guid.TryParseExact(said, "D", out person) && Names(member, streamType);

    /// <summary>Who did it, as metadata say it: what stands before the id, and the id; null where nobody did.</summary>
    public static (string Role, Guid Person)? InActor(string actor) =>
        actor.Length > IdLength && Guid.TryParseExact(actor.AsSpan(actor.Length - IdLength), "D", out var person)
            ? (actor[..^IdLength], person)
            : null;
}
