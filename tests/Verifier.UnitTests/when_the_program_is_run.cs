using System.Text.Json.Nodes;

namespace PracticeAnalysis.Verifier.UnitTests;

/// <summary>The command line of practice-verify: what it takes, what it says, and how it ends.</summary>
public sealed class when_the_program_is_run : IDisposable
{
    private readonly JsonNode _ours = JsonNode.Parse(File.ReadAllText(Path.Combine(Vectors.Folder(), "ours.json")))!;
    private readonly string _folder = Directory.CreateTempSubdirectory("practice-verify-").FullName;

    public when_the_program_is_run()
    {
        Write("keys", _ours["key"]!.GetValue<string>());
        Write("witnesses", "# the one that cosigns" + "\n" + _ours["witness"]!.GetValue<string>());
        Write("note", _ours["note"]!.GetValue<string>());
        Write("entries", string.Concat(_ours["lines"]!.AsArray().Select(l => l!.GetValue<string>() + "\n")));
        Write("heads", string.Concat(Heads()));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void it_says_how_to_use_it()
    {
        var (exit, said) = Run("--help");
        exit.ShouldBe(0);
        said.ShouldContain("Exit codes: 0 all of it holds; 1 something does not hold; 2 the arguments are wrong; 3 a file cannot be read.");
    }

    [Fact]
    public void what_it_does_not_understand_ends_with_2()
    {
        foreach (
            var wrong in (string[][])
                [
                    [],
                    ["verify"],
                    ["export"],
                    ["export", "--entries", At("entries"), "--keys", At("keys")],
                    ["export", "--entries", At("entries"), "--checkpoints", At("note")],
                    ["export", At("nowhere")],
                    [.. Export, "--quorum", "many"],
                    [.. Export, "--unknown"],
                    [.. Export, "--heads"],
                    ["inclusion", "--checkpoints", At("note"), "--keys", At("keys")],
                ]
        )
        {
            Run(wrong).Exit.ShouldBe(2, string.Join(' ', wrong));
        }
    }

    [Fact]
    public void what_it_cannot_read_ends_with_3()
    {
        Write("nonsense", "nonsense");
        Write("object", "{}");
        foreach (
            var wrong in (string[][])
                [
                    ["export", "--entries", At("nowhere"), "--checkpoints", At("note"), "--keys", At("keys"), "--quiet"],
                    ["export", "--entries", At("entries"), "--checkpoints", At("nowhere"), "--keys", At("keys")],
                    ["export", "--entries", At("entries"), "--checkpoints", At("note"), "--keys", At("nonsense")],
                    ["export", "--entries", At("entries"), "--checkpoints", At("note"), "--keys", At("object")],
                    ["export", "--entries", At("entries"), "--checkpoints", At("note"), "--keys", At("witnesses")],
                    [.. Export, "--authority", At("nonsense")],
                    ["inclusion", "--proof", At("nonsense"), "--checkpoints", At("note"), "--keys", At("keys")],
                    ["inclusion", "--proof", At("object"), "--checkpoints", At("note"), "--keys", At("keys")],
                ]
        )
        {
            Run(wrong).Exit.ShouldBe(3, string.Join(' ', wrong));
        }
    }

    [Fact]
    public void an_export_that_holds_ends_with_0()
    {
        var (exit, said) = Run([.. Export, "--witnesses", At("witnesses"), "--quorum", "1"]);
        exit.ShouldBe(0, said);
        said.ShouldContain("7 entries, 7 of them shown, in 2 streams; 1 signed sizes, the last of 7");
    }

    [Fact]
    public void a_verdict_says_what_it_rests_on()
    {
        var said = Run(Export).Said;
        said.ShouldContain("It holds.\n  Signed: the trees of 7 to 7 entries, 1 of them");
        said.ShouldContain(
            $"  By: {_ours["key"]!.GetValue<string>()}, as keys names them. Whoever gave that file could have signed all of this: give --trusted-key."
        );
        said.ShouldContain("  Witnessed: by nobody.");
        said.ShouldContain("  Timestamped: not looked at, as no --authority was given.");
        said.ShouldContain("  Compared with no earlier checkpoint of your own: a rewrite of everything, signed anew, would not show.");
        said.ShouldNotContain("Not whole");
        Run([.. Export, "--witnesses", At("witnesses")]).Said.ShouldContain("  Witnessed: the tree of 7 entries, by 1.");
    }

    [Fact]
    public void what_one_trusts_from_elsewhere_raises_it()
    {
        var keys = Reporting.Proof.SignerKeys.Read("log.example/trust", Convert.ToBase64String(Vectors.Seed(3)));
        Write("keys", keys.All[0].ToString());
        Write("note", keys.Sign(7, Convert.FromBase64String(_ours["roots"]![7]!.GetValue<string>())));
        Write("four", keys.Sign(4, Convert.FromBase64String(_ours["roots"]![4]!.GetValue<string>())));
        var (exit, said) = Run([
            .. Export,
            "--checkpoints",
            At("four"),
            "--trusted-checkpoint",
            At("four"),
            "--trusted-key",
            keys.All[0].ToString(),
        ]);
        exit.ShouldBe(0, said);
        said.ShouldContain("which you trust (--trusted-key).");
        said.ShouldContain(
            "  Compared with trusted checkpoints of 4 entries: a rewrite of what these sign would show; one of what came after the 4 entries"
        );

        // The log signed another tree of four entries than the one that one trusts, or by another key.
        Write("forged", keys.Sign(4, Convert.FromBase64String(_ours["roots"]![3]!.GetValue<string>())));
        Run([.. Export, "--checkpoints", At("four"), "--trusted-checkpoint", At("forged")]).Said.ShouldContain("BROKEN root");
        Run([.. Export, "--trusted-key", _ours["key"]!.GetValue<string>()]).Said.ShouldContain("is not signed by a key of the log");
        Run([.. Export, "--trusted-key", "nonsense"]).Exit.ShouldBe(3);
    }

    [Fact]
    public void a_tree_that_was_not_whole_when_it_was_signed_says_so()
    {
        var keys = Reporting.Proof.SignerKeys.Read("log.example/holes", Convert.ToBase64String(Vectors.Seed(3)));
        Write("keys", keys.All[0].ToString());
        Write("note", keys.Sign(7, Convert.FromBase64String(_ours["roots"]![7]!.GetValue<string>()), 10));
        var (exit, said) = Run(Export);
        exit.ShouldBe(0, said);
        said.ShouldContain(
            "  Not whole: when the tree of 7 entries was signed, 10 entries that services had published were still to come."
        );
        Reporting.Proof.CheckpointText.MissingIn(File.ReadAllText(At("note"))).ShouldBe(10);
        Reporting.Proof.CheckpointText.MissingIn(_ours["note"]!.GetValue<string>()).ShouldBe(0);

        // It is signed too: nobody takes it out.
        Write("note", File.ReadAllText(At("note")).Replace("missing 10\n", "", StringComparison.Ordinal));
        Run(Export).Said.ShouldContain("has a wrong signature");
    }

    [Fact]
    public void fewer_witnesses_than_asked_are_found()
    {
        Run([.. Export, "--quorum", "1"]).Said.ShouldContain("BROKEN witness: 0 witnesses");
        Run([.. Export, "--witnesses", At("witnesses"), "--quorum", "2"]).Exit.ShouldBe(1);
        Write("note", _ours["note"]!.GetValue<string>().Replace("w1 ", "w1 A", StringComparison.Ordinal));
        Run([.. Export, "--witnesses", At("witnesses"), "--quorum", "1"]).Exit.ShouldBe(1);
    }

    [Fact]
    public void entries_in_any_order_of_arrival_make_the_same_chains()
    {
        // The second version of a stream before its first: as a queue may bring them after a crash.
        var lines = _ours["lines"]!.AsArray().Select(l => l!.GetValue<string>()).ToList();
        (lines[0], lines[2]) = (lines[2], lines[0]);
        Write("entries", string.Concat(lines.Select(l => l + "\n")));
        var (exit, said) = Run(Export);
        exit.ShouldBe(1);
        said.ShouldContain("BROKEN root");
        said.ShouldNotContain("BROKEN link");
        said.ShouldNotContain("BROKEN hole");
        said.ShouldNotContain("BROKEN head");
    }

    [Fact]
    public void without_the_heads_of_a_service_its_entries_are_not_proven()
    {
        Write("heads", "");
        Run(Export).Said.ShouldContain("BROKEN heads");
        Write("heads", "{}");
        Run(Export).Said.ShouldContain("BROKEN heads");
    }

    [Fact]
    public void a_proof_holds_for_its_entry_and_its_tree_alone()
    {
        var proof = _ours["inclusion"]!.AsArray().Last()!.AsObject();
        proof["leaf"] = Convert.ToBase64String(Convert.FromHexString(_ours["leaves"]![6]!.GetValue<string>()));
        Write("proof", proof.ToJsonString());
        Write("entry", _ours["lines"]![6]!.GetValue<string>() + "\n");
        Write("other", _ours["lines"]![5]!.GetValue<string>());
        string[] inclusion = ["inclusion", "--proof", At("proof"), "--checkpoints", At("note"), "--keys", At("keys")];
        Run([.. inclusion, "--entry", At("entry")]).Said.ShouldStartWith("Entry 6 is in the tree of 7 entries.\nIt holds.\n");
        Run([.. inclusion, "--entry", At("other")]).Exit.ShouldBe(1);
        proof["hashes"]!.AsArray().RemoveAt(0);
        Write("proof", proof.ToJsonString());
        Run(inclusion).Exit.ShouldBe(1);
        proof["size"] = 6;
        Write("proof", proof.ToJsonString());
        Run(inclusion).Said.ShouldContain("no checkpoint of 6 entries is given");
    }

    [Fact]
    public void one_signed_tree_begins_another()
    {
        // Signed by a key of its own, so that there are two signed sizes.
        var seed = Vectors.Seed(3);
        var keys = Reporting.Proof.SignerKeys.Read("log.example/two", Convert.ToBase64String(seed));
        Write("keys", keys.All[0].ToString());
        Write("four", keys.Sign(4, Convert.FromBase64String(_ours["roots"]![4]!.GetValue<string>())));
        Write("seven", keys.Sign(7, Convert.FromBase64String(_ours["roots"]![7]!.GetValue<string>())));
        var proof = _ours["consistency"]!.AsArray().Single(c => c!["from"]!.GetValue<int>() == 4 && c["to"]!.GetValue<int>() == 7)!;
        Write("proof", proof.ToJsonString());
        string[] consistency =
        [
            "consistency",
            "--proof",
            At("proof"),
            "--checkpoints",
            At("four"),
            "--checkpoints",
            At("seven"),
            "--keys",
            At("keys"),
        ];
        Run(consistency).Said.ShouldStartWith("The tree of 4 entries begins that of 7.\nIt holds.\n");
        Write("four", keys.Sign(4, Convert.FromBase64String(_ours["roots"]![3]!.GetValue<string>())));
        Run(consistency).Exit.ShouldBe(1);
    }

    [Fact]
    public void entries_of_before_there_were_commitments_are_leaves_alone_and_counted_against_the_stores()
    {
        var committed = JsonNode.Parse(File.ReadAllText(Path.Combine(Vectors.Folder(), "committed.json")))!;
        var lines = committed["lines"]!.AsArray().Select(l => l!.GetValue<string>()).ToList();
        var keys = Reporting.Proof.SignerKeys.Read("log.example/committed", Convert.ToBase64String(Vectors.Seed(4)));
        Write("keys", keys.All[0].ToString());
        Write("note", keys.Sign(lines.Count, Convert.FromBase64String(committed["root"]!.GetValue<string>())));
        Write("heads", string.Concat(Heads(lines)));
        Write("entries", string.Concat(lines.Select(l => l + "\n")));
        Run(Export).Exit.ShouldBe(0, "by a court's order all of them are shown");

        var leaf = committed["leaves"]![0]!.GetValue<string>();
        void Serve(string first) => Write("entries", string.Concat(lines.Skip(1).Prepend(first).Select(l => l + "\n")));
        Serve($$"""{"before":true,"leaf":"{{leaf}}"}""");
        var (exit, said) = Run(Export);
        exit.ShouldBe(0, said);
        said.ShouldContain("6 entries, 5 of them shown, in 3 streams");
        said.ShouldContain("1 entries are of before there were commitments");

        // One of another practice is none of these; nor is one too many.
        Serve($$"""{"leaf":"{{leaf}}"}""");
        Run(Export).Said.ShouldContain("BROKEN missing: 1 entries of before");
        Serve($$"""{"before":true,"leaf":"{{leaf}}"}""" + "\n" + $$"""{"before":true,"leaf":"{{leaf}}"}""");
        Run(Export).Said.ShouldContain("BROKEN ahead: 1 entries of before");

        // What follows on entries of before says which link it follows on.
        lines.RemoveAt(1);
        Serve($$"""{"before":true,"leaf":"{{leaf}}"}""");
        Run(Export).Said.ShouldContain("BROKEN hole");
    }

    private string[] Export =>
        ["export", "--entries", At("entries"), "--heads", At("heads"), "--checkpoints", At("note"), "--keys", At("keys"), "--quiet"];

    private IEnumerable<string> Heads() => Heads(_ours["lines"]!.AsArray().Select(l => l!.GetValue<string>()));

    private static IEnumerable<string> Heads(IEnumerable<string> lines) =>
        lines
            .Select(l => JsonNode.Parse(l)!["data"]!["entry"]!)
            .GroupBy(e => e["stream"]!.GetValue<string>())
            .Select(s => s.Last())
            .Select(e =>
                new JsonObject
                {
                    ["source"] = "session",
                    ["stream"] = e["stream"]!.DeepClone(),
                    ["head"] = new JsonObject { ["version"] = e["version"]!.DeepClone(), ["link"] = e["link"]!.DeepClone() },
                }.ToJsonString() + "\n"
            );

    private static (int Exit, string Said) Run(params string[] arguments)
    {
        var said = new StringWriter { NewLine = "\n" };
        return (Program.Run(arguments, said, said), said.ToString());
    }

    private void Write(string name, string text) => File.WriteAllText(At(name), text);

    private string At(string name) => Path.Combine(_folder, name);
}
