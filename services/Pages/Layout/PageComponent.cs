using Microsoft.AspNetCore.Components;
using PracticeAnalysis.Client;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Pages.Layout;

/// <summary>What every page has: its visitor, their language, and the API in their name.</summary>
public abstract class PageComponent : ComponentBase
{
    /// <summary>The request that is answered.</summary>
    [CascadingParameter]
    public required HttpContext Http { get; set; }

    /// <summary>The public API with the visitor's token.</summary>
    [Inject]
    public required PracticeAnalysisClient Api { get; set; }

    /// <summary><c>fr</c> or <c>en</c>.</summary>
    protected string Language => PageLanguage.Of(Http.Request);

    /// <summary>Who is signed in; null where nobody is.</summary>
    protected Actor? Visitor => Actor.From(Http.User);

    /// <summary>Ends when the browser stops waiting.</summary>
    protected CancellationToken Cancel => Http.RequestAborted;

    /// <summary>A text in the visitor's language.</summary>
    protected string T(string fr, string en) => Language == "fr" ? fr : en;

    /// <summary>A day as people write it: 12 mars 2026.</summary>
    protected string Day(DateTimeOffset? at) => Dates.Day(at, Language);

    /// <summary>A day of the calendar as people write it.</summary>
    protected string Date(Microsoft.Kiota.Abstractions.Date? day) =>
        day is { } known ? Dates.Day(new DateTimeOffset(known.DateTime.Date, TimeSpan.Zero), Language) : string.Empty;

    /// <summary>A day and its time in Paris: 12 mars 2026 à 14 h 30.</summary>
    protected string Moment(DateTimeOffset? at) => Dates.Moment(at, Language);

    /// <summary>A code of a closed list of the contract in words; the code itself where it has none.</summary>
    protected string Word(string list, string? code) => CodeWords.Of(list, code, Language);

    /// <summary>A member of a closed list of the contract in words.</summary>
    protected string Word<TEnum>(TEnum? code)
        where TEnum : struct, Enum => CodeWords.Of(code, Language);
}
