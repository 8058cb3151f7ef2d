using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.ServiceDefaults;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Establishments: registered, corrected, followed by their successors.</summary>
public static class EstablishmentsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Establishment>();
                // A column of its own: under row-level security no index on an expression over JSON is used.
                store.Schema.For<Establishment>().Duplicate(e => e.Siret);
            },
            Views = views =>
                views
                    .AddScoped<FindEstablishments>()
                    .AddSingleton(new View<Establishment>(EstablishmentView.Texts, (e, _, opener) => EstablishmentView.Of(e, opener))),
            Messages = messages =>
            {
                messages.Publishes<V1.EstablishmentRegistered>("reporting");
                messages.Publishes<V1.EstablishmentCorrected>("reporting");
                messages.Publishes<V1.EstablishmentSucceeded>("reporting");
            },
            Ledgered = [typeof(EstablishmentFact)],
        };
}
