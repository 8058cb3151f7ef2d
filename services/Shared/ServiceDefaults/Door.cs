using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>A service whose database is away at its start waits for it rather than end. Meanwhile it answers at its address that it lives, and to
/// everything else that it does not serve yet.</summary>
public static partial class Door
{
    /// <summary>Waits until the database answers.</summary>
    /// <returns>False where the process is told to end before that.</returns>
    public static async Task<bool> AwaitDatabase(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<DatabaseAnswers>();
        if (await database.IsSo(CancellationToken.None))
        {
            return true;
        }

        var log = app.Services.GetRequiredService<ILogger<DatabaseAnswers>>();
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        await using var door = builder.Build();
        door.Run(context =>
            context.Request.Path == "/health/live"
                ? Task.CompletedTask
                : Problems.Unavailable("The database is unavailable.").ToResult().ExecuteAsync(context)
        );
        await door.StartAsync();
        LogAway(log);
        try
        {
            await database.Wait(door.Lifetime.ApplicationStopping);
            LogBack(log);
            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
        finally
        {
            await door.StopAsync();
        }
    }

    /// <summary>Waits a minute at most, for a job that somebody waits for.</summary>
    /// <returns>Whether the database answers.</returns>
    public static async Task<bool> AwaitDatabaseAMinute(this WebApplication app)
    {
        var database = app.Services.GetRequiredService<DatabaseAnswers>();
        using var patience = new CancellationTokenSource(TimeSpan.FromMinutes(1));
        try
        {
            if (!await database.IsSo(patience.Token))
            {
                LogAway(app.Services.GetRequiredService<ILogger<DatabaseAnswers>>());
                await database.Wait(patience.Token);
            }

            return true;
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database does not answer; it is waited for.")]
    private static partial void LogAway(ILogger log);

    [LoggerMessage(Level = LogLevel.Warning, Message = "The database answers.")]
    private static partial void LogBack(ILogger log);
}
