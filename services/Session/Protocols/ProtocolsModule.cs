using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>Protocols: those that ship, read before the first request is answered, and a practice's own.</summary>
public static class ProtocolsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<ProtocolTemplate>();
            },
            Views = views =>
                views
                    .AddSingleton(ProtocolLibrary.Read())
                    .AddScoped<ReadProtocols>()
                    .AddSingleton(new View<ProtocolTemplate>(_ => [], (template, _, _) => ProtocolTemplateView.Of(template))),
            Messages = messages =>
            {
                messages.Publishes<V1.ProtocolPublished>("engagement");
                messages.Publishes<V1.ProtocolDeprecated>("engagement");
            },
            Ledgered = [typeof(ProtocolFact)],
        };
}
