namespace PracticeAnalysis.Kernel;

/// <summary>A string that stood in clear in what was stored before, and is read from there for ever; what is stored now holds it sealed.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class InClearBeforeAttribute : Attribute;
