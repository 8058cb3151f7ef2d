using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Session.V1;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>The facts of a practice's own protocol.</summary>
public abstract record ProtocolFact : Fact;

/// <summary>A practice drafted a protocol of its own, or a new version of one.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record ProtocolDrafted(Protocol Protocol) : ProtocolFact;

/// <summary>The draft was revised.</summary>
[SeenBy(Roles.Practice)]
public sealed record ProtocolRevised(Protocol Protocol) : ProtocolFact;

/// <summary>The draft was withdrawn: it is not published.</summary>
[SeenBy(Roles.Practice)]
public sealed record ProtocolWithdrawn : ProtocolFact;

/// <summary>It was published: immutable from now on, dispositifs may pin it.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record ProtocolPublished : ProtocolFact;

/// <summary>It was deprecated: nothing more pins it; what pinned it runs on.</summary>
[SeenBy(Roles.Practice, Roles.Facilitator)]
public sealed record ProtocolDeprecated(Sealed Reason) : ProtocolFact;

/// <summary>Where a practice's protocol is; it is there for others from its publication on.</summary>
public enum ProtocolState
{
    /// <summary>It may be revised.</summary>
    Draft,

    /// <summary>It was withdrawn before it was published.</summary>
    Withdrawn,

    /// <summary>Dispositifs may pin it.</summary>
    Published,

    /// <summary>Nothing more pins it; what did runs on.</summary>
    Deprecated,
}

/// <summary>One version of a practice's own protocol.</summary>
public sealed record ProtocolTemplate(Protocol Protocol, ProtocolState State) : Aggregate, IFold<ProtocolTemplate>
{
    /// <inheritdoc />
    public static Type Facts => typeof(ProtocolFact);

    /// <inheritdoc />
    public static ProtocolTemplate Fold(ProtocolTemplate? state, Fact fact) =>
        (state, fact) switch
        {
            (null, ProtocolDrafted e) => new(e.Protocol, ProtocolState.Draft),
            (not null, ProtocolRevised e) => state with { Protocol = e.Protocol },
            (not null, ProtocolWithdrawn) => state with { State = ProtocolState.Withdrawn },
            (not null, ProtocolPublished) => state with { State = ProtocolState.Published },
            (not null, ProtocolDeprecated) => state with { State = ProtocolState.Deprecated },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || (actor.Is(Roles.Facilitator) && State >= ProtocolState.Published);
}

/// <summary>A practice's protocol as the API shows it.</summary>
public sealed record ProtocolTemplateView(Guid Id, long Version, ProtocolState State, Protocol Protocol)
{
    /// <summary>How it is shown.</summary>
    public static ProtocolTemplateView Of(ProtocolTemplate t) => new(t.Id, t.Version, t.State, t.Protocol);
}

/// <summary>Drafts a protocol of the practice's own, in the shape of the shipped ones; no code changes for it.</summary>
public sealed record DraftProtocol(Protocol Protocol) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DraftProtocol command, ProtocolLibrary protocols) =>
        Wrong(command.Protocol, protocols) is { } wrong ? wrong : new ProtocolDrafted(command.Protocol);

    /// <summary>Why the protocol is none: malformed, not to be walked, or taken, by one that is deprecated too.</summary>
    internal static Refusal? Wrong(Protocol protocol, ProtocolLibrary protocols) =>
        ProtocolRules.Fault(protocol, ships: false) is { } fault ? fault
        : ProtocolLibrary.Ships(protocol.Name)
            ? Refusal.OfOrder("A frame or a protocol of this name ships with the service.", "Give it a name of your own.")
        : protocols.Find(protocol.Name, protocol.Version) is not null
            ? Refusal.OfOrder("This version of this protocol is published: it is immutable.", "Give another version, or another name.")
        : null;
}

/// <summary>Revises a draft.</summary>
/// <param name="Protocol">The protocol, whole.</param>
public sealed record ReviseProtocol(Protocol Protocol) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ReviseProtocol command, ProtocolTemplate template, ProtocolLibrary protocols) =>
        (PublishProtocol.NoDraft(template) ?? DraftProtocol.Wrong(command.Protocol, protocols)) is { } wrong
            ? wrong
            : new ProtocolRevised(command.Protocol);
}

/// <summary>Withdraws a draft: it will not be published.</summary>
public sealed record WithdrawProtocol : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProtocolTemplate template) =>
        PublishProtocol.NoDraft(template) is { } published ? published : new ProtocolWithdrawn();
}

/// <summary>Publishes a draft, and tells so: it is pinned where frames and dispositifs are designed.</summary>
public sealed record PublishProtocol : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProtocolTemplate template, ProtocolLibrary protocols) =>
        (NoDraft(template) ?? DraftProtocol.Wrong(template.Protocol, protocols)) is { } wrong
            ? wrong
            : Decision
                .Of(new ProtocolPublished())
                .Telling(origin => new V1.ProtocolPublished(ProtocolLibrary.Pin(template.Protocol), origin));

    /// <summary>It is no draft any more.</summary>
    internal static Refusal? NoDraft(ProtocolTemplate template) =>
        template.State == ProtocolState.Draft
            ? null
            : Refusal.OfOrder("The protocol is no draft: it was published, or withdrawn.", "Draft another version, or another protocol.");
}

/// <summary>Deprecates a published protocol: nothing more pins it; what pinned it runs on.</summary>
public sealed record DeprecateProtocol(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DeprecateProtocol command, ProtocolTemplate template, Act act) =>
        template.State != ProtocolState.Published
            ? Refusal.OfOrder("The protocol is not published, or is deprecated.", "Deprecate a published protocol, once.")
            : Decision
                .Of(new ProtocolDeprecated(act.Seal(command.Reason, "ProtocolDeprecated.Reason")))
                .Telling(origin => new V1.ProtocolDeprecated(ProtocolLibrary.Pin(template.Protocol), origin));
}

/// <summary>The protocols of a practice: the shipped ones and its own, and the routes by which it keeps its own.</summary>
public static class OwnProtocols
{
    /// <summary>The shipped protocols with those that this practice published, the deprecated ones too: what pinned one runs by it.</summary>
    public static async Task<ProtocolLibrary> With(this ProtocolLibrary shipped, IQuerySession session) =>
        shipped.With(
            (await session.Query<ProtocolTemplate>().ToListAsync())
                .Where(t => t.State >= ProtocolState.Published)
                .OrderBy(t => t.Id)
                .Select(t => t.Protocol)
        );

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/protocol-templates",
                (DraftProtocol command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Start<ProtocolTemplate>(
                        command,
                        async (session, _) => DraftProtocol.Decide(command, await protocols.With(session))
                    )
            )
            .WithSummary("Draft a protocol of the practice's own")
            .Produces<ProtocolTemplateView>(201)
            .For(Roles.Practice);
        Route<ReviseProtocol>(
            routes,
            "revise",
            "Revise a protocol's draft",
            (c, t, protocols, _) => ReviseProtocol.Decide(c, t, protocols)
        );
        Route<WithdrawProtocol>(routes, "withdraw", "Withdraw a protocol's draft", (_, t, _, _) => WithdrawProtocol.Decide(t));
        Route<PublishProtocol>(routes, "publish", "Publish a protocol", (_, t, protocols, _) => PublishProtocol.Decide(t, protocols));
        Route<DeprecateProtocol>(routes, "deprecate", "Deprecate a protocol", (c, t, _, act) => DeprecateProtocol.Decide(c, t, act));
        routes
            .MapGet(
                "/v1/protocol-templates",
                ([AsParameters] Portion portion, Streams streams) => streams.List<ProtocolTemplate>(_ => true, portion)
            )
            .WithSummary("List the practice's own protocols")
            .Produces<Page<ProtocolTemplateView>>()
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapGet(
                "/v1/protocol-templates/{id:guid}",
                (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<ProtocolTemplate>(id, asOf)
            )
            .WithSummary("Read a protocol of the practice's own")
            .Produces<ProtocolTemplateView>()
            .For(Roles.Practice, Roles.Facilitator);
    }

    private static void Route<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, ProtocolTemplate, ProtocolLibrary, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/protocol-templates/{{id:guid}}/{verb}",
                (Guid id, TCommand command, ProtocolLibrary protocols, Streams streams, CancellationToken cancel) =>
                    streams.Change<ProtocolTemplate>(
                        id,
                        command,
                        async (session, template, act) =>
                        {
                            // Of two drafts of one version that are published at once, the second one sees the first.
                            await session.HoldKept<ProtocolTemplate>(Guid.Empty, cancel);
                            return decide(command, template, await protocols.With(session), act);
                        }
                    )
            )
            .UnderIfMatch()
            .WithSummary(summary)
            .Produces<ProtocolTemplateView>()
            .For(Roles.Practice);
}
