using PracticeAnalysis.Client;
using PracticeAnalysis.Client.Models;

namespace PracticeAnalysis.EndToEnd;

/// <summary>What the integrator's guide shows of the .NET client, compiled and run.</summary>
internal static class ClientExample
{
    public static async Task Run(Uri gateway, string key, Guid establishment, string quarter, string receiver)
    {
        var client = PracticeAnalysisClient.Create(gateway, _ => Task.FromResult(key));
        var released = await client.V1.Establishments[establishment].Indicators.GetAsync(read => read.QueryParameters.Period = quarter);
        foreach (var cell in released!.Cells!.Where(cell => cell.Quality == Figure_quality.Released))
        {
            Console.WriteLine($"{cell.Name}: {(cell.Band is { } band ? $"{band.Least} to {band.Most}" : $"{cell.Value}")}");
        }

        try
        {
            var webhook = await client.V1.Webhooks.PostAsync(new() { Url = receiver, Types = [SubscribeWebhook_types.BilanPublished] });
            await client.V1.Webhooks[webhook!.Id!.Value].Remove.PostAsync(new(), IfMatch.Version(webhook.Version));
        }
        catch (Problem refused)
        {
            Console.WriteLine($"{refused.Type}: {refused.Detail} {refused.Satisfy} ({refused.TraceId})");
        }

        await foreach (var page in Pages.Of(list => client.V1.Webhooks.GetAsync(list.In)))
        {
            Console.WriteLine(page.Items!.Count);
        }
    }
}
