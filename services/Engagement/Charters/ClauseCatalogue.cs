using System.Text.Json;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Charters;

/// <summary>A clause of charters, in French and English.</summary>
/// <param name="Code">By which charters name it, such as confidentiality.</param>
/// <param name="Source">The document it comes from.</param>
/// <param name="Required">Whether every charter holds it.</param>
/// <param name="Fr">Its text in French; a charter's hash is over it too.</param>
/// <param name="En">Its text in English; a charter's hash is over it too.</param>
public sealed record Clause(string Code, string Source, bool Required, string Fr, string En);

/// <summary>The clauses that charters are made of: versioned data; what was accepted under a version reads the same for ever.</summary>
/// <param name="Version">Of the catalogue: what was accepted under one reads the same for ever.</param>
/// <param name="Clauses">All of them, in the order in which charters hold them.</param>
public sealed record ClauseCatalogue(int Version, IReadOnlyList<Clause> Clauses)
{
    /// <summary>Reads the newest version that the program carries.</summary>
    public static ClauseCatalogue Read()
    {
        using var data = typeof(ClauseCatalogue).Assembly.GetManifestResourceStream("charters/clauses.v1.json")!;
        return JsonSerializer.Deserialize<ClauseCatalogue>(data, FactJson.Options)!;
    }

    /// <summary>The clauses with these codes, in the catalogue's order; those that every charter holds are among them.</summary>
    public IReadOnlyList<Clause> Of(IEnumerable<string> codes)
    {
        var chosen = codes.ToHashSet();
        return [.. Clauses.Where(c => c.Required || chosen.Contains(c.Code))];
    }

    /// <summary>The hash of an exact charter: catalogue, clauses, what goes outward, and its own text as it is stored. It needs no key, and outlives one.</summary>
    public static string Hash(int catalogue, IEnumerable<Clause> clauses, IEnumerable<OutwardItem> outward, Sealed text) =>
        Canonical.Hash(
            string.Join(
                '\n',
                [
                    $"catalogue {catalogue}",
                    .. clauses.Select(c => $"clause {c.Code} {Canonical.Hash(c.Fr)} {Canonical.Hash(c.En)}"),
                    .. outward.Select(o => $"outward {o}"),
                    $"text {Canonical.Hash(Convert.FromBase64String(text.Ciphertext))}",
                ]
            )
        );

    internal static void Map(IEndpointRouteBuilder routes) =>
        routes
            .MapGet("/v1/charter-clauses", (ClauseCatalogue catalogue) => Results.Ok(catalogue))
            .WithSummary("Read the clauses that charters are made of")
            .Produces<ClauseCatalogue>()
            .For([.. Roles.All]);
}
