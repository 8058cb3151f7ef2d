using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.ServiceDefaults;
using PracticeAnalysis.Session.Calendars;
using PracticeAnalysis.Session.Disclosures;
using PracticeAnalysis.Session.Mandates;
using PracticeAnalysis.Session.Persons;
using PracticeAnalysis.Session.Protocols;
using PracticeAnalysis.Session.Pulses;
using PracticeAnalysis.Session.Sessions;
using PracticeAnalysis.Session.Tracks;

namespace PracticeAnalysis.Session;

/// <summary>The modules of the Session service, each registered by its own folder.</summary>
public static class SessionConfiguration
{
    /// <summary>The service, as the common host takes it.</summary>
    public static ServiceDefinition Service { get; } =
        new(
            "session",
            typeof(SessionConfiguration).Assembly,
            new Module
            {
                Store = store => store.Schema.For<KnownAuditGrant>().UseOptimisticConcurrency(true),
                Views = views => views.AddScoped<IAuditGrants, ToldAuditGrants>(),
            },
            CalendarsModule.Register(),
            DisclosuresModule.Register(),
            MandatesModule.Register(),
            PersonsModule.Register(),
            ProtocolsModule.Register(),
            PulsesModule.Register(),
            SessionsModule.Register(),
            TracksModule.Register()
        );
}
