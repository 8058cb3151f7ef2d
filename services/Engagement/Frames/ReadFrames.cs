using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Every frame, in every published version.</summary>
public sealed record FramesView(IReadOnlyList<Frame> Items);

/// <summary>Shows the frames: their rules are no secret to anybody with a token.</summary>
public static class ReadFrames
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet("/v1/frames", (FrameLibrary frames) => Results.Ok(new FramesView(frames.All)))
            .WithSummary("List the frames")
            .Produces<FramesView>()
            .For([.. Roles.All]);
        routes
            .MapGet(
                "/v1/frames/{name}",
                (string name, int? version, FrameLibrary frames) =>
                    (version is { } v ? frames.Find(new(name, v)) : frames.Newest(name)) is { } frame
                        ? Results.Ok(frame)
                        : Refusal.NotFound.ToResult()
            )
            .WithSummary("Read a frame, in its newest version or a given one")
            .Produces<Frame>()
            .For([.. Roles.All]);
    }
}
