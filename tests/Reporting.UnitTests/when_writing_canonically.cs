using System.Text.Json;
using System.Text.Json.Nodes;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.UnitTests;

public class when_writing_canonically
{
    [Fact]
    public void members_are_sorted_by_code_unit_at_every_depth() =>
        Canonical
            .Text(JsonNode.Parse("""{ "b": [ { "z": 1, "Z": null } ], "é": "à<", "a": { "2": true, "10": 1 } }"""))
            .ShouldBe("""{"a":{"10":1,"2":true},"b":[{"Z":null,"z":1}],"é":"à<"}""");

    [Fact]
    public void nothing_is_null() => Canonical.Text(null).ShouldBe("null");

    [Fact]
    public void the_hash_is_sha_256_in_lower_hexadecimal() =>
        Canonical.Hash("abc").ShouldBe("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");

    [Fact]
    public void a_sealed_text_shows_as_the_hash_of_its_ciphertext()
    {
        // The base64 of "abc".
        Fact fact = new AmendmentProposed(Given.Id(1), Given.Id(2), Dimension.Bond, new Sealed("k", "A256GCM", "bm9uY2U=", "YWJj"));
        var redacted = Redacted(JsonSerializer.SerializeToElement(fact, fact.GetType(), FactJson.Options))!;
        redacted["text"]!.ToJsonString().ShouldBe($$"""{"sha256":"{{Canonical.Hash("abc")}}"}""");
        redacted["dimension"]!.GetValue<string>().ShouldBe("bond");
        redacted.ToJsonString().ShouldNotContain("YWJj");
        redacted.ToJsonString().ShouldNotContain("keyId");
    }

    [Fact]
    public void texts_within_lists_are_redacted_and_what_is_none_stays()
    {
        var redacted = Redacted(JsonSerializer.SerializeToElement(Story.Drafted(), FactJson.Options))!;
        redacted["sections"]![0]!["text"]!.AsObject().Select(p => p.Key).ShouldBe(["sha256"]);
        redacted["facilitator"]!.GetValue<Guid>().ShouldBe(Story.Facilitator);
        Canonical.Redacted(JsonElement.Parse("""{"keyId":"k","a":[1,null]}""")).ShouldBe("""{"a":[1,null],"keyId":"k"}""");
        Canonical.Redacted(JsonElement.Parse("null")).ShouldBe("null");
    }

    private static JsonNode? Redacted(JsonElement json) => JsonNode.Parse(Canonical.Redacted(json));
}
