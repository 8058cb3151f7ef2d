using Marten;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Drafts a frame of the practice's own, or a new version of one; no code changes for it.</summary>
/// <param name="Frame">The frame, in the shape of the shipped ones.</param>
public sealed record DraftFrame(Frame Frame) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(DraftFrame command, FrameLibrary frames) =>
        Wrong(command.Frame, frames) is { } wrong ? wrong : new PolicySetDrafted(command.Frame);

    /// <summary>Why the frame is none: malformed, taken, or asking for what nothing can satisfy.</summary>
    internal static Refusal? Wrong(Frame frame, FrameLibrary frames) =>
        FrameLibrary.Fault(frame) is { } fault
            ? Refusal.OfInput($"The frame is none: {fault}", "GET /v1/frames shows what frames look like.")
        : frames.Find(frame.Pin) is not null
            ? Refusal.OfOrder("This version of this frame is published: it is immutable.", "Give another version, or another name.")
        : Policies.Of(frame).Conflict();
}

/// <summary>Revises a draft.</summary>
/// <param name="Frame">The frame, whole.</param>
public sealed record ReviseFrame(Frame Frame) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ReviseFrame command, PolicySet set, FrameLibrary frames) =>
        set.State != PolicySetState.Draft ? Refusal.OfOrder("The frame is published: it is immutable.", "Draft another version.")
        : DraftFrame.Wrong(command.Frame, frames) is { } wrong ? wrong
        : new PolicySetRevised(command.Frame);
}

/// <summary>Publishes a draft: immutable from now on, dispositifs may follow it.</summary>
public sealed record PublishFrame : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(PolicySet set, FrameLibrary frames) =>
        set.State != PolicySetState.Draft ? Refusal.OfOrder("The frame is published already.", "Publish a draft, once.")
        : DraftFrame.Wrong(set.Frame, frames) is { } wrong ? wrong
        : new PolicySetPublished();
}

/// <summary>Deprecates a published frame: no new dispositif follows it; what pinned it is judged by it still.</summary>
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
        var own = (await session.Query<PolicySet>().ToListAsync()).Where(s => s.State != PolicySetState.Draft).ToList();
        return own.Count == 0
            ? shipped
            : new(
                [.. shipped.All, .. own.Select(s => s.Frame)],
                [.. own.Where(s => s.State == PolicySetState.Deprecated).Select(s => s.Frame.Pin)]
            );
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/policy-sets",
                (DraftFrame command, FrameLibrary frames, Streams streams) =>
                    streams.Start<PolicySet>(command, async (session, _) => DraftFrame.Decide(command, await frames.With(session)))
            )
            .WithSummary("Draft a frame of the practice's own")
            .Produces<PolicySetView>(201)
            .For(Roles.Practice);
        Route<ReviseFrame>(routes, "revise", "Revise a draft", (c, set, frames, _) => ReviseFrame.Decide(c, set, frames));
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
                (Guid id, TCommand command, FrameLibrary frames, Streams streams) =>
                    streams.Change<PolicySet>(
                        id,
                        command,
                        async (session, set, act) => decide(command, set, await frames.With(session), act)
                    )
            )
            .UnderIfMatch()
            .WithSummary(summary)
            .Produces<PolicySetView>()
            .For(Roles.Practice);
}
