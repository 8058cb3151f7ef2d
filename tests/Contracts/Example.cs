using System.Collections;
using System.Globalization;

namespace PracticeAnalysis.Golden;

/// <summary>An example of a type, the same at every time: each member filled with a value that names it.</summary>
public static class Example
{
    private static readonly DateTimeOffset Moment = new(2026, 3, 2, 9, 0, 0, TimeSpan.Zero);

    /// <summary>The example of a type.</summary>
    public static object Of(Type type, string name = "value")
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => name,
            _ when type == typeof(Guid) => new Guid(name.Sum(c => c), 0, 0, new byte[8]),
            _ when type == typeof(DateTimeOffset) => Moment,
            _ when type == typeof(DateOnly) => DateOnly.FromDateTime(Moment.Date),
            _ when type == typeof(bool) => true,
            _ when type.IsEnum => Enum.GetValues(type).GetValue(Enum.GetValues(type).Length - 1)!,
            _ when type.IsPrimitive || type == typeof(decimal) => Convert.ChangeType(7, type, CultureInfo.InvariantCulture),
            _ when Element(type) is { } element => List(type, element, name),
            _ => Record(type),
        };
    }

    private static object Record(Type type)
    {
        var constructor = type.GetConstructors().OrderByDescending(c => c.GetParameters().Length).First();
        var value = constructor.Invoke([.. constructor.GetParameters().Select(p => Of(p.ParameterType, p.Name!))]);
        foreach (
            var property in type.GetProperties()
                .Where(p => p.SetMethod is not null && constructor.GetParameters().All(c => c.Name != p.Name))
        )
        {
            property.SetValue(value, Of(property.PropertyType, property.Name));
        }

        return value;
    }

    private static Type? Element(Type type) =>
        type.IsArray ? type.GetElementType()
        : type.IsGenericType && type.IsAssignableTo(typeof(IEnumerable)) && type.GetGenericArguments().Length == 1
            ? type.GetGenericArguments()[0]
        : null;

    private static object List(Type type, Type element, string name)
    {
        var array = Array.CreateInstance(element, 1);
        array.SetValue(Of(element, name), 0);
        if (type.IsAssignableFrom(array.GetType()))
        {
            return array;
        }

        // Immutable collections are made by the factory of their own name.
        var factory = type.Assembly.GetType(type.FullName![..type.FullName!.IndexOf('`', StringComparison.Ordinal)])!;
        return factory
            .GetMethods()
            .Single(m => m.Name == "CreateRange" && m.GetGenericArguments().Length == 1 && m.GetParameters().Length == 1)
            .MakeGenericMethod(element)
            .Invoke(null, [array])!;
    }
}
