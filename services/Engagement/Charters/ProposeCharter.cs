using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Charters;

/// <summary>Proposes the charter (S1, S2, S3); proposed again, it replaces the text, acceptances are void, and everyone is asked again.</summary>
/// <param name="Text">What is its own, beside the clauses.</param>
/// <param name="Outward">What the establishment will receive (S2); at least one item.</param>
/// <param name="Clauses">Codes of clauses, beside those that every charter holds; GET /v1/charter-clauses lists them.</param>
public sealed record ProposeCharter(Narrative Text, IReadOnlyList<OutwardItem> Outward, IReadOnlyList<string>? Clauses = null) : Command
{
    private static readonly Rule Transparency = new("always", "transparency", "S2");

    /// <summary>Decides. Its text is the engagement's, and outlives whoever wrote it. While the engagement is active a new version may be proposed; the ratified one holds until it is ratified too.</summary>
    public static Decision Decide(ProposeCharter command, Engagement engagement, ClauseCatalogue catalogue, Act act)
    {
        if (
            engagement.State is not (EngagementState.Chartering or EngagementState.Active or EngagementState.Suspended)
            || engagement is { State: EngagementState.Chartering, Charter.Ratified: true }
        )
        {
            return Refusal.OfOrder(
                "No charter can be proposed now.",
                "Propose it after the dispositif is agreed and before a charter is ratified, or a new version while the engagement is active."
            );
        }

        if (command.Outward.Count == 0)
        {
            return Refusal
                .OfRule(
                    Transparency,
                    "The charter does not say what the establishment will receive.",
                    "List at least one item to hand over to the establishment."
                )
                .At("outward");
        }

        var codes = command.Clauses ?? [.. catalogue.Clauses.Select(c => c.Code)];
        if (codes.Any(code => catalogue.Clauses.All(c => c.Code != code)))
        {
            return Refusal.OfInput("clauses names a clause that is not in the catalogue.", "GET /v1/charter-clauses lists them.");
        }

        var text = act.Seal(command.Text, SealedAs.CharterText);
        var outward = command.Outward.Distinct().Order().ToArray();
        var clauses = catalogue.Of(codes);
        return new CharterProposed(
            text,
            outward,
            catalogue.Version,
            [.. clauses.Select(c => c.Code)],
            ClauseCatalogue.Hash(catalogue.Version, clauses, outward, text)
        );
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/charter",
                (Guid id, ProposeCharter command, ClauseCatalogue catalogue, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (_, engagement, act) => Decide(command, engagement, catalogue, await act.Under(engagement.Id))
                    )
            )
            .WithSummary("Propose the charter")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator);
}
