namespace PracticeAnalysis.Reporting.IntegrationTests;

/// <summary>Whatever a superuser of the database does to what was recorded, <c>practice-verify</c> says that it does not hold, and what.</summary>
public class when_a_superuser_writes_in_the_database(TamperedFixture service) : IClassFixture<TamperedFixture>
{
    private static readonly byte[] OwnSeed = [.. Enumerable.Repeat((byte)66, 32)];

    /// <summary>What is done, by SQL on the service's events, its ledger and its tree; and the kinds of findings, of which each must be there.</summary>
    public static TheoryData<string, string, string> Tampering =>
        new()
        {
            // The service's own events.
            { "a byte of an event", Set("data = jsonb_set(data, '{from}', '\"2020-01-01\"')", 1), "head" },
            { "a member that nobody reads, added to an event", Set("data = data || '{\"x\":1}'", 2), "head" },
            {
                "a byte of a text's ciphertext",
                Set("data = overlay(data::text placing 'AAAA' from position('ciphertext' in data::text) + 14)::jsonb", 1),
                "head"
            },
            { "a text's ciphertext that is none any more", Set("data = jsonb_set(data, '{sections,0,text,ciphertext}', '7')", 1), "head" },
            { "who did it", Set("user_name = 'member:00000000-0000-0000-0000-000000000000'", 3), "head" },
            { "whom it names", Set($"data = replace(data::text, '@member', '{Nobody}')::jsonb", 1), "head" },
            { "a salt of its commitments", Kept("replace(data::text, '\"salt\": \"', '\"salt\": \"00')::jsonb"), "head" },
            { "its commitments taken away", $"delete from reporting.mt_doc_commitments where id = {Event}", "head" },
            { "the causal clock in the headers", Set("headers = jsonb_set(headers, '{clock}', '\"00000000000001.000000\"')", 2), "head" },
            { "when it was recorded", Set("timestamp = timestamp - interval '1 year'", 2), "head" },
            { "when it happened", Set("data = jsonb_set(data, '{occurredAt}', '\"2020-01-01T00:00:00+00:00\"')", 2), "head" },
            { "what it is", Set("type = 'bilan_published'", 2), "head" },
            { "its sequence", Set("seq_id = -seq_id", 2), "head" },
            {
                "the engagement that it belongs to",
                Set("data = jsonb_set(data, '{engagement}', '\"00000000-0000-0000-0000-000000000009\"')", 1),
                "head"
            },
            { "an event hidden as archived", Set("is_archived = true", 4), "head" },
            { "an event of another practice now", Set("tenant_id = 'voisin'", 4), "head" },
            { "a row taken away", "delete from reporting.mt_events where stream_id = '@bilan' and version = 4", "head" },
            { "a tail taken away", "delete from reporting.mt_events where stream_id = '@bilan' and version > 6", "ahead" },
            { "a stream taken away", "delete from reporting.mt_events where stream_id = '@bilan'", "ahead" },
            {
                "two rows swapped",
                "update reporting.mt_events set version = -version where stream_id = '@bilan' and version in (3, 4);"
                    + "update reporting.mt_events set version = 7 + version where stream_id = '@bilan' and version < 0",
                "head"
            },
            {
                "an event moved to another stream",
                "update reporting.mt_events set stream_id = '@group', version = 99 where stream_id = '@bilan' and version = (select max(version) from reporting.mt_events where stream_id = '@bilan')",
                "ahead missing"
            },
            { "an event put in at the end of a stream, dated back", Insert("'@bilan'", "99", "max(seq_id) + 900"), "missing" },
            { "an event put in before a stream", Insert("'@bilan'", "0", "max(seq_id) + 900"), "head" },
            // The ledger.
            { "a byte of an entry", Ledgered("data = jsonb_set(data, '{entry,actor}', '\"practice:x\"')"), "root link" },
            { "a byte of what an entry says", Ledgered("data = jsonb_set(data, '{entry,redacted}', '\"{}\"')"), "root hash" },
            {
                "what an entry says, with its hash",
                Ledgered(
                    $"data = jsonb_set(jsonb_set(data, '{{entry,redacted}}', '\"{{}}\"'), '{{entry,hash}}', '\"{Kernel.Canonical.Hash("{}")}\"')"
                ),
                "root link"
            },
            { "the link of an entry taken away", Ledgered("data = data #- '{entry,link}'"), "root" },
            { "when an entry arrived", Ledgered("timestamp = timestamp - interval '1 day'"), "root" },
            { "an entry's place in its ledger", Ledgered("version = version + 1000"), "root order" },
            { "an entry taken away", "delete from reporting.mt_events where seq_id = @entry", "hole order" },
            { "the last entry taken away", "delete from reporting.mt_events where seq_id = @last", "missing" },
            {
                "two entries swapped",
                "update reporting.mt_events a set data = b.data from reporting.mt_events b where (a.seq_id, b.seq_id) in ((@entry, @next), (@next, @entry))",
                "root"
            },
            {
                "an entry put in beside the tree",
                "insert into reporting.mt_events select (e.x).* from (select jsonb_populate_record(e, jsonb_build_object('seq_id', 0, 'version', 900, 'id', gen_random_uuid())) as x from reporting.mt_events e where seq_id = @entry) e",
                "beside"
            },
            {
                "an entry told twice",
                "insert into reporting.mt_events select (e.x).* from (select jsonb_populate_record(e, jsonb_build_object('seq_id', 99999, 'version', 900, 'id', gen_random_uuid())) as x from reporting.mt_events e where seq_id = @entry) e;"
                    + "insert into reporting.tree_leaf select max(position) + 1, 99999, (array_agg(hash))[1] from reporting.tree_leaf",
                "twice order"
            },
            { "the ledger cut short, with its tree and its last checkpoint", CutShort, "short missing withdrawn" },
            // The tree and the checkpoints.
            {
                "two leaves swapped",
                "update reporting.tree_leaf set sequence = -sequence where position in (4, 5); update reporting.tree_leaf a set sequence = -b.sequence from (select * from reporting.tree_leaf) b where (a.position, b.position) in ((4, 5), (5, 4))",
                "root"
            },
            {
                "a leaf of another practice",
                "update reporting.tree_leaf l set hash = decode(repeat('00', 32), 'hex') from reporting.mt_events e where e.seq_id = l.sequence and e.tenant_id = 'voisin'",
                "root"
            },
            {
                "a checkpoint taken away",
                "delete from reporting.tree_checkpoint where size < (select max(size) from reporting.tree_checkpoint)",
                "withdrawn"
            },
            {
                "the size of a checkpoint",
                "update reporting.tree_checkpoint set note = replace(note, E'\\n' || size || E'\\n', E'\\n' || (size - 1) || E'\\n')",
                "signature"
            },
        };

    private static string Set(string what, int version) =>
        $"update reporting.mt_events set {what} where stream_id = '@bilan' and version = {version}";

    private const string Nobody = "00000000-0000-0000-0000-000000000000";

    private const string Event = "(select id from reporting.mt_events where stream_id = '@bilan' and version = 3)";

    private static string Kept(string what) => $"update reporting.mt_doc_commitments set data = {what} where id = {Event}";

    private static string Ledgered(string what) => $"update reporting.mt_events set {what} where seq_id = @entry";

    private static string Insert(string stream, string version, string sequence) =>
        $"insert into reporting.mt_events select (e.x).* from (select jsonb_populate_record(e, jsonb_build_object('seq_id', (select {sequence} from reporting.mt_events), 'stream_id', {stream}, 'version', {version}, 'id', gen_random_uuid())) as x from reporting.mt_events e where stream_id = '@bilan' and version = 2) e";

    private const string CutShort =
        "delete from reporting.mt_events where type = 'entry_ledgered' and seq_id >= @last;"
        + "delete from reporting.tree_leaf where sequence >= @last;"
        + "delete from reporting.tree_checkpoint where size > (select count(*) from reporting.tree_leaf)";

    [Fact]
    public async Task what_nobody_touched_holds()
    {
        var verdict = await service.Verify();
        verdict.Exit.ShouldBe(0, verdict.Said);
        verdict.Said.ShouldContain($"{service.Size} entries, {service.Size - 2} of them shown");
        verdict.Said.ShouldContain("2 signed sizes");
        verdict.Said.ShouldContain("It holds.");
        verdict.Second.ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(Tampering))]
    public async Task what_is_changed_is_seen(string what, string sql, string kinds)
    {
        try
        {
            await service.Execute(Fill(sql));
            var verdict = await service.Verify();
            verdict.Exit.ShouldBe(1, $"{what}: {verdict.Said}");
            verdict.Second.ShouldBe(1, what);
            kinds.Split(' ').Except(verdict.Kinds).ShouldBeEmpty($"{what}: {verdict.Said}");
        }
        finally
        {
            await service.Restore();
        }
    }

    [Fact]
    public Task one_stream_with_all_hashes_made_anew_is_seen_by_the_tree() =>
        Seen(() => service.Rewrite(Notary.Keys(Notary.Seed), withTree: false), ["root"]);

    [Fact]
    public Task all_streams_and_the_tree_made_anew_are_seen_by_the_signature() =>
        Seen(() => service.Rewrite(Notary.Keys(OwnSeed)), ["signature", "root", "withdrawn"]);

    [Fact]
    public Task everything_made_anew_and_signed_by_a_stolen_key_is_seen_by_an_earlier_checkpoint() =>
        Seen(() => service.Rewrite(Notary.Keys(Notary.Seed)), ["root"]);

    [Fact]
    public async Task a_key_that_was_replaced_signs_nothing_any_more()
    {
        try
        {
            await service.Execute(
                Fill("update reporting.mt_events set timestamp = timestamp - interval '1 year' where stream_id = '@bilan' and version = 1")
            );
            await service.Rewrite(Notary.Keys(Notary.Seed));
            var keys = TamperedFixture.KeysAnswer(
                new(Notary.Keys(OwnSeed).All[0].ToString(), service.Size, null),
                new(Notary.Keys(Notary.Seed).All[0].ToString(), 1, 3)
            );
            (await service.Verify(keys)).Kinds.ShouldContain("signature");
        }
        finally
        {
            await service.Restore();
        }
    }

    [Fact]
    public async Task an_older_backup_put_back_is_seen_by_a_later_checkpoint()
    {
        try
        {
            // Everything that came after the first checkpoint is gone, everywhere, as if it had never been.
            await service.Execute(
                """
                delete from reporting.mt_events where seq_id > (select sequence from reporting.tree_leaf
                  where position = (select min(size) - 1 from reporting.tree_checkpoint));
                delete from reporting.tree_leaf where position >= (select min(size) from reporting.tree_checkpoint);
                delete from reporting.tree_checkpoint where size > (select min(size) from reporting.tree_checkpoint);
                """
            );
            var verdict = await service.Verify();
            verdict.Exit.ShouldBe(1, verdict.Said);
            verdict.Kinds.ShouldBe(["short", "withdrawn"], ignoreOrder: true);
        }
        finally
        {
            await service.Restore();
        }
    }

    [Fact]
    public async Task erased_keys_and_rebuilt_or_lost_projections_change_nothing()
    {
        await service.Execute(
            "create schema views; create table views.datakey as select * from reporting.mt_doc_datakey; delete from reporting.mt_doc_datakey;"
                + "delete from reporting.mt_doc_bilan; delete from reporting.mt_doc_chainhead; delete from reporting.mt_doc_group_evolution"
        );
        var verdict = await service.Verify();
        verdict.Exit.ShouldBe(0, verdict.Said);
    }

    private async Task Seen(Func<Task> rewrite, IReadOnlyList<string> kinds)
    {
        try
        {
            await service.Execute(
                Fill("update reporting.mt_events set timestamp = timestamp - interval '1 year' where stream_id = '@bilan' and version = 1")
            );
            await rewrite();
            var verdict = await service.Verify();
            verdict.Exit.ShouldBe(1, verdict.Said);
            verdict.Kinds.ShouldBe(kinds, ignoreOrder: true, customMessage: verdict.Said);
        }
        finally
        {
            await service.Restore();
        }
    }

    // @entry and @next are entries of the bilan's stream in the middle of the ledger, @last the last entry that the practice's auditor sees.
    private string Fill(string sql) =>
        sql.Replace("@bilan", service.Bilan.ToString(), StringComparison.Ordinal)
            .Replace("@member", service.Member.ToString(), StringComparison.Ordinal)
            .Replace("@group", service.Group.ToString(), StringComparison.Ordinal)
            .Replace("@entry", Entry("= 3"), StringComparison.Ordinal)
            .Replace("@next", Entry("= 4"), StringComparison.Ordinal)
            .Replace("@last", Entry(">= 0"), StringComparison.Ordinal);

    private string Entry(string version) =>
        $"(select max(seq_id) from kept.mt_events where type = 'entry_ledgered' and data -> 'entry' ->> 'stream' = '{service.Bilan}' and (data -> 'entry' ->> 'version')::bigint {version})";
}
