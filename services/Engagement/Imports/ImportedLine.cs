using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using PracticeAnalysis.Engagement.Establishments;
using PracticeAnalysis.Engagement.Groups;
using PracticeAnalysis.Engagement.PastEngagements;
using PracticeAnalysis.Engagement.Persons;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Privacy;

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
                "reference is not in the form of a reference.",
                "Give 1 to 64 unaccented letters, digits and the characters . _ : / - of your own numbering, not a name."
            );

    /// <summary>The line of an import that a text says; or why it says none.</summary>
    public static (ImportedLine? Line, Refusal? Unreadable) Read(string text, OperationKind kind, JsonSerializerOptions options)
    {
        var (type, _) = Of(kind);
        try
        {
            if (JsonSerializer.Deserialize(text, type, options) is not ImportedLine line)
            {
                return (null, InputErrors.NoLine);
            }

            using var json = JsonDocument.Parse(text);
            return (line.Saying(json.RootElement), null);
        }
        catch (JsonException e)
        {
            return (null, InputErrors.OfBody(e, Encoding.UTF8.GetBytes(text), type, options, isLine: true));
        }
    }

    /// <summary>What cannot be read of a line beside the cells that could not; null where that is nothing.</summary>
    internal static Refusal? Beside(Refusal? unreadable, Refusal cells)
    {
        var told = cells.Others.Prepend(cells).SelectMany(r => r.Errors).Select(e => e.At).ToHashSet();
        return unreadable?.Errors.Where(e => !told.Contains(e.At)).ToList() is [_, ..] more ? unreadable with { Errors = more } : null;
    }

    /// <summary>A refusal with the places of the line that it is about.</summary>
    /// <param name="columns">Of CSV: what the header calls its columns.</param>
    public static Refusal Placed(Refusal refusal, OperationKind kind, IReadOnlyList<string>? columns, JsonSerializerOptions options)
    {
        var (type, command) = Of(kind);
        string? Column(string? pointer) =>
            columns?.FirstOrDefault(called => CsvColumns.Of(kind).Any(c => c.IsCalled(called) && c.At == pointer));
        List<InputError> errors =
        [
            .. InputErrors.Of(refusal, type, command, options).Select(e => e with { Column = e.Column ?? Column(e.At) }),
        ];
        return refusal with
        {
            // Of a table each place is told by its column, and not by the members that several become.
            Detail = columns is not null && errors is [{ Code: "missing" } first, _, ..] ? first.Message : refusal.Detail,
            Errors = errors,
            Others = [],
        };
    }

    // The line's type, and its member that holds the command.
    private static (Type Line, string Command) Of(OperationKind kind) =>
        kind switch
        {
            OperationKind.ImportEstablishments => (typeof(EstablishmentLine), "establishment"),
            OperationKind.ImportMembers => (typeof(MemberLine), "member"),
            _ => (typeof(PastEngagementLine), "pastEngagement"),
        };

    /// <summary>The reference of a line that cannot be read as one, where it has one: its result is known by it.</summary>
    internal static string? ReferenceIn(string line)
    {
        try
        {
            using var json = JsonDocument.Parse(line);
            return
                json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("reference", out var reference)
                && reference.ValueKind == JsonValueKind.String
                && Form().IsMatch(reference.GetString()!)
                ? reference.GetString()
                : null;
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return null;
        }
    }

    /// <summary>By what public numbers a line before is the same, as <see cref="Left"/> names them; none, where there are none.</summary>
    public virtual IReadOnlyList<string> Sought() => [];

    /// <summary>By what a line before takes a public number of this one without being the same.</summary>
    public virtual string? Clash() => null;

    /// <summary>By what public numbers a later line may be the same, or clash with it.</summary>
    public virtual IReadOnlyList<string> Left() => [];

    /// <summary>What has these numbers already, and no other.</summary>
    internal virtual Task<Guid?> Numbered(ImportContext standing, CancellationToken cancel) => Task.FromResult<Guid?>(null);

    /// <summary>The line with what it says beside its values: which of its members it says to be false, rather than nothing of them.</summary>
    internal virtual ImportedLine Saying(JsonElement line) => this;

    /// <summary>Has the command decided and records it in the session, as its own route does; says what was made.</summary>
    internal abstract Task<(Refusal? Refusal, Recorded Recorded, Guid Made)> Record(ImportContext standing, CancellationToken cancel);

    /// <summary>Whether the line says itself why it differs in its public number: else another number under a known reference is a mistake.</summary>
    internal virtual bool MayRenumber => false;

    /// <summary>In which fields the line differs from what is there, by their names. What the line leaves out it says nothing of.</summary>
    internal abstract Task<IReadOnlyList<string>> Differing(ImportContext standing, Guid there, CancellationToken cancel);

    /// <summary>Why an import does not correct these fields, or null.</summary>
    internal virtual Refusal? Uncorrectable(IReadOnlyList<string> fields) => null;

    /// <summary>Has what differs corrected, as its own route does.</summary>
    internal abstract Task<Recorded> Correct(ImportContext standing, Guid there, CancellationToken cancel);

    private protected static (Refusal?, Recorded, Guid) Of(Recorded recorded, Guid? made = null) =>
        (recorded.Refusal, recorded, made ?? recorded.Resource);

    [GeneratedRegex(@"\A[A-Za-z0-9._:/-]{1,64}\z")]
    private static partial Regex Form();
}

/// <summary>An establishment; one of the same SIRET or FINESS, and no other of both, is there already.</summary>
/// <param name="Establishment">As it is registered.</param>
/// <param name="Reference">The practice's own reference, where it has one: 1 to 64 letters without accents, digits and <c>. _ : / -</c>.</param>
/// <param name="Reason">Why it says otherwise than what is there, <c>mistyped</c> where absent. Said, it may have another SIRET or FINESS too.</param>
/// <param name="Since">From when on, with the reason <c>changed</c>.</param>
public sealed record EstablishmentLine(
    RegisterEstablishment Establishment,
    string? Reference = null,
    CorrectionReason? Reason = null,
    DateOnly? Since = null
) : ImportedLine
{
    internal override string? Called => Reference;

    /// <inheritdoc />
    // As EstablishmentDetails.IsSame and Clashes have it, of lines of which hashes alone are kept.
    public override IReadOnlyList<string> Sought() =>
        Numbers switch
        {
            ({ } siret, null) => [$"siret:{siret}"],
            (null, { } finess) => [$"finess:{finess}"],
            ({ } siret, { } finess) => [$"both:{siret}/{finess}", $"siret-alone:{siret}", $"finess-alone:{finess}"],
            _ => [],
        };

    /// <inheritdoc />
    public override string? Clash() => Numbers.Finess is { } finess ? $"finess:{finess}" : null;

    /// <inheritdoc />
    public override IReadOnlyList<string> Left() =>
        Numbers switch
        {
            ({ } siret, null) => [$"siret:{siret}", $"siret-alone:{siret}"],
            (null, { } finess) => [$"finess:{finess}", $"finess-alone:{finess}"],
            ({ } siret, { } finess) => [$"siret:{siret}", $"finess:{finess}", $"both:{siret}/{finess}"],
            _ => [],
        };

    private (string? Siret, string? Finess) Numbers => (Establishment.Details.Siret, Establishment.Details.Finess);

    internal override async Task<Guid?> Numbered(ImportContext standing, CancellationToken cancel) =>
        (await standing.Numbered(Establishment.Details, cancel)).FirstOrDefault(e => e.Details.IsSame(Establishment.Details))?.Id;

    internal override async Task<(Refusal? Refusal, Recorded Recorded, Guid Made)> Record(
        ImportContext standing,
        CancellationToken cancel
    ) =>
        Of(
            await standing.Recording.Start<Establishment>(
                standing.Session,
                standing.By,
                Establishment,
                async _ => Told(RegisterEstablishment.Decide(Establishment, await Clashing(standing)), standing),
                cancel
            )
        );

    private async Task<Guid?> Clashing(ImportContext standing) =>
        await standing.Clashing(Establishment.Details) is [var there, ..] ? there.Id : null;

    // Of what is not there the id is nobody's: the line before is named.
    private static Decision Told(Decision decision, ImportContext standing) =>
        decision.Refusal is { } refusal && standing.Foreseen.Made.Any(made => refusal.Detail == Establishments.Numbers.Taken(made).Detail)
            ? Clashes
            : decision;

    /// <summary>409: a line before takes a number of this one without being the same.</summary>
    internal static Refusal Clashes { get; } =
        Refusal.OfOrder("An earlier line has this FINESS with a different SIRET.", "Give each establishment its own FINESS.");

    internal override bool MayRenumber => Reason is not null;

    internal override async Task<IReadOnlyList<string>> Differing(ImportContext standing, Guid there, CancellationToken cancel) =>
        [.. Differing((await standing.Load<Establishment>(there, cancel))!).Select(d => d.Field)];

    internal override Task<Recorded> Correct(ImportContext standing, Guid there, CancellationToken cancel) =>
        standing.Append<Establishment>(
            there,
            Establishment with
            {
                OccurredAt = null,
            },
            async (establishment, act) =>
                Told(await CorrectEstablishment.Decide(Correcting(establishment), standing.Clashing, establishment, act), standing),
            cancel
        );

    /// <summary>In which fields the line differs from an establishment; what it leaves out it says nothing of.</summary>
    public IEnumerable<(string Field, string? From, string? To)> Differing(Establishment there) =>
        there.Details.DifferencesTo(Establishment.Details).Where(d => d.To is not null);

    private CorrectEstablishment Correcting(Establishment there)
    {
        var fields = Differing(there).Select(d => d.Field).ToHashSet();
        string? If(string field, string? said) => fields.Contains(field) ? said : null;
        return new(
            Reason ?? CorrectionReason.Mistyped,
            If("name", Establishment.Name),
            If("siret", Establishment.Siret),
            If("finess", Establishment.Finess),
            fields.Contains("sector") ? Establishment.Sector : null,
            If("entity", Establishment.Entity),
            If("territory", Establishment.Territory),
            Since: Since
        );
    }
}

/// <summary>A member of a group.</summary>
/// <param name="Group">The group's id.</param>
/// <param name="Member">As they are enrolled.</param>
/// <param name="Reference">The practice's own reference, no name: 1 to 64 letters without accents, digits and <c>. _ : / -</c>.</param>
public sealed record MemberLine(Guid Group, EnrolMember Member, string Reference) : ImportedLine
{
    internal override string? Called => Reference;

    // What the line says to be false; a member that is absent reads as false, and says nothing.
    private IReadOnlyList<string> Denied { get; init; } = [];

    internal override ImportedLine Saying(JsonElement line) =>
        line.ValueKind == JsonValueKind.Object && line.TryGetProperty("member", out var member)
            ? this with
            {
                Denied = [.. member.EnumerateObject().Where(m => m.Value.ValueKind == JsonValueKind.False).Select(m => m.Name)],
            }
            : this;

    private bool? Says(string name, bool value) =>
        value ? true
        : Denied.Contains(name) ? false
        : null;

    internal override async Task<(Refusal? Refusal, Recorded Recorded, Guid Made)> Record(ImportContext standing, CancellationToken cancel)
    {
        var recorded = await standing.Append<Model.Group>(
            Group,
            Member,
            (group, act) =>
                EnrolMember.Decide(
                    Member,
                    standing.Session,
                    group,
                    standing.Frames,
                    standing.Vault,
                    act,
                    standing.Foreseen.Find<Engagement>(group.Engagement)
                ),
            cancel
        );
        var (refusal, told, person) = Of(
            recorded,
            recorded.Decision.Facts.OfType<MemberEnrolled>().Select(e => (Guid?)e.Person).FirstOrDefault()
        );
        return (refusal == Refusal.NotFound ? refusal.At("group") : refusal, told, person);
    }

    // Who left the group is as the line says, as far as it can still be told.
    internal override async Task<IReadOnlyList<string>> Differing(ImportContext standing, Guid there, CancellationToken cancel)
    {
        var group = await standing.Load<Model.Group>(Group, cancel);
        var engagement = group is null ? null : await standing.Load<Engagement>(group.Engagement, cancel);
        return [.. DifferingFrom(there, await standing.Name(there, cancel), group, engagement)];
    }

    /// <summary>In which fields the line differs from a person as they stand in the group that it names. What it does not say of a person
    /// it says nothing of.</summary>
    public IEnumerable<string> DifferingFrom(Guid there, string? name, Model.Group? group, Engagement? engagement)
    {
        var member = group?.Members.FirstOrDefault(m => m.Person == there);
        var fields = new (string Name, bool Differs)[]
        {
            ("group", member is null && group?.Left.Contains(there) is not true),
            ("displayName", Member.DisplayName is { } called && name is not null && name != NormalForm.Of(called)),
            ("person", Member.Person is { } person && person != there),
            ("institution", member is not null && member.Institution != Member.Institution),
            ("volunteers", member is not null && Says("volunteers", Member.Volunteers) is { } said && said != member.Volunteers),
            (
                "underFacilitatorsAuthority",
                member is not null
                    && Says("underFacilitatorsAuthority", Member.UnderFacilitatorsAuthority) is { } under
                    && under != (engagement?.AuthorityOver.Contains(there) is true)
            ),
        };
        return fields.Where(f => f.Differs).Select(f => f.Name);
    }

    internal override Refusal? Uncorrectable(IReadOnlyList<string> fields) =>
        fields.Any(f => f != "displayName")
            ? Refusal.OfOrder(
                "An import corrects only a member's name; fields lists the others that differ.",
                "The institution, or the volunteering, was agreed with the group: record the change there. Give another person another reference."
            )
            : null;

    internal override Task<Recorded> Correct(ImportContext standing, Guid there, CancellationToken cancel)
    {
        // What differs is the name: one is said.
        var command = new RectifyName(Member.DisplayName!);
        return standing.Recording.Request<PersonRecord>(
            standing.Session,
            PersonStreams.Asked(there),
            standing.By,
            command,
            (record, act) => Task.FromResult(RectifyName.Decide(command, there, record, known: true, act)),
            cancel
        );
    }
}

/// <summary>A past engagement.</summary>
/// <param name="PastEngagement">As it is taken over.</param>
/// <param name="Reference">The practice's own reference: 1 to 64 letters without accents, digits and <c>. _ : / -</c>.</param>
public sealed record PastEngagementLine(TakeOverPastEngagement PastEngagement, string Reference) : ImportedLine
{
    internal override string? Called => Reference;

    internal override async Task<(Refusal? Refusal, Recorded Recorded, Guid Made)> Record(
        ImportContext standing,
        CancellationToken cancel
    ) =>
        Of(
            await standing.Recording.Start<PastEngagement>(
                standing.Session,
                standing.By,
                PastEngagement,
                act => TakeOverPastEngagement.Decide(PastEngagement, standing.Session, act),
                cancel
            )
        );

    internal override async Task<IReadOnlyList<string>> Differing(ImportContext standing, Guid there, CancellationToken cancel)
    {
        var past = (await standing.Load<PastEngagement>(there, cancel))!;
        var named = await PastEngagement.Named(standing.Session);
        return named.Count == 1
            ? [.. past.Details.DifferencesTo(PastEngagement.DetailsOf(named[0].Id)).Select(d => d.Field)]
            : ["establishment"];
    }

    internal override Task<Recorded> Correct(ImportContext standing, Guid there, CancellationToken cancel)
    {
        var command = new CorrectPastEngagement(CorrectionReason.Mistyped, PastEngagement);
        return standing.Append<PastEngagement>(
            there,
            command,
            (past, act) => CorrectPastEngagement.Decide(command, standing.Session, past, act),
            cancel
        );
    }
}
