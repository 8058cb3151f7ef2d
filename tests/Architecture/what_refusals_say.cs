using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using PracticeAnalysis.Http;

namespace PracticeAnalysis.Architecture;

/// <summary>Everything that a refusal says, wherever it is decided, is said in French too.</summary>
public class what_refusals_say
{
    private static readonly string[] Makers = ["OfRule", "OfOrder", "OfInput", "OfParameter", "Unavailable", "Refused"];

    // Sentences that a refusal is made of: every literal among its arguments that holds a blank.
    private static readonly IReadOnlyList<string> Sentences =
    [
        .. Directory
            .GetFiles(Path.Combine(Repository.Root, "services"), "*.cs", SearchOption.AllDirectories)
            .Where(f => !f.Split(Path.DirectorySeparatorChar).Any(part => part is "obj" or "bin" or "Internal"))
            .SelectMany(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f)).GetRoot().DescendantNodes())
            .Where(IsRefusal)
            .SelectMany(Said)
            .Where(s => s.Contains(' ', StringComparison.Ordinal))
            .Distinct(),
    ];

    private static bool IsRefusal(SyntaxNode node) =>
        node switch
        {
            InvocationExpressionSyntax { Expression: MemberAccessExpressionSyntax call } => Makers.Contains(call.Name.Identifier.Text),
            InvocationExpressionSyntax { Expression: IdentifierNameSyntax call } => Makers.Contains(call.Identifier.Text),
            BaseObjectCreationExpressionSyntax { ArgumentList.Arguments: [{ Expression: LiteralExpressionSyntax status }, _, _, _, ..] } =>
                status.Token.Value is >= 400 and < 600,
            _ => false,
        };

    private static IEnumerable<string> Said(SyntaxNode refusal) =>
        (refusal is InvocationExpressionSyntax call ? call.ArgumentList : ((BaseObjectCreationExpressionSyntax)refusal).ArgumentList!)
            .DescendantNodes(node => node is not InterpolatedStringExpressionSyntax && !IsRefusal(node))
            .Select(node =>
                node switch
                {
                    LiteralExpressionSyntax { Token.Value: string text } => text,
                    InterpolatedStringExpressionSyntax text => string.Concat(
                        text.Contents.Select(c => c is InterpolatedStringTextSyntax plain ? plain.TextToken.ValueText : "{}")
                    ),
                    _ => string.Empty,
                }
            );

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

    private static string Filled(string text) => text.Replace("{}", "seven", StringComparison.Ordinal);

    private static int Holes(string text) => text.Split("{}").Length;

    [Fact]
    public void what_differs_stands_in_the_french_where_it_stood() =>
        RefusalTexts
            .In("fr", "3 of 12 members have not confirmed to volunteer.")
            .ShouldBe("Membres qui n'ont pas confirmé leur volontariat : 3 sur 12.");

    [Fact]
    public void what_has_no_french_is_said_as_it_is() => RefusalTexts.In("fr", "Nobody ever said this.").ShouldBe("Nobody ever said this.");
}
