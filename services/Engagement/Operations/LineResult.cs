using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Operations;

/// <summary>What came of a line.</summary>
public enum LineState
{
    /// <summary>Something was made of it.</summary>
    Created,

    /// <summary>Everything it says was there.</summary>
    Unchanged,

    /// <summary>It was refused; its problem says why.</summary>
    Refused,

    /// <summary>In a dry run: something would be made of it.</summary>
    WouldCreate,

    /// <summary>It says otherwise than what is there, which stays.</summary>
    Differs,

    /// <summary>What is there was corrected by it.</summary>
    Corrected,

    /// <summary>In a dry run: what is there would be corrected by it.</summary>
    WouldCorrect,
}

/// <summary>What came of one line of an operation. Nothing of the line is in it but the practice's own reference, which may look like a name.</summary>
/// <param name="Id">The operation and the line, so that they sort as the lines do.</param>
/// <param name="Line">The line's number in the body, from 1.</param>
/// <param name="Reference">What the practice calls it, in results of before.</param>
/// <param name="Made">What was made of it, or was there.</param>
/// <param name="Called">What the practice calls it, under the key of who imports.</param>
/// <param name="Fields">In which fields it differs from what is there, by their names.</param>
/// <param name="Foreseen">In a dry run: what this line, and those judged with it, would have left, under the operation's key, which goes at its end.</param>
public sealed record LineResult(
    string Id,
    Guid Operation,
    int Line,
    [property: InClearBefore] string? Reference,
    LineState State,
    Guid? Made = null,
    Refusal? Refusal = null,
    Sealed? Called = null,
    IReadOnlyList<string>? Fields = null,
    Sealed? Foreseen = null
)
{
    /// <summary>What its reference is sealed for.</summary>
    internal const string CalledMember = "LineResult.Called";

    /// <summary>What it foresees is sealed for.</summary>
    internal const string ForeseenMember = "LineResult.Foreseen";

    /// <summary>The id of what is kept of a line.</summary>
    public static string IdOf(Guid operation, int line) => $"{operation:n}{line:x8}";
}

/// <summary>What came of a line, as the API shows it.</summary>
/// <param name="Line">The line's number in the body, from 1.</param>
/// <param name="Reference">What the practice calls it; null where that went with who imported it, or with the person.</param>
/// <param name="State">What came of it, or would in a dry run.</param>
/// <param name="Id">The id of what was made of it, or was there; of a member, the person's.</param>
/// <param name="Problem">Why it was refused: the problem that the single command answers.</param>
/// <param name="Fields">In which fields it differs from what is there, or did before it was corrected; null where it does not.</param>
public sealed record LineResultView(
    int Line,
    string? Reference,
    LineState State,
    Guid? Id,
    ProblemDetails? Problem,
    IReadOnlyList<string>? Fields
)
{
    /// <summary>The view.</summary>
    /// <param name="language">fr or en.</param>
    public static LineResultView Of(LineResult r, TextOpener opener, string language) =>
        new(
            r.Line,
            opener.Open(r.Called, LineResult.CalledMember) is { } called && called != TextOpener.Erased ? called : r.Reference,
            r.State,
            r.Made,
            r.Refusal is { } refusal ? Problems.Details(refusal, language, refusal.Errors) : null,
            r.Fields
        );
}
