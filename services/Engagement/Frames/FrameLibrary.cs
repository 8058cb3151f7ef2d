using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using PracticeAnalysis.ServiceDefaults.Http;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>A frame's data file is not what a frame must be: the service does not start with it.</summary>
public sealed class InvalidFrameException(string file, string why) : InvalidOperationException($"The frame {file} is invalid: {why}");

/// <summary>Every published version of every frame, read once at start.</summary>
public sealed class FrameLibrary(IEnumerable<Frame> frames, IReadOnlyCollection<Pin>? deprecated = null)
{
    private const string Folder = "frames/";
    private static readonly string[] Sources = ["S0", "S1", "S2", "S3", "S4", "eaje", "design", "practice"];
    private static readonly string[] Reserved = ["always", "dispositif", "protocol", "frame"];
    private static readonly JsonSerializerOptions Strict = MakeStrict();

    /// <summary>All of them, by name, then version.</summary>
    public IReadOnlyList<Frame> All { get; } = [.. frames.OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Version)];

    /// <summary>The frame that a pin names, or null.</summary>
    public Frame? Find(Pin pin) => All.FirstOrDefault(f => f.Pin == pin);

    /// <summary>Whether a new dispositif may follow this version: it is published, and not deprecated.</summary>
    public bool Offers(Pin pin) => Find(pin) is not null && deprecated?.Contains(pin) is not true;

    /// <summary>The newest version of a frame, or null.</summary>
    public Frame? Newest(string name) => All.LastOrDefault(f => f.Name == name);

    /// <summary>What the frames that an engagement pins ask together; it was satisfiable when they were pinned.</summary>
    public Policies Pinned(IEnumerable<Pin> pins) =>
        Policies.Compose(pins.Select(p => Find(p) ?? throw new InvalidFrameException($"{p.Name}.v{p.Version}", "it is pinned, and gone.")));

    /// <summary>Reads the data files that the program carries.</summary>
    public static FrameLibrary Read(Assembly assembly) =>
        new(
            assembly
                .GetManifestResourceNames()
                .Where(n => n.StartsWith(Folder, StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(n =>
                {
                    using var reader = new StreamReader(assembly.GetManifestResourceStream(n)!);
                    return Parse(n[Folder.Length..], reader.ReadToEnd());
                })
                .ToArray()
        );

    /// <summary>Reads one data file, strictly: no unknown member, no bound crossed, no rule without its source.</summary>
    public static Frame Parse(string file, string json)
    {
        Frame frame;
        try
        {
            frame = JsonSerializer.Deserialize<Frame>(json, Strict) ?? throw new InvalidFrameException(file, "it is null.");
        }
        catch (JsonException e)
        {
            throw new InvalidFrameException(file, e.Message);
        }

        var fault = file == $"{frame.Name}.v{frame.Version}.json" ? Fault(frame) : "its name and version are not its file's.";
        return fault is null ? frame : throw new InvalidFrameException(file, fault);
    }

    /// <summary>Why a frame is none, or null: a name taken by the system, a bound crossed, a rule without its source or asking for nothing.</summary>
    public static string? Fault(Frame frame)
    {
        var r = frame.Rules;
        string?[] sources =
        [
            frame.Source,
            r.Size?.Source,
            r.Composition?.Source,
            r.Participation?.Source,
            r.Independence?.Source,
            r.Externality?.Source,
            r.Qualification?.Source,
            r.Interval?.Source,
            r.Frequency?.Source,
            r.MinimumTerm?.Source,
            r.Rate?.Source,
            r.Stability?.Source,
            r.Protocol?.Source,
            r.Outcome?.Source,
            r.Approval?.Source,
            r.JointValidation?.Source,
            r.ManagementCommitment?.Source,
            r.HoursAYear?.Source,
            r.HoursEachFourMonths?.Source,
            r.NoChildrenPresent?.Source,
        ];
        Limits?[] limits = [r.Size, r.Frequency, r.Rate];
        int?[] counts =
        [
            frame.Version,
            r.Interval?.Value,
            r.MinimumTerm?.Value,
            r.Protocol?.Version,
            r.HoursAYear?.Value,
            r.HoursEachFourMonths?.Value,
            .. limits.SelectMany(Bounds),
        ];
        return !Regex.IsMatch(frame.Name, "^[a-z][a-z0-9-]{1,39}$") ? "its name is not 2 to 40 lower-case letters, digits and hyphens."
            : Reserved.Contains(frame.Name) ? "its name is reserved: it names what holds whatever the frame."
            : sources.Any(s => s is not null && !Sources.Contains(s)) ? "a source is none of the documents."
            : frame.Audiences.Count == 0 || string.IsNullOrWhiteSpace(frame.Title) ? "it is for nobody, or has no title."
            : counts.Any(c => c < 1) ? "a number is less than one."
            : limits.Any(l => l is not null && (l.Minimum > l.Maximum || (l.Minimum ?? l.Maximum) is null))
                ? "bounds are absent or crossed."
            : r.Independence is { Value: false } ? "independence holds always."
            : r.Qualification is { Value.Count: 0 } || r.Protocol is { Name: "" } ? "a rule asks for nothing."
            : null;
    }

    private static IEnumerable<int?> Bounds(Limits? limits) => [limits?.Minimum, limits?.Maximum];

    private static JsonSerializerOptions MakeStrict()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        StrictJson.Configure(options);
        return options;
    }
}
