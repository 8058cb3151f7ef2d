using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Bilans;
using PracticeAnalysis.Reporting.Groups;
using PracticeAnalysis.Reporting.Names;
using V1 = PracticeAnalysis.Contracts.Reporting.V1;

namespace PracticeAnalysis.Reporting.Syntheses;

/// <summary>Writes the synthesis anew; every approval given before is void.</summary>
public sealed record ReviseSynthesis(IReadOnlyList<AxisDraft> Axes, IReadOnlyList<ListedDraft> Listed) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ReviseSynthesis command, Synthesis synthesis, GroupRecord group, Act act) =>
        !synthesis.IsOpen && !synthesis.IsForAnother
            ? Refusal.OfOrder("The synthesis is validated.", "What was validated stays so; draft another one.")
        : OutwardList.Wrong(command.Axes, command.Listed, group, synthesis.Session, new(Guid.Empty, false, synthesis.From, synthesis.To))
            is { } wrong
            ? wrong
        : Released(new SynthesisRevised(OutwardList.Seal(command.Axes, act), OutwardList.Seal(command.Listed, act)), synthesis, group);

    private static Decision Released(Decision revised, Synthesis synthesis, GroupRecord group) =>
        synthesis.Holds.Count == 0
            ? revised
            : revised
                .With(group, new SynthesisUnlockRecorded(synthesis.Engagement, synthesis.Id))
                .Telling(origin => new V1.SynthesisUnlocked(synthesis.Id, synthesis.Engagement, synthesis.Holds, origin));
}

/// <summary>Locks the text: it becomes the engagement's own, and its hash is what parties approve from now on. It is compared with what the
/// group's members are called. What was locked or validated for another establishment is locked anew for the one that pays now.</summary>
/// <param name="NoMemberMeant">Said where words of the text are those of members' names and mean none of them; each approval then confirms it (S3).</param>
public sealed record LockSynthesis(bool NoMemberMeant = false) : Command
{
    /// <summary>Decides.</summary>
    /// <param name="text">The text under the engagement's key; null where a part of it was erased with its author.</param>
    /// <param name="named">Which of its words may name members who did not agree; null where that cannot be said yet.</param>
    /// <param name="group">The record of its group: it holds the themes of what the synthesis is of from now on, as a locked bilan does.</param>
    public static Decision Decide(LockSynthesis command, Synthesis synthesis, OutwardText? text, NamesFound? named, GroupRecord group) =>
        synthesis.State != SynthesisState.Draft && !synthesis.IsForAnother
            ? Refusal.OfOrder("The text is locked.", "Revise it first, to change it.")
        : Naming.Unagreed(synthesis.NamedWithoutConsent) is { } unagreed ? unagreed
        : text is null ? Refusal.OfOrder("A part of the text was erased with its author.", "Revise it first.")
        : Naming.Found(named, command.NoMemberMeant) is { } found ? found
        : OutwardList.Outdated(synthesis, group) is { } outdated ? outdated
        : Holding(
            new(
                synthesis.Holding(text).HashOfText(),
                text,
                named!.Words > 0,
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

    internal static async Task<IResult> Lock(Guid id, LockSynthesis command, KnownNames names, Streams streams, CancellationToken cancel)
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
}

/// <summary>A party approves the locked text, naming its hash.</summary>
/// <param name="NoMemberMeant">Confirms that the text means no member, where it was locked so; may be said in a second approval.</param>
public sealed record ApproveSynthesis(string TextHash, bool NoMemberMeant = false) : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(ApproveSynthesis command, Synthesis synthesis, Act act) =>
        Consent.NotOnExactText(command.TextHash, synthesis.State == SynthesisState.Locked, synthesis.TextHash) is { } refusal ? refusal
        : !synthesis.Deciding.Contains(act.By.Person)
            ? Refusal.OfRule(
                ValidateSynthesis.Agreement,
                "Those decide who were in the group when the text was locked.",
                "Have the facilitator revise it where the text should say another thing."
            )
        : synthesis.Approvals.Contains(act.By.Person)
        && !Consent.Confirms(command.NoMemberMeant, synthesis.NoMemberMeant, synthesis.Confirmed, act)
            ? Decision.Nothing
        : new SynthesisApproved(act.By.Person, command.TextHash, command.NoMemberMeant && synthesis.NoMemberMeant);
}

/// <summary>Asks or agrees to be named in this text: the person concerned alone (S3).</summary>
public sealed record AgreeToBeNamedInSynthesis : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Synthesis synthesis, Act act) =>
        synthesis.State == SynthesisState.Published ? Naming.Gone
        : synthesis.NamedByConsent.Contains(act.By.Person) ? Decision.Nothing
        : new SynthesisNamingAgreed(act.By.Person);
}

/// <summary>Takes one's agreement to be named back, until the text is published (S3); it is not published from then on.</summary>
public sealed record RevokeNamingInSynthesis : Command
{
    /// <summary>Decides.</summary>
    public static Decision Decide(Synthesis synthesis, Act act) =>
        synthesis.State == SynthesisState.Published ? Naming.Gone
        : synthesis.NamedByConsent.Contains(act.By.Person) ? new SynthesisNamingRevoked(act.By.Person)
        : Decision.Nothing;
}

/// <summary>Records that the group validated the synthesis: those approved the exact text whose word the frame asks for (S3).</summary>
public sealed record ValidateSynthesis : Command
{
    internal static readonly Rule Agreement = new("always", "approval", "S3");

    /// <summary>Decides.</summary>
    /// <param name="group">The record of its group.</param>
    /// <param name="named">Whom its words may name, where the facilitator said that none is meant.</param>
    public static Decision Decide(Synthesis synthesis, GroupRecord group, NamesFound named) =>
        synthesis.State != SynthesisState.Locked
            ? Refusal.OfOrder("The text is not locked, or is validated.", "Lock it, and let the parties approve it.")
        : synthesis.Facilitator is not { } leads || !synthesis.Approvals.Contains(leads)
            ? Refusal.OfRule(Agreement, "The facilitator has not approved.", "Approve the locked text, or revise it and lock it anew.")
        : synthesis.Deciding.Except(synthesis.Approvals).Count() is > 0 and var silent
        && !Consent.IsMost(synthesis.Approval, synthesis.Facilitator, synthesis.Deciding, synthesis.Approvals)
            ? Refusal.OfRule(
                Agreement,
                $"{silent} parties have not approved.",
                "Every party approves, who left since among them, or most do where the frame says so; or the text is revised, and locked anew for those who are there."
            )
        : synthesis.Asked is not null && synthesis.Approvals.All(a => a == leads)
            ? Refusal.OfRule(
                Agreement,
                "No member has approved.",
                "A synthesis is validated by the group: without a member nothing leaves."
            )
        : (Unconfirmed(synthesis) ?? Unheard(synthesis, named) ?? OutwardList.Fallen(synthesis, group)) is { } unconfirmed ? unconfirmed
        : new SynthesisValidated(synthesis.TextHash!);

    /// <summary>Some approved and did not confirm that no member is meant, where the synthesis was locked so.</summary>
    internal static Refusal? Unconfirmed(Synthesis synthesis) =>
        Naming.Unconfirmed(synthesis.NoMemberMeant, synthesis.Approvals, synthesis.Confirmed);

    /// <summary>Somebody whom its words may name did not confirm that it means them not.</summary>
    internal static Refusal? Unheard(Synthesis synthesis, NamesFound named) =>
        Naming.Unheard(synthesis.NoMemberMeant, named, synthesis.Confirmed, synthesis.NamedByConsent);
}

/// <summary>Hands a validated synthesis to the establishment; nothing before the group validated it (S3).</summary>
public sealed record PublishSynthesis : Command
{
    private static readonly Rule NothingBefore = new("always", "nothing-before-agreement", "S3");

    /// <summary>Decides.</summary>
    /// <param name="group">The record of its group, whose charter says what leaves.</param>
    /// <param name="named">Whom its words may name, where the facilitator said that none is meant.</param>
    public static Decision Decide(Synthesis synthesis, GroupRecord group, NamesFound named) =>
        synthesis.State switch
        {
            SynthesisState.Validated when synthesis.IsForAnother => Refusal.OfRule(
                NothingBefore,
                "It was validated for another establishment, whose place was taken since.",
                "Lock the text anew, and have the group validate it for the establishment that pays now."
            ),
            SynthesisState.Validated when Transparency.Withheld([group], Transparency.Syntheses) is { } withheld => withheld,
            SynthesisState.Validated
                when (
                    Naming.Unagreed(synthesis.NamedWithoutConsent)
                    ?? ValidateSynthesis.Unconfirmed(synthesis)
                    ?? ValidateSynthesis.Unheard(synthesis, named)
                    ?? OutwardList.Fallen(synthesis, group)
                )
                    is { } unheard => unheard,
            SynthesisState.Validated => new SynthesisPublished(),
            SynthesisState.Published => Refusal.OfOrder("The synthesis is published.", "Publish it once."),
            _ => Refusal.OfOrder("The group did not validate it.", "Have every party approve the locked text first.") with
            {
                Rules = [NothingBefore],
            },
        };
}

/// <summary>The routes by which a synthesis is validated and handed over.</summary>
public static class SynthesisRoutes
{
    internal static void Map(IEndpointRouteBuilder routes)
    {
        routes
            .MapPost(
                "/v1/syntheses/{id:guid}/revise",
                (Guid id, ReviseSynthesis command, Streams streams) =>
                    streams.Change<Synthesis, GroupRecord>(
                        id,
                        command,
                        s => s.Group,
                        (synthesis, group, act) => ReviseSynthesis.Decide(command, synthesis, group, act)
                    )
            )
            .UnderIfMatch()
            .WithSummary("Write a synthesis anew")
            .Produces<SynthesisView>()
            .For(Roles.Facilitator);
        routes
            .MapPost(
                "/v1/syntheses/{id:guid}/lock",
                (Guid id, LockSynthesis command, KnownNames names, Streams streams, CancellationToken cancel) =>
                    LockSynthesis.Lock(id, command, names, streams, cancel)
            )
            .UnderIfMatch()
            .WithSummary("Lock the text")
            .Produces<SynthesisView>()
            .For(Roles.Facilitator);
        LeadOut<ValidateSynthesis>(routes, "validate", "Record that the group validated the synthesis", ValidateSynthesis.Decide);
        LeadOut<PublishSynthesis>(routes, "publish", "Hand a validated synthesis to the establishment", PublishSynthesis.Decide);
        Bring<ApproveSynthesis>(routes, "approvals", "Approve the exact text", ApproveSynthesis.Decide, Roles.Member, Roles.Facilitator);
        Bring<AgreeToBeNamedInSynthesis>(
            routes,
            "namings",
            "Ask or agree to be named",
            (_, synthesis, act) => AgreeToBeNamedInSynthesis.Decide(synthesis, act),
            Roles.Member
        );
        Bring<RevokeNamingInSynthesis>(
            routes,
            "namings/revoke",
            "Take one's agreement to be named back",
            (_, synthesis, act) => RevokeNamingInSynthesis.Decide(synthesis, act),
            Roles.Member
        );
    }

    // What leaves is compared once more, as members are called by then.
    private static void LeadOut<TCommand>(
        IEndpointRouteBuilder routes,
        string verb,
        string summary,
        Func<Synthesis, GroupRecord, NamesFound, Decision> decide
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/syntheses/{{id:guid}}/{verb}",
                async (Guid id, TCommand command, KnownNames names, Streams streams, CancellationToken cancel) =>
                {
                    var answer = await streams.Change<Synthesis>(
                        id,
                        command,
                        async (session, synthesis, act) =>
                        {
                            var named = synthesis.NoMemberMeant
                                ? await LockSynthesis.Named(synthesis, session, names, act, cancel)
                                : NamesFound.None;
                            return named is null
                                ? Naming.Untold
                                : decide(synthesis, (await session.LoadAsync<GroupRecord>(synthesis.Group, cancel))!, named);
                        }
                    );
                    await names.Ask();
                    return answer;
                }
            )
            .UnderIfMatch()
            .WithSummary(summary)
            .Produces<SynthesisView>()
            .For(Roles.Facilitator);

    private static void Bring<TCommand>(
        IEndpointRouteBuilder routes,
        string path,
        string summary,
        Func<TCommand, Synthesis, Act, Decision> decide,
        params string[] roles
    )
        where TCommand : Command =>
        routes
            .MapPost(
                $"/v1/syntheses/{{id:guid}}/{path}",
                (Guid id, TCommand command, Streams streams) =>
                    streams.Append<Synthesis>(id, command, (synthesis, act) => decide(command, synthesis, act))
            )
            .WithSummary(summary)
            .Produces<SynthesisView>()
            .For(roles);
}
