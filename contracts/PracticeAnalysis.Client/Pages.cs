using System.Text.RegularExpressions;
using Microsoft.Kiota.Abstractions;
using Microsoft.Kiota.Http.HttpClientLibrary.Extensions;

namespace PracticeAnalysis.Client;

/// <summary>A list that is read page by page, as <c>Link: rel="next"</c> leads:
/// <c>await foreach (var page in Pages.Of(p => client.V1.Establishments.GetAsync(p.In)))</c>.</summary>
public sealed class Pages : IRequestOption
{
    private Pages() { }

    internal Uri? Next { get; set; }

    /// <summary>Puts a request in its place in the list.</summary>
    public void In<TQuery>(RequestConfiguration<TQuery> request)
        where TQuery : class, new()
    {
        ArgumentNullException.ThrowIfNull(request);
        request.Options.Add(this);
    }

    /// <summary>The pages of a list, each asked for when it is needed.</summary>
    /// <param name="read">Reads the list's page: the request's configuration calls <see cref="In"/>, and may set what the list is searched by.</param>
    public static async IAsyncEnumerable<TPage> Of<TPage>(Func<Pages, Task<TPage?>> read)
        where TPage : class
    {
        ArgumentNullException.ThrowIfNull(read);
        var pages = new Pages();
        do
        {
            if (await read(pages).ConfigureAwait(false) is { } page)
            {
                yield return page;
            }
        } while (pages.Next is not null);
    }
}

/// <summary>Follows the links of a list.</summary>
internal sealed partial class Following : DelegatingHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        if (request.GetRequestOption<Pages>() is not { } pages)
        {
            return await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        }

        request.RequestUri = pages.Next ?? request.RequestUri!;
        var answer = await base.SendAsync(request, cancellationToken).ConfigureAwait(false);
        var link = answer.Headers.TryGetValues("Link", out var links) ? NextLink().Match(string.Join(", ", links)) : Match.Empty;
        pages.Next = link.Success ? new Uri(request.RequestUri, link.Groups["to"].Value) : null;
        return answer;
    }

    [GeneratedRegex("<(?<to>[^>]*)>; rel=\"next\"")]
    private static partial Regex NextLink();
}
