using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;
using AccessV1 = PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement.ApiKeys;

/// <summary>The keys of platforms: issued, rotated, revoked, told to the other services.</summary>
public static class ApiKeysModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<ApiKey>();
                store.Schema.For<ApiKeyUse>();
            },
            Views = views =>
                views
                    .AddScoped<ReadApiKeys>()
                    .AddScoped<NewKeys>()
                    .AddScoped(scope => new View<ApiKey>(
                        ApiKeyView.Texts,
                        (k, _, opener) => ApiKeyView.Of(k, opener, scope.GetRequiredService<NewKeys>().Text)
                    )),
            Messages = messages =>
            {
                messages.Publishes<AccessV1.ApiKeyChanged>("session", "reporting");
            },
            Ledgered = [typeof(ApiKeyFact)],
        };
}
