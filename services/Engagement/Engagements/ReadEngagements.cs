using System.Linq.Expressions;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Reads an engagement, as of a version or a recorded time.</summary>
public static class ReadEngagements
{
    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/engagements/{id:guid}", (Guid id, [AsParameters] AsOf asOf, Streams streams) => streams.Show<Engagement>(id, asOf))
            .ReflectsWhatIsLearned<Engagement>(itself: true)
            .WithSummary("Read an engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Establishment, Roles.Member);

    // The store narrows what it reads; whether it is visible is for the aggregate to say.
    internal static Expression<Func<Engagement, bool>> Of(Actor actor)
    {
        var person = actor.Person;
        var establishment = actor.Establishment;
        return actor.Role switch
        {
            Roles.Facilitator => e => e.Facilitator == person,
            Roles.Establishment => e => e.Establishment == establishment || e.Spans.Any(s => s == establishment),
            Roles.Member => e => e.Members.Any(m => m.Person == person),
            _ => e => true,
        };
    }
}
