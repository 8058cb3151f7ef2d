using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Requests;

/// <summary>Submits a request (demande): what an establishment asks, and its context (S2, S3).</summary>
/// <param name="Establishment">Who asks.</param>
/// <param name="Context">The team and its situation, in the establishment's own words; kept sealed.</param>
/// <param name="Sector">The field that the establishment works in, of a closed list.</param>
/// <param name="Territory">Code of the department, such as 38, 2A or 974; what more there is to say of the place belongs in the context.</param>
/// <param name="Headcount">How many professionals it concerns, 1 to 100000.</param>
/// <param name="Asked">What the establishment wishes for, in its own words; kept sealed.</param>
/// <param name="Demand">What kind of difficulty it is about, as a word of the closed list.</param>
/// <param name="Following">The engagement whose final bilan recommended it, if any (S2).</param>
public sealed record SubmitRequest(
    Guid Establishment,
    Narrative Context,
    Sector Sector,
    string Territory,
    [property: Between(1, 100_000)] int Headcount,
    Narrative Asked,
    Demand Demand,
    Guid? Following = null
) : Command
{
    // The one orientation of a final bilan that leads nowhere further.
    private const string Stop = "stop";

    /// <summary>Decides; the establishment must be there for the one who asks.</summary>
    public static Decision Decide(SubmitRequest command, Establishment? establishment, Engagement? following, Act act) =>
        establishment is null || !establishment.IsVisibleTo(act.By) ? Refusal.NotFound.At("establishment")
        : SucceedEstablishment.Settled(establishment) is { } settled ? settled
        : command.Wrong(following?.IsVisibleTo(act.By) is true ? following : null) is { } wrong ? wrong
        : command.Following is not null && (following is null || !following.IsVisibleTo(act.By)) ? Refusal.NotFound.At("following")
        : following is { Course.FinalBilan: null }
            ? Refusal.OfOrder(
                "The final bilan of the engagement is not agreed.",
                "Follow an engagement once its final bilan has recommended an orientation."
            )
        : following is not null && following.Course.Orientations.All(o => o == Stop)
            ? Refusal.OfOrder(
                "The final bilan did not recommend an orientation that continues the work.",
                "Submit the request without following, or follow an engagement whose final bilan recommended an orientation."
            )
        : Decision.Of(
            new RequestSubmitted(
                command.Establishment,
                command.Demand,
                act.Seal(command.Asked, SealedAs.Asked),
                act.NewId,
                command.Following
            ),
            new RequestContextRecorded(
                act.Seal(command.Context, SealedAs.RequestContext),
                command.Sector,
                Departments.Normal(command.Territory),
                command.Headcount
            )
        );

    private Refusal? Wrong(Engagement? following) =>
        Refusal.All(
            Departments.Check(Departments.Normal(Territory)),
            Input.CheckNumbers(this),
            following?.Establishments().Contains(Establishment) is false
                ? Refusal.OfInput(
                    "following names an engagement of another establishment.",
                    "Follow an engagement that was for the requesting establishment."
                )
                : null
        );

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/requests",
                (SubmitRequest command, Streams streams) =>
                    streams.Start<Request>(
                        command,
                        async (session, act) =>
                            Decide(
                                command,
                                await SucceedEstablishment.Standing(session, command.Establishment),
                                command.Following is { } following ? await session.LoadAsync<Engagement>(following) : null,
                                act
                            )
                    )
            )
            .WithSummary("Submit a request")
            .Produces<RequestView>(201)
            .For(Roles.Practice, Roles.Establishment);
        routes
            .MapGet("/v1/requests/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Request>(id, asOf))
            .WithSummary("Read a request")
            .Produces<RequestView>()
            .For(Roles.Practice, Roles.Establishment, Roles.Facilitator);
    }
}
