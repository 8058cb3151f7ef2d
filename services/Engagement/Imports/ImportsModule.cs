using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Engagement.Operations;
using PracticeAnalysis.Privacy;
using PracticeAnalysis.ServiceDefaults;

namespace PracticeAnalysis.Engagement.Imports;

/// <summary>Imports, line by line, as operations that go on after their answer.</summary>
public static class ImportsModule
{
    /// <summary>Registers it.</summary>
    public static Module Register() =>
        new()
        {
            Store = store =>
            {
                // Columns of their own: under row-level security no index on an expression over JSON is used.
                store.Schema.For<WaitingLine>().Duplicate(l => l.Operation);
                store.Schema.For<LineResult>().Duplicate(r => r.Operation);
                store.Schema.For<ImportedReference>();
            },
            Views = views => views.AddSingleton<IKeepsOfPersons, KeptReferences>(),
        };
}
