using PracticeAnalysis.Contracts.Persons.V1;
using PracticeAnalysis.Contracts.Reporting.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;
using PracticeAnalysis.Reporting.Negotiation.Persons;
using PracticeAnalysis.Reporting.Negotiation.Prevention;
using PracticeAnalysis.Reporting.Negotiation.Syntheses;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Reporting.Negotiation;

/// <summary>Bilans and syntheses: drafted, negotiated, handed over; the names found in them, and what of them goes into a prevention plan.</summary>
public static class NegotiationModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                store.AddAggregate<Bilan>();
                store.AddAggregate<Synthesis>();
                // Columns of their own: under row-level security no index on an expression over JSON is used.
                store.Schema.For<NameDigests>().Duplicate(n => n.Group).Duplicate(n => n.Person);
            },
            Views = views =>
                views
                    .AddSingleton<IKeepsOfPersons, KeptNameDigests>()
                    .AddSingleton<IKnowsWaiting, WaitingTexts>()
                    .AddScoped<KnownNames>()
                    .AddScoped<ReadPreventionPlan>()
                    .AddSingleton(new View<Synthesis>(SynthesisView.Texts, SynthesisView.Of))
                    .AddSingleton(new View<Bilan>(BilanView.Texts, BilanView.Of)),
            Messages = messages =>
            {
                messages.Publishes<IntermediateBilanAgreed>("engagement");
                messages.Publishes<FinalBilanAgreed>("engagement");
                messages.Publishes<Contracts.Reporting.V1.NegotiationFailed>("engagement");
                messages.Publishes<BilanLocked>("session");
                messages.Publishes<BilanUnlocked>("session");
                messages.Publishes<Contracts.Reporting.V1.SynthesisLocked>("session");
                messages.Publishes<SynthesisUnlocked>("session");
                messages.Publishes<NamesWanted>("engagement");
                messages.Publishes<PersonErasureCompleted>("engagement");
            },
            Ledgered = [typeof(BilanFact), typeof(SynthesisFact)],
        };
}
