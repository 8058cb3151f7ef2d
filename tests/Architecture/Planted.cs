using Npgsql;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Architecture.Planted;

/// <summary>A fact that knows the database: what the rule on facts must see.</summary>
public sealed record FactThatKnowsTheDatabase : Fact
{
    /// <summary>The violation.</summary>
    public static NpgsqlConnection Open() => new();
}

/// <summary>An aggregate whose state can be set: what the rule on immutability must see.</summary>
public sealed record AggregateThatChanges : Aggregate
{
    /// <summary>The violation.</summary>
    public int Count { get; set; }
}

/// <summary>A handler that takes a stored fact as a message: what the rule on facts and messages must see.</summary>
public static class StoredFactHandler
{
    /// <summary>The violation.</summary>
    public static void Handle(FactThatKnowsTheDatabase fact) => ArgumentNullException.ThrowIfNull(fact);
}

/// <summary>A slice with a command whose prose is a plain string: what the rule on free text must see.</summary>
public sealed record CommandWithPlainProse(string Reason) : Command;

/// <summary>Words in another order than the contracts': what the rule on orders must see.</summary>
public enum Strictness
{
    /// <summary>First here, last there.</summary>
    Strict,

    /// <summary>Last here, first there.</summary>
    Free,
}
