using System.Reflection;
using System.Text.Json;
using PracticeAnalysis.Http;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Engagement.Frames;

/// <summary>A frame's data file is not what a frame must be: the service does not start with it.</summary>
public sealed class InvalidFrameException(string file, string why) : InvalidOperationException($"The frame {file} is invalid: {why}");

/// <summary>Every published version of every frame, read once at start.</summary>
/// <param name="deprecated">What no new dispositif may follow.</param>
/// <param name="shipped">The names of those that ship, where there are others too.</param>
/// <param name="protocols">The protocols that they may pin.</param>
public sealed class FrameLibrary(
    IEnumerable<Frame> frames,
    IReadOnlyCollection<Pin>? deprecated = null,
    IReadOnlySet<string>? shipped = null,
    KnownProtocols? protocols = null
)
{
    /// <summary>How many frames are composed at most.</summary>
    public const int MostTogether = 8;

    private const string Folder = "frames/";
    private static readonly JsonSerializerOptions Strict = MakeStrict();

    /// <summary>All of them, by name, then version.</summary>
    public IReadOnlyList<Frame> All { get; } = [.. frames.OrderBy(f => f.Name, StringComparer.Ordinal).ThenBy(f => f.Version)];

    /// <summary>The names of the frames and protocols that ship: no practice's own bears one, since who reads it would take it for the work that it
    /// stands for.</summary>
    public IReadOnlySet<string> ShippedNames =>
        shipped ?? All.Select(f => f.Name).Concat(Protocols.ShippedNames).ToHashSet(StringComparer.OrdinalIgnoreCase);

    /// <summary>Whether its title is read as that of a frame that ships, whatever stands before or behind it.</summary>
    public bool BearsShippedTitle(Frame frame) =>
        All.Where(f => ShippedNames.Contains(f.Name))
            .Any(f => NormalForm.Letters(frame.Title).Contains(NormalForm.Letters(f.Title), StringComparison.Ordinal));

    /// <summary>The protocols that they may pin.</summary>
    public KnownProtocols Protocols { get; } = protocols ?? KnownProtocols.Read(typeof(FrameLibrary).Assembly);

    /// <summary>The frame that a pin names, or null.</summary>
    public Frame? Find(Pin pin) => All.FirstOrDefault(f => f.Pin == pin && (pin.Digest is null || pin.Names(f.Pinned)));

    /// <summary>The same, with these protocols.</summary>
    public FrameLibrary With(KnownProtocols known) => new(All, deprecated, ShippedNames, known);

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

        var fault =
            file == $"{frame.Name}.v{frame.Version}.json" ? Fault(frame, ships: true)?.Detail : "its name and version are not its file's.";
        return fault is null ? frame : throw new InvalidFrameException(file, fault);
    }

    /// <summary>Why a frame is none, or null: a name taken by the system, a bound crossed or past what anybody could ask, a rule without its source or
    /// asking for nothing.</summary>
    /// <param name="ships">Whether it ships, and cites our documents; a practice's own cites another work.</param>
    public static Refusal? Fault(Frame frame, bool ships) =>
        Refusal.All([
            Input.CheckRulesName(frame.Name, "frame.name"),
            Input.CheckNumber(frame.Version, "frame.version", 1, 1000),
            Input.CheckPlain(frame.Title, "frame.title"),
            frame.Audiences.Count == 0
                ? Refusal.OfInput("frame.audiences is empty.", FrameRule.Shape)
                : Input.CheckOnce(frame.Audiences, "frame.audiences", 10),
            Input.CheckOnce(frame.Methods ?? [], "frame.methods", 20),
            .. (frame.Methods ?? []).Index().Select(m => Input.CheckPlain(m.Item, $"frame.methods.{m.Index}", 60)),
            .. Sources(frame).Select(s => s.Source is { } cited ? Input.CheckSource(cited, s.Member, ships) : null),
            .. FrameRule.All.Select(r => r.Check(frame.Rules)).DistinctBy(r => r?.Detail),
        ]);

    /// <summary>Why these frames are none that a command may name, or null.</summary>
    /// <param name="fits">Whether one that is published does.</param>
    public Refusal? Unfit(IReadOnlyList<Pin> named, Func<Pin, bool> fits) =>
        named.Count == 0
            ? Refusal.OfInput("frames is empty.", ListsThem)
            : Input.CheckOnce([.. named.Select(p => (p?.Name, p?.Version))], "frames", MostTogether)
                ?? Refusal.All(named.Index().Where(p => p.Item is null || !fits(p.Item)).Select(p => Unfit(p.Item, p.Index)));

    private Refusal Unfit(Pin? pin, int at) =>
        pin is null ? Refusal.OfInput($"frames.{at} is null.", ListsThem)
        : Newest(pin.Name) is null ? Refusal.OfInput($"frames.{at}.name does not name a published frame.", ListsThem)
        : All.All(f => f.Pin != new Pin(pin.Name, pin.Version))
            ? Refusal.OfInput($"frames.{at}.version does not name a published version of this frame.", ListsThem)
        : deprecated?.Contains(new(pin.Name, pin.Version)) is true
            ? Refusal.OfInput($"frames.{at}.version names a deprecated version.", ListsThem)
        : Refusal.OfInput($"frames.{at}.digest is not that of the published version.", ListsThem);

    private const string ListsThem = "GET /v1/frames lists them all.";

    private static IEnumerable<(string Member, string? Source)> Sources(Frame frame) =>
        FrameRules
            .Members.Select(p =>
                ($"frame.rules.{JsonNamingPolicy.CamelCase.ConvertName(p.Name)}.source", ((ISourced?)p.GetValue(frame.Rules))?.Source)
            )
            .Prepend(("frame.source", frame.Source));

    private static JsonSerializerOptions MakeStrict()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };
        StrictJson.Configure(options);
        return options;
    }
}
