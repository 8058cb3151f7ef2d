using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;
using PracticeAnalysis.Reporting.Negotiation.Names;
using V1 = PracticeAnalysis.Contracts.Reporting.V1;

namespace PracticeAnalysis.Reporting.Negotiation.Syntheses;

/// <summary>Locks the text: it becomes the engagement's own, and its hash is what parties approve from now on. It is compared with what the
/// group's members are called. What was locked or validated for another establishment is locked anew for the one that pays now.</summary>
/// <param name="NoMemberMeant">Said where words of the text are those of members' names and mean none of them, or a member's name is kept no more; each approval then confirms it (S3).</param>
public sealed record LockSynthesis(bool NoMemberMeant = false) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="text">The text under the engagement's key; null where a part of it was erased with its author.</param>
    /// <param name="named">Which of its words may name members who did not agree; null where that cannot be said yet.</param>
    /// <param name="group">The record of its group: it holds the themes of what the synthesis is of from now on, as a locked bilan does.</param>
    public static Decision Decide(LockSynthesis command, Synthesis synthesis, OutwardText? text, NamesFound? named, GroupRecord group) =>
        synthesis.State != SynthesisState.Draft && !synthesis.IsForAnother
            ? Refusal.OfOrder("The text is locked.", "Revise the synthesis first, to change it.")
        : Naming.Unagreed(synthesis.NamedWithoutConsent) is { } unagreed ? unagreed
        : text is null ? Refusal.OfOrder("Part of the text was erased with its author's data.", "Revise the synthesis first.")
        : Naming.Found(named, command.NoMemberMeant) is { } found ? found
        : OutwardList.Outdated(synthesis, group) is { } outdated ? outdated
        : Holding(
            new(
                synthesis.Holding(text).HashOfText(),
                text,
                named!.MayName,
                synthesis.IsOpen ? synthesis.Parties : There(synthesis, group),
                synthesis.Holds.Count > 0 ? synthesis.Holds : OutwardList.Sessions(synthesis, group),
                synthesis.Establishment
            ),
            synthesis,
            group
        );

    // Who came and went since it was validated.
    private static IReadOnlyList<Guid> There(Synthesis synthesis, GroupRecord group) =>
        [.. synthesis.Facilitator is { } leads ? new[] { leads } : [], .. group.Persons.Order()];

    private static Decision Holding(SynthesisLocked locked, Synthesis synthesis, GroupRecord group) =>
        locked.Sessions is not { Count: > 0 } sessions || synthesis.Holds.Count > 0
            ? locked
            : Decision
                .Of(locked)
                .With(group, new SynthesisLockRecorded(synthesis.Engagement, synthesis.Id, sessions))
                .Telling(origin => new V1.SynthesisLocked(synthesis.Id, synthesis.Engagement, sessions, origin));

    /// <summary>Which of its words may name members who did not agree; null where that cannot be said yet.</summary>
    internal static async Task<NamesFound?> Named(
        Synthesis synthesis,
        IQuerySession session,
        KnownNames names,
        Act act,
        CancellationToken cancel
    )
    {
        var opener = await act.Opening(SynthesisView.Texts(synthesis));
        IReadOnlyList<string?> texts =
        [
            .. synthesis.Axes.Select(a => opener.Open(a.Text, OutwardList.AxesMember)),
            .. synthesis.Listed.Select(l => opener.Open(l.Text, OutwardList.ListedMember)),
        ];
        return await names.Find(
            [.. texts.OfType<string>()],
            [.. synthesis.Axes.SelectMany(a => a.Names ?? []).Intersect(synthesis.NamedByConsent)],
            await session.LoadManyAsync<GroupRecord>(cancel, synthesis.Group),
            session,
            cancel
        );
    }

    private static async Task<IResult> Lock(Guid id, LockSynthesis command, KnownNames names, Streams streams, CancellationToken cancel)
    {
        var answer = await streams.Change<Synthesis>(
            id,
            command,
            async (session, synthesis, act) =>
                Decide(
                    command,
                    synthesis,
                    await Owned(synthesis, act),
                    await Named(synthesis, session, names, act, cancel),
                    (await session.LoadAsync<GroupRecord>(synthesis.Group, cancel))!
                )
        );
        await names.Ask();
        return answer;
    }

    /// <summary>The text under the engagement's key; null where a part of it was erased.</summary>
    internal static async Task<OutwardText?> Owned(Synthesis synthesis, Act act)
    {
        var opener = await act.Opening(SynthesisView.Texts(synthesis));
        var seal = await act.SealUnder(synthesis.Engagement);
        var axes = synthesis.Axes.Select(a => (Axis: a, Text: opener.Reseal(a.Text, OutwardList.AxesMember, seal))).ToList();
        var listed = synthesis.Listed.Select(l => (Listed: l, Text: opener.Reseal(l.Text, OutwardList.ListedMember, seal))).ToList();
        return axes.Any(a => a.Text is null) || listed.Any(l => l.Text is null)
            ? null
            : new([.. axes.Select(a => a.Axis with { Text = a.Text! })], [.. listed.Select(l => l.Listed with { Text = l.Text! })]);
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapChange(
                "/v1/syntheses/{id:guid}/lock",
                (Guid id, LockSynthesis command, KnownNames names, Streams streams, CancellationToken cancel) =>
                    Lock(id, command, names, streams, cancel)
            )
            .WithSummary("Lock the text")
            .Produces<SynthesisView>()
            .For(Roles.Facilitator);
}
