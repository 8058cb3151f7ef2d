using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
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
            ? Refusal.OfOrder("A frame or a protocol of this name is supplied with the service.", "Give it a name of your own.")
        : frames.BearsShippedTitle(frame)
            ? Refusal.OfOrder("The title is, or contains, that of a frame supplied with the service.", "Give it a title of your own.")
        : frames.Find(frame.Pin) is not null
            ? Refusal.OfOrder("This version of this frame is published: it is immutable.", "Give another version, or another name.")
        : Policies.Of(frame).Conflict() is { } conflict ? conflict
        : frame.Rules.Protocol is { } asked && frames.Protocols.Offered(new(asked.Name, asked.Version)) is null ? NoProtocol
        : null;

    /// <summary>The protocol that is to be pinned is not there.</summary>
    internal static Refusal NoProtocol { get; } =
        Refusal.OfOrder(
            "The protocol is not published in this version, or it is deprecated.",
            "GET /v1/protocols lists them. Publish your own first with POST /v1/protocol-templates; it can be pinned a moment later."
        );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/policy-sets",
                (DraftFrame command, FrameLibrary frames, Streams streams) =>
                    streams.Start<PolicySet>(command, async (session, _) => Decide(command, await frames.WithProtocols(session)))
            )
            .WithSummary("Draft a frame of the practice's own")
            .Produces<PolicySetView>(201)
            .For(Roles.Practice);
}
