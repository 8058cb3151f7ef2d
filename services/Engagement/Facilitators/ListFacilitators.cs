using Microsoft.AspNetCore.Mvc;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Facilitators;

/// <summary>Which facilitators' files are listed: those that each given parameter fits. Names are in none of them, and are asked for at
/// <c>/v1/persons/search</c>.</summary>
/// <param name="Qualification">Their file shows evidence of it that was not withdrawn; of several, of any.</param>
/// <param name="Independent">Whether their file holds the declaration of independence.</param>
/// <param name="Secrecy">The text that binds them to professional secrecy.</param>
/// <param name="Employer">The id of the establishment that they work for beside.</param>
/// <param name="Sort">Whether the oldest entered come first, as where it is not said, or the newest.</param>
public sealed record ListFacilitators(
    [FromQuery(Name = "qualification")] Word<Qualification>[]? Qualification,
    [FromQuery(Name = "independent")] bool? Independent,
    [FromQuery(Name = "secrecy")] Word<SecrecyBasis>? Secrecy,
    [FromQuery(Name = "employer")] Guid? Employer,
    [FromQuery(Name = "sort")] Word<ListOrder>? Sort
)
{
    private IQueryable<Facilitator> Narrow(IQueryable<Facilitator> facilitators, Actor actor)
    {
        var person = actor.Person;
        if (!actor.Is(Roles.Practice))
        {
            facilitators = facilitators.Where(f => f.Id == person);
        }

        if (Independent is { } independent)
        {
            facilitators = facilitators.Where(f => f.IsIndependent == independent);
        }

        return Employer is { } employer ? facilitators.Where(f => f.Employer == employer) : facilitators;
    }

    // Which evidence stands is for the file to say.
    private bool Fits(Facilitator facilitator) =>
        (Secrecy is not { Value: var secrecy } || facilitator.Secrecy == secrecy)
        && (Qualification is not [_, ..] || facilitator.Shown.Any(e => Qualification.Any(q => q.Value == e.Kind)));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/facilitators",
                ([AsParameters] ListFacilitators asked, [AsParameters] Portion portion, HttpContext http, Streams streams) =>
                    streams.List<Facilitator>(
                        all => asked.Narrow(all, Actor.From(http.User)!),
                        portion,
                        asked.Sort?.Value ?? default,
                        asked.Fits
                    )
            )
            .WithSummary("List the facilitators' files that you may see")
            .Produces<Page<FacilitatorView>>()
            .For(Roles.Practice, Roles.Facilitator);
}
