using Xunit.Sdk;
using Xunit.v3;

[assembly: TestCollectionOrderer(typeof(PracticeAnalysis.EndToEnd.AsLoadedFirst))]
[assembly: TestClassOrderer(typeof(PracticeAnalysis.EndToEnd.AsLoadedFirst))]
[assembly: TestMethodOrderer(typeof(PracticeAnalysis.EndToEnd.AsLoadedFirst))]
[assembly: TestCaseOrderer(typeof(PracticeAnalysis.EndToEnd.AsLoadedFirst))]

namespace PracticeAnalysis.EndToEnd;

/// <summary>All tests share one demonstration, and some change it, the ones of a class before others of it: which asks for it as it was loaded
/// comes first. The others come by their names, for by itself the order of each kind hangs on chance and on the folder of the checkout.</summary>
public sealed class AsLoadedFirst : ITestCollectionOrderer, ITestClassOrderer, ITestMethodOrderer, ITestCaseOrderer
{
    /// <inheritdoc />
    public IReadOnlyCollection<TTestCollection> OrderTestCollections<TTestCollection>(IReadOnlyCollection<TTestCollection> testCollections)
        where TTestCollection : ITestCollection =>
        [.. Order(testCollections, c => c.TestCollectionDisplayName, nameof(when_access_is_asked_for))];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestClass?> OrderTestClasses<TTestClass>(IReadOnlyCollection<TTestClass?> testClasses)
        where TTestClass : notnull, ITestClass =>
        [.. Order(testClasses, c => c?.TestClassName ?? string.Empty, nameof(when_access_is_asked_for))];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestMethod?> OrderTestMethods<TTestMethod>(IReadOnlyCollection<TTestMethod?> testMethods)
        where TTestMethod : notnull, ITestMethod =>
        [.. Order(testMethods, m => m?.MethodName ?? string.Empty, nameof(when_access_is_asked_for.each_cell_answers_as_the_table_says))];

    /// <inheritdoc />
    public IReadOnlyCollection<TTestCase> OrderTestCases<TTestCase>(IReadOnlyCollection<TTestCase> testCases)
        where TTestCase : ITestCase => [.. Order(testCases, c => c.TestCaseDisplayName)];

    private static IEnumerable<T> Order<T>(IEnumerable<T> all, Func<T, string> name, string? first = null) =>
        all.OrderByDescending(one => first is not null && name(one).Contains(first, StringComparison.Ordinal))
            .ThenBy(name, StringComparer.Ordinal);
}
