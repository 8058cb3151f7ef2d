using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>The forms in which a route answers, by the words of its parameter <c>format</c>. Where that names none, <c>Accept</c> chooses, of equals the first; where it
/// does, an <c>Accept</c> that contradicts it is 406.</summary>
/// <param name="All">The words, and the media type of each.</param>
public sealed record AnswerForms(params IReadOnlyList<(string Word, string MediaType)> All)
{
    private const string Parameter = "format";

    /// <summary>As JSON, or as a table.</summary>
    public static AnswerForms OfTables { get; } = new(("json", "application/json"), ("csv", "text/csv"));

    /// <summary>400: there is no such form.</summary>
    public Refusal None => Refusal.OfInput("format is not one of those offered.", Input.OneOf(All.Select(f => f.Word)));

    /// <summary>What to give as this parameter; null where it is not the one that names a form.</summary>
    internal string? Wanted(string parameter) => parameter == Parameter ? None.Satisfy : null;

    /// <summary>Whether this parameter may say this: any but its own may say anything.</summary>
    internal bool Takes(string parameter, string word) => parameter != Parameter || All.Any(f => f.Word == word);

    /// <summary>The form that is asked for; null where there is none of this word.</summary>
    public string? Of(HttpContext http, string? format)
    {
        http.Response.Headers.Append("Vary", "Accept");
        var best = format is null ? MediaTypes.Best(http.Request, [.. All.Select(f => f.MediaType)]) : null;
        return All.FirstOrDefault(f => f.Word == format || f.MediaType == best).Word;
    }

    /// <summary>The media type of the form that the query names; null where it names none.</summary>
    internal string? Named(HttpRequest request) =>
        request.Query[Parameter].ToString() is var format && All.FirstOrDefault(f => f.Word == format) is { MediaType: { } type }
            ? type
            : null;
}
