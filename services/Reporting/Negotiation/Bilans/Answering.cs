using Marten;
using PracticeAnalysis.EventSourcing;
using PracticeAnalysis.EventStore;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Reporting.Model;

namespace PracticeAnalysis.Reporting.Negotiation.Bilans;

/// <summary>Nobody can withdraw the objection of who was erased: a text answers it in which a section that they objected to reads otherwise
/// (S2): in its words, not in its capitals, accents, marks or blanks.</summary>
public static class Answering
{
    /// <summary>The texts that an objection is to: the one that was locked when it was raised, and those locked anew while its author was there to withdraw it.</summary>
    /// <param name="facts">The bilan's facts, in their order.</param>
    public static IReadOnlyList<IReadOnlyList<Section>> ObjectedTo(Objection objection, IReadOnlyList<Fact> facts)
    {
        var raised = facts.TakeWhile(f => f is not ObjectionRaised r || r.Objection != objection.Id).ToList();
        var since = facts.Skip(raised.Count).TakeWhile(f => f is not PartyErased e || e.Person != objection.Party);
        return
        [
            .. raised
                .OfType<ContentLocked>()
                .TakeLast(1)
                .Concat(since.OfType<ContentLocked>())
                .Select(l => l.Text?.Sections)
                .OfType<IReadOnlyList<Section>>(),
        ];
    }

    /// <summary>Which objections of erased authors the text answers as it stands; null where none was erased.</summary>
    internal static async Task<IReadOnlyList<Guid>?> Find(Bilan bilan, IQuerySession session, Act act, CancellationToken cancel)
    {
        var objections = bilan.Objections.Where(o => o is { AuthorErased: true, Withdrawn: false }).ToList();
        if (objections.Count == 0)
        {
            return null;
        }

        var facts = (await session.Events.FetchStreamAsync(bilan.Id, token: cancel)).Facts().ToList();
        var texts = objections.ToDictionary(o => o.Id, o => ObjectedTo(o, facts));
        var opener = await act.Opening([
            .. bilan.Sections.Select(s => s.Text),
            .. texts.Values.SelectMany(t => t).SelectMany(t => t).Select(s => s.Text),
        ]);
        var stands = bilan.Sections.ToDictionary(s => s.Dimension, s => opener.Open(s.Text, s.SealedFor));
        return [.. objections.Where(Answers).Select(o => o.Id)];

        // Of texts that were locked before they were the engagement's own, any amendment is taken for another text.
        bool Answers(Objection objection) =>
            texts[objection.Id] is { Count: > 0 } objectedTo
                ? !objectedTo.Any(text =>
                    text.All(s =>
                        opener.Open(s.Text, Bilan.SectionsMember) is { } text
                        && stands.GetValueOrDefault(s.Dimension) is { } now
                        && NormalForm.Letters(text) == NormalForm.Letters(now)
                    )
                )
                : objection.Fallen || bilan.State == BilanState.Draft;
    }
}
