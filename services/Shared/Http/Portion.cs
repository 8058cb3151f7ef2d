using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Extensions;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.WebUtilities;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Http;

/// <summary>Which part of a list is asked for. Where more follows, the answer's <c>Link</c> says where: <c>rel="next"</c>.</summary>
/// <param name="Http">The request, whose other parameters stand in the link as they were.</param>
/// <param name="After">The cursor of the link or of the answer that is followed; the beginning, where none is given.</param>
/// <param name="Limit">How many items at most, 1 to 200; 200 where it is not said.</param>
/// <exception cref="BadHttpRequestException">From every member: the cursor is none of this list.</exception>
public sealed partial record Portion(
    HttpContext Http,
    [FromQuery(Name = "after")] string? After = null,
    [FromQuery(Name = "limit"), Between(1, Portion.Most)] int? Limit = null
) : IAsked
{
    /// <summary>The most that one answer lists.</summary>
    public const int Most = 200;

    /// <summary>How many are asked for.</summary>
    public int Size => Limit ?? Most;

    /// <inheritdoc />
    public Refusal? Wrong() => After is null || Form().IsMatch(After) ? null : NoCursor;

    /// <summary>The id that the cursor names; null where the list's beginning is asked for.</summary>
    public Guid? AfterId =>
        After is not { } key ? null
        : Guid.TryParseExact(key, "N", out var id) ? id
        : throw Unknown();

    /// <summary>The number that the cursor names; null where the list's beginning is asked for.</summary>
    public int? AfterNumber =>
        After is not { } key ? null
        : int.TryParse(key, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var number) && number >= 0 ? number
        : throw Unknown();

    /// <summary>The part of a list that is at hand as a whole.</summary>
    /// <param name="key">Tells its items apart, and stays.</param>
    public IReadOnlyList<T> Of<T>(IEnumerable<T> whole, Func<T, string> key)
    {
        var rest = whole.ToList();
        if (After is { } after)
        {
            var last = rest.FindLastIndex(item => Cursor(key(item)) == after);
            rest = last < 0 ? throw Unknown() : rest[(last + 1)..];
        }

        return Of(rest, item => Cursor(key(item)), rest.Count > Size);
    }

    /// <summary>The part of a list that was read behind the cursor.</summary>
    /// <param name="read">At least one more than is asked for, where there are more.</param>
    public IReadOnlyList<T> Behind<T>(IReadOnlyList<T> read, Func<T, Guid> id) => Behind(read, item => $"{id(item):N}");

    /// <summary>The part of a list that was read behind the cursor, by keys of lower hexadecimal digits.</summary>
    /// <param name="read">At least one more than is asked for, where there are more.</param>
    public IReadOnlyList<T> Behind<T>(IReadOnlyList<T> read, Func<T, string> key) => Of(read, key, read.Count > Size);

    private IReadOnlyList<T> Of<T>(IReadOnlyList<T> rest, Func<T, string> cursor, bool more)
    {
        if (!more)
        {
            return rest;
        }

        var part = rest.Take(Size).ToList();
        LinkNext(Http, cursor(part[^1]));
        return part;
    }

    /// <summary>Says where more of a list follows: at the same path, with the same other parameters.</summary>
    public static void LinkNext(HttpContext http, string cursor)
    {
        var query = new QueryBuilder(
            QueryHelpers
                .ParseQuery(http.Request.QueryString.Value)
                .Where(p => p.Key != "after")
                .SelectMany(p => p.Value.Select(v => KeyValuePair.Create(p.Key, v ?? string.Empty)))
        )
        {
            { "after", cursor },
        };
        http.Response.Headers.Append("Link", $"<{http.Request.Path.ToUriComponent()}{query}>; rel=\"next\"");
    }

    // Opaque, and of one alphabet and length, whatever an item is told apart by.
    private static string Cursor(string key) => Canonical.Hash(key)[..32];

    [GeneratedRegex(@"\A[0-9a-f]{1,80}\z")]
    private static partial Regex Form();

    private static readonly Refusal NoCursor = Refusal.OfInput(
        "after is not a cursor of this list.",
        "Follow the link of the previous page, or omit it to begin."
    );

    private static RefusedRequestException Unknown() => new(NoCursor);
}
