using Mono.Cecil;
using Mono.Cecil.Cil;
using Assembly = System.Reflection.Assembly;

namespace PracticeAnalysis.Architecture;

/// <summary>Which folders of an assembly there are, and which of them names which: in signatures, in attributes and in the bodies of methods. A folder is a
/// namespace under the assembly's own. A constant is named nowhere in what is built; it makes no arrow.</summary>
public static class Arrows
{
    /// <summary>The folder of what composes the others: it names all of them, and none names it.</summary>
    public const string Root = "(root)";

    /// <summary>The services, and everything of ours that they stand on, aside from the contracts.</summary>
    public static IReadOnlyList<Assembly> Opened { get; } =
    [
        .. Rules
            .Services.Append(typeof(Pages.SignIn.SignedOut).Assembly)
            .SelectMany(s => s.GetReferencedAssemblies().Select(Assembly.Load).Prepend(s))
            .Where(a => a.GetName().Name!.StartsWith("PracticeAnalysis.", StringComparison.Ordinal) && a != Rules.Contracts)
            .Distinct()
            .OrderBy(a => a.GetName().Name, StringComparer.Ordinal),
    ];

    // They cannot stand in the namespace Model: below the service's own, C# takes their names for that namespace.
    private static readonly Dictionary<string, string> Moved = new()
    {
        ["PracticeAnalysis.Engagement.Engagement"] = "Model",
        ["PracticeAnalysis.Session.Session"] = "Model",
    };

    /// <summary>A line for each folder that names others: <c>From -&gt; To, To</c>.</summary>
    public static IReadOnlyList<string> Lines(Assembly assembly) =>
        [
            .. Of(assembly)
                .GroupBy(a => a.From)
                .OrderBy(a => a.Key, StringComparer.Ordinal)
                .Select(a => $"{Name(assembly)}/{a.Key} -> {string.Join(", ", a.Select(to => to.To).Order(StringComparer.Ordinal))}"),
        ];

    /// <summary>The folders that stand in a circle, each as the list says it.</summary>
    /// <param name="planted">Arrows beside those that are there.</param>
    public static IEnumerable<string> Circles(Assembly assembly, params IEnumerable<(string From, string To)> planted)
    {
        var to = Of(assembly).Concat(planted).ToLookup(a => a.From, a => a.To);
        HashSet<string> Reached(string from)
        {
            var seen = new HashSet<string>();
            var left = new Stack<string>(to[from]);
            while (left.TryPop(out var next))
            {
                if (seen.Add(next))
                {
                    foreach (var further in to[next])
                    {
                        left.Push(further);
                    }
                }
            }

            return seen;
        }

        return to.Select(a => a.Key).Where(from => Reached(from).Contains(from)).Select(from => $"{Name(assembly)}/{from}").Order();
    }

    private static string Name(Assembly assembly) => assembly.GetName().Name!["PracticeAnalysis.".Length..];

    /// <summary>Every arrow between folders.</summary>
    public static IReadOnlySet<(string From, string To)> Of(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        var under = assembly.GetName().Name!;
        string? Folder(TypeReference type)
        {
            var outermost = type;
            while (outermost.DeclaringType is { } outer)
            {
                outermost = outer;
            }

            return outermost.Scope != module && outermost.Scope is not ModuleDefinition ? null
                : Moved.TryGetValue(outermost.FullName, out var moved) ? moved
                : outermost.Namespace == under ? Root
                : outermost.Namespace.StartsWith(under + ".", StringComparison.Ordinal)
                    ? outermost.Namespace[(under.Length + 1)..].Split('.')[0]
                : null;
        }

        return (
            from type in module.GetTypes()
            let @from = Folder(type)
            where @from is not null
            from named in Named(type).SelectMany(Parts)
            let to = Folder(named)
            where to is not null && to != @from
            select (@from, to)
        ).ToHashSet();
    }

    private static IEnumerable<TypeReference?> Named(TypeDefinition type) =>
        [
            type.BaseType,
            .. type.Interfaces.Select(i => i.InterfaceType),
            .. type.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType),
            .. Attributes(type),
            .. type.Fields.SelectMany(f => Attributes(f).Prepend(f.FieldType)),
            .. type.Properties.SelectMany(Attributes),
            .. type.Methods.SelectMany(m => Signature(m).Concat(Attributes(m)).Concat(m.Parameters.SelectMany(Attributes)).Concat(Body(m))),
        ];

    private static IEnumerable<TypeReference?> Signature(MethodReference method) =>
        [
            method.ReturnType,
            .. method.Parameters.Select(p => p.ParameterType),
            .. method.GenericParameters.SelectMany(p => p.Constraints).Select(c => c.ConstraintType),
            .. (method as GenericInstanceMethod)?.GenericArguments ?? [],
        ];

    private static IEnumerable<TypeReference?> Attributes(ICustomAttributeProvider provider) =>
        provider.CustomAttributes.SelectMany(a => a.ConstructorArguments.Select(c => c.Value as TypeReference).Prepend(a.AttributeType));

    private static IEnumerable<TypeReference?> Body(MethodDefinition method) =>
        !method.HasBody
            ? []
            : method
                .Body.Variables.Select(v => v.VariableType)
                .Concat(method.Body.ExceptionHandlers.Select(h => h.CatchType))
                .Concat(method.Body.Instructions.SelectMany(Operand));

    private static IEnumerable<TypeReference?> Operand(Instruction instruction) =>
        instruction.Operand switch
        {
            TypeReference type => [type],
            FieldReference field => [field.DeclaringType, field.FieldType],
            MethodReference called => Signature(called).Prepend(called.DeclaringType),
            _ => [],
        };

    // A list of engagements names engagements.
    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Concat(Parts(generic.ElementType)),
            TypeSpecification whole => Parts(whole.ElementType),
            _ => [type],
        };
}
