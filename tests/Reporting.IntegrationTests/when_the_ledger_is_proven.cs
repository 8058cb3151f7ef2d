using System.Text;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Proof;

namespace PracticeAnalysis.Reporting.IntegrationTests;

public class when_the_ledger_is_proven(ProvenFixture service) : IClassFixture<ProvenFixture>
{
    [Fact]
    public async Task entries_heads_checkpoints_and_proofs_belong_together()
    {
        await new Journey(service).ToAgreed();
        await service.TellOfNeighbour();
        var auditor = service.As(Roles.Auditor);
        foreach (
            var bound in (string[])["entries", "heads/reporting", "inclusion?position=0", "consistency?from=0", "tiles?level=0&index=0"]
        )
        {
            await auditor.Get($"/v1/proof/{bound}", 403);
        }

        var grant = await service.Grant();
        await service.Grant(ProvenFixture.Neighbour);
        await service.Settle();
        var first = await auditor.Post("/v1/proof/checkpoints", "", 200);
        await service.TellOfNeighbour();
        await service.Settle();
        var checkpoint = (await auditor.Post("/v1/proof/checkpoints", "", 200)).Body;
        var size = (int)checkpoint["size"]!.GetValue<long>();
        first.Body["size"]!.GetValue<long>().ShouldBe(size - 1);

        // Nothing came since: nothing new is signed, in the table or in the file.
        (await auditor.Post("/v1/proof/checkpoints", "", 200))
            .Body.ToJsonString()
            .ShouldBe(checkpoint.ToJsonString());
        var written = File.ReadAllLines(service.CheckpointFile);
        written.Select(Signed).ShouldBe((await service.Lines("/v1/proof/checkpoints")).Select(Signed));
        JsonNode.Parse(written[^1])!["note"]!.GetValue<string>().ShouldBe(checkpoint["note"]!.GetValue<string>());
        string.Concat((await service.Lines("/v1/proof/checkpoint")).Take(3))
            .ShouldBe(Notary.Origin + size + checkpoint["root"]!.GetValue<string>());

        // The auditor's own entries are shown, the neighbour's are hashes; together they make the root that was signed.
        var entries = await service.Lines($"/v1/proof/entries?size={size}");
        (await auditor.Get(grant.Location)).Body["looks"]!.GetValue<long>().ShouldBe(1);
        entries.Count.ShouldBe(size);
        entries.Count(e => e.StartsWith("{\"leaf\":", StringComparison.Ordinal)).ShouldBe(3);
        var leaves = entries.Select(Leaf).ToList();
        Convert.ToBase64String(Root(leaves, 0, size)).ShouldBe(checkpoint["root"]!.GetValue<string>());
        string.Concat(entries).ShouldNotContain(Journey.Canary);
        (await service.Lines($"/v1/proof/entries?size={size}", ProvenFixture.Neighbour))
            .Count(e => e.StartsWith("{\"leaf\":", StringComparison.Ordinal))
            .ShouldBe(size - 3);
        (await service.Lines("/v1/proof/entries?from=1&size=3")).ShouldBe(entries.Skip(1).Take(2));

        // Each stream's last link in the ledger is the head of its own store; that of the grant has moved, since the ledger was taken under it.
        var heads = (await service.Lines("/v1/proof/heads/reporting?settled=2099-01-01T00:00:00Z"))
            .Select(h => JsonNode.Parse(h)!)
            .Where(h => h["stream"]!.GetValue<Guid>() != grant.Id)
            .ToList();
        var last = entries
            .Where(e => !e.StartsWith("{\"leaf\":", StringComparison.Ordinal))
            .Select(e => JsonNode.Parse(e)!["data"]!["entry"]!)
            .GroupBy(e => e["stream"]!.GetValue<Guid>())
            .Where(s => s.Key != grant.Id)
            .ToDictionary(s => s.Key, s => s.OrderBy(e => e["version"]!.GetValue<long>()).Last());
        heads.Count.ShouldBe(last.Count);
        foreach (var head in heads)
        {
            var entry = last[head["stream"]!.GetValue<Guid>()];
            head["head"]!["link"]!.GetValue<string>().ShouldBe(entry["link"]!.GetValue<string>());
            head["head"]!["version"]!.GetValue<long>().ShouldBe(entry["version"]!.GetValue<long>());
            head["settled"]!.ToJsonString().ShouldBe(head["head"]!.ToJsonString());
        }

        (await service.Lines("/v1/proof/heads/reporting?settled=2001-01-01T00:00:00Z")).ShouldAllBe(h =>
            JsonNode.Parse(h)!["settled"] == null
        );

        var inclusion = (await auditor.Get($"/v1/proof/inclusion?position=3&size={size}")).Body;
        Hashes(inclusion).ShouldBe(Merkle.Inclusion(3, size).Select(r => Convert.ToBase64String(Root(leaves, r.Start, r.End))));
        inclusion["leaf"]!.GetValue<string>().ShouldBe(Convert.ToBase64String(leaves[3]));
        var consistency = (await auditor.Get($"/v1/proof/consistency?from={size - 1}&to={size}")).Body;
        Hashes(consistency).ShouldBe(Merkle.Consistency(size - 1, size).Select(r => Convert.ToBase64String(Root(leaves, r.Start, r.End))));
        consistency["fromRoot"]!.GetValue<string>().ShouldBe(first.Body["root"]!.GetValue<string>());
        var tile = (await auditor.Get("/v1/proof/tiles?level=0&index=0")).Body;
        Hashes(tile).Take(leaves.Count).ShouldBe(leaves.Select(Convert.ToBase64String), "the ledger grows meanwhile");
        foreach (var nothing in (string[])["inclusion?position=9999", "tiles?level=1&index=0", "tiles?level=9&index=0"])
        {
            await auditor.Get($"/v1/proof/{nothing}", 404);
        }

        foreach (
            var (wrong, parameters) in new[]
            {
                ("inclusion?position=x", "position"),
                ("inclusion?position=-1", "position"),
                ("entries?from=-1", "from"),
                ("consistency?from=9&to=2", "from to"),
            }
        )
        {
            var refused = (await auditor.Get($"/v1/proof/{wrong}", 400)).Body;
            string.Join(' ', refused["errors"]!.AsArray().Select(e => $"{e!["parameter"]}")).ShouldBe(parameters);
        }

        await service.As(Roles.Facilitator).Get("/v1/proof/inclusion?position=1", 403);
    }

    [Fact]
    public async Task a_known_witness_adds_its_line_and_no_other()
    {
        await new Journey(service).ToHeld();
        await service.Settle();
        var auditor = service.As(Roles.Auditor);
        var checkpoint = (await auditor.Post("/v1/proof/checkpoints", "", 200)).Body;
        var size = checkpoint["size"]!.GetValue<long>();
        var text = new CheckpointText(Notary.Origin, size, Convert.FromBase64String(checkpoint["root"]!.GetValue<string>()));
        var path = $"/v1/proof/checkpoints/{size}/cosignatures";
        string Body(string line) => new JsonObject { ["line"] = line }.ToJsonString();
        var stranger = new NoteKey("witness.example/w2", NoteKey.Witness, Notary.Public(Notary.Seed));
        foreach (
            var wrong in (string[])
                ["", "nonsense", Notary.Cosign(stranger, Notary.Seed, text), service.Cosign(text with { Size = size + 1 })]
        )
        {
            await auditor.Post(path, Body(wrong), 400);
        }

        await auditor.Post("/v1/proof/checkpoints/99999/cosignatures", Body(service.Cosign(text)), 404);
        var cosigned = (await auditor.Post(path, Body(service.Cosign(text)), 200)).Body["note"]!.GetValue<string>();
        cosigned.ShouldBe(checkpoint["note"]!.GetValue<string>() + service.Cosign(text));
        (await auditor.Post(path, Body(service.Cosign(text)), 200)).Body["note"]!.GetValue<string>().ShouldBe(cosigned);
        (await auditor.Get($"/v1/proof/checkpoints/{size}")).Body["note"]!.GetValue<string>().ShouldBe(cosigned);
        var keys = (await auditor.Get("/v1/proof/keys")).Body;
        keys["origin"]!.GetValue<string>().ShouldBe(Notary.Origin);
        keys["keys"]![0]!["key"]!.GetValue<string>().ShouldBe(Notary.Keys(Notary.Seed).All[0].ToString());
        keys["keys"]![0]!["lastSize"].ShouldBeNull();
        keys["witnesses"]!.AsArray().ShouldHaveSingleItem()!.GetValue<string>().ShouldBe(service.Witness.ToString());
    }

    // A checkpoint as it was signed: witnesses add their lines to what is served, the file is written once.
    private static string Signed(string line) => string.Join('\n', JsonNode.Parse(line)!["note"]!.GetValue<string>().Split('\n').Take(5));

    private static byte[] Leaf(string line) =>
        JsonNode.Parse(line)!["leaf"] is { } hash
            ? Convert.FromHexString(hash.GetValue<string>())
            : Merkle.Leaf(Encoding.UTF8.GetBytes(line));

    private static byte[] Root(IReadOnlyList<byte[]> leaves, long start, long end) =>
        Merkle.Join([
            .. Merkle.Cover(start, end).Select(s => Merkle.Complete([.. leaves.Skip((int)(s.Index << s.Level)).Take(1 << s.Level)])),
        ]);

    private static IEnumerable<string> Hashes(JsonNode proof) => proof["hashes"]!.AsArray().Select(h => h!.GetValue<string>());
}
