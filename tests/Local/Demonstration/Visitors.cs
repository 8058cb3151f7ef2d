using System.Text.Json;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>The people of the demonstration whom a visitor of the pages may choose to be, with a token each.</summary>
public static class Visitors
{
    private static readonly IReadOnlyDictionary<string, Bilingual> Names = new Dictionary<string, Bilingual>
    {
        [Roles.Establishment] = new(
            "The establishment: officer for quality of working life",
            "L'établissement : chargée de la qualité de vie au travail"
        ),
        [Roles.Auditor] = new("The auditor, under a grant", "L'auditeur, sous mandat"),
        [Roles.Member] = new("A member of the first team", "Une membre de la première équipe"),
        [Roles.Facilitator] = new("The facilitator of the first team", "L'intervenante de la première équipe"),
        [Roles.Platform] = new("An HR platform that integrates", "Une plateforme RH qui intègre l'API"),
        [Roles.Practice] = new("The practice", "Le cabinet"),
        [Roles.Operator] = new("Who operates the system", "L'exploitant du système"),
    };

    /// <summary>Writes them to a file that its owner alone reads.</summary>
    public static async Task Write(string file, TokenMint mint, IReadOnlyList<Actor> actors, CancellationToken cancel)
    {
        await using var written = new FileStream(
            file,
            new FileStreamOptions
            {
                Mode = FileMode.Create,
                Access = FileAccess.Write,
                UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            }
        );
        var people = Names.SelectMany(named => actors.Where(a => a.Role == named.Key).Select(a => (named, a)));
        await JsonSerializer.SerializeAsync(
            written,
            people.Select(p => new
            {
                Role = p.a.Role,
                Name = p.named.Value,
                Token = mint.For(p.a),
            }),
            JsonSerializerOptions.Web,
            cancel
        );
    }
}
