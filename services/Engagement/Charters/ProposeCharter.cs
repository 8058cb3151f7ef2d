using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;
using PracticeAnalysis.ServiceDefaults.Texts;

namespace PracticeAnalysis.Engagement.Charters;

/// <summary>Proposes the charter (S1, S2, S3); proposed again, it replaces the text, and acceptances are void.</summary>
/// <param name="Text">The charter.</param>
/// <param name="Outward">What the establishment will receive (S2); at least one item.</param>
public sealed record ProposeCharter(Narrative Text, IReadOnlyList<OutwardItem> Outward) : Command
{
    internal const string TextMember = "CharterProposed.Text";
    private static readonly Rule Transparency = new("always", "transparency", "S2");

    /// <summary>Decides.</summary>
    public static Decision Decide(ProposeCharter command, Engagement engagement, Act act) =>
        engagement.State != EngagementState.Chartering || engagement.Charter is { Ratified: true }
            ? Refusal.OfOrder(
                "No charter can be proposed now.",
                "Propose it after the dispositif is agreed and before a charter is ratified."
            )
        : command.Outward.Count == 0
            ? Refusal.OfRule(
                Transparency,
                "The charter does not say what the establishment will receive.",
                "List at least one outward item."
            )
        : new CharterProposed(act.Seal(command.Text, TextMember), [.. command.Outward.Distinct().Order()]);

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/engagements/{id:guid}/charter",
                (Guid id, ProposeCharter command, Streams streams) =>
                    streams.Change<Engagement>(id, command, (engagement, act) => Decide(command, engagement, act))
            )
            .WithSummary("Propose the charter")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator);
}
