using Marten;
using PracticeAnalysis.Engagement.Dispositifs;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Facilitators;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Requests;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Hosting;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Engagements;

/// <summary>Puts right what was entered of an engagement and cannot be proposed anew; one field at a time. What was agreed is amended by a proposal, the kind
/// is redirected, and when something was recorded is never rewritten.</summary>
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

    private static readonly Refusal Past = Refusal.OfOrder(
        "This field cannot be corrected any more, or not yet.",
        "Read correctable; what was agreed is amended by a proposal that who pays accepts."
    );

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
    public static Decision Decide(
        CorrectEngagement command,
        Engagement engagement,
        Establishment? establishment,
        Request request,
        Facilitator? facilitator,
        FrameLibrary frames,
        Act act
    ) =>
        new object?[] { command.Establishment, command.NotJoined, command.AuthorityOver }.Count(field => field is not null) != 1
        || command.Reason == CorrectionReason.Changed
            ? Refusal.OfInput(
                "None of establishment, notJoined and authorityOver is given, or several are; or the reason is changed.",
                "Give one of them, and why it had been wrong: an establishment that changed is corrected itself, or succeeded."
            )
        : command.Establishment is { } named ? Move(command, engagement, named, establishment, request, facilitator, frames, act)
        : command.NotJoined is { } wrong
            ? !Open(engagement).Contains(Joined) ? Past
                : !engagement.Spans.Contains(wrong)
                    ? Refusal.OfInput("notJoined names no establishment that was joined.", "Give one of spans.")
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
        Act act
    ) =>
        !Open(engagement).Contains(TheEstablishment) ? Past
        : establishment is null ? Refusal.OfInput("establishment names none of this practice's.", "Register the establishment first.")
        : SucceedEstablishment.Settled(establishment) is { } settled ? settled
        : engagement.Establishments().Contains(named)
            ? Refusal.OfOrder("The engagement is for this establishment already.", "Give the one that it should be for.")
        : engagement.Dispositif is { } dispositif
        && DispositifRules.CheckFacilitator(frames.Pinned(dispositif.Frames), facilitator, [named]) is { } broken
            ? broken
        : Input.CheckTime(act, request) is { } untimely ? untimely
        : Decision
            .Of(new EstablishmentReplaced(engagement.Establishment, named, command.Reason))
            .With(request, new RequestMoved(request.Establishment, named));

    private static Decision Authorised(CorrectEngagement command, Engagement engagement)
    {
        var over = command.AuthorityOver!;
        return !Open(engagement).Contains(Authority) ? Past
            : Input.CheckOnce(over, "authorityOver", engagement.Members.Count) is { } twice ? twice
            : !over.All(engagement.HasMember)
                ? Refusal.OfInput("authorityOver names somebody who is no member.", "Give the ids of members that are there.")
            : over.ToHashSet().SetEquals(engagement.AuthorityOver)
                ? Refusal.OfOrder("It is said so already.", "Give the members over whom it is otherwise.")
            : new AuthorityCorrected(over, command.Reason);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapPost(
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
                                act
                            )
                    )
            )
            .UnderIfMatch()
            .WithSummary("Put right what was entered of an engagement")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
