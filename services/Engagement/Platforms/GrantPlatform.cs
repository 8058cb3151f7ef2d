using System.Linq.Expressions;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using V1 = PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Engagement.Platforms;

/// <summary>An establishment grants a platform some of what is its own. The establishment alone: not the practice for it.</summary>
/// <param name="Platform">Opaque id of the platform, the person of its tokens.</param>
/// <param name="Scopes">What for, of the scopes that platforms have: indicators:read, webhooks:read, webhooks:write.</param>
/// <param name="Until">When it ends; five years ahead at most.</param>
public sealed record GrantPlatform(
    Guid Platform,
    [property: ClosedList(typeof(GrantPlatform), nameof(GrantPlatform.Grantable))] IReadOnlyList<string> Scopes,
    DateTimeOffset Until
) : Command
{
    private const int Years = 5;

    internal static readonly string[] Grantable = [Access.Scopes.ReadIndicators, Access.Scopes.ReadWebhooks, Access.Scopes.WriteWebhooks];

    /// <summary>Decides.</summary>
    public static Decision Decide(GrantPlatform command, Establishment establishment, Act act)
    {
        var scopes = command.Scopes.Distinct().Order(StringComparer.Ordinal).ToList();
        var until = command.Until.ToUniversalTime();
        return
            Refusal.All(
                command.Platform == Guid.Empty
                    ? Refusal.OfInput("platform is not a platform's id.", "Give the person id in the platform's tokens.")
                    : null,
                Input.CheckAmong(command.Scopes, Grantable, "scopes"),
                until <= act.Now || until > act.Now.AddYears(Years)
                    ? Refusal.OfInput("until is in the past, or too far ahead.", $"Give a date and time within the next {Years} years.")
                    : null
            )
                is { } wrong
            ? wrong
            : Decision
                .Of(new PlatformAccessGranted(establishment.Id, command.Platform, scopes, until))
                .Telling(origin => new V1.PlatformAccessGranted(act.Stream, establishment.Id, command.Platform, scopes, until, origin));
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/platform-grants",
                (Guid id, GrantPlatform command, Streams streams) =>
                    streams.StartWithin<PlatformGrant, Establishment>(id, command, (e, act) => Decide(command, e, act))
            )
            .WithSummary("Grant a platform access to what is the establishment's own")
            .Produces<PlatformGrantView>(201)
            .For(Roles.Establishment);
        routes
            .MapGet("/v1/platform-grants/{id:guid}", (Guid id, Streams streams) => streams.Show<PlatformGrant>(id))
            .WithSummary("Read a grant to a platform")
            .Produces<PlatformGrantView>()
            .For(Roles.Establishment, Roles.Practice, Roles.Platform);
        routes
            .MapGet(
                "/v1/platform-grants",
                ([AsParameters] Portion portion, HttpContext http, Streams streams) => streams.List(Of(Actor.From(http.User)!), portion)
            )
            .WithSummary("List the grants to platforms: an establishment's own, a platform's own")
            .Produces<Page<PlatformGrantView>>()
            .For(Roles.Establishment, Roles.Practice, Roles.Platform);
    }

    private static Expression<Func<PlatformGrant, bool>> Of(Actor actor)
    {
        var establishment = actor.Establishment ?? Guid.Empty;
        return actor.Role switch
        {
            Roles.Platform => g => g.Platform == actor.Person,
            Roles.Establishment => g => g.Establishment == establishment,
            _ => _ => true,
        };
    }
}
