using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Session;

/// <summary>Takes over which generation a sandbox is in.</summary>
public static class LearnSandboxHandler
{
    /// <summary>A generation became a sandbox's.</summary>
    public static Task Handle(SandboxReset message, IDocumentSession session, CancellationToken cancel) =>
        SandboxGeneration.Learn(message, session, cancel);
}
