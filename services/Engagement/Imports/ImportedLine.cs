using System.Text.RegularExpressions;
using Marten;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.Operations;
using PracticeAnalysis.Engagement.PastEngagements;
using PracticeAnalysis.ServiceDefaults.Facts;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>A line of an import: a single command, as its own route takes it, beside what the practice calls what it makes.</summary>
public abstract partial record ImportedLine
{
    /// <summary>What the practice calls what the line makes. The same reference again makes nothing again.</summary>
    internal abstract string? Called { get; }

    /// <summary>Why the reference is none, or null.</summary>
    internal Refusal? CheckReference() =>
        Called is null || Form().IsMatch(Called)
            ? null
            : Refusal.OfInput(
                "reference is no reference.",
                "Give 1 to 64 letters without accents, digits, and the signs . _ : / - of your own numbering; no name."
            );

    /// <summary>By what public number two lines are the same; null where there is none.</summary>
    internal virtual string? Number => null;

    /// <summary>What has this number already.</summary>
    internal virtual Task<Guid?> Numbered(IQuerySession session, CancellationToken cancel) => Task.FromResult<Guid?>(null);

    /// <summary>Has the command decided and records it in the session, as its own route does; says what was made.</summary>
    internal abstract Task<(Refusal? Refusal, Recorded Recorded, Guid Made)> Record(
        Recording recording,
        IDocumentSession session,
        Actor by,
        FrameLibrary frames,
        CancellationToken cancel
    );

    private protected static (Refusal?, Recorded, Guid) Of(Recorded recorded, Guid? made = null) =>
        (recorded.Refusal, recorded, made ?? recorded.Resource);

    [GeneratedRegex(@"\A[A-Za-z0-9._:/-]{1,64}\z")]
    private static partial Regex Form();
}

/// <summary>An establishment; one of the same SIRET and FINESS is there already.</summary>
/// <param name="Establishment">As it is registered.</param>
/// <param name="Reference">The practice's own reference, where it has one: 1 to 64 letters without accents, digits and <c>. _ : / -</c>.</param>
public sealed record EstablishmentLine(RegisterEstablishment Establishment, string? Reference = null) : ImportedLine
{
    internal override string? Called => Reference;

    internal override string Number => $"{Establishment.Siret}/{Establishment.Finess}";

    internal override async Task<Guid?> Numbered(IQuerySession session, CancellationToken cancel) =>
        (
            await session
                .Query<Establishment>()
                .Where(e => e.Siret == Establishment.Siret && e.Finess == Establishment.Finess)
                .OrderBy(e => e.Id)
                .FirstOrDefaultAsync(cancel)
        )?.Id;

    internal override async Task<(Refusal? Refusal, Recorded Recorded, Guid Made)> Record(
        Recording recording,
        IDocumentSession session,
        Actor by,
        FrameLibrary frames,
        CancellationToken cancel
    ) =>
        Of(
            await recording.Start<Establishment>(
                session,
                by,
                Establishment,
                _ => Task.FromResult(RegisterEstablishment.Decide(Establishment)),
                cancel
            )
        );
}

/// <summary>A member of a group.</summary>
/// <param name="Group">The group's id.</param>
/// <param name="Member">As they are enrolled.</param>
/// <param name="Reference">The practice's own reference, no name: 1 to 64 letters without accents, digits and <c>. _ : / -</c>.</param>
public sealed record MemberLine(Guid Group, EnrolMember Member, string Reference) : ImportedLine
{
    internal override string? Called => Reference;

    internal override async Task<(Refusal? Refusal, Recorded Recorded, Guid Made)> Record(
        Recording recording,
        IDocumentSession session,
        Actor by,
        FrameLibrary frames,
        CancellationToken cancel
    )
    {
        var recorded = await recording.Append<Groups.Group>(
            session,
            Group,
            by,
            Member,
            (group, act) => EnrolMember.Decide(Member, session, group, frames, act),
            cancel
        );
        return Of(recorded, recorded.Decision.Facts.OfType<MemberEnrolled>().Select(e => (Guid?)e.Person).FirstOrDefault());
    }
}

/// <summary>A past engagement.</summary>
/// <param name="PastEngagement">As it is taken over.</param>
/// <param name="Reference">The practice's own reference: 1 to 64 letters without accents, digits and <c>. _ : / -</c>.</param>
public sealed record PastEngagementLine(TakeOverPastEngagement PastEngagement, string Reference) : ImportedLine
{
    internal override string? Called => Reference;

    internal override async Task<(Refusal? Refusal, Recorded Recorded, Guid Made)> Record(
        Recording recording,
        IDocumentSession session,
        Actor by,
        FrameLibrary frames,
        CancellationToken cancel
    ) =>
        Of(
            await recording.Start<PastEngagement>(
                session,
                by,
                PastEngagement,
                act => TakeOverPastEngagement.Decide(PastEngagement, session, act),
                cancel
            )
        );
}
