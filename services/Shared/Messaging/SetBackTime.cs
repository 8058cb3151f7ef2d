using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace PracticeAnalysis.Messaging;

/// <summary>The clock of a demonstration that tells what takes weeks: behind this machine's by the seconds in a file, or by none where there is no file. Whoever
/// writes the file lets time pass; nothing is told before its time, and nothing by another rule.</summary>
/// <param name="file">In Development alone: <c>Clock:BehindFile</c>.</param>
public sealed class SetBackTime(string file) : TimeProvider
{
    /// <summary>This machine's clock, unless a development configuration names such a file.</summary>
    public static TimeProvider From(WebApplicationBuilder builder) =>
        builder.Environment.IsDevelopment() && builder.Configuration["Clock:BehindFile"] is { } file ? new SetBackTime(file) : System;

    /// <inheritdoc />
    public override DateTimeOffset GetUtcNow() =>
        base.GetUtcNow()
        - (File.Exists(file) ? TimeSpan.FromSeconds(long.Parse(File.ReadAllText(file), CultureInfo.InvariantCulture)) : default);
}
