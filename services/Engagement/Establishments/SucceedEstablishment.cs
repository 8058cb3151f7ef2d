using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using Wolverine.Attributes;

namespace PracticeAnalysis.Engagement.Establishments;

/// <summary>Announces that another establishment of the practice takes the place of one; a merger is one of each that merges. The establishment agrees by its
/// confirmation, or by fourteen days of silence; the successor, who pays from then on, by its acceptance alone. Once both agreed it takes effect, and not where one
/// of them objects. The same house under a new SIRET is corrected instead, with the reason changed.</summary>
/// <param name="Successor">The establishment that takes its place, registered before.</param>
/// <param name="Since">From when on, from 2000 on and no day that is still to come. It is shown; what runs, and figures, go by when it takes effect.</param>
public sealed record SucceedEstablishment(Guid Successor, DateOnly Since, SuccessionReason Reason) : Command
{
    private const int FirstYear = 2000;
    private static readonly TimeSpan Delay = TimeSpan.FromDays(14);
    internal static readonly Rule Rule = new("always", "succession", "design");

    /// <summary>Decides. The delay runs from when the establishment can read of it; once it objected, silence takes nothing from it any more.</summary>
    public static Decision Decide(SucceedEstablishment command, Establishment establishment, Establishment? successor, Act act)
    {
        var from = establishment.HasObjected ? (DateTimeOffset?)null : act.Now + Delay;
        var announced = Decision.Of(new SuccessionAnnounced(command.Successor, command.Since, command.Reason, from, Asks: true));
        return Settled(establishment) is { } settled ? settled
            : establishment.Announced is not null
                ? Refusal.OfRule(Rule, "A succession of this establishment is announced already.", "Await its end, or withdraw it first.")
            : successor is null || successor.Id == establishment.Id
                ? Refusal.OfInput(
                    "successor names none of this practice's, or the establishment itself.",
                    "Register the successor first; correct the establishment itself where it is the same house."
                )
            : Settled(successor) is { } further ? further
            : command.Since > DateOnly.FromDateTime(act.Now.UtcDateTime)
                ? Refusal.OfInput("since lies in the future.", "Record it once it is so.")
            : command.Since.Year < FirstYear ? Refusal.OfInput("since lies before 2000.", "Give the day from which on it is so.")
            : from is { } due ? announced.Scheduling(due, new SuccessionDue(establishment.Id, due))
            : announced;
    }

    /// <summary>Why nothing new is for this establishment, or null: another one took its place.</summary>
    internal static Refusal? Settled(Establishment? establishment) =>
        establishment?.Succession is { Establishment: var successor }
            ? Refusal.OfRule(Rule, "Another establishment took the place of this one.", $"Name its successor: {successor}.")
            : null;

    /// <summary>Reads an establishment for something new, which it holds until the transaction ends: meanwhile nobody takes its place.</summary>
    internal static async Task<Establishment?> Standing(IQuerySession session, Guid id)
    {
        await session.HoldKept<Establishment>(id, CancellationToken.None);
        return await session.LoadAsync<Establishment>(id);
    }

    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession",
                (Guid id, SucceedEstablishment command, Streams streams) =>
                    streams.Change<Establishment>(
                        id,
                        command,
                        async (session, establishment, act) =>
                            Decide(command, establishment, await session.LoadAsync<Establishment>(command.Successor), act)
                    )
            )
            .UnderIfMatch()
            .WithSummary("Announce that another establishment takes the place of one")
            .Produces<EstablishmentView>()
            .For(Roles.Practice);
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession/confirm",
                (Guid id, ConfirmSuccession command, FrameLibrary frames, HttpContext http, Streams streams) =>
                    streams.Append<Establishment>(
                        id,
                        command,
                        async (session, establishment, act) =>
                            ConfirmSuccession.Decide(
                                Access.ApiKeys.IsOne(http.User),
                                establishment,
                                await session.Concerned(establishment, frames),
                                act
                            )
                    )
            )
            .WithSummary("Confirm a succession that is announced: it takes effect once the successor has accepted it")
            .Produces<EstablishmentView>()
            .For(Roles.Establishment);
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession/accept",
                (Guid id, AcceptSuccession command, FrameLibrary frames, HttpContext http, Streams streams) =>
                    streams.Append<Establishment>(
                        id,
                        command,
                        async (session, establishment, act) =>
                            AcceptSuccession.Decide(
                                command,
                                Access.ApiKeys.IsOne(http.User),
                                establishment,
                                await session.Concerned(establishment, frames),
                                await act.Under(id)
                            )
                    )
            )
            .WithSummary("Accept, as the successor, a succession that is announced")
            .Produces<EstablishmentView>()
            .For(Roles.Practice, Roles.Establishment);
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession/object",
                (Guid id, ObjectToSuccession command, Streams streams) =>
                    streams.Append<Establishment>(id, command, (establishment, act) => ObjectToSuccession.Decide(establishment, act))
            )
            .WithSummary("Object to a succession that is announced: it does not take effect")
            .Produces<EstablishmentView>()
            .For(Roles.Establishment);
        routes
            .MapPost(
                "/v1/establishments/{id:guid}/succession/withdraw",
                (Guid id, WithdrawSuccession command, Streams streams) =>
                    streams.Append<Establishment>(id, command, (establishment, act) => WithdrawSuccession.Decide(establishment, act))
            )
            .WithSummary("Withdraw a succession that has not taken effect")
            .Produces<EstablishmentView>()
            .For(Roles.Practice);
    }
}

/// <summary>Confirms a succession that is announced, as the establishment of before: it takes effect once the successor has accepted it, at once where it has.</summary>
public sealed record ConfirmSuccession : Command
{
    private static readonly Refusal ByNoKey = new(
        403,
        "forbidden",
        "An API key confirms no succession.",
        "Confirm it with the token of somebody of the establishment."
    );

    /// <summary>Decides.</summary>
    /// <param name="byKey">Whether an API key asks: a program does not give the house away.</param>
    /// <param name="concerned">Whom it concerns.</param>
    public static Decision Decide(bool byKey, Establishment establishment, Concerned concerned, Act act) =>
        byKey ? ByNoKey
        : Successions.Over(establishment, act, out var announced) is { } over ? over
        : act.By.Establishment != establishment.Id
            ? Refusal.OfRule(
                SucceedEstablishment.Rule,
                "The establishment whose place is taken confirms it, not its successor.",
                "Accept it, as the successor."
            )
        : Successions.Untimely(act, concerned) is { } untimely ? untimely
        : announced.IsConfirmed ? Decision.Nothing
        : Successions.Agreed(establishment, new SuccessionConfirmed(), concerned, act);
}

/// <summary>Accepts a succession that is announced, as the successor, who pays from its effect on: by a token of its own, or as the practice records it.</summary>
/// <param name="ShownBy">What shows it, where the practice records it: 3 to 200 plain characters by which it can be looked up, such as a letter's title and date.</param>
public sealed record AcceptSuccession(Narrative? ShownBy = null) : Command
{
    internal const string ShownMember = "SuccessionAccepted.ShownBy";
    private const int DaysToContest = 14;
    private static readonly Rule PayerAgrees = new("always", "payer-agrees", "design");

    private static readonly Refusal ByNoKey = new(
        403,
        "forbidden",
        "An API key accepts no succession.",
        "Accept it with the token of somebody of the successor."
    );

    /// <summary>Decides. What the practice records takes effect once the successor may object to it no more.</summary>
    /// <param name="byKey">Whether an API key asks: a program does not have the house pay.</param>
    /// <param name="concerned">Whom it concerns.</param>
    public static Decision Decide(AcceptSuccession command, bool byKey, Establishment establishment, Concerned concerned, Act act)
    {
        if (byKey && !act.By.Is(Roles.Practice))
        {
            return ByNoKey;
        }

        if (
            (
                Successions.Over(establishment, act, out var announced)
                ?? Silent(command, establishment, act)
                ?? Successions.Untimely(act, concerned)
            ) is
            { } refusal
        )
        {
            return refusal;
        }

        if (!act.By.Is(Roles.Practice))
        {
            return announced is { AcceptedAt: not null, ContestableUntil: null }
                ? Decision.Nothing
                : Successions.Agreed(establishment, new SuccessionAccepted(announced.Successor), concerned, act);
        }

        var until = act.Now.AddDays(DaysToContest);
        return announced.AcceptedAt is not null
            ? Decision.Nothing
            : Decision
                .Of(
                    new SuccessionAccepted(
                        announced.Successor,
                        act.Seal(new(NormalForm.Of(command.ShownBy!.Value.Text)), ShownMember),
                        until
                    )
                )
                .Scheduling(until, new SuccessionDue(establishment.Id, until));
    }

    // Why who is to pay has not agreed, or null.
    private static Refusal? Silent(AcceptSuccession command, Establishment establishment, Act act) =>
        act.By.Establishment == establishment.Announced!.Successor ? null
        : !act.By.Is(Roles.Practice)
            ? Refusal.OfRule(
                PayerAgrees,
                "The successor accepts it, who pays from then on.",
                "Confirm it, as the establishment whose place is taken."
            )
        : establishment.Declining.Contains(establishment.Announced.Successor)
            ? Refusal.OfRule(
                PayerAgrees,
                "The successor objected to taking this place: your word for it is no more enough.",
                "Have the successor accept it by a token of its own."
            )
        : command.ShownBy is not { } shown
            ? Refusal.OfRule(
                PayerAgrees,
                "The successor has not accepted it.",
                "Have the successor accept it, or say in shownBy what shows that it did."
            )
        : Input.CheckReference(shown.Text, "shownBy");
}

/// <summary>Objects to a succession that is announced, as the establishment of before or as the successor: it does not take effect.</summary>
public sealed record ObjectToSuccession : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Establishment establishment, Act act) =>
        Successions.Over(establishment, act, out var announced) is { } over
            ? over
            : new SuccessionObjected(act.By.Establishment == announced.Successor ? announced.Successor : null);
}

/// <summary>Withdraws a succession that has not taken effect.</summary>
public sealed record WithdrawSuccession : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Establishment establishment, Act act) =>
        Successions.Over(establishment, act, out _) is { } over ? over : new SuccessionWithdrawn();
}

/// <summary>Whom a succession concerns.</summary>
/// <param name="Successor">Who is to take the establishment's place.</param>
/// <param name="Running">The engagements of the establishment that have not ended.</param>
/// <param name="Employed">By engagement, the rule of externality that its facilitator breaks, whom the successor employs.</param>
public sealed record Concerned(Establishment? Successor, IReadOnlyList<Engagement> Running, IReadOnlyDictionary<Guid, Rule> Employed);

/// <summary>The service told itself to look whether a succession takes effect; it survives restarts.</summary>
[MessageIdentity("engagement.succession-due")]
public sealed record SuccessionDue(Guid Establishment, DateTimeOffset Due);

/// <summary>What ends a succession that was announced.</summary>
public static class Successions
{
    // The clocks of who tells and of who records differ.
    private static readonly TimeSpan Telling = TimeSpan.FromMinutes(1);

    /// <summary>Decides at the end of a delay: it waits on where one of them has not agreed. A successor that was succeeded meanwhile takes no place: so there
    /// is no circle.</summary>
    public static Decision Decide(SuccessionDue due, Establishment establishment, Concerned concerned) =>
        establishment.Announced is not { } announced || (announced.From != due.Due && announced.ContestableUntil != due.Due)
            ? Decision.Nothing
        : concerned.Successor is not { Succession: null } successor ? new SuccessionWithdrawn()
        : announced.IsDue(due.Due) ? Effect(establishment, announced, successor, concerned)
        : Decision.Nothing;

    /// <summary>One of them agreed: it takes effect where the other has too.</summary>
    internal static Decision Agreed(Establishment establishment, Fact agreed, Concerned concerned, Act act)
    {
        var after = Folding.Apply(establishment, establishment.Id, agreed with { OccurredAt = act.OccurredAt });
        return after.Announced!.IsDue(act.Now) ? Effect(after, after.Announced, concerned.Successor!, concerned, agreed) : agreed;
    }

    /// <summary>Why nobody agrees to it at the time that is given, or at all; or null. What was held before its effect is not put to the successor by a date.</summary>
    internal static Refusal? Untimely(Act act, Concerned concerned) =>
        concerned.Successor is not { } successor || SucceedEstablishment.Settled(successor) is not null
            ? Refusal.OfOrder("The successor has no place any more to take.", "Have the practice withdraw it, and announce its successor.")
        : !act.IsUntimed && act.OccurredAt + Telling < act.Now
            ? Refusal.OfRule(
                SucceedEstablishment.Rule,
                "occurredAt lies in the past: a succession takes effect from when it is agreed to here.",
                "Leave occurredAt out."
            )
        : concerned.Running.Prepend<Aggregate>(successor).Select(beside => Input.CheckTime(act, beside)).FirstOrDefault(r => r is not null);

    /// <summary>The rule of externality that an engagement's facilitator breaks for this establishment, or null. A merger happens all the same.</summary>
    public static Rule? Breaks(Engagement engagement, Facilitator? facilitator, Guid establishment, FrameLibrary frames) =>
        facilitator?.Employer == establishment
        && engagement.Dispositif is { } dispositif
        && frames.Pinned(dispositif.Frames).Externality is { Value: Externality.Required } external
            ? external.Rule
            : null;

    /// <summary>Why it takes no answer any more, or null: it is over once both agreed, whenever the service looks.</summary>
    internal static Refusal? Over(Establishment establishment, Act act, out AnnouncedSuccession announced)
    {
        announced = establishment.Announced!;
        return announced?.IsDue(act.Now) is not false
            ? Refusal.OfOrder("No succession is announced, or its delay has passed.", "Read the establishment: it shows what came of it.")
            : null;
    }

    /// <summary>It takes effect: engagements that run are the successor's from now on. What the establishment asked, and what it was handed, stays with it.</summary>
    internal static Decision Effect(
        Establishment establishment,
        AnnouncedSuccession announced,
        Establishment successor,
        Concerned concerned,
        params IReadOnlyList<Fact> agreed
    ) =>
        concerned.Running.Aggregate(
            Decision
                .Of([.. agreed, new EstablishmentSucceeded(successor.Id, announced.Since, announced.Reason, announced.IsConfirmed)])
                .With(successor, new EstablishmentTookOver(establishment.Id, announced.Since, announced.Reason)),
            (decision, engagement) =>
                decision.With(
                    engagement,
                    new EstablishmentReplaced(
                        establishment.Id,
                        successor.Id,
                        Keeps: true,
                        Lapses: engagement.Establishment == establishment.Id,
                        Breaks: concerned.Employed.GetValueOrDefault(engagement.Id),
                        AcceptedAt: announced.AcceptedAt,
                        ContestableUntil: announced.ContestableUntil
                    )
                )
                    is var replaced
                && engagement.ActivatedAt is null
                    ? replaced
                    : replaced.Telling(origin => new Contracts.Engagement.V1.EstablishmentSucceeded(
                        engagement.Id,
                        engagement.GroupIds(),
                        establishment.Id,
                        successor.Id,
                        origin,
                        Keeps: true
                    ))
        );

    /// <summary>Reads whom the succession concerns that is announced; meanwhile nothing new begins for the establishment.</summary>
    internal static async Task<Concerned> Concerned(this IQuerySession session, Establishment establishment, FrameLibrary shipped)
    {
        await session.HoldKept<Establishment>(establishment.Id, CancellationToken.None);
        var (id, successor) = (establishment.Id, establishment.Announced?.Successor ?? Guid.Empty);
        var running = (await session.Query<Engagement>().Where(e => e.Establishment == id || e.Spans.Any(s => s == id)).ToListAsync())
            .Where(e => e.State < EngagementState.Concluded)
            .ToList();
        var frames = await shipped.With(session);
        var employed = new Dictionary<Guid, Rule>();
        foreach (var engagement in running.Where(e => e.Facilitator is not null))
        {
            var facilitator = await session.LoadAsync<Facilitator>(engagement.Facilitator!.Value);
            if (Breaks(engagement, facilitator, successor, frames) is { } broken)
            {
                employed[engagement.Id] = broken;
            }
        }

        return new(await session.LoadAsync<Establishment>(successor), running, employed);
    }
}

/// <summary>Looks at a succession when its delay is over.</summary>
public static class SuccessionDueHandler
{
    /// <summary>Looks, and records.</summary>
    public static Task Handle(SuccessionDue due, FrameLibrary frames, IDocumentSession session, Inbox inbox, CancellationToken cancel) =>
        inbox.Begin<Establishment>(
            due.Establishment,
            due.Due,
            async (establishment, _) =>
                establishment is null
                    ? Decision.Nothing
                    : Successions.Decide(due, establishment, await session.Concerned(establishment, frames)),
            cancel
        );
}
