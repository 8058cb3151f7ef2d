using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;
using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.OpenApi;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.Reporting.Model;
using PracticeAnalysis.Reporting.Negotiation.Bilans;

namespace PracticeAnalysis.Reporting.Negotiation.Prevention;

/// <summary>Reads an establishment's action tracks and decisions for its prevention plan, as JSON or CSV.</summary>
public sealed class ReadPreventionPlan(IDocumentStore store, TextVault vault)
{
    // A cell that a spreadsheet would take for a formula is escaped.
    private static CsvConfiguration Csv(TableForm form) =>
        new(form.Culture) { Delimiter = form.Separator, InjectionOptions = InjectionOptions.Escape };

    private static readonly CsvColumns Columns = new(
        ["engagement", "kind", "id", "state", "opened", "changed", "text"],
        new Dictionary<string, string> { ["opened"] = CsvColumns.Day, ["changed"] = CsvColumns.Day }
    );

    /// <summary>The plan; 404 for an establishment that is not yours.</summary>
    public async Task<IResult> Read(HttpContext http, Guid establishment, string? format, Portion portion, CancellationToken cancel)
    {
        var actor = Actor.From(http.User)!;
        if (actor.Is(Roles.Establishment) && actor.Establishment != establishment)
        {
            return Refusal.NotFound.ToResult();
        }

        if (AnswerForms.OfTables.Of(http, format) is not { } asked)
        {
            return AnswerForms.OfTables.None.ToResult();
        }

        await using var session = await store.ForTenant(actor.Tenant, cancel);
        var groups = await GroupsOf(session, establishment, cancel);
        // Before its first engagement an establishment has an empty plan.
        if (groups.Count == 0 && await session.LoadAsync<EstablishmentRecord>(establishment, cancel) is null)
        {
            return Refusal.NotFound.ToResult();
        }

        var (listed, handed) = await Texts(session, establishment, groups, cancel);
        var lines = PreventionPlan.Lines(groups, listed, handed);
        if (asked != "csv")
        {
            return new Shown(new Page<PlanLine>(portion.Of(lines, l => $"{l.Id}")));
        }

        var form = TableForm.Of(http.Request);
        form.Name(http.Response, "prevention-plan", "plan-de-prevention");
        return Results.Text(await Write(lines, form), TableForm.Type);
    }

    // The texts that list its lines, which are agreed in this service, and what was told of the lines themselves: of a session, or of what no group
    // listed, nothing is waited for.
    private static async Task<bool> Reflects(
        IQuerySession session,
        Guid establishment,
        Actor actor,
        Written written,
        DateTimeOffset now,
        CancellationToken cancel
    )
    {
        if (actor.Is(Roles.Establishment) && actor.Establishment != establishment)
        {
            return false;
        }

        var groups = (await GroupsOf(session, establishment, cancel))
            .Where(g => g.Gives(Transparency.ActionTracks) || g.Gives(Transparency.Decisions))
            .ToList();
        var ids = groups.Select(g => g.Id).ToList();
        var (bilans, syntheses) = PreventionPlan.HandedTo(establishment, groups, await Listing(session, ids, cancel));
        return bilans.Any(b => b.IsAgreed && b.Id == written.Resource)
            || syntheses.Any(s => !s.IsOpen && s.Id == written.Resource)
            || (
                PreventionPlan.Listed(bilans, syntheses).ContainsKey(written.Resource) && await session.Learned(ids, actor, written, cancel)
            );
    }

    private static async Task<IReadOnlyList<GroupRecord>> GroupsOf(IQuerySession session, Guid establishment, CancellationToken cancel) =>
        [.. (await session.Query<GroupRecord>().ToListAsync(cancel)).Select(g => g.ReadBy(establishment)).OfType<GroupRecord>()];

    private static async Task<(IReadOnlyList<Bilan>, IReadOnlyList<Synthesis>)> Listing(
        IQuerySession session,
        IReadOnlyList<Guid> groups,
        CancellationToken cancel
    )
    {
        var ids = groups.ToArray();
        return (
            await session.Query<Bilan>().Where(b => b.Groups.Any(g => ids.Contains(g))).ToListAsync(cancel),
            await session.Query<Synthesis>().Where(s => ids.Contains(s.Group)).ToListAsync(cancel)
        );
    }

    private async Task<(IReadOnlyDictionary<Guid, string?> Listed, IReadOnlySet<Guid> Handed)> Texts(
        IQuerySession session,
        Guid establishment,
        IReadOnlyList<GroupRecord> groups,
        CancellationToken cancel
    )
    {
        var (bilans, syntheses) = PreventionPlan.HandedTo(
            establishment,
            groups,
            await Listing(session, [.. groups.Select(g => g.Id)], cancel)
        );
        var opened = new Dictionary<Guid, string?>();
        foreach (var listed in PreventionPlan.Listed(bilans, syntheses).Values)
        {
            var opener = await vault.OpenerFor(session, listed.Stream, [listed.Text], cancel);
            opened[listed.Id] = opener.Open(listed.Text, listed.Member);
        }

        return (opened, PreventionPlan.Handed(bilans, syntheses));
    }

    /// <summary>Writes it as CSV.</summary>
    /// <param name="form">How it is written; null: in the names of the API.</param>
    public static async Task<string> Write(IEnumerable<PlanLine> lines, TableForm? form = null)
    {
        form ??= new(IsFrench: false);
        await using var text = new StringWriter(CultureInfo.InvariantCulture);
        await using var csv = new CsvWriter(text, Csv(form));
        foreach (var column in Columns.Columns)
        {
            csv.WriteField(form.Header(column));
        }

        await csv.NextRecordAsync();
        foreach (var line in lines)
        {
            csv.WriteField(line.Engagement);
            csv.WriteField(form.Word(Words.Of(line.Kind)));
            csv.WriteField(line.Id);
            csv.WriteField(form.Word(line.State));
            csv.WriteField(line.Opened.ToString("O", CultureInfo.InvariantCulture));
            csv.WriteField(line.Changed.ToString("O", CultureInfo.InvariantCulture));
            csv.WriteField(line.Text == TextOpener.Erased ? null : line.Text);
            await csv.NextRecordAsync();
        }

        return form.Mark + text;
    }

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet(
                "/v1/establishments/{id:guid}/action-tracks",
                (
                    Guid id,
                    string? format,
                    [AsParameters] Portion portion,
                    HttpContext http,
                    ReadPreventionPlan plan,
                    CancellationToken cancel
                ) => plan.Read(http, id, format, portion, cancel)
            )
            .Reflects(Reflects)
            .WithSummary("Export action tracks and decisions for the establishment's prevention plan")
            .Produces<Page<PlanLine>>(200, "application/json", "text/csv")
            .WithMetadata(Columns, AnswerForms.OfTables)
            .For(Roles.Establishment, Roles.Practice);
}
