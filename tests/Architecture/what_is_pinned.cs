using PracticeAnalysis.Engagement;
using PracticeAnalysis.Engagement.Frames;
using PracticeAnalysis.Reporting.History.Conformance;
using PracticeAnalysis.Session.Protocols;

namespace PracticeAnalysis.Architecture;

/// <summary>Engagement pins a protocol by the digest of what Session runs; it reads Session's own files for it.</summary>
public class what_is_pinned
{
    [Fact]
    public void of_a_shipped_protocol_has_one_digest_where_it_is_pinned_and_where_it_is_run()
    {
        var known = KnownProtocols.Read(typeof(EngagementConfiguration).Assembly);
        ProtocolLibrary
            .Read()
            .All.Select(ProtocolLibrary.Pin)
            .ShouldAllBe(p => known.Offered(new(p.Name, p.Version, null))!.Digest == p.Digest);
    }

    [Fact]
    public void of_a_shipped_frame_has_one_digest_where_it_is_pinned_and_where_it_judges()
    {
        var rules = Rulebook.Read();
        var frames = FrameLibrary.Read(typeof(EngagementConfiguration).Assembly);
        frames.All.Count.ShouldBeGreaterThan(5);
        frames.All.Select(f => f.Pinned).ShouldAllBe(p => rules.Frame(new(p.Name, p.Version, p.Digest)) != null);
        ProtocolLibrary.Read().All.Select(ProtocolLibrary.Pin).ShouldAllBe(p => rules.Protocol(new(p.Name, p.Version, p.Digest)) != null);
        rules.Frame(new("team", 1, new('0', 64))).ShouldBeNull();
    }

    [Fact]
    public void the_names_of_what_ships_are_known_to_both()
    {
        var frames = FrameLibrary.Read(typeof(EngagementConfiguration).Assembly);
        var names = frames.All.Select(f => f.Name).Concat(ProtocolLibrary.Read().All.Select(p => p.Name)).Distinct().ToList();
        frames.ShippedNames.ShouldBe(names, ignoreOrder: true);
        names.ShouldAllBe(name => ProtocolLibrary.Ships(name));
    }
}
