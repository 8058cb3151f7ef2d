using System.Text.Json;
using System.Text.Json.Nodes;
using JasperFx.Events;
using Marten;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using PracticeAnalysis.Access;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Privacy;

/// <summary>A fact that a person told or that speaks of them.</summary>
/// <param name="Stream">Id of the stream that it stands in.</param>
/// <param name="Kind">What it is a fact of, such as session.</param>
/// <param name="Version">Its place in that stream, from 1.</param>
/// <param name="Fact">What happened, such as contribution_made.</param>
/// <param name="ByYou">Whether the person told it.</param>
/// <param name="Holds">What the fact says: the person's own texts in clear, others' as a hash, and nobody else's id.</param>
public sealed record ExportedFact(
    Guid Stream,
    string Kind,
    long Version,
    string Fact,
    DateTimeOffset OccurredAt,
    DateTimeOffset RecordedAt,
    bool ByYou,
    JsonNode? Holds
);

/// <summary>What a service holds of a person: their name, what they wrote, what was recorded of them.</summary>
/// <param name="Service">Which service answers: engagement, session or reporting.</param>
/// <param name="DisplayName">The person's name, which Engagement alone keeps; null from the others, and where there is none.</param>
/// <param name="Facts">The facts in the order in which they were recorded.</param>
public sealed record PersonExportView(string Service, Guid Person, string? DisplayName, IReadOnlyList<ExportedFact> Facts) : ShowsTexts;

/// <summary>A person's own data, from one service: every fact that they told or that names them, their own texts in clear.</summary>
public sealed class ExportPerson(IDocumentStore store, TextVault vault, StoreDefinition service)
{
    // Ids of resources, which stay; every other id is a person's, and only one's own is shown.
    private static readonly HashSet<string> Resources =
    [
        "request",
        "engagement",
        "establishment",
        "establishments",
        "employer",
        "group",
        "groups",
        "session",
        "situation",
        "contribution",
        "decision",
        "bilan",
        "previous",
        "following",
        "amendment",
        "objection",
        "observation",
        "track",
        "finding",
        "exception",
        "from",
        "at",
        "stream",
        "institution",
    ];

    /// <summary>Exports what this service holds of the one who asks.</summary>
    public async Task<IResult> Of(Actor actor, CancellationToken cancel)
    {
        await using var session = await store.ForTenant(actor.Tenant, cancel);
        var keys = (await session.Query<DataKey>().Where(k => k.Owner == actor.Person).ToListAsync(cancel)).Select(k => k.Id).ToHashSet();
        var identity = await session.LoadAsync<IdentityRecord>(actor.Person, cancel);
        var facts = new List<ExportedFact>();
        foreach (var stream in (await Events(session, actor, keys, cancel)).GroupBy(e => e.StreamId))
        {
            var written = stream
                .Where(e => !e.IsArchived)
                .Select(e => (Event: e, Node: JsonSerializer.SerializeToNode(e.Fact(), e.EventType, FactJson.Options)))
                .ToList();
            var opener = await vault.OpenerFor(session, stream.Key, written.SelectMany(w => Texts(w.Node)), cancel);
            facts.AddRange(
                written.Select(w => new ExportedFact(
                    w.Event.StreamId,
                    FactTypes.StreamType(w.Event.EventType),
                    w.Event.Version,
                    FactTypes.Alias(w.Event.EventType),
                    w.Event.Fact().OccurredAt,
                    w.Event.Timestamp.ToUniversalTime(),
                    w.Event.UserName?.EndsWith($":{actor.Person}", StringComparison.Ordinal) == true,
                    new Reader(actor.Person, keys, opener, w.Event.EventType).Own(w.Node, string.Empty)
                ))
            );
        }

        return new Shown(
            new PersonExportView(
                service.Name,
                actor.Person,
                identity is null ? null : await identity.Read(vault, session, cancel),
                [.. facts.OrderBy(f => f.RecordedAt).ThenBy(f => f.Stream).ThenBy(f => f.Version)]
            )
        );
    }

    /// <summary>Maps the service's part of the export; the gateway puts the three together.</summary>
    public static void Map(WebApplication app) =>
        app.MapGet(
                $"/v1/persons/me/export/{app.Services.GetRequiredService<StoreDefinition>().Name}",
                (HttpContext http, ExportPerson export, CancellationToken cancel) => export.Of(Actor.From(http.User)!, cancel)
            )
            .WithSummary("Export what this service holds of oneself")
            .Produces<PersonExportView>()
            .For(Roles.Practice, Roles.Facilitator, Roles.Member);

    // What was told by the person, names them, or is sealed under their key; the ledger's mirrors of the same facts aside.
    private async Task<IReadOnlyList<IEvent>> Events(
        IQuerySession session,
        Actor actor,
        IReadOnlySet<string> keys,
        CancellationToken cancel
    )
    {
        var types = service.LedgeredFacts.SelectMany(FactTypes.Aliases).ToArray();
        var found = await session.QueryAsync<long>(
            $"""
            select seq_id from {service.Name}.mt_events
            where tenant_id = ? and type = any(?)
              and (position(? in data::text) > 0 or user_name like ? or data::text like any(?))
            """,
            cancel,
            actor.Tenant,
            types,
            actor.Person.ToString(),
            $"%:{actor.Person}",
            keys.Select(k => $"%{k}%").ToArray()
        );
        var sequences = found.ToArray();
        return sequences.Length == 0
            ? []
            : await session
                .Events.QueryAllRawEvents()
                .Where(e => e.Sequence.IsOneOf(sequences))
                .OrderBy(e => e.Sequence)
                .ToListAsync(cancel);
    }

    private static IEnumerable<Sealed> Texts(JsonNode? node) =>
        node switch
        {
            JsonObject o when IsSealed(o) => [o.Deserialize<Sealed>(FactJson.Options)!],
            JsonObject o => o.SelectMany(p => Texts(p.Value)),
            JsonArray a => a.SelectMany(Texts),
            _ => [],
        };

    private static bool IsSealed(JsonObject o) => o.ContainsKey("keyId") && o.ContainsKey("ciphertext");

    private sealed class Reader(Guid person, IReadOnlySet<string> keys, TextOpener opener, Type fact)
    {
        private readonly string _union = fact.BaseType!.Name.Replace("Fact", string.Empty, StringComparison.Ordinal);

        public JsonNode? Own(JsonNode? node, string path) =>
            node switch
            {
                JsonObject o when IsSealed(o) => Text(o, path),
                JsonObject o => new JsonObject(
                    o.Select(p => KeyValuePair.Create(p.Key, IsForeign(p) ? null : Own(p.Value, $"{path}/{p.Key}")))
                ),
                JsonArray a => new JsonArray([.. a.Where(item => !IsForeign(item, Last(path))).Select(item => Own(item, path))]),
                _ => node?.DeepClone(),
            };

        private JsonNode? Text(JsonObject o, string path)
        {
            var text = o.Deserialize<Sealed>(FactJson.Options)!;
            // What opens a door is no account of a person: its own operation reads it, with the scope that this asks for.
            return keys.Contains(text.KeyId) && Last(path) != "secret"
                ? JsonValue.Create(opener.OpenAs(text, Members(path)))
                : JsonNode.Parse(Canonical.Redacted(JsonSerializer.SerializeToElement(o)));
        }

        // A text is sealed for the member that it stands in, or for one that several facts share.
        private IEnumerable<string> Members(string path)
        {
            var names = path.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(n => char.ToUpperInvariant(n[0]) + n[1..]).ToList();
            var (root, leaf) = (names[0], names[^1]);
            return new[]
            {
                $"{fact.Name}.{root}",
                $"{fact.Name}.{leaf}",
                $"{_union}.{root}",
                $"{_union}.{leaf}",
                $"{root}.{leaf}",
            }.Distinct();
        }

        // Somebody else: an id that is no resource's, or an entry about them.
        private bool IsForeign(JsonNode? item, string name) =>
            item is JsonObject o ? !IsSealed(o) && o.Any(IsForeign) : IsForeign(KeyValuePair.Create(name, item));

        private bool IsForeign(KeyValuePair<string, JsonNode?> member) =>
            member.Value is JsonValue v
            && v.TryGetValue(out string? text)
            && Guid.TryParse(text, out var id)
            && id != person
            && !Resources.Contains(member.Key);

        private static string Last(string path) => path[(path.LastIndexOf('/') + 1)..];
    }
}
