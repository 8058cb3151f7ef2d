using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Architecture;

/// <summary>Everything that a refusal says, wherever it is decided, is said in French too.</summary>
public class what_refusals_say
{
    private static readonly string[] Makers = ["OfRule", "OfOrder", "OfInput", "OfMissing", "OfParameter", "Unavailable", "Refused"];

    private static readonly IReadOnlyList<SyntaxNode> Sources =
    [
        .. Directory
            .GetFiles(Path.Combine(Repository.Root, "services"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Internal"))
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f)).GetRoot()),
    ];

    // What a text is named by where it is not written itself, each by its own name.
    private static readonly ILookup<string, SyntaxNode> Named = Sources
        .SelectMany(s => s.DescendantNodes())
        .SelectMany(node =>
            node switch
            {
                FieldDeclarationSyntax f when IsText(f.Declaration.Type) => f.Declaration.Variables.Select(v =>
                    (Name: v.Identifier.Text, Node: (SyntaxNode)v)
                ),
                PropertyDeclarationSyntax p when IsText(p.Type) => [(p.Identifier.Text, p)],
                MethodDeclarationSyntax m when IsText(m.ReturnType) => [(m.Identifier.Text, m)],
                _ => [],
            }
        )
        .ToLookup(named => named.Name, named => named.Node);

    // Parameters that come into a refusal: who calls with a text says it, however many pass it on.
    private static readonly IReadOnlySet<(string Method, string Parameter, int At)> PassedOn = PassOn();

    // Sentences that a refusal is made of: every literal among what it is given that holds a blank.
    private static readonly IReadOnlyList<string> Sentences =
    [
        .. Sources
            .SelectMany(s => s.DescendantNodes())
            .SelectMany(n => Given(n, PassedOn))
            .SelectMany(e => Said(e, []))
            .Where(IsSentence)
            .Distinct(),
    ];

    private static bool IsSentence(string text) => text.Contains(' ', StringComparison.Ordinal);

    private static bool IsText(TypeSyntax? type) => type?.ToString() is "string" or "string?";

    private static bool IsRefusal(SyntaxNode node) =>
        node switch
        {
            InvocationExpressionSyntax call => Makers.Contains(NameOf(call)),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [_, { Expression: LiteralExpressionSyntax type }, _, _, ..] } =>
                type.Token.Value is string word && ProblemCatalogue.Find(word) is not null,
            _ => false,
        };

    private static string? NameOf(InvocationExpressionSyntax call) =>
        call.Expression switch
        {
            MemberAccessExpressionSyntax member => member.Name.Identifier.Text,
            SimpleNameSyntax name => name.Identifier.Text,
            _ => null,
        };

    // What comes into a refusal here: the arguments of one, those that are passed on to one, and what one says otherwise than another.
    private static IEnumerable<SyntaxNode> Given(SyntaxNode node, IReadOnlySet<(string Method, string Parameter, int At)> passedOn) =>
        node switch
        {
            InvocationExpressionSyntax call when IsRefusal(call) => call.ArgumentList.Arguments,
            BaseObjectCreationExpressionSyntax made when IsRefusal(made) => made.ArgumentList!.Arguments,
            InvocationExpressionSyntax call => call.ArgumentList.Arguments.Where(
                (argument, at) =>
                    passedOn.Any(p =>
                        p.Method == NameOf(call)
                        && (argument.NameColon is { Name.Identifier.Text: var name } ? name == p.Parameter : at == p.At)
                    )
            ),
            AssignmentExpressionSyntax
            {
                Left: IdentifierNameSyntax { Identifier.Text: "Detail" or "Satisfy" },
                Parent.Parent: WithExpressionSyntax
            } said => [said.Right],
            AssignmentExpressionSyntax { Left: IdentifierNameSyntax { Identifier.Text: "ConflictSays" } } said => [said.Right],
            _ => [],
        };

    private static IEnumerable<SyntaxNode> Parts(SyntaxNode given) =>
        given.DescendantNodesAndSelf(node => node is not InterpolatedStringExpressionSyntax && (node == given || !IsRefusal(node)));

    private static HashSet<(string Method, string Parameter, int At)> PassOn()
    {
        var passedOn = new HashSet<(string, string, int)>();
        var nodes = Sources.SelectMany(s => s.DescendantNodes()).Where(n => n is ExpressionSyntax).ToList();
        for (var before = -1; before < passedOn.Count; )
        {
            before = passedOn.Count;
            foreach (var name in nodes.SelectMany(n => Given(n, passedOn)).SelectMany(Parts).OfType<IdentifierNameSyntax>().ToList())
            {
                foreach (var (method, parameters) in name.Ancestors().Select(Signature).Where(s => s.Method is not null))
                {
                    var at = parameters.FindIndex(p => p.Identifier.Text == name.Identifier.Text && IsText(p.Type));
                    if (at >= 0)
                    {
                        passedOn.Add((method!, name.Identifier.Text, at));
                    }
                }
            }
        }

        return passedOn;
    }

    private static (string? Method, List<ParameterSyntax> Parameters) Signature(SyntaxNode node) =>
        node switch
        {
            MethodDeclarationSyntax m => (
                m.Identifier.Text,
                [.. m.ParameterList.Parameters.Where(p => !p.Modifiers.Any(SyntaxKind.ThisKeyword))]
            ),
            LocalFunctionStatementSyntax f => (f.Identifier.Text, [.. f.ParameterList.Parameters]),
            _ => (null, []),
        };

    // What is named is said as what is written.
    private static IEnumerable<string> Said(SyntaxNode given, IReadOnlyList<SyntaxNode> within) =>
        within.Contains(given)
            ? []
            : Parts(given)
                .SelectMany<SyntaxNode, string>(node =>
                    node switch
                    {
                        LiteralExpressionSyntax { Token.Value: string text } => [text],
                        InterpolatedStringExpressionSyntax text =>
                        [
                            string.Concat(
                                text.Contents.Select(c => c is InterpolatedStringTextSyntax plain ? plain.TextToken.ValueText : "{}")
                            ),
                        ],
                        IdentifierNameSyntax name => Meant(name).SelectMany(n => Said(n, [.. within, given])),
                        _ => [],
                    }
                );

    // A local of the method, else what is declared by this name: in the type that is named before it, where one is.
    private static IEnumerable<SyntaxNode> Meant(IdentifierNameSyntax name)
    {
        var text = name.Identifier.Text;
        var method = name.Ancestors().LastOrDefault(a => a is MethodDeclarationSyntax);
        var local = method
            ?.DescendantNodes()
            .OfType<VariableDeclaratorSyntax>()
            .FirstOrDefault(v => v.Identifier.Text == text)
            ?.Initializer?.Value;
        if (local is not null)
        {
            return [local];
        }

        var type =
            name.Parent is MemberAccessExpressionSyntax { Expression: IdentifierNameSyntax of } access && access.Name == name
                ? of.Identifier.Text
            : name.Parent is MemberAccessExpressionSyntax member && member.Name == name ? string.Empty
            : name.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text;
        return Named[text].Where(n => n.Ancestors().OfType<TypeDeclarationSyntax>().FirstOrDefault()?.Identifier.Text == type);
    }

    [Fact]
    public void each_sentence_has_its_french()
    {
        Sentences.Count.ShouldBeGreaterThan(400);
        Sentences.Except(RefusalTexts.All.Keys).ShouldBeEmpty("give these their French in refusals-fr.json");
    }

    [Fact]
    public void no_sentence_is_taken_for_another() =>
        RefusalTexts.All.Where(t => RefusalTexts.French(Filled(t.Key)) != Filled(t.Value)).Select(t => t.Key).ShouldBeEmpty();

    [Fact]
    public void what_differs_has_its_place_in_the_french() =>
        RefusalTexts.All.Where(t => Holes(t.Key) != Holes(t.Value)).Select(t => t.Key).ShouldBeEmpty();

    // Each is of a kind that was found once: English that nobody writes, another language's letters, what users do not know, a number that is not grouped.
    [Theory]
    [InlineData(@"(?<![Tt]here )\b(is|are|was|were) no\b(?! longer)")]
    [InlineData(@"(?<!there )\b(is|are|or|alone|among) none\b|\bnone (is|that)\b")]
    [InlineData(@"\b(holds?|names?|opens|asks?|accepts|confirms) (no|none|nobody|nothing)\b")]
    [InlineData(@"\b(no more|any more|anew|of themself|by themself|at once|meanwhile)\b(?! than)")]
    [InlineData(@"\b(lies?|lay)\b|\bholds? (more|other|a|the|hidden|null|U)\b|\bis away\b|\bwaits\.|^(A phase|The session) runs\.")]
    [InlineData(
        @"\bstands\b(?! aside)|\b(is|it|as|and|says|recorded|given) otherwise\b|\b(told|said) (it|them|otherwise|wrongly|to this)\b"
    )]
    [InlineData(@"\bis to be\b|, once\.|\ba (command|line), |practice's\b")]
    [InlineData(@"\bjj\b|\baaaa\b|\bhh:mm\b")]
    [InlineData(@"(?<=[a-z,] )(Reporting|Session|Engagement)\b|(?<!for )\bthis service\b")]
    [InlineData(@"\d{5}|\b[1-9]000 (characters|lines|items|bytes)\b")]
    public void no_text_is_english_that_nobody_writes(string pattern) =>
        English.Where(text => Regex.IsMatch(text, pattern)).ShouldBeEmpty();

    [Fact]
    public void no_sentence_is_longer_than_a_reader_takes_in() =>
        English
            .Concat(RefusalTexts.All.Keys)
            .Distinct()
            .Where(text => Regex.Split(text, @"(?<=[.?:;]) ").Any(sentence => sentence.Split(' ').Length > 25))
            .ShouldBeEmpty();

    [Fact]
    public void numbers_are_grouped_as_the_language_does()
    {
        RefusalTexts.All.Values.Concat(French).Where(text => Regex.IsMatch(text, @"\d[, ]\d{3}\b|\d{5}")).ShouldBeEmpty();
        RefusalTexts.In("fr", "limit is not between 1 and 1,000,000.").ShouldBe("limit n'est pas compris entre 1 et 1\u202f000\u202f000.");
    }

    private static IEnumerable<string> English =>
        Sentences.Concat(ProblemCatalogue.All.SelectMany(p => new[] { p.Title.En, p.Meaning.En, p.Remedy.En }));

    private static IEnumerable<string> French => ProblemCatalogue.All.SelectMany(p => new[] { p.Title.Fr, p.Meaning.Fr, p.Remedy.Fr });

    private static string Filled(string text) => text.Replace("{}", "seven", StringComparison.Ordinal);

    private static int Holes(string text) => text.Split("{}").Length;

    [Fact]
    public void what_differs_stands_in_the_french_where_it_stood() =>
        RefusalTexts
            .In("fr", "Members who have not confirmed that they volunteer: 3 of 12.")
            .ShouldBe("Membres qui n'ont pas confirmé leur volontariat : 3 sur 12.");

    [Fact]
    public void what_is_said_after_another_sentence_is_said_in_french_with_it() =>
        RefusalTexts
            .In("fr", "Start the phase first; the protocol sets the order. Or leave the protocol, with a reason.")
            .ShouldBe(
                "Commencez d'abord la phase ; le déroulement en donne l'ordre. Ou écartez-vous du déroulement, en indiquant un motif."
            );

    // A sentence of each way in which one comes into a refusal.
    [Theory]
    [InlineData("Read the charter again, and accept what it says now.")] // an argument
    [InlineData("{} Or leave the protocol, with a reason.")] // of a refusal with other words
    [InlineData("GET /v1/frames shows what frames look like.")] // a constant
    public void a_sentence_is_found_however_it_is_passed_on(string sentence) => Sentences.ShouldContain(sentence);

    [Fact]
    public void what_has_no_french_is_said_as_it_is() => RefusalTexts.In("fr", "Nobody ever said this.").ShouldBe("Nobody ever said this.");
}
