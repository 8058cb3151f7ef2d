using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Drafts a frame of the practice's own, or a new version of one; no code changes for it.</summary>
/// <param name="Frame">The frame, in the shape of the shipped ones.</param>
public sealed record DraftFrame(Frame Frame) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DraftFrame command, FrameLibrary frames) =>
        Wrong(command.Frame, frames) is { } wrong ? wrong : new PolicySetDrafted(command.Frame);

    /// <summary>Why the frame is none: malformed, taken, asking for what nothing can satisfy, or for a protocol that is not there.</summary>
    internal static Refusal? Wrong(Frame frame, FrameLibrary frames) =>
        FrameLibrary.Fault(frame, ships: false) is { } fault ? fault
        : frames.ShippedNames.Contains(frame.Name)
            ? Refusal.OfOrder("A frame or a protocol of this name ships with the service.", "Give it a name of your own.")
        : frames.BearsShippedTitle(frame)
            ? Refusal.OfOrder("The title is, or holds, that of a frame that ships with the service.", "Give it a title of your own.")
        : frames.Find(frame.Pin) is not null
            ? Refusal.OfOrder("This version of this frame is published: it is immutable.", "Give another version, or another name.")
        : Policies.Of(frame).Conflict() is { } conflict ? conflict
        : frame.Rules.Protocol is { } asked && frames.Protocols.Offered(new(asked.Name, asked.Version)) is null ? NoProtocol
        : null;

    /// <summary>The protocol that is to be pinned is not there.</summary>
    internal static Refusal NoProtocol { get; } =
        Refusal.OfOrder(
            "The protocol is not published in this version, or it is deprecated.",
            "GET /v1/protocols lists them. Publish your own first, under POST /v1/protocol-templates; a moment later it may be pinned."
        );
}

/// <summary>Revises a draft.</summary>
/// <param name="Frame">The frame, whole.</param>
public sealed record ReviseFrame(Frame Frame) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ReviseFrame command, PolicySet set, FrameLibrary frames) =>
        (PublishFrame.NoDraft(set) ?? DraftFrame.Wrong(command.Frame, frames)) is { } wrong ? wrong : new PolicySetRevised(command.Frame);
}

/// <summary>Withdraws a draft: it will not be published.</summary>
public sealed record WithdrawFrame : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(PolicySet set) => PublishFrame.NoDraft(set) is { } published ? published : new PolicySetWithdrawn();
}

/// <summary>Publishes a draft: immutable from now on, dispositifs may follow it.</summary>
public sealed record PublishFrame : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(PolicySet set, FrameLibrary frames) =>
        (NoDraft(set) ?? DraftFrame.Wrong(set.Frame, frames)) is { } wrong ? wrong : new PolicySetPublished();

    /// <summary>It is no draft any more.</summary>
    internal static Refusal? NoDraft(PolicySet set) =>
        set.State == PolicySetState.Draft
            ? null
            : Refusal.OfOrder("The frame is no draft: it was published, or withdrawn.", "Draft another version, or another frame.");
}

/// <summary>Deprecates a published frame: no new dispositif follows it; what pinned it runs on, and is judged by it still.</summary>
public sealed record DeprecateFrame(Narrative Reason) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DeprecateFrame command, PolicySet set, Act act) =>
        set.State != PolicySetState.Published
            ? Refusal.OfOrder("The frame is not published, or is deprecated.", "Deprecate a published frame, once.")
            : new PolicySetDeprecated(act.Seal(command.Reason, "PolicySetDeprecated.Reason"));
}

/// <summary>The frames of a practice: the shipped ones and its own, and the routes by which it keeps its own.</summary>
public static class OwnFrames
{
    /// <summary>The shipped frames with those that this practice published.</summary>
    public static async Task<FrameLibrary> With(this FrameLibrary shipped, IQuerySession session)
    {
        var own = (await session.Query<PolicySet>().ToListAsync())
            .Where(s => s.State >= PolicySetState.Published)
            .OrderBy(s => s.Id)
            .ToList();
        return own.Count == 0
            ? shipped
            : new(
                [.. shipped.All, .. own.Select(s => s.Frame)],
                [.. own.Where(s => s.State == PolicySetState.Deprecated).Select(s => s.Frame.Pin)],
                shipped.ShippedNames,
                shipped.Protocols
            );
    }

    /// <summary>And the protocols that it published, for what pins one.</summary>
    public static async Task<FrameLibrary> WithProtocols(this FrameLibrary shipped, IQuerySession session)
    {
        var own = (await session.Query<KnownProtocol>().ToListAsync()).Where(p => !p.Deprecated).OrderBy(p => p.Id);
        return (await shipped.With(session)).With(shipped.Protocols.With(own.Select(p => p.Protocol)));
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/policy-sets",
                (DraftFrame command, FrameLibrary frames, Streams streams) =>
                    streams.Start<PolicySet>(command, async (session, _) => DraftFrame.Decide(command, await frames.WithProtocols(session)))
            )
            .WithSummary("Draft a frame of the practice's own")
            .Produces<PolicySetView>(201)
            .For(Roles.Practice);
        Route<ReviseFrame>(routes, "revise", "Revise a draft", (c, set, frames, _) => ReviseFrame.Decide(c, set, frames));
        Route<WithdrawFrame>(routes, "withdraw", "Withdraw a frame's draft", (_, set, _, _) => WithdrawFrame.Decide(set));
        Route<PublishFrame>(routes, "publish", "Publish a frame", (_, set, frames, _) => PublishFrame.Decide(set, frames));
        Route<DeprecateFrame>(routes, "deprecate", "Deprecate a frame", (c, set, _, act) => DeprecateFrame.Decide(c, set, act));
        routes
            .MapGet("/v1/policy-sets/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<PolicySet>(id, asOf))
            .WithSummary("Read a frame of the practice's own, with its report")
            .Produces<PolicySetView>()
            .For(Roles.Practice, Roles.Facilitator);
        routes
            .MapGet("/v1/policy-sets", ([AsParameters] Portion portion, Streams streams) => streams.List<PolicySet>(_ => true, portion))
            .WithSummary("List the practice's own frames")
            .Produces<Page<PolicySetView>>()
            .For(Roles.Practice, Roles.Facilitator);
    }

    private static void Route<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<TCommand, PolicySet, FrameLibrary, Act, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/policy-sets/{{id:guid}}/{verb}",
                (Guid id, TCommand command, FrameLibrary frames, Streams streams, CancellationToken cancel) =>
                    streams.Change<PolicySet>(
                        id,
                        command,
                        async (session, set, act) =>
                        {
                            // Of two drafts of one version that are published at once, the second one sees the first.
                            await session.HoldKept<PolicySet>(Guid.Empty, cancel);
                            return decide(command, set, await frames.WithProtocols(session), act);
                        }
                    )
            )
            .UnderIfMatch()
            .WithSummary(summary)
            .Produces<PolicySetView>()
            .For(Roles.Practice);
}
