using System.Reflection;
using JasperFx.MultiTenancy;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Messaging;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>What one service is: its name (also its schema and queue), and its modules.</summary>
/// <param name="Name">In lower case: engagement, session, reporting.</param>
/// <param name="Assembly">The service's own assembly, where its slices, handlers and generated code live.</param>
public sealed record ServiceDefinition(string Name, Assembly Assembly, params IReadOnlyList<Module> Modules)
    : StoreDefinition(Name, Assembly)
{
    /// <inheritdoc />
    public override IReadOnlyList<Type> LedgeredFacts => [.. Modules.SelectMany(m => m.Ledgered).Concat(Common).SelectMany(FactTypes.Of)];

    // What became of persons' data, and of facts that cannot be applied, which every service records alike.
    private static readonly IReadOnlyList<Type> Common = [typeof(ErasedPersonFact), typeof(RetentionFact), typeof(SetAsideFact)];

    /// <summary>Registers what it publishes, and where it listens.</summary>
    public void Route(MessageTransport messages)
    {
        messages.Publishes<ApiKeyUsed>("engagement");
        messages.Publishes<LedgerEntriesRecorded>("ledger");
        messages.Publishes<LedgerEntriesPublished>("ledger");
        messages.Listens(Name);
        foreach (var module in Modules)
        {
            module.Messages(messages);
        }
    }

    /// <summary>Schema, JSON, tenancy, metadata, errors that stop rather than skip, and the service's own aggregates.</summary>
    public override void Configure(StoreOptions options)
    {
        options.DatabaseSchemaName = Name;
        options.Serializer(FactSerializer.Create());
        options.Policies.AllDocumentsAreMultiTenanted();
        options.Events.TenancyStyle = TenancyStyle.Conjoined;
        options.Events.MetadataConfig.EnableAll();
        options.Events.MetadataConfig.UserNameEnabled = true;
        options.Events.UseMandatoryStreamTypeDeclaration = false;
        options.Projections.Errors.SkipApplyErrors = false;
        options.Projections.Errors.SkipSerializationErrors = false;
        options.Projections.Errors.SkipUnknownEvents = false;
        options.OpenTelemetry.TrackEventCounters();
        options.DisableNpgsqlLogging = true;
        // A column of its own: under row-level security no index on an expression over JSON is used.
        options.Schema.For<DataKey>().Duplicate(k => k.Owner);
        options.Schema.For<Received>();
        options.AddAggregate<ErasedPerson>();
        options.Schema.For<KnownKey>().SingleTenanted().UseOptimisticConcurrency(true);
        options.Schema.For<SandboxGeneration>().SingleTenanted().UseOptimisticConcurrency(true);
        Commitments.AddTo(options);
        options.Schema.For<PoisonFact>().SingleTenanted();
        options.AddFacts(typeof(SetAsideFact));
        // Engagement alone has any; where there are none, there is none to export or to remove.
        options.Schema.For<IdentityRecord>();
        options.AddAggregate<RetentionRecord>();
        options.Schema.For<AcceptedRequest>();
        foreach (var module in Modules)
        {
            module.Store(options);
        }
    }
}
