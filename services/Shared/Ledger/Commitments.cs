using System.Security.Cryptography;
using System.Text;
using Marten;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Privacy;

namespace PracticeAnalysis.Ledger;

/// <summary>A person's id as chain and tree bind it: a digest that says nothing of the id, and that the salt opens.</summary>
/// <param name="Person">The id; for the stream of what became of a person's data, the stream's.</param>
/// <param name="Digest">SHA-256 of the salt's bytes and the id's text, in hexadecimal.</param>
/// <param name="Salt">16 random bytes in hexadecimal; null once they were destroyed with the person. The digest stays, and so do proofs.</param>
public sealed record Commitment(Guid Person, string Digest, string? Salt)
{
    /// <summary>How many bytes a salt has.</summary>
    public const int SaltSize = 16;

    /// <summary>The commitment to an id, under a salt that no other one has.</summary>
    public static Commitment To(Guid person, byte[] salt) => new(person, DigestOf(person, salt), Convert.ToHexStringLower(salt));

    /// <summary>What stands for an id where this commitment is kept: its digest, where it is to this id, and another where it is not.</summary>
    public string DigestTo(Guid person) =>
        Salt is { } salt ? DigestOf(person, Convert.FromHexString(salt))
        : person == Person ? Digest
        : string.Empty;

    /// <summary>What a salt and an id come to.</summary>
    public static string DigestOf(Guid person, byte[] salt) =>
        Convert.ToHexStringLower(SHA256.HashData([.. salt, .. Encoding.UTF8.GetBytes(person.ToString())]));
}

/// <summary>The commitments of one event, kept beside it in its service alone; made where it is told to the ledger, with the telling in one
/// transaction. An event without was told before there were any, and its entry bears the ids themselves.</summary>
/// <param name="Id">The event's id.</param>
/// <param name="Ids">Who acted; the stream and then its subject, where these are a person's and no event of the stream had commitments before;
/// each id of a person in the fact, in the order of its canonical text. Each but the stream's is an id's anew, with a salt of its own.</param>
public sealed record Commitments(Guid Id, IReadOnlyList<Commitment> Ids)
{
    /// <summary>The commitments to these, each under a salt of its own.</summary>
    /// <param name="random">So many random bytes.</param>
    public static Commitments Of(Guid id, IEnumerable<Guid> persons, Func<int, byte[]> random) =>
        new(id, [.. persons.Select(p => Commitment.To(p, random(Commitment.SaltSize)))]);

    /// <summary>Without the salts of these.</summary>
    public Commitments Without(IReadOnlySet<Guid> persons) =>
        this with
        {
            Ids = [.. Ids.Select(i => persons.Contains(i.Person) ? i with { Salt = null } : i)],
        };

    /// <summary>Registers what the chains of the ledger keep.</summary>
    public static void AddTo(StoreOptions options)
    {
        options.Schema.For<ChainHead>();
        options.Schema.For<Commitments>();
    }
}

/// <summary>The salts that open a person's commitments.</summary>
public sealed class KeptSalts(StoreDefinition service) : IKeepsOfPersons
{
    /// <summary>Destroys them. Of none of them is it said how many there were: what is told of an erasure has commitments too.</summary>
    public async Task<int> Erase(IDocumentSession session, Guid person, CancellationToken cancel)
    {
        var ids = PersonStreams.Of(person).Select(id => id.ToString()).ToArray();
        _ = await session.QueryAsync<int>(
            $$"""
            with gone as (
              update {{service.Name}}.mt_doc_commitments c set data = jsonb_set(c.data, '{ids}', (
                select jsonb_agg(case when i ->> 'person' = any(?) then i - 'salt' else i end order by n)
                from jsonb_array_elements(c.data -> 'ids') with ordinality t (i, n)))
              where c.tenant_id = ? and exists (
                select from jsonb_array_elements(c.data -> 'ids') i where i ->> 'person' = any(?) and i ->> 'salt' is not null)
              returning 1
            )
            select count(*)::int from gone
            """,
            cancel,
            ids,
            session.TenantId,
            ids
        );
        return 0;
    }
}
