using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.ServiceDefaults;

/// <summary>What is asked of a person.</summary>
public enum WaitingKind
{
    /// <summary>To accept the charter.</summary>
    Charter,

    /// <summary>To agree to the dispositif.</summary>
    Dispositif,

    /// <summary>To accept an amendment or a renewal.</summary>
    Proposal,

    /// <summary>To contest what the practice recorded as accepted in their name, where they did not.</summary>
    Acceptance,

    /// <summary>To agree or object to a member's departure.</summary>
    Departure,

    /// <summary>To agree to an exception to the group's stability.</summary>
    StabilityException,

    /// <summary>To endorse an action track that names them as its builder.</summary>
    Track,

    /// <summary>To contest an endorsement that was recorded of them, where it is not theirs.</summary>
    Endorsement,

    /// <summary>To contest that they are recorded as present at a session by the facilitator's word alone, or the correction of that, where they say otherwise.</summary>
    Correction,

    /// <summary>To confirm that a member was present at a session who says so; of one's own word, to know that nobody has yet.</summary>
    Presence,

    /// <summary>To decide upon a bilan.</summary>
    Bilan,

    /// <summary>To approve a synthesis.</summary>
    Synthesis,

    /// <summary>To agree to be named in a text.</summary>
    NamedByConsent,

    /// <summary>To know that they will be erased, and to say where that is none of their wish, or where it is another record than theirs that it follows.</summary>
    Erasure,

    /// <summary>To confirm or object to the announcement that another establishment takes the place of theirs, or to accept that theirs takes another's place; for
    /// members and facilitator, to know of it.</summary>
    Succession,

    /// <summary>To read what the establishment answered to a bilan, and to pass it on to the group where it means no member.</summary>
    Observation,

    /// <summary>To agree that words said in a session are read, or to refuse it.</summary>
    Disclosure,

    /// <summary>To know that their record was joined with another one, and to say where that is not theirs.</summary>
    Join,
}

/// <summary>Something that waits for a person's word.</summary>
/// <param name="Kind">What is asked of the reader: to answer, or to know of it.</param>
/// <param name="Resource">Where it is read.</param>
/// <param name="TextHash">The hash of the exact text that waits.</param>
/// <param name="Until">Until when it does, where it has an end.</param>
public sealed record WaitingItem(WaitingKind Kind, string Resource, string TextHash, DateTimeOffset? Until = null);

/// <summary>What waits for the one who asks, in one service.</summary>
/// <param name="Items">What ends first is first; what has no end is last.</param>
public sealed record WaitingView(IReadOnlyList<WaitingItem> Items);

/// <summary>Knows of things that wait for a person's word.</summary>
public interface IKnowsWaiting
{
    /// <summary>What waits for this reader now.</summary>
    Task<IEnumerable<WaitingItem>> For(Actor reader, IQuerySession session, DateTimeOffset now, CancellationToken cancel);
}

/// <summary>Lists what waits for the word of the one who asks.</summary>
public static class Waiting
{
    private static async Task<IResult> Of(
        Actor reader,
        Reads reads,
        IEnumerable<IKnowsWaiting> knowing,
        TimeProvider time,
        CancellationToken cancel
    )
    {
        await using var session = await reads.ForTenant(reader.Tenant, cancel);
        var items = new List<WaitingItem>();
        foreach (var known in knowing)
        {
            items.AddRange(await known.For(reader, session, time.GetUtcNow(), cancel));
        }

        return Results.Ok(
            new WaitingView([.. items.OrderBy(i => i.Until ?? DateTimeOffset.MaxValue).ThenBy(i => i.Resource).ThenBy(i => i.Kind)])
        );
    }

    /// <summary>Maps the service's part; the gateway puts the three together.</summary>
    public static void Map(WebApplication app) =>
        app.MapGet(
                $"/v1/persons/me/waiting/{app.Services.GetRequiredService<ServiceDefinition>().Name}",
                (HttpContext http, Reads reads, IEnumerable<IKnowsWaiting> knowing, TimeProvider time, CancellationToken cancel) =>
                    Of(Actor.From(http.User)!, reads, knowing, time, cancel)
            )
            .WithSummary("List what this service has waiting for one's own word")
            .Produces<WaitingView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Member, Roles.Establishment);
}
