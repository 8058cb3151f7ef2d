namespace PracticeAnalysis.Engagement.Model;

/// <summary>The nature of a dispositif, which comes from the context of the request (S2, S3).</summary>
public enum Kind
{
    /// <summary>Analyse des pratiques: a complex situation of support.</summary>
    PracticeAnalysis,

    /// <summary>Supervision: the relation.</summary>
    Supervision,

    /// <summary>Régulation: the working of the team.</summary>
    Regulation,
}

/// <summary>Whom a dispositif is for.</summary>
public enum Audience
{
    /// <summary>Any team, whoever is in it.</summary>
    AnyTeam,

    /// <summary>Professionals of one trade or several.</summary>
    Professionals,

    /// <summary>Managers (cadres).</summary>
    Managers,

    /// <summary>A team in difficulty.</summary>
    TeamInDifficulty,

    /// <summary>Peers, as S4 has them in its groups.</summary>
    Peers,
}

/// <summary>What institutions the members of a group come from.</summary>
public enum Composition
{
    /// <summary>Any: nothing is asked of them.</summary>
    Any,

    /// <summary>All of one and the same.</summary>
    OneInstitution,

    /// <summary>Pairwise distinct: no two of one.</summary>
    DistinctInstitutions,
}

/// <summary>How members come to take part; the stricter comes later.</summary>
public enum Participation
{
    /// <summary>By their involvement; nobody has to volunteer.</summary>
    ByInvolvement,

    /// <summary>As volunteers, expressly and personally.</summary>
    Volunteers,
}

/// <summary>Whether the facilitator stands outside the establishment; the stricter comes later.</summary>
public enum Externality
{
    /// <summary>Usually so; one who works for it is not refused.</summary>
    Customary,

    /// <summary>Always so; one who works for it is refused.</summary>
    Required,
}

/// <summary>Whether a group's membership may change; the stricter comes later.</summary>
public enum Stability
{
    /// <summary>At any time.</summary>
    Open,

    /// <summary>By the group's agreement.</summary>
    ByAgreement,

    /// <summary>Never.</summary>
    Fixed,
}

/// <summary>What a facilitator's file may show (S0).</summary>
public enum Qualification
{
    /// <summary>A diploma, which the title of the evidence names.</summary>
    Diploma,

    /// <summary>A training in analysis of practices.</summary>
    Training,

    /// <summary>Years of managerial experience.</summary>
    ManagerialExperience,

    /// <summary>Years of field experience.</summary>
    FieldExperience,
}
