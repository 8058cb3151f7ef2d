using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>What to try once the demonstration is loaded: a token for each role, and some requests.</summary>
public static class Tour
{
    /// <summary>Prints it, ready to be pasted into a shell.</summary>
    public static void Print(Uri gateway, TokenMint mint, DemonstrationResult loaded, Action<string> say)
    {
        var origin = PrintAddresses(gateway, say);
        say("A token for each role, for a day:");
        foreach (var role in Roles.All.Where(role => loaded.Actors.Any(a => a.Role == role)))
        {
            say($"export {Variable(role)}={mint.For(loaded.Actors.Single(a => a.Role == role))}");
        }

        say(string.Empty);
        say("What the guides and contracts/http/tour.http ask for:");
        say($"export SANDBOX={mint.For(Sandbox.Practice)}");
        foreach (var (name, value) in Names(origin, loaded))
        {
            say($"export {name}={value}");
        }

        say(string.Empty);
        say("Worth trying:");
        foreach (var (what, role, request) in Requests(loaded))
        {
            say($"# {what}");
            say($"curl -s -H \"Authorization: Bearer ${Variable(role)}\" {request.Replace("@", origin, StringComparison.Ordinal)}");
        }

        say(string.Empty);
        say($"The demonstration's ids: {DemonstrationResult.FileIn("<data>")}");
    }

    /// <summary>Prints how to begin in a system where nothing is yet: tokens of the practice and its operator, and the first request.</summary>
    public static void PrintEmpty(Uri gateway, TokenMint mint, Action<string> say)
    {
        var origin = PrintAddresses(gateway, say);
        say($"Tokens for a day, of a practice called {Demonstration.Tenant} in which nothing is yet:");
        foreach (var role in (string[])[Roles.Practice, Roles.Operator])
        {
            say($"export {Variable(role)}={mint.For(new(Demonstration.Tenant, role, Stage.IdOf(Demonstration.Tenant, role)))}");
        }

        say(string.Empty);
        say("A token for somebody else, or for another practice: deploy/token --help");
        say(string.Empty);
        say("To begin with:");
        say("# register the first establishment; the answer names its id");
        say(
            $"curl -s -H \"Authorization: Bearer ${Variable(Roles.Practice)}\" -H 'Content-Type: application/json'"
                + " -d '{\"name\":\"Foyer de la Combe\",\"siret\":\"00038101200012\",\"sector\":\"medico-social\"}'"
                + $" {origin}/v1/establishments"
        );
    }

    private static string PrintAddresses(Uri gateway, Action<string> say)
    {
        var origin = gateway.ToString().TrimEnd('/');
        say($"Gateway: {origin}");
        say($"Reference: {origin}/reference");
        say($"Guides: {origin}/guides");
        say(string.Empty);
        return origin;
    }

    /// <summary>What a role's token is called in the shell: not PLATFORM, which every later <c>dotnet build</c> there would take for its target.</summary>
    public static string Variable(string role) => role == Roles.Platform ? "HR_PLATFORM" : role.ToUpperInvariant();

    private static IEnumerable<(string Name, string Value)> Names(string origin, DemonstrationResult loaded) =>
        [
            ("GATEWAY", origin),
            ("ESTABLISHMENT_ID", $"{loaded.Establishments[0]}"),
            ("PLATFORM_ID", $"{loaded.Actors.Single(a => a.Role == Roles.Platform).Person}"),
            ("ENGAGEMENT", $"{loaded.Engagements[0]}"),
            ("GROUP", $"{loaded.Groups[0]}"),
            ("SESSION", $"{loaded.Session}"),
            ("BILAN", $"{loaded.FinalBilan}"),
            ("QUARTER", loaded.Quarter),
        ];

    private static IEnumerable<(string What, string Role, string Request)> Requests(DemonstrationResult loaded) =>
        [
            ("how the first team's dispositif evolved", Roles.Facilitator, $"@/v1/groups/{loaded.Groups[0]}/evolution"),
            (
                "the whole history of the first engagement, pseudonymised",
                Roles.Auditor,
                $"@/v1/engagements/{loaded.Engagements[0]}/history"
            ),
            (
                "the establishment's indicators, in bands that show no person, and what groups chose to say",
                Roles.Establishment,
                $"'@/v1/establishments/{loaded.Establishments[0]}/indicators?period={loaded.Quarter}'"
            ),
            .. loaded.Year is { } year
                ?
                [
                    (
                        "a closed year beside its quarters, as a page with a chart and its table",
                        Roles.Practice,
                        $"'@/v1/establishments/{year.Establishment}/indicators/chart?period={year.Period}&series=participation&format=html'"
                    ),
                ]
                : Array.Empty<(string, string, string)>(),
            ("the final bilan, as the establishment receives it", Roles.Establishment, $"@/v1/bilans/{loaded.FinalBilan}"),
            ("what waits for the establishment's word, in one place", Roles.Establishment, "@/v1/persons/me/waiting"),
            (
                "a command refused with a problem that names the rule: the group is sealed",
                Roles.Practice,
                $"-H 'Content-Type: application/json' -d '{{\"displayName\":\"Participante 11\",\"institution\":\"{loaded.Establishments[0]}\"}}'"
                    + $" @/v1/groups/{loaded.Groups[0]}/members"
            ),
        ];
}
