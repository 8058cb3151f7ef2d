using Marten;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Session.Protocols;

/// <summary>The facts of a practice's own protocol.</summary>
public abstract record ProtocolFact : Fact;

/// <summary>A practice drafted a protocol of its own, or a new version of one.</summary>
public sealed record ProtocolDrafted(Protocol Protocol) : ProtocolFact;

/// <summary>It was published: immutable from now on, sessions may run by it.</summary>
public sealed record ProtocolPublished : ProtocolFact;

/// <summary>It was deprecated: no further session runs by it; those scheduled do.</summary>
public sealed record ProtocolDeprecated(Sealed Reason) : ProtocolFact;

/// <summary>Where a practice's protocol is.</summary>
public enum ProtocolState
{
    /// <summary>Not offered yet.</summary>
    Draft,

    /// <summary>Sessions may run by it.</summary>
    Published,

    /// <summary>No further session runs by it.</summary>
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
            (not null, ProtocolPublished) => state with { State = ProtocolState.Published },
            (not null, ProtocolDeprecated) => state with { State = ProtocolState.Deprecated },
            _ => throw new UnknownFactException(fact),
        };

    /// <inheritdoc />
    public bool IsVisibleTo(Actor actor) => actor.Is(Roles.Practice) || (actor.Is(Roles.Facilitator) && State != ProtocolState.Draft);
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
        ProtocolRules.Fault(command.Protocol) is { } fault
            ? Refusal.OfInput($"The protocol is none: {fault}", "GET /v1/protocols shows what protocols look like.")
        : protocols.Find(command.Protocol.Name, command.Protocol.Version) is not null
            ? Refusal.OfOrder("This version of this protocol is published: it is immutable.", "Give another version, or another name.")
        : new ProtocolDrafted(command.Protocol);
}

/// <summary>Publishes a draft.</summary>
public sealed record PublishProtocol : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ProtocolTemplate template, ProtocolLibrary protocols) =>
        template.State != ProtocolState.Draft ? Refusal.OfOrder("The protocol is published already.", "Publish a draft, once.")
        : DraftProtocol.Decide(new(template.Protocol), protocols) is { Refusal: { } wrong } ? wrong
        : new ProtocolPublished();
}

/// <summary>Deprecates a published protocol.</summary>
public sealed record DeprecateProtocol(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DeprecateProtocol command, ProtocolTemplate template, Act act) =>
        template.State != ProtocolState.Published
            ? Refusal.OfOrder("The protocol is not published, or is deprecated.", "Deprecate a published protocol, once.")
            : new ProtocolDeprecated(act.Seal(command.Reason, "ProtocolDeprecated.Reason"));
}

/// <summary>The protocols of a practice: the shipped ones and its own, and the routes by which it keeps its own.</summary>
public static class OwnProtocols
{
    /// <summary>The shipped protocols with those that this practice offers.</summary>
    public static async Task<ProtocolLibrary> With(this ProtocolLibrary shipped, IQuerySession session) =>
        shipped.With(
            (await session.Query<ProtocolTemplate>().ToListAsync()).Where(t => t.State == ProtocolState.Published).Select(t => t.Protocol)
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
        routes
            .MapPost(
                "/v1/protocol-templates/{id:guid}/publish",
                (Guid id, PublishProtocol command, ProtocolLibrary protocols, Streams streams) =>
                    streams.Change<ProtocolTemplate>(
                        id,
                        command,
                        async (session, template, _) => PublishProtocol.Decide(template, await protocols.With(session))
                    )
            )
            .UnderIfMatch()
            .WithSummary("Publish a protocol")
            .Produces<ProtocolTemplateView>()
            .For(Roles.Practice);
        routes
            .MapPost(
                "/v1/protocol-templates/{id:guid}/deprecate",
                (Guid id, DeprecateProtocol command, Streams streams) =>
                    streams.Change<ProtocolTemplate>(id, command, (template, act) => DeprecateProtocol.Decide(command, template, act))
            )
            .UnderIfMatch()
            .WithSummary("Deprecate a protocol")
            .Produces<ProtocolTemplateView>()
            .For(Roles.Practice);
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
}
