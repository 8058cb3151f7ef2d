using PracticeAnalysis.Engagement;
using PracticeAnalysis.Engagement.Frames;
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
    public void the_names_of_what_ships_are_known_to_both()
    {
        var frames = FrameLibrary.Read(typeof(EngagementConfiguration).Assembly);
        var names = frames.All.Select(f => f.Name).Concat(ProtocolLibrary.Read().All.Select(p => p.Name)).Distinct().ToList();
        frames.ShippedNames.ShouldBe(names, ignoreOrder: true);
        names.ShouldAllBe(name => ProtocolLibrary.Ships(name));
    }
}
