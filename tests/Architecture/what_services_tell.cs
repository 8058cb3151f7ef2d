using System.Reflection;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Mono.Cecil;
using PracticeAnalysis.Kernel;
using PracticeAnalysis.Messaging;
using PracticeAnalysis.Reporting.History.Replay;
using PracticeAnalysis.ServiceDefaults;
using Wolverine;
using Wolverine.Configuration;
using Assembly = System.Reflection.Assembly;

namespace PracticeAnalysis.Architecture;

/// <summary>What a service tells is published, what it publishes is handled where it goes, and what it records is ledgered, or said not to be.</summary>
public class what_services_tell
{
    private static readonly ServiceDefinition[] Services =
    [
        Engagement.EngagementConfiguration.Service,
        Session.SessionConfiguration.Service,
        Reporting.ReportingConfiguration.Service,
    ];

    // Facts that stand in a service's store and in no ledger.
    private static readonly Dictionary<string, string> Unledgered = new()
    {
        ["LedgerFact"] = "it mirrors a fact that is ledgered",
        ["LearnedGrantFact"] = "what a grant says is ledgered where it is given",
    };

    [Fact]
    public void is_published() =>
        (
            from service in Services
            let published = Published(service).Select(p => p.Message).ToHashSet()
            from message in Made(service.Assembly)
            where !published.Contains(message) && !Handled(service.Assembly).Contains(message)
            select $"{service.Name} makes {message.Name}, and publishes it nowhere"
        ).ShouldBeEmpty();

    [Fact]
    public void is_handled_where_it_goes() =>
        (
            from service in Services
            from published in Published(service)
            let there = Services.Single(s => s.Name == (published.Queue == "ledger" ? "reporting" : published.Queue))
            where !Handled(there.Assembly).Contains(published.Message)
            select $"{service.Name} publishes {published.Message.Name} to {published.Queue}, where nothing handles it"
        ).ShouldBeEmpty();

    [Fact]
    public void is_told_to_somebody() => Services.ShouldAllBe(s => Published(s).Count > 5);

    [Fact]
    public void is_ledgered() =>
        (
            from service in Services
            from fact in service.Assembly.GetTypes()
            where fact.IsAssignableTo(typeof(Fact)) && !fact.IsAbstract && !service.LedgeredFacts.Contains(fact)
            select fact.BaseType!.Name
        )
            .Distinct()
            .ShouldBe(Unledgered.Keys, ignoreOrder: true);

    /// <summary>What a fact says holds in the state from then on. One that says nothing must have its change in the table.</summary>
    [Fact]
    public void changes_the_state_that_an_auditor_replays()
    {
        var bare = Services.SelectMany(s => s.LedgeredFacts).Where(IsBare).ToList();
        bare.ShouldNotBeEmpty();
        bare.Where(f => !Changes(FactTypes.Aliases(f)[0])).Select(f => f.Name).ShouldBeEmpty("add it to the table of StateFold");
        Changes("planted").ShouldBeFalse();
    }

    private static bool IsBare(Type fact) => fact.GetProperties().All(p => p.DeclaringType!.IsAssignableFrom(typeof(Fact)));

    // Beside something that is announced, for what takes that back.
    private static bool Changes(string eventType)
    {
        var before = Replayed("succession_announced");
        return !JsonNode.DeepEquals(Replayed("succession_announced", eventType), before);
    }

    private static JsonObject Replayed(params IReadOnlyList<string> eventTypes)
    {
        var states = new Dictionary<(string, Guid), ResourceState>();
        var at = DateTimeOffset.UnixEpoch;
        foreach (var type in eventTypes)
        {
            StateFold.Apply(states, new("engagement", 1, Guid.Empty, Guid.Empty, "engagement", 1, type, "", at, at, "", "{}", ""));
        }

        return states.Values.Single().State;
    }

    // Wolverine's own record of what goes where.
    private static IReadOnlyList<(Type Message, string Queue)> Published(ServiceDefinition service)
    {
        var options = new WolverineOptions();
        service.Route(MessageTransport.Of(options, new ConfigurationBuilder().Build()));
        return
        [
            .. from endpoint in options.Transports.SelectMany(t => t.Endpoints())
            from message in Messages
            where endpoint.Subscriptions.Any(s => s.Matches(message))
            select (message, endpoint.EndpointName),
        ];
    }

    private static readonly IReadOnlyList<Type> Messages = [.. Services.SelectMany(s => Handled(s.Assembly)).Distinct()];

    private static HashSet<Type> Handled(Assembly assembly) =>
        [
            .. from type in assembly.GetTypes().Concat(Rules.Shared.SelectMany(a => a.GetTypes()))
            where type.Name.EndsWith("Handler", StringComparison.Ordinal)
            from method in type.GetMethods()
            where method.Name is "Handle" or "HandleAsync"
            select method.GetParameters()[0].ParameterType into message
            where message.Assembly == Rules.Contracts
            select message,
        ];

    private static IEnumerable<Type> Made(Assembly assembly)
    {
        using var module = ModuleDefinition.ReadModule(assembly.Location);
        var made = module
            .GetTypes()
            .SelectMany(t => t.Methods)
            .Where(m => m.HasBody)
            .SelectMany(m => m.Body.Instructions)
            .Where(i => i.OpCode == Mono.Cecil.Cil.OpCodes.Newobj)
            .Select(i => ((MethodReference)i.Operand).DeclaringType.FullName)
            .ToHashSet();
        return [.. Messages.Where(m => made.Contains(m.FullName!))];
    }
}
