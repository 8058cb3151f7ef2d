using System.Reflection;
using JasperFx.MultiTenancy;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Ledger;
using PracticeAnalysis.Messaging;
using PracticeAnalysis.Privacy;
using Wolverine.Marten.Subscriptions;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>What one service is: its name (also its schema and queue), its store, its messages and its ledgered facts.</summary>
/// <param name="Name">In lower case: engagement, session, reporting.</param>
/// <param name="Assembly">The service's own assembly, where its handlers and generated code live.</param>
/// <param name="Store">Registers aggregates and projections.</param>
/// <param name="Messages">Registers the messages it publishes and where they go.</param>
/// <param name="Ledgered">The bases of the facts that the ledger shows.</param>
public sealed record ServiceDefinition(
    string Name,
    Assembly Assembly,
    Action<StoreOptions> Store,
    Action<MessageTransport> Messages,
    IReadOnlyList<Type> Ledgered
) : StoreDefinition(Name, Assembly)
{
    /// <inheritdoc />
    public override IReadOnlyList<Type> LedgeredFacts => [.. Ledgered.Concat(Common).SelectMany(FactTypes.Of)];

    // What became of persons' data, and of facts that cannot be applied, which every service records alike.
    private static readonly IReadOnlyList<Type> Common = [typeof(ErasedPersonFact), typeof(RetentionFact), typeof(SetAsideFact)];

    /// <summary>Tables of its own, beside the events, to which it only adds.</summary>
    public IReadOnlyList<string> AppendOnly { get; init; } = [];

    /// <summary>What else follows the service's events.</summary>
    public IReadOnlyList<BatchSubscription> Subscriptions { get; init; } = [];

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
        options.Schema.For<SandboxGeneration>().SingleTenanted();
        Commitments.AddTo(options);
        options.Schema.For<PoisonFact>().SingleTenanted();
        options.AddFacts(typeof(SetAsideFact));
        // Engagement alone has any; where there are none, there is none to export or to remove.
        options.Schema.For<IdentityRecord>();
        options.AddAggregate<RetentionRecord>();
        options.Schema.For<AcceptedRequest>();
        Store(options);
    }
}
