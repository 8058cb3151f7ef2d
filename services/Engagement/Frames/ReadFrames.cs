using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>Every frame, in every published version.</summary>
/// <param name="Items">The frames by name, then by version.</param>
public sealed record FramesView(IReadOnlyList<Frame> Items);

/// <summary>Which frames to compose, one to eight.</summary>
/// <param name="Frames">One to eight published frames by name and version, deprecated ones too; the same twice counts once.</param>
public sealed record ComposeFrames(IReadOnlyList<Pin> Frames);

/// <summary>Shows the frames, the practice's own among them: their rules are no secret to anybody with a token.</summary>
public sealed class ReadFrames(IDocumentStore store, FrameLibrary shipped)
{
    private async Task<IResult> Read(Actor actor, Func<FrameLibrary, object?> what, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        return what(await shipped.With(session)) switch
        {
            Refusal refusal => refusal.ToResult(),
            { } found => Results.Ok(found),
            null => Refusal.NotFound.ToResult(),
        };
    }

    private static Refusal NoFrame { get; } =
        new(404, "not-found", "There is no such frame, or not in this version.", "GET /v1/frames lists them all.");

    private static object Compose(ComposeFrames command, FrameLibrary frames) =>
        frames.Unfit(command.Frames, p => frames.Find(p) is not null) is { } unfit
            ? unfit
            : CompositionReport.Of(Policies.Compose(command.Frames.Distinct().Select(p => frames.Find(p)!)));

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapGet(
                "/v1/frames",
                ([AsParameters] Portion portion, HttpContext http, ReadFrames read, CancellationToken cancel) =>
                    read.Read(
                        Actor.From(http.User)!,
                        frames => new FramesView(portion.Of(frames.All, f => $"{f.Name}@{f.Version}")),
                        cancel
                    )
            )
            .WithSummary("List the frames")
            .Produces<FramesView>()
            .For([.. Roles.All]);
        routes
            .MapGet(
                "/v1/frames/{name}",
                (string name, int? version, HttpContext http, ReadFrames read, CancellationToken cancel) =>
                    read.Read(
                        Actor.From(http.User)!,
                        frames => (version is { } v ? frames.Find(new(name, v)) : frames.Newest(name)) ?? (object)NoFrame,
                        cancel
                    )
            )
            .WithSummary("Read a frame, in its newest version or a given one")
            .Produces<Frame>()
            .For([.. Roles.All]);
        routes
            .MapPost(
                "/v1/frames/compose",
                (ComposeFrames command, HttpContext http, ReadFrames read, CancellationToken cancel) =>
                    read.Read(Actor.From(http.User)!, frames => Compose(command, frames), cancel)
            )
            .WithName("composeFrames")
            .WithSummary("Report what frames ask together: which rules, which sizes remain")
            .Produces<CompositionReport>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Establishment);
    }
}
