using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Diagnosis;
using PracticeAnalysis.Engagement.Engagements;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Dispositifs;

/// <summary>Proposes a dispositif after the diagnosis; proposed again, it is revised until it is agreed.</summary>
/// <param name="Kind">Its nature: the engagement's, which a person decided (S2).</param>
/// <param name="Audience">Whom it is for.</param>
/// <param name="Frames">One to eight frames to follow, each in a published version; the engagement pins them.</param>
/// <param name="Protocol">The protocol of every session, pinned.</param>
/// <param name="SessionMinutes">Planned length of a session, 15 to 600.</param>
/// <param name="TermMonths">1 to 120.</param>
/// <param name="SessionsPlanned">1 to 1000.</param>
/// <param name="RateCents">Cents an hour, up to 1000000.</param>
/// <param name="IntervalDays">Most days between two sessions, 1 to 366.</param>
/// <param name="GroupMinimum">Fewest members of a group; the frames' bound, or 3, where absent.</param>
/// <param name="GroupMaximum">Most members of a group; the frames' bound, or 12, where absent.</param>
/// <param name="BilanMonths">Months between two intermediate bilans, 1 to 60, where they are scheduled.</param>
/// <param name="RateReason">Why the rate lies outside a frame's range, where the frame allows it with a reason.</param>
/// <param name="AnswerDays">Days that the parties have to answer a locked bilan, 14 to 90; 14, where absent.</param>
public sealed record ProposeDispositif(
    Kind Kind,
    Audience Audience,
    IReadOnlyList<Pin> Frames,
    Pin Protocol,
    [property: Between(15, 600)] int SessionMinutes,
    [property: Between(1, 120)] int TermMonths,
    [property: Between(1, 1000)] int SessionsPlanned,
    [property: Between(0, 1_000_000)] int RateCents,
    [property: Between(1, 366)] int? IntervalDays = null,
    [property: Between(1, 100)] int? GroupMinimum = null,
    [property: Between(1, 100)] int? GroupMaximum = null,
    [property: Between(1, 60)] int? BilanMonths = null,
    Narrative? RateReason = null,
    [property: Between(14, 90)] int? AnswerDays = null
) : Command
{
    private const int SmallestGroup = 3;
    private const int LargestGroup = 12;

    private static readonly Rule DiagnosisFirst = new("always", "diagnosis-first", "S3");

    /// <summary>Decides: refused where a frame's rule is broken; interval, frequency and term are recorded instead.</summary>
    public static Decision Decide(ProposeDispositif command, Engagement engagement, Facilitator? facilitator, FrameLibrary frames, Act act)
    {
        if (engagement.State != EngagementState.Designing)
        {
            return engagement.State < EngagementState.Designing
                ? Refusal.OfOrder(
                    "The diagnosis has not been restituted.",
                    "No dispositif can be designed before the diagnosis: restitute it first."
                ) with
                {
                    Rules = [DiagnosisFirst],
                }
                : Refusal.OfOrder("The dispositif is agreed.", "Revise a dispositif before it is agreed.");
        }

        // An upgrade voided the agreement: what was constituted under the dispositif stays under it.
        if (engagement.Groups.Count > 0)
        {
            return Refusal.OfOrder(
                "A group has already been constituted under the dispositif.",
                "Have it agreed as it is, then amend it; or dissolve its groups first."
            );
        }

        if (CheckInput(command, frames) is { } malformed)
        {
            return malformed;
        }

        var followed = command.Frames.Select(p => frames.Find(p)!).ToArray();
        var policies = Policies.Compose(followed);
        var protocol = frames.Protocols.Offered(command.Protocol);
        var dispositif = Of(command, [.. followed.Select(f => f.Pinned)], protocol ?? command.Protocol, policies, act);
        var broken =
            policies.Conflict()
            ?? OfAnotherKind(dispositif, engagement)
            ?? DispositifRules.Check(policies, followed, dispositif)
            ?? DispositifRules.CheckFacilitator(policies, facilitator, engagement.Establishments())
            ?? ValidateProcess.Missing(policies, engagement)
            ?? (protocol is null ? DraftFrame.NoProtocol : null);
        return broken is not null
            ? broken
            : Decision.Of([
                engagement.Dispositif is null ? new DispositifProposed(dispositif) : new DispositifRevised(dispositif),
                .. DispositifRules.Breaches(policies, dispositif),
            ]);
    }

    private static Refusal? OfAnotherKind(Dispositif dispositif, Engagement engagement) =>
        dispositif.Kind == engagement.Kind
            ? null
            : Refusal.OfRule(
                RedirectKind.Decided,
                "kind is not the kind decided for the engagement.",
                $"Give {Words.Of(engagement.Kind)}, or redirect the engagement first, with a reason."
            );

    private static Dispositif Of(ProposeDispositif command, IReadOnlyList<Pin> frames, Pin protocol, Policies policies, Act act) =>
        new(
            command.Kind,
            command.Audience,
            frames,
            protocol,
            command.SessionMinutes,
            command.TermMonths,
            command.SessionsPlanned,
            command.RateCents,
            command.IntervalDays,
            command.GroupMinimum
                ?? policies.Of(FrameRule.SizeMinimum)?.Value
                ?? Math.Min(SmallestGroup, policies.Of(FrameRule.SizeMaximum)?.Value ?? SmallestGroup),
            command.GroupMaximum
                ?? policies.Of(FrameRule.SizeMaximum)?.Value
                ?? Math.Max(LargestGroup, policies.Of(FrameRule.SizeMinimum)?.Value ?? LargestGroup),
            command.BilanMonths,
            command.RateReason is { } reason ? act.Seal(reason, SealedAs.RateReason) : null,
            command.AnswerDays
        );

    private static Refusal? CheckInput(ProposeDispositif command, FrameLibrary frames) =>
        Refusal.All(
            frames.Unfit(command.Frames, frames.Offers),
            Input.CheckPlain(command.Protocol.Name, "protocol.name", 60),
            Input.CheckNumber(command.Protocol.Version, "protocol.version", 1, 1000),
            Input.CheckNumbers(command) ?? Input.CheckNumber(command.GroupMaximum, "groupMaximum", command.GroupMinimum ?? 1, 100)
        );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/engagements/{id:guid}/dispositif",
                (Guid id, ProposeDispositif command, FrameLibrary frames, Streams streams) =>
                    streams.Change<Engagement>(
                        id,
                        command,
                        async (session, engagement, act) =>
                            Decide(
                                command,
                                engagement,
                                engagement.Facilitator is { } facilitator ? await session.LoadAsync<Facilitator>(facilitator) : null,
                                await frames.WithProtocols(session),
                                act
                            )
                    )
            )
            .WithSummary("Propose or revise the dispositif")
            .Produces<EngagementView>()
            .For(Roles.Practice);
}
