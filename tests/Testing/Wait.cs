using System.Runtime.CompilerServices;
using Shouldly;
using Xunit;

namespace PracticeAnalysis.Testing;

/// <summary>Waits by a condition, and says what did not happen in time.</summary>
public static class Wait
{
    /// <summary>Looks at it ten times a second, for two minutes at most: others may be at work beside it.</summary>
    /// <param name="seen">What was there instead.</param>
    /// <param name="what">What is waited for; by itself the condition's own text.</param>
    public static async Task Until(
        Func<Task<bool>> condition,
        Func<string?>? seen = null,
        [CallerArgumentExpression(nameof(condition))] string what = ""
    )
    {
        var patience = TimeProvider.System.GetTimestamp();
        using var beat = new PeriodicTimer(TimeSpan.FromMilliseconds(100));
        while (!await condition())
        {
            TimeProvider
                .System.GetElapsedTime(patience)
                .ShouldBeLessThan(TimeSpan.FromMinutes(2), $"It did not happen: {what} There was: {seen?.Invoke()}");
            await beat.WaitForNextTickAsync(TestContext.Current.CancellationToken);
        }
    }
}
