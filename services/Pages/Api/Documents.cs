using System.Net.Http.Headers;
using PracticeAnalysis.Client.Models;
using PracticeAnalysis.Pages.SignIn;

namespace PracticeAnalysis.Pages.Api;

/// <summary>What the API serves as a document rather than as data: tables, charts, archives; each with the visitor's token.</summary>
public sealed class Documents(HttpClient api, HttpContext http)
{
    /// <summary>A document as text.</summary>
    /// <param name="path">Its path and query in the API.</param>
    /// <param name="mediaType">The form in which it is asked for.</param>
    /// <returns>Null where there is none, or none for this visitor.</returns>
    /// <exception cref="Problem">It was refused otherwise.</exception>
    public async Task<string?> Text(string path, string mediaType, CancellationToken cancel)
    {
        using var answer = await Ask(path, mediaType, cancel);
        return answer.IsSuccessStatusCode ? await answer.Content.ReadAsStringAsync(cancel)
            : (int)answer.StatusCode is StatusCodes.Status404NotFound ? null
            : throw new Problem { ResponseStatusCode = (int)answer.StatusCode };
    }

    /// <summary>Passes a document on to the browser as a file, as it comes.</summary>
    /// <param name="path">Its path and query in the API.</param>
    /// <param name="mediaType">The form in which it is asked for.</param>
    /// <param name="name">The file's name.</param>
    /// <exception cref="Problem">It was refused.</exception>
    public async Task PassOn(string path, string mediaType, string name, CancellationToken cancel)
    {
        using var answer = await Open(path, mediaType, cancel);
        http.Response.ContentType = $"{answer.Content.Headers.ContentType}";
        http.Response.Headers.ContentDisposition = new ContentDispositionHeaderValue("attachment") { FileName = name }.ToString();
        http.Response.Headers.CacheControl = "no-store";
        await answer.Content.CopyToAsync(http.Response.Body, cancel);
    }

    /// <summary>A document as it comes, to be read by whoever opens it.</summary>
    /// <param name="path">Its path and query in the API.</param>
    /// <param name="mediaType">The form in which it is asked for.</param>
    /// <exception cref="Problem">It was refused.</exception>
    public async Task<HttpResponseMessage> Open(string path, string mediaType, CancellationToken cancel)
    {
        var answer = await Ask(path, mediaType, cancel);
        if (answer.IsSuccessStatusCode)
        {
            return answer;
        }

        using (answer)
        {
            throw new Problem { ResponseStatusCode = (int)answer.StatusCode };
        }
    }

    private async Task<HttpResponseMessage> Ask(string path, string mediaType, CancellationToken cancel)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, path);
        request.Headers.Authorization = new("Bearer", await SignInModule.TokenOf(http) ?? throw new NotSignedInException());
        request.Headers.Accept.Add(new(mediaType));
        return await api.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancel);
    }
}
