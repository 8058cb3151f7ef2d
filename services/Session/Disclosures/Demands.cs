using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Session.Disclosures;

/// <summary>What each basis of a disclosure demands.</summary>
public static class Demands
{
    private const int Confirming = 2;

    /// <summary>Whether the basis leaves a delay to object: an order, a danger and data protection do not wait.</summary>
    public static bool LeaveDelay(DisclosureBasis basis) => basis is DisclosureBasis.AuthorsAgreement or DisclosureBasis.GroupAgreement;

    /// <summary>Whether the basis opens named texts alone.</summary>
    public static bool AskTexts(DisclosureBasis basis) => basis is DisclosureBasis.PersonInDanger or DisclosureBasis.DataProtection;

    /// <summary>Whether the basis may open private texts: an order does, and who said them.</summary>
    public static bool MayOpenPrivate(DisclosureBasis basis) => basis is DisclosureBasis.JudicialOrder or DisclosureBasis.AuthorsAgreement;

    /// <summary>In which part this person is asked to agree; null where they are not.</summary>
    public static DisclosureParty? PartOf(Disclosure d, Actor actor)
    {
        DisclosureParty? part = actor.Role switch
        {
            Roles.Practice => DisclosureParty.Practice,
            Roles.Facilitator when actor.Person == d.Facilitator || d.HasAuthor(actor.Person) => DisclosureParty.Facilitator,
            Roles.Member => DisclosureParty.Member,
            _ => null,
        };
        return d.Basis switch
        {
            DisclosureBasis.AuthorsAgreement => d.HasAuthor(actor.Person) && part is not DisclosureParty.Practice,
            DisclosureBasis.GroupAgreement => OfTheGroup(d).Contains(actor.Person) && part is not DisclosureParty.Practice,
            DisclosureBasis.IncidentReview => false,
            DisclosureBasis.PersonInDanger or DisclosureBasis.DataProtection => part is DisclosureParty.Practice
                || OfTheGroup(d).Contains(actor.Person),
            _ => part is DisclosureParty.Practice || (part is DisclosureParty.Facilitator && actor.Person == d.Facilitator),
        }
            ? part
            : null;
    }

    /// <summary>Whether all that the basis demands is there.</summary>
    public static bool AreMet(Disclosure d) =>
        d.Basis switch
        {
            DisclosureBasis.AuthorsAgreement => d.Texts.All(t => d.IsAgreedBy(t.Author)),
            DisclosureBasis.GroupAgreement => OfTheGroup(d).All(d.IsAgreedBy),
            // One of them at least is of the group: the practice, under however many names, opens nothing by itself.
            DisclosureBasis.PersonInDanger or DisclosureBasis.DataProtection => d.Agreements.Select(a => a.Person).Distinct().Count()
                >= Confirming
                && d.Agreements.Any(a => a.Party != DisclosureParty.Practice),
            DisclosureBasis.JudicialOrder => d.Agreements.Any(a => a.Party == DisclosureParty.Practice)
                && d.Agreements.Any(a => a.Party == DisclosureParty.Facilitator && a.Person == d.Facilitator),
            _ => false,
        };

    /// <summary>The texts that are read by it. Where agreement opens it, those alone whose author agreed: nobody's words are given by others.</summary>
    public static IReadOnlyList<SaidText> Opened(Disclosure d, IEnumerable<SaidText> said)
    {
        var asked = d.Texts.Select(t => t.Version).ToHashSet();
        return
        [
            .. said.Where(t => asked.Contains(t.Version))
                .Where(t => !t.Private || (d.Private && MayOpenPrivate(d.Basis)))
                .Where(t => !LeaveDelay(d.Basis) || d.IsAgreedBy(t.Author)),
        ];
    }

    private static IEnumerable<Guid> OfTheGroup(Disclosure d) =>
        d.Facilitator is { } facilitator ? d.Members.Append(facilitator) : d.Members;
}
