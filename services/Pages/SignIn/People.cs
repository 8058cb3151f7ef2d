using System.Text.Json;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Pages.SignIn;

/// <summary>Somebody whom a visitor of a development system may choose to be.</summary>
/// <param name="Role">One of the roles.</param>
/// <param name="Name">Who it is in the demonstration, in both languages.</param>
/// <param name="Token">The access token.</param>
public sealed record DevelopmentPerson(string Role, Bilingual Name, string Token);

/// <summary>The people of a development system, as a file lists them; nobody elsewhere.</summary>
/// <param name="File">The file, which may come later; null where nobody may choose.</param>
public sealed record People(string? File)
{
    /// <summary>In the order in which they are offered, as the file is now.</summary>
    public IReadOnlyList<DevelopmentPerson> All =>
        File is not null && System.IO.File.Exists(File)
            ? JsonSerializer.Deserialize<List<DevelopmentPerson>>(System.IO.File.ReadAllText(File), JsonSerializerOptions.Web)!
            : [];
}
