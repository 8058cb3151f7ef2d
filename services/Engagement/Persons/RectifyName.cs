using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Engagement.Persons;

/// <summary>Corrects a person's name: themself, or the practice on their request. What is recorded is that it was corrected.</summary>
/// <param name="DisplayName">The person's name, 1 to 200 characters; kept in the identity record alone.</param>
public sealed record RectifyName(string DisplayName) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="known">Whether there is a name to correct.</param>
    public static Decision Decide(RectifyName command, Guid person, PersonRecord? record, bool known, Act act) =>
        !(act.By.Is(Roles.Practice) || person == act.By.Person) ? Refusal.NotFound
        : record?.RequestedAt is not null ? Refusal.OfOrder("The person has been erased.", "What was erased does not come back.")
        : !known ? Refusal.NotFound
        : Input.CheckName(command.DisplayName, "displayName") is { } noName ? noName
        : Decision.Of(new IdentityRectified(person)).Naming(person, command.DisplayName).Telling(_ => new NamesDue(person));

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
                "/v1/persons/{id:guid}/name",
                (Guid id, RectifyName command, Streams streams) =>
                    streams.Request<PersonRecord>(
                        PersonStreams.Asked(id),
                        command,
                        async (session, record, act) =>
                            Decide(command, id, record, await session.LoadAsync<IdentityRecord>(id) is not null, act)
                    )
            )
            .WithSummary("Correct a person's name")
            .Produces<ErasureView>(202)
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);
}
