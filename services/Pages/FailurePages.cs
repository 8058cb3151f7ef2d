using Microsoft.AspNetCore.Diagnostics;
using PracticeAnalysis.Client.Models;
using PracticeAnalysis.Pages.Api;

namespace PracticeAnalysis.Pages;

/// <summary>What a visitor reads instead of a page that could not be made: what happened, and what to do.</summary>
public static class FailurePages
{
    /// <summary>The path of the page that says it.</summary>
    public const string Path = "/failed";

    /// <summary>Shows refusals of the API, faults of ours and paths that are none as pages; who is signed out is led to the sign-in, and back.</summary>
    public static void UseFailurePages(this WebApplication app)
    {
        app.UseExceptionHandler(
            new ExceptionHandlerOptions
            {
                ExceptionHandlingPath = Path,
                CreateScopeForErrors = true,
                AllowStatusCode404Response = true,
                StatusCodeSelector = StatusOf,
                SuppressDiagnosticsCallback = failed => StatusOf(failed.Exception) != StatusCodes.Status500InternalServerError,
            }
        );

        // A page of 404 is left to the second, which runs in what the first has used: without a scope of its own it cannot be rendered.
        app.UseStatusCodePagesWithReExecute(Path, createScopeForStatusCodePages: true);
    }

    private static int StatusOf(Exception failure) =>
        failure switch
        {
            NotSignedInException => StatusCodes.Status401Unauthorized,
            Problem problem => problem.ResponseStatusCode,
            HttpRequestException => StatusCodes.Status503ServiceUnavailable,
            _ => StatusCodes.Status500InternalServerError,
        };
}
