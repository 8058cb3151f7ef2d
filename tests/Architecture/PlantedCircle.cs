// Two folders that name each other, one of them in the body of a method alone: what the rule on circles must see.
namespace PracticeAnalysis.Architecture.Hens
{
    /// <summary>Comes of an egg.</summary>
    public static class Hen
    {
        /// <summary>The violation.</summary>
        public static string Hatched() => new Eggs.Egg().ToString();
    }
}

namespace PracticeAnalysis.Architecture.Eggs
{
    /// <summary>Comes of a hen.</summary>
    public sealed record Egg
    {
        /// <summary>The violation.</summary>
        public static string Laid() => Hens.Hen.Hatched();
    }
}
