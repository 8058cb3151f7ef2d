using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Puts right what was entered of an engagement and cannot be proposed anew; one field at a time. What was agreed is amended by a proposal, the kind
/// is redirected, and when something was recorded is never rewritten.</summary>
/// <param name="Reason">Why it had been entered wrongly; <c>changed</c> is refused: what changed since is no wrong entry.</param>
/// <param name="Establishment">The establishment that it is for, where it was entered for another one. Until the dispositif is agreed: then who agreed pays.</param>
/// <param name="NotJoined">An establishment that was joined wrongly. Until the activation.</param>
/// <param name="AuthorityOver">Members over whom the facilitator does hold hierarchical authority, whatever was said at the assignment. While it runs.</param>
public sealed record CorrectEngagement(
    CorrectionReason Reason,
    Guid? Establishment = null,
    Guid? NotJoined = null,
    IReadOnlyList<Guid>? AuthorityOver = null
) : Command
{
    private const string TheEstablishment = "establishment";
    private const string Joined = "spans";
    private const string Authority = "authorityOver";

    /// <summary>The fields that may be put right as the engagement stands. Establishments that it spans are not counted: each would learn of the others.</summary>
    public static IEnumerable<string> Open(Engagement engagement)
    {
        if (engagement.State <= EngagementState.Designing)
        {
            yield return TheEstablishment;
        }

        if (engagement.State < EngagementState.Active)
        {
            yield return Joined;
        }

        if (engagement is { Facilitator: not null, State: < EngagementState.Concluded } && engagement.Members.Count > 0)
        {
            yield return Authority;
        }
    }

    /// <summary>Decides.</summary>
    /// <param name="establishment">The one that is named.</param>
    /// <param name="request">The engagement's.</param>
    /// <param name="facilitator">The one who is assigned.</param>
    /// <param name="ofItself">Whether the establishment submitted the request by a token of its own: then nobody entered it for the wrong one.</param>
    public static Decision Decide(
        CorrectEngagement command,
        Engagement engagement,
        Establishment? establishment,
        Request request,
        Facilitator? facilitator,
        FrameLibrary frames,
        Act act,
        bool ofItself = false
    ) =>
        new object?[] { command.Establishment, command.NotJoined, command.AuthorityOver }.Count(field => field is not null) != 1
        || command.Reason == CorrectionReason.Changed
            ? Refusal.OfInput(
                "Exactly one of establishment, notJoined and authorityOver is required, with a reason other than changed.",
                "Give only one of them, and say why it was wrong. If the establishment itself changed, correct it or announce its succession."
            )
        : command.Establishment is { } named ? Move(command, engagement, named, establishment, request, facilitator, frames, act, ofItself)
        : command.NotJoined is { } wrong
            ? !Open(engagement).Contains(Joined) ? Closed(engagement, Joined)
                : !engagement.Spans.Contains(wrong)
                    ? Refusal.OfInput("notJoined does not name an establishment that was joined.", "Give one of those in spans.")
                : new EstablishmentReplaced(wrong, null, command.Reason)
        : Authorised(command, engagement);

    private static Decision Move(
        CorrectEngagement command,
        Engagement engagement,
        Guid named,
        Establishment? establishment,
        Request request,
        Facilitator? facilitator,
        FrameLibrary frames,
        Act act,
        bool ofItself
    ) =>
        !Open(engagement).Contains(TheEstablishment) ? Closed(engagement, TheEstablishment)
        : ofItself
            ? Refusal.OfOrder(
                "The establishment submitted the request itself: it was not entered for the wrong one.",
                "Abandon the engagement, and have the right establishment submit its own request; if it replaces the other, announce the succession."
            )
        : establishment is null
            ? Refusal.OfInput("establishment does not name an establishment of this practice.", "Register the establishment first.")
        : SucceedEstablishment.Settled(establishment) is { } settled ? settled
        : engagement.Establishments().Contains(named)
            ? Refusal.OfOrder("The engagement is already for this establishment.", "Give the establishment that it should be for.")
        : engagement.Dispositif is { } dispositif
        && DispositifRules.CheckFacilitator(frames.Pinned(dispositif.Frames), facilitator, [named]) is { } broken
            ? broken
        : Input.CheckTime(act, request) is { } untimely ? untimely
        : Decision.Of(new EstablishmentReplaced(engagement.Establishment, named, command.Reason)) is var replaced
        && request.Establishment == engagement.Establishment
            ? replaced.With(request, new RequestMoved(request.Establishment, named))
        : replaced;

    // Why a field is not open: what came too late, or is still to come.
    private static Refusal Closed(Engagement engagement, string field) =>
        engagement.State >= EngagementState.Concluded
            ? Refusal.OfOrder("The engagement has ended.", "An engagement that has ended remains as it was entered.")
        : field == TheEstablishment
            ? Refusal.OfOrder(
                "The dispositif is agreed: the establishment that agreed to it pays.",
                "If another establishment replaces it, announce the succession."
            )
        : field == Joined
            ? Refusal.OfOrder(
                "The engagement is active: the establishments that it covers can no longer change.",
                "If another establishment replaces one of them, announce the succession."
            )
        : engagement.Facilitator is null ? Refusal.OfOrder("No facilitator is assigned yet.", "Assign one first.")
        : Refusal.OfOrder("There is no member yet.", "Correct it once members are enrolled.");

    private static Decision Authorised(CorrectEngagement command, Engagement engagement)
    {
        var over = command.AuthorityOver!;
        return !Open(engagement).Contains(Authority) ? Closed(engagement, Authority)
            : Input.CheckOnce(over, "authorityOver", engagement.Members.Count) is { } twice ? twice
            : !over.All(engagement.HasMember)
                ? Refusal.OfInput("authorityOver names someone who is not a member.", "Give the ids of members of the group.")
            : over.ToHashSet().SetEquals(engagement.AuthorityOver)
                ? Refusal.OfOrder("This is already recorded.", "Give the members for whom this should change.")
            : new AuthorityCorrected(over, command.Reason);
    }

    // Who submitted a request stands with its first fact, and always did.
    private static async Task<bool> IsOfItself(IQuerySession session, Guid request) =>
        (await session.Events.FetchStreamAsync(request, version: 1))[0]
            .UserName?.StartsWith($"{Roles.Establishment}:", StringComparison.Ordinal)
            is true;

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/corrections",
                (Guid id, CorrectEngagement command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) =>
                            Decide(
                                command,
                                engagement,
                                command.Establishment is { } named ? await SucceedEstablishment.Standing(session, named) : null,
                                (await session.LoadAsync<Request>(engagement.Request))!,
                                engagement.Facilitator is { } facilitator ? await session.LoadAsync<Facilitator>(facilitator) : null,
                                await frames.With(session),
                                act,
                                await IsOfItself(session, engagement.Request)
                            )
                    )
            )
            .WithSummary("Put right what was entered of an engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
