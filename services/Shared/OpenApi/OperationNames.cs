using System.Text.Json;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.OpenApi;

using Routes = Dictionary<(string Path, string Method), ApiDescription>;

/// <summary>What each operation is called in the contract, and so in the clients that are made of it.</summary>
internal static class OperationNames
{
    /// <summary>A command's name, or what is read; where two routes would have one name, each says of which resource.</summary>
    internal static Dictionary<(string Path, string Method), string> Of(Routes routes)
    {
        var plain = routes.ToDictionary(r => r.Key, r => Plain(r.Key.Path, r.Value));
        var told = Apart(plain, path => "Of" + Pascal(Singular(path.Split('/')[2])));
        return Apart(told, path => string.Concat(Parameters(path).Select(p => "By" + Pascal(p))));
    }

    /// <summary>The parameters that a path names.</summary>
    internal static IEnumerable<string> Parameters(string path) => path.Split('/').Where(p => p.StartsWith('{')).Select(p => p[1..^1]);

    private static Dictionary<(string Path, string Method), string> Apart(
        Dictionary<(string Path, string Method), string> names,
        Func<string, string> by
    )
    {
        var several = names.Values.GroupBy(n => n, StringComparer.Ordinal).Where(g => g.Count() > 1).Select(g => g.Key).ToHashSet();
        return names.ToDictionary(n => n.Key, n => several.Contains(n.Value) ? n.Value + by(n.Key.Path) : n.Value);
    }

    private static string Plain(string path, ApiDescription route)
    {
        if (OperationPass.Of<Microsoft.AspNetCore.Routing.EndpointNameMetadata>(route)?.EndpointName is { } name)
        {
            return name;
        }

        if (OperationPass.Body(route) is { } body && typeof(Command).IsAssignableFrom(body))
        {
            return JsonNamingPolicy.CamelCase.ConvertName(body.Name);
        }

        // What is one's own is called so.
        var parts = path.Replace("/persons/me/", "/my/", StringComparison.Ordinal).Split('/', StringSplitOptions.RemoveEmptyEntries)[1..];
        var nouns = parts
            .Where(p => p[0] != '{')
            .Select((p, i) => i == parts.Count(x => x[0] != '{') - 1 && parts[^1][0] != '{' ? p : Singular(p));
        var list = parts[^1][0] != '{' && parts[^1].EndsWith('s');
        return (
                route.HttpMethod == "GET"
                    ? list
                        ? "list"
                        : "get"
                    : route.HttpMethod!.ToLowerInvariant()
            ) + string.Concat(nouns.Select(Pascal));
    }

    internal static string Singular(string noun) =>
        noun.EndsWith("ies", StringComparison.Ordinal) ? noun[..^3] + "y"
        : noun.EndsWith("theses", StringComparison.Ordinal) ? noun[..^2] + "is"
        : noun.EndsWith('s') ? noun[..^1]
        : noun;

    private static string Pascal(string noun) => string.Concat(noun.Split('-').Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
}
