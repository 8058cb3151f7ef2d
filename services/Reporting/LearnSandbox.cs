using Marten;
using PracticeAnalysis.Access;
using PracticeAnalysis.Contracts.Access.V1;

namespace PracticeAnalysis.Reporting;

/// <summary>Takes over which generation the sandbox is in.</summary>
public static class LearnSandboxHandler
{
    /// <summary>A generation began.</summary>
    public static void Handle(SandboxReset message, IDocumentSession session) => session.Store(SandboxGeneration.Of(message));
}
