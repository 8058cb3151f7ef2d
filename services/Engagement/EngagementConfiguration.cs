using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.ApiKeys;
using PracticeAnalysis.Engagement.Charters;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Imports;
using PracticeAnalysis.Engagement.Operations;
using PracticeAnalysis.Engagement.PastEngagements;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.Engagement.Platforms;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.Engagement.Sandboxes;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement;

/// <summary>The modules of the Engagement service, each registered by its own folder.</summary>
public static class EngagementConfiguration
{
    /// <summary>The service, as the common host takes it.</summary>
    public static ServiceDefinition Service { get; } =
        new(
            "engagement",
            typeof(EngagementConfiguration).Assembly,
            new Module
            {
                Store = store => store.Schema.For<KnownAuditGrant>().UseOptimisticConcurrency(true),
                Views = views => views.AddScoped<IAuditGrants, ToldAuditGrants>(),
            },
            ApiKeysModule.Register(),
            ChartersModule.Register(),
            EngagementsModule.Register(),
            EstablishmentsModule.Register(),
            FacilitatorsModule.Register(),
            FramesModule.Register(),
            GroupsModule.Register(),
            ImportsModule.Register(),
            OperationsModule.Register(),
            PastEngagementsModule.Register(),
            PersonsModule.Register(),
            PlatformsModule.Register(),
            RequestsModule.Register(),
            SandboxesModule.Register()
        );
}
