using System.Text.Json;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using V1 = PracticeAnalysis.Contracts.Engagement.V1;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Activates an engagement: charter ratified, every group sealed. Its sessions run by what it pinned.</summary>
public sealed record ActivateEngagement : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Engagement engagement, FrameLibrary frames) =>
        engagement is not { State: EngagementState.Chartering, Dispositif: { } dispositif, Facilitator: { } facilitator }
            ? Refusal.OfOrder("The engagement is not in its chartering.", "Activate it once the dispositif is agreed, and once only.")
        : engagement.Charter is not { Ratified: true } ? Refusal.OfOrder("The charter is not ratified.", "Ratify the charter first.")
        : engagement.Groups.Count == 0 ? Refusal.OfOrder("There is no group.", "Constitute a group, enrol its members and seal it first.")
        : engagement.Groups.Count(g => !g.Sealed) is > 0 and var open
            ? Refusal.OfOrder($"{open} of {engagement.Groups.Count} groups are not sealed.", "Seal every group first.")
        : Decision
            .Of(new EngagementActivated())
            .Telling(origin => Tell(engagement, dispositif, facilitator, frames.Pinned(dispositif.Frames), origin));

    private static V1.EngagementActivated Tell(
        Engagement engagement,
        Dispositif dispositif,
        Guid facilitator,
        Policies policies,
        Contracts.Origin origin
    ) =>
        new(
            engagement.Id,
            engagement.Establishment,
            facilitator,
            JsonNamingPolicy.KebabCaseLower.ConvertName(dispositif.Kind.ToString()),
            new(dispositif.Protocol.Name, dispositif.Protocol.Version),
            [.. dispositif.Frames.Select(f => new V1.Pin(f.Name, f.Version))],
            [.. engagement.Groups.Select(g => g.Group)],
            policies.Interval is { } interval
                ? Math.Min(interval.Value, dispositif.IntervalDays ?? interval.Value)
                : dispositif.IntervalDays,
            dispositif.SessionMinutes,
            policies.NoneAllowed?.Value ?? false,
            origin
        );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/activate",
                (Guid id, ActivateEngagement command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, _) => Decide(engagement, frames))
            )
            .WithSummary("Activate an engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
