using System.Reflection;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.ServiceDefaults;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;

namespace PracticeAnalysis.Architecture;

/// <summary>The rules, each as what it finds wrong in some assemblies.</summary>
public static class Rules
{
    /// <summary>The three services.</summary>
    public static readonly Assembly[] Services =
    [
        typeof(Engagement.EngagementConfiguration).Assembly,
        typeof(Session.SessionConfiguration).Assembly,
        typeof(Reporting.ReportingConfiguration).Assembly,
    ];

    /// <summary>What the services share: the common host, and what it is put together from.</summary>
    public static readonly Assembly[] Shared =
    [
        typeof(ServiceHost).Assembly,
        .. typeof(ServiceHost)
            .Assembly.GetReferencedAssemblies()
            .Where(r => r.Name!.StartsWith("PracticeAnalysis.", StringComparison.Ordinal) && r.Name != "PracticeAnalysis.Contracts")
            .Select(Assembly.Load),
    ];

    /// <summary>The messages.</summary>
    public static readonly Assembly Contracts = typeof(PracticeAnalysis.Contracts.Origin).Assembly;

    private const string Infrastructure = @"^(Wolverine|Marten|Npgsql|JasperFx|Weasel|Microsoft\.AspNetCore)(\..*)?$";

    // Words that people type as prose; a command holds them as a narrative, so that they are sealed and never logged.
    private static readonly string[] Prose = ["Text", "Reason", "Context", "Asked", "Summary", "Deviation", "Asks"];

    /// <summary>Facts and aggregates know neither store, nor messages, nor web server.</summary>
    public static IEnumerable<string> FactsKnowInfrastructure(params Assembly[] assemblies)
    {
        var architecture = new ArchLoader().LoadAssemblies([.. assemblies, .. Shared]).Build();
        var rule = Types()
            .That()
            .AreAssignableTo(typeof(Fact))
            .Or()
            .AreAssignableTo(typeof(Aggregate))
            .Should()
            .NotDependOnAnyTypesThat()
            .ResideInNamespaceMatching(Infrastructure);
        return rule.Evaluate(architecture).Where(r => !r.Passed).Select(r => r.Description);
    }

    /// <summary>An aggregate is immutable: a mutated one counts twice.</summary>
    public static IEnumerable<string> AggregatesChange(params Assembly[] assemblies) =>
        from type in assemblies
            .SelectMany(a => a.GetTypes())
            .Where(t => t.IsAssignableTo(typeof(Aggregate)) || t.IsAssignableTo(typeof(Fact)))
        from property in type.GetProperties()
        where
            property.SetMethod is { IsPublic: true } set
            && !set.ReturnParameter.GetRequiredCustomModifiers().Contains(typeof(System.Runtime.CompilerServices.IsExternalInit))
        select $"{type.Name}.{property.Name} can be set";

    /// <summary>A transaction that has taken numbers of the event sequence ends by its commit, whoever hangs up.</summary>
    /// <param name="sources">Texts of sources.</param>
    public static IEnumerable<string> CommitsGivenUp(IEnumerable<string> sources) =>
        from source in sources
        from line in source.Split('\n')
        where line.Contains(".SaveChangesAsync(", StringComparison.Ordinal)
        where !line.Contains("CancellationToken.None)", StringComparison.Ordinal)
        select line.Trim();

    /// <summary>A stored fact is never a message.</summary>
    public static IEnumerable<string> FactsAreMessages(params Assembly[] assemblies) =>
        from type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t.Name.EndsWith("Handler", StringComparison.Ordinal))
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.Instance)
        where method.Name == "Handle" && method.GetParameters().FirstOrDefault()?.ParameterType.IsAssignableTo(typeof(Fact)) == true
        select $"{type.Name} handles a stored fact";

    /// <summary>No service knows another one.</summary>
    public static IEnumerable<string> ServicesKnowEachOther(params Assembly[] assemblies) =>
        from assembly in assemblies
        from reference in assembly.GetReferencedAssemblies()
        where Services.Any(s => s.GetName().Name == reference.Name && s != assembly)
        select $"{assembly.GetName().Name} knows {reference.Name}";

    /// <summary>Contracts stand on the base library alone.</summary>
    public static IEnumerable<string> ContractsKnowMore(Assembly contracts) =>
        contracts
            .GetReferencedAssemblies()
            .Where(r => !r.Name!.StartsWith("System.", StringComparison.Ordinal))
            .Select(r => $"{contracts.GetName().Name} knows {r.Name}");

    /// <summary>The kernel stands on the base library, the contracts and Unicode's tables.</summary>
    public static IEnumerable<string> KernelKnowsMore(Assembly kernel) =>
        kernel
            .GetReferencedAssemblies()
            .Where(r => !r.Name!.StartsWith("System.", StringComparison.Ordinal))
            .Where(r => r.Name is not ("PracticeAnalysis.Contracts" or "ADRaffy.ENSNormalize"))
            .Select(r => $"{kernel.GetName().Name} knows {r.Name}");

    /// <summary>What a person types as prose is a narrative in every command.</summary>
    public static IEnumerable<string> CommandsHoldPlainProse(params Assembly[] assemblies) =>
        from type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(Command)))
        from property in type.GetProperties()
        where Prose.Contains(property.Name) && property.PropertyType == typeof(string)
        select $"{type.Name}.{property.Name} is a plain string";

    /// <summary>What a person types as prose is sealed in every fact, and a message holds none at all.</summary>
    public static IEnumerable<string> FactsHoldPlainProse(params Assembly[] assemblies) =>
        from type in assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsAssignableTo(typeof(Fact)) || t.Assembly == Contracts)
        from property in type.GetProperties()
        where
            Prose.Contains(property.Name) && property.PropertyType == typeof(string)
            || property.PropertyType == typeof(Narrative)
            || (type.Assembly == Contracts && property.PropertyType == typeof(Sealed))
        select $"{type.Name}.{property.Name} holds prose";

    /// <summary>A closed set of words has one order: where two services know words by one name, those that both know come in the same order, so that
    /// what is stricter for one is stricter for the other.</summary>
    public static IEnumerable<string> WordsInTwoOrders(params Assembly[] assemblies) =>
        from words in assemblies.SelectMany(a => a.GetTypes()).Where(t => t.IsEnum).GroupBy(t => t.Name)
        from one in words
        from other in words
        let shared = Enum.GetNames(one).Intersect(Enum.GetNames(other)).ToList()
        where !shared.SequenceEqual(Enum.GetNames(other).Intersect(shared))
        select $"{one.FullName} and {other.FullName}";

    /// <summary>A project that the solution does not name is neither built nor tested by anybody.</summary>
    public static IEnumerable<string> ProjectsAside(string root, string solution) =>
        Directory
            .EnumerateFiles(root, "*.csproj", SearchOption.AllDirectories)
            .Select(Path.GetFileName)
            .Where(project => !solution.Contains($"\\{project}\"", StringComparison.Ordinal))
            .Select(project => $"{project} is not in the solution");
}
