using PracticeAnalysis.Client.Models;

namespace PracticeAnalysis.Pages.Layout;

/// <summary>A page with forms: what the API refuses is said above the form, and what was typed stays.</summary>
public abstract class FormPage : PageComponent
{
    /// <summary>What was refused last; null where nothing was.</summary>
    protected Problem? Refused { get; private set; }

    /// <summary>Sends a command, and leads on where it was done.</summary>
    /// <param name="command">What the API is asked to do.</param>
    /// <param name="then">The page that shows what came of it.</param>
    protected async Task Send(Func<Task> command, string then)
    {
        try
        {
            await command();
            Http.Response.Redirect(then);
        }
        catch (Problem refused) when (refused.ResponseStatusCode is 400 or 409 or 412 or 422)
        {
            Refused = refused;
            Http.Response.StatusCode = refused.ResponseStatusCode;
        }
    }
}
