using System.Linq.Expressions;

namespace PracticeAnalysis.EventStore;

/// <summary>How a list is narrowed in the store.</summary>
public static class Narrowing
{
    /// <summary>Those whose word is any of these.</summary>
    /// <param name="words">At least one.</param>
    public static IQueryable<T> WhereAny<T, TWord>(this IQueryable<T> all, Expression<Func<T, TWord>> member, IEnumerable<TWord> words)
        where TWord : struct, Enum =>
        all.Where(
            Expression.Lambda<Func<T, bool>>(
                // As the compiler writes a comparison of words, which is what the store reads.
                words
                    .Select(word =>
                        Expression.Equal(
                            Expression.Convert(member.Body, typeof(int)),
                            Expression.Convert(Expression.Constant(word), typeof(int))
                        )
                    )
                    .Aggregate(Expression.OrElse),
                member.Parameters
            )
        );
}
