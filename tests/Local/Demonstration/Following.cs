namespace PracticeAnalysis.Local;

/// <summary>Follows an action track from the end of the session that it came of.</summary>
internal sealed class Following(Caller api, Cast cast, TrackStory track)
{
    /// <summary>Opens it, has it endorsed by those who built it, and takes it as far as it came.</summary>
    public async Task Lead(Guid session, DateTimeOffset from)
    {
        var with = track.With.Select(cast.Member).ToArray();
        var opened = await api.Start(
            cast.Facilitator,
            $"/v1/groups/{cast.Group}/tracks",
            from,
            new
            {
                session,
                text = track.Text,
                with = with.Select(m => m.Person),
            }
        );
        cast.Listed.Add(new("action-track", opened.Id, track.Text));
        var path = $"/v1/tracks/{opened.Id}";
        foreach (var member in with)
        {
            await api.Append(member, $"{path}/endorse", from.AddDays(1), new { });
            cast.Endorsements++;
        }

        if (track.Word is { } word)
        {
            await api.Append(with[0], $"{path}/progress", from.AddDays(10), new { text = word });
        }

        if (track.State == "completed")
        {
            await api.Append(cast.Facilitator, $"{path}/complete", from.AddDays(12), new { });
        }
    }
}
