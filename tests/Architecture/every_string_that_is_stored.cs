using System.Collections;
using System.Reflection;
using Marten;
using PracticeAnalysis.Contracts.Ledger.V1;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;
using Wolverine.Attributes;

namespace PracticeAnalysis.Architecture;

/// <summary>No free text stands in clear in a fact, a document or a message. A string there is sealed, or it is in the one list of exceptions,
/// with what makes it one.</summary>
public class every_string_that_is_stored
{
    // A word of a closed list, of ours or of the field's: roles, scopes, kinds, states, axes, departments, services.
    private const string Code = "code";

    // An id, a hash or digest, a wrapped key, a clock's reading, a public number, a period.
    private const string Identifier = "identifier";

    // What a practice publishes for those who follow it: its frames, with the names and sources of their rules, and the phases of its protocols.
    private const string Published = "published";

    // The registered name of a legal entity.
    private const string RegisteredName = "registered name";

    // What a service itself wrote of codes and identifiers.
    private const string Ours = "ours";

    // Read from what was stored before; not written any more.
    private const string Before = "before";

    // Frames and protocols hold nothing else; a new member of one is published too.
    private static readonly string[] PublishedWhole =
    [
        "PracticeAnalysis.Engagement.Model.Frame",
        "PracticeAnalysis.Engagement.Model.FrameRules",
        "PracticeAnalysis.Session.Model.Protocol",
    ];

    private static readonly Dictionary<string, string> Exceptions = new[]
    {
        (
            Code,
            new[]
            {
                "ActivationNoted.Approval",
                "ActivationNoted.Outward",
                "ActivationNoted.Strictness",
                "Aggregate.Hidden",
                "ApiKey.Role",
                "ApiKey.Scopes",
                "ApiKeyChanged.Role",
                "ApiKeyChanged.Scopes",
                "ApiKeyIssued.Role",
                "ApiKeyIssued.Scopes",
                "AttestationRead.By",
                "BallotBox.Ballots",
                "CalendarLink.Role",
                "CalendarLinkIssued.Role",
                "CellSuppressed.Code",
                "Charter.Clauses",
                "CharterProposed.Clauses",
                "Course.Incidents",
                "Course.Orientations",
                "CurrentSection.SealedFor",
                "Delivery.Failure",
                "Delivery.Outcome",
                "Delivery.Type",
                "DimensionScore.Dimension",
                "EngagementActivated.Approval",
                "EngagementActivated.Kind",
                "EngagementActivated.Outward",
                "EngagementActivated.Strictness",
                "EngagementCorrection.Field",
                "ErasedIn.Service",
                "ErasureDelayed.Waiting",
                "ErasureNoted.Service",
                "Establishment.Sector",
                "Establishment.Territory",
                "EstablishmentCorrected.Territory",
                "EstablishmentCorrectionNoted.Territory",
                "EstablishmentDetails.Sector",
                "EstablishmentDetails.Territory",
                "EstablishmentNoted.Territory",
                "EstablishmentRecord.Territory",
                "EstablishmentRegistered.Sector",
                "EstablishmentRegistered.Territory",
                "EvolutionLine.Themes",
                "EvolutionLine.What",
                "FactSetAside.EventType",
                "FileCorrection.Field",
                "FileCorrection.From",
                "FileCorrection.To",
                "FinalBilanAgreed.Orientations",
                "FinalBilanAgreementNoted.Orientations",
                "FrameIncidentNoted.Kind",
                "FrameIncidentRaised.Kind",
                "GrantNoted.Scopes",
                "InputError.Code",
                "KnownKey.Role",
                "KnownKey.Scopes",
                "LedgerEntriesMissing.Source",
                "LedgerEntriesPublished.Source",
                "LedgerEntryRecorded.EventType",
                "LedgerEntryRecorded.Source",
                "LedgerEntryRecorded.StreamType",
                "LineResult.Fields",
                "MainAxis.Axis",
                "MainAxis.Level",
                "Measure.Dimension",
                "Orientation.Code",
                "OrientationRecommended.Code",
                "PersonErasureCompleted.Service",
                "PlatformAccessGranted.Scopes",
                "PlatformGrant.Scopes",
                "PoisonFact.Type",
                "PublicEvent.Type",
                "Pulse.Instrument",
                "PulseCounted.Instrument",
                "PulseOpened.Instrument",
                "PulseScore.Dimension",
                "ReadHours.By",
                "RecommendedText.Code",
                "Refusal.Members",
                "Refusal.Type",
                "Request.Territory",
                "RequestContextRecorded.Territory",
                "Source.Service",
                "SuppressedCell.Code",
                "Terms.Approval",
                "Terms.Outward",
                "Terms.Strictness",
                "Theme.Axis",
                "Theme.Level",
                "ThemeCount.Axis",
                "ThemeCount.Level",
                "TrackNoted.State",
                "TrackStanding.State",
                "TrackStateChanged.State",
                "Webhook.OwnerRole",
                "Webhook.Types",
                "WebhookSubscribed.OwnerRole",
                "WebhookSubscribed.Types",
                "WaitingLine.Columns",
                "WorkedOn.Axis",
                "WorkedOn.Level",
            }
        ),
        (
            Identifier,
            new[]
            {
                "AcceptedRequest.Fingerprint",
                "AcceptedRequest.Id",
                "ApiKeyIssued.Hash",
                "ApiKeyRotated.Hash",
                "ApiKeySecret.Hash",
                "Arrival.Before",
                "Bilan.TextHash",
                "BilanAgreed.TextHash",
                "CalendarAddress.Id",
                "CalendarAddress.Tenant",
                "CalendarLink.Hash",
                "CalendarLinkIssued.Hash",
                "ChainHead.Link",
                "ChainHead.Names",
                "Charter.TextHash",
                "CharterAccepted.TextHash",
                "CharterProposed.TextHash",
                "Commitment.Digest",
                "Commitment.Salt",
                "ContentLocked.TextHash",
                "DataKey.Id",
                "DataKey.Quarter",
                "DataKey.Wrapped",
                "Delivery.Id",
                "DissentRecorded.TextHash",
                "Establishment.Entity",
                "Establishment.Finess",
                "Establishment.Siret",
                "EstablishmentCorrected.Association",
                "EstablishmentCorrected.Entity",
                "EstablishmentCorrectionNoted.Association",
                "EstablishmentCorrectionNoted.Entity",
                "EstablishmentDetails.Entity",
                "EstablishmentDetails.Finess",
                "EstablishmentDetails.Siret",
                "EstablishmentRecord.Association",
                "EstablishmentRecord.Entity",
                "EstablishmentNoted.Association",
                "EstablishmentNoted.Entity",
                "EstablishmentRegistered.Association",
                "EstablishmentRegistered.Entity",
                "EstablishmentRegistered.Finess",
                "EstablishmentRegistered.Siret",
                "FactSetAside.Hash",
                "Frozen.Hash",
                "ImportedReference.Id",
                "IndicatorRelease.Period",
                "KnownKey.Tenant",
                "KnownSecret.Hash",
                "LedgerEntryRecorded.Actor",
                "LedgerEntryRecorded.Clock",
                "LedgerEntryRecorded.Commitments",
                "LedgerEntryRecorded.Hash",
                "LedgerEntryRecorded.Link",
                "LedgerEntryRecorded.Previous",
                "LedgerGap.Id",
                "LineResult.Id",
                "MemberNamed.Key",
                "MemberNamed.Words",
                "MemberNamed.Wrapped",
                "NameDigests.Id",
                "NoticeDue.TextHash",
                "PartiesNotified.TextHash",
                "PartyApproved.TextHash",
                "PeriodClosed.Period",
                "PeriodOver.Period",
                "Pin.Digest",
                "PoisonFact.Id",
                "PublishedEntry.Link",
                "Received.Id",
                "Received.Link",
                "ReleasePublished.Period",
                "RetentionApplied.Ids",
                "SandboxGeneration.Id",
                "SandboxGeneration.Owner",
                "Scope.Code",
                "StreamVersions.Link",
                "Synthesis.TextHash",
                "SynthesisApproved.TextHash",
                "SynthesisLocked.TextHash",
                "SynthesisValidated.TextHash",
                "WaitingLine.Id",
            }
        ),
        (
            Published,
            new[]
            {
                "Contribution.Phase",
                "ContributionMade.Phase",
                "Deviation.Phase",
                "PhaseCompleted.Phase",
                "PhaseStarted.Phase",
                "Pin.Name",
                "ProtocolDeviationJustified.Phase",
                "Rule.Frame",
                "Rule.Name",
                "Rule.Source",
                "RuleOrigin.Frame",
                "RuleOrigin.Source",
                "Session.CompletedPhases",
                "Session.CurrentPhase",
                "Session.Frame",
                "SessionScheduled.Frame",
                "TimeBox.Phase",
                "TimeBoxDue.Phase",
                "TimeBoxPassed.Phase",
            }
        ),
        (RegisteredName, new[] { "Establishment.Name", "EstablishmentDetails.Name", "EstablishmentRegistered.Name" }),
        (
            Ours,
            new[]
            {
                "AcceptedRequest.Location",
                "Delivery.Request",
                "Frozen.Bytes",
                "InputError.Allowed",
                "InputError.Message",
                "LedgerEntryRecorded.Redacted",
                "PublicEvent.Resource",
                "Refusal.Detail",
                "Refusal.Satisfy",
            }
        ),
        (
            Before,
            new[]
            {
                "ApiKey.Label",
                "ApiKeyIssued.Label",
                "Delivery.Answer",
                "Group.Label",
                "GroupConstituted.Label",
                "LineResult.Reference",
            }
        ),
    }
        .SelectMany(kind => kind.Item2.Select(name => (kind.Item1, name)))
        .ToDictionary(e => e.name, e => e.Item1);

    private static readonly Type[] Stored =
    [
        .. Rules.Services.Concat(Rules.Shared).SelectMany(a => FactTypes.Of(typeof(Fact), a)),
        .. new[]
        {
            Engagement.EngagementConfiguration.Service,
            Session.SessionConfiguration.Service,
            Reporting.ReportingConfiguration.Service,
        }
            .SelectMany(Documents)
            .Distinct(),
        .. Rules.Contracts.GetExportedTypes().Where(t => t.Namespace!.Contains(".V1", StringComparison.Ordinal)),
        .. Rules.Services.SelectMany(a => a.GetTypes()).Where(t => t.IsDefined(typeof(MessageIdentityAttribute))),
    ];

    [Fact]
    public void is_sealed_or_is_in_the_list_of_exceptions()
    {
        Stored.Length.ShouldBeGreaterThan(200);
        Free(Stored).ShouldBeEmpty("seal it, or say in the list what it is");
    }

    [Fact]
    public void an_exception_is_of_something() => Exceptions.Keys.Except(Stored.SelectMany(Strings).Select(s => s.Name)).ShouldBeEmpty();

    [Fact]
    public void what_stood_in_clear_before_is_marked_and_nothing_else() =>
        Stored
            .SelectMany(Strings)
            .Where(s => s.Property.IsDefined(typeof(InClearBeforeAttribute)))
            .Select(s => s.Name)
            .Distinct()
            .ShouldBe(Exceptions.Where(e => e.Value == Before).Select(e => e.Key), ignoreOrder: true);

    [Fact]
    public void a_planted_one_is_seen_however_deep_it_stands() =>
        Free([typeof(Planted)]).ShouldBe(["Inner.Words", "Inner.Said", "Planted.Label"], ignoreOrder: true);

    private static IEnumerable<string> Free(IEnumerable<Type> types) =>
        types.SelectMany(Strings).Select(s => s.Name).Distinct().Where(name => !Exceptions.ContainsKey(name)).Order();

    private static IEnumerable<Type> Documents(ServiceDefinition service)
    {
        var options = new StoreOptions();
        service.Configure(options);
        return ((IReadOnlyStoreOptions)options).AllKnownDocumentTypes().Select(d => d.DocumentType);
    }

    private static IEnumerable<(string Name, PropertyInfo Property)> Strings(Type type) => Strings(type, []);

    private static IEnumerable<(string Name, PropertyInfo Property)> Strings(Type type, HashSet<Type> seen) =>
        type == typeof(Sealed) || PublishedWhole.Contains(type.FullName) || !seen.Add(type)
            ? []
            : type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
                .Where(p =>
                    p.GetMethod!.GetParameters().Length == 0 && !p.IsDefined(typeof(System.Text.Json.Serialization.JsonIgnoreAttribute))
                )
                .SelectMany(p =>
                    Held(p.PropertyType)
                        .SelectMany(held => held == typeof(string) ? [($"{p.DeclaringType!.Name}.{p.Name}", p)] : Strings(held, seen))
                );

    // What a member holds: itself, or what its lists and maps hold.
    private static IEnumerable<Type> Held(Type type) =>
        type == typeof(string) ? [type]
        : type.IsArray ? Held(type.GetElementType()!)
        : type.IsGenericType && (type.IsAssignableTo(typeof(IEnumerable)) || Nullable.GetUnderlyingType(type) is not null)
            ? type.GetGenericArguments().SelectMany(Held)
        : type.Namespace?.StartsWith("PracticeAnalysis", StringComparison.Ordinal) == true && !type.IsEnum ? [type]
        : [];

    private sealed record Planted(string Label, IReadOnlyList<Inner> Items, Sealed Text) : Fact;

    private sealed record Inner(string? Said, IReadOnlyDictionary<Guid, IReadOnlyList<string>> Words);
}
