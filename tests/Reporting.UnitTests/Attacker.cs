using Google.OrTools.Sat;

namespace PracticeAnalysis.Reporting.UnitTests;

/// <summary>A session, by what everybody knows of it; and what it truly was, which an attacker has of those alone who tell them.</summary>
/// <param name="Members">Who count and are expected.</param>
/// <param name="Opened">Whether an agreed bilan opens it; one that is told later is not.</param>
internal sealed record Meeting(
    string Name,
    string Group,
    string Quarter,
    IReadOnlyList<string> Members,
    bool Opened,
    IReadOnlySet<string> Present,
    IReadOnlySet<string> Axes,
    int Answered,
    int Favourable
);

/// <summary>A group, by what everybody knows of it.</summary>
/// <param name="Everybody">Whoever was in it, or was made up to be: they know all of it.</param>
/// <param name="Said">In how many bilans it said that it worked on an axis.</param>
internal sealed record Circle(
    string Name,
    string Establishment,
    string Facilitator,
    IReadOnlySet<string> Everybody,
    IReadOnlyDictionary<string, int> Said
);

/// <summary>Somebody who reads everything that was ever released, knows sizes, dates, the methodology and what colluding members tell, and has a solver. An
/// integer programme over persons, sessions, themes and answers, written apart from what makes releases.</summary>
internal sealed class Attacker
{
    /// <summary>The factors of RPS-DU, in the order of their codes.</summary>
    public static readonly string[] Axes =
    [
        "work-intensity-and-time",
        "working-hours",
        "emotional-demands",
        "lack-of-autonomy",
        "degraded-social-relations",
        "conflicts-of-values",
        "insecurity-of-work-situation",
    ];

    private const int Least = 5;
    private const string Pulse = "pulse";

    private readonly CpModel _model = new();
    private readonly Dictionary<(Meeting, string), BoolVar> _present = [];
    private readonly Dictionary<(Meeting, string), BoolVar> _counts = [];
    private readonly Dictionary<Meeting, (IntVar Answered, IntVar Favourable)> _answers = [];
    private readonly Dictionary<string, (IntVar Least, IntVar Most)> _bands = [];
    private readonly IReadOnlyList<Circle> _circles;
    private readonly IReadOnlyList<Meeting> _meetings;

    /// <summary>Notes what is known beside the releases.</summary>
    /// <param name="tells">Who tells all they know: those who are in the groups that they are in know all of them.</param>
    public Attacker(IReadOnlyList<Circle> circles, IReadOnlyList<Meeting> meetings, string? tells = null)
    {
        (_circles, _meetings) = (circles, meetings);
        foreach (var meeting in meetings)
        {
            var known = circles.Single(c => c.Name == meeting.Group).Everybody.Contains(tells ?? string.Empty);
            foreach (var person in meeting.Members)
            {
                _present[(meeting, person)] = Bool(known, meeting.Present.Contains(person));
            }

            foreach (var axis in Axes)
            {
                _counts[(meeting, axis)] = Bool(known, meeting.Axes.Contains(axis));
            }

            // A session is closed with a theme at the least; fewer than five answers are never counted.
            _model.AddBoolOr(Axes.Select(a => _counts[(meeting, a)]));
            var (answered, favourable) = (Int(meeting.Members.Count), Int(meeting.Members.Count));
            _model.Add(favourable <= answered);
            _model.Add(answered <= Sum([meeting]));
            var asked = _model.NewBoolVar("asked");
            _model.Add(answered >= Least).OnlyEnforceIf(asked);
            _model.Add(answered == 0).OnlyEnforceIf(asked.Not());
            var well = _model.NewBoolVar("well");
            _model.Add(2 * favourable >= answered + 1).OnlyEnforceIf(well);
            _model.Add(2 * favourable <= answered).OnlyEnforceIf(well.Not());
            if (known)
            {
                _model.Add(answered == meeting.Answered);
                _model.Add(favourable == meeting.Favourable);
            }

            (_answers[meeting], _counts[(meeting, Pulse)]) = ((answered, favourable), well);
        }

        foreach (var circle in circles)
        {
            foreach (var (axis, said) in circle.Said)
            {
                var opened = Opened([circle]);
                _model.Add(Sum(opened, axis) >= Math.Min(said, opened.Count));
            }
        }
    }

    /// <summary>The bands of which the methodology speaks.</summary>
    public static IReadOnlyList<(int Least, int Most)> Grid(int whole, int single, int known, int said, bool high)
    {
        var width = known + said + 6;
        var borders = Enumerable.Range(0, whole + 1).Where(b => b >= width && b <= whole - known - single);
        borders = high ? borders.Where(b => (whole - known - single - b) % width == 0) : borders.Where(b => b % width == 0);
        int[] starts = [0, .. borders, whole + 1];
        return [.. starts.Zip(starts.Skip(1), (from, next) => (from, next - 1))];
    }

    /// <summary>The units of content: who has groups enough, and all others together.</summary>
    public IReadOnlyList<IReadOnlyList<Circle>> Units()
    {
        var each = _circles.GroupBy(c => c.Establishment).Select(e => (IReadOnlyList<Circle>)[.. e]).ToList();
        return [.. each.Where(IsFit), .. new IReadOnlyList<Circle>[] { [.. each.Where(e => !IsFit(e)).SelectMany(e => e)] }.Where(IsFit)];
    }

    /// <summary>Notes the bands that a release of some establishments shows: those of a quarter, or of the year.</summary>
    /// <param name="content">Whether those of content too.</param>
    public void Reads(IReadOnlySet<string> establishments, string period, Func<string, (int Least, int Most)?> cell, bool content = true)
    {
        List<(IntVar Least, IntVar Most)> read = [];
        foreach (var circle in _circles.Where(c => establishments.Contains(c.Establishment)))
        {
            var quarters = _meetings
                .Where(m => m.Group == circle.Name && m.Members.Count > 0 && m.Quarter.StartsWith(period, StringComparison.Ordinal))
                .GroupBy(m => m.Quarter)
                .ToList();
            var told = quarters.Where(q => Presences([.. q]).Count > 1).ToList();
            read.AddRange(told.Select(q => Band($"{circle.Name} {q.Key}", Presences([.. q]), Sum([.. q]))));
            IReadOnlyList<Meeting> all = [.. quarters.SelectMany(q => q)];
            if (told.Count == 0 && quarters.Count > 1 && Presences(all) is { Count: > 1 } grid)
            {
                read.Add(Band($"{circle.Name} {period}", grid, Sum(all)));
            }
        }

        Read(read, cell("B2"));
        foreach (
            var (axis, code) in Axes.Select((a, n) => (a, $"D{n + 1}")).Append((Pulse, "W1")).Where(_ => content && period.Length == 4)
        )
        {
            var own = Units()
                .Where(u => u.All(c => establishments.Contains(c.Establishment)))
                .Where(u => Content(u, axis).Count > 1)
                .ToList();
            own = own.Count > 0 ? own : [.. Units().Where(u => Content(u, axis).Count > 1)];
            Read(
                [.. own.Select(u => Band($"{string.Join(',', u.Select(c => c.Name))} {axis}", Content(u, axis), Sum(Opened(u), axis)))],
                cell(code)
            );
        }
    }

    /// <summary>The presences of these sessions; of one person, where they are named.</summary>
    public LinearExpr Sum(IReadOnlyList<Meeting> meetings, Predicate<string>? persons = null) =>
        LinearExpr.Sum(meetings.SelectMany(m => m.Members.Where(p => persons?.Invoke(p) is not false).Select(p => _present[(m, p)])));

    /// <summary>In how many of these sessions an axis was worked on.</summary>
    public LinearExpr Sum(IReadOnlyList<Meeting> meetings, string axis) => LinearExpr.Sum(meetings.Select(m => _counts[(m, axis)]));

    /// <summary>The presences at those of these sessions where an axis was worked on, which figures were of at first.</summary>
    public LinearExpr Load(IReadOnlyList<Meeting> meetings, string axis) =>
        LinearExpr.Sum(
            meetings.Select(m =>
            {
                var load = Int(m.Members.Count);
                _model.Add(load == Sum([m])).OnlyEnforceIf(_counts[(m, axis)]);
                _model.Add(load == 0).OnlyEnforceIf(_counts[(m, axis)].Not());
                return load;
            })
        );

    /// <summary>How many of the answers of these sessions there are.</summary>
    public LinearExpr Answered(IReadOnlyList<Meeting> meetings) => LinearExpr.Sum(meetings.Select(m => _answers[m].Answered));

    /// <summary>How many of the answers of these sessions are favourable.</summary>
    public LinearExpr Favourable(IReadOnlyList<Meeting> meetings) => LinearExpr.Sum(meetings.Select(m => _answers[m].Favourable));

    /// <summary>How many of the answers of a session are not favourable.</summary>
    public LinearExpr Unfavourable(Meeting meeting) => _answers[meeting].Answered - _answers[meeting].Favourable;

    /// <summary>The opened sessions of some groups.</summary>
    public IReadOnlyList<Meeting> Opened(IEnumerable<Circle> circles) =>
        [.. _meetings.Where(m => m.Opened && m.Members.Count > 0 && circles.Any(c => c.Name == m.Group))];

    /// <summary>Notes anything else that was read.</summary>
    public void Knows(BoundedLinearExpression told) => _model.Add(told);

    /// <summary>Whether a sum may be so much, for all that is known.</summary>
    public bool MayBe(LinearExpr sum, long value)
    {
        _model.Add(sum == value);
        var solver = new CpSolver { StringParameters = "num_workers:1" };
        var status = solver.Solve(_model);
        _model.Model.Constraints.RemoveAt(_model.Model.Constraints.Count - 1);
        return status switch
        {
            CpSolverStatus.Optimal or CpSolverStatus.Feasible => true,
            CpSolverStatus.Infeasible => false,
            _ => throw new InvalidOperationException($"The solver says {status}."),
        };
    }

    /// <summary>Which of six values, nothing among them, a sum may have no more; of a smaller domain, of all of it.</summary>
    /// <param name="said">What it is at the least, as was said in public.</param>
    /// <param name="all">Whether each value is tried, or the least and the greatest of the six.</param>
    public IReadOnlyList<int> Excluded(LinearExpr sum, int domain, int said = 0, bool all = true)
    {
        var most = Math.Min(domain, said + 5);
        var values = all ? Enumerable.Range(said, most - said + 1) : [said, most];
        return [.. values.Distinct().Where(v => !MayBe(sum, v))];
    }

    private static IReadOnlyList<(int Least, int Most)> Presences(IReadOnlyList<Meeting> meetings) =>
        Grid(meetings.Sum(m => m.Members.Count), Math.Max(meetings.Count, meetings.Max(m => m.Members.Count)), 0, 0, high: true);

    private IReadOnlyList<(int Least, int Most)> Content(IReadOnlyList<Circle> unit, string? axis) =>
        Grid(
            Opened(unit).Count,
            unit.Max(c => Opened([c]).Count),
            unit.SelectMany(c => c.Everybody).Max(p => unit.Where(c => c.Everybody.Contains(p)).Sum(c => Opened([c]).Count)),
            axis is null ? 0 : unit.Sum(c => Math.Min(Opened([c]).Count, c.Said.GetValueOrDefault(axis))),
            high: false
        );

    private bool IsFit(IReadOnlyList<Circle> unit) =>
        unit.Where(c => Opened([c]).Count > 0).Select(c => c.Facilitator).Distinct().Count() > 1 && Content(unit, null).Count > 1;

    // In which of its bands a sum lies is not known where several are shown as one.
    private (IntVar Least, IntVar Most) Band(string name, IReadOnlyList<(int Least, int Most)> grid, LinearExpr sum)
    {
        if (!_bands.TryGetValue(name, out var band))
        {
            band = (Int(grid[^1].Most), Int(grid[^1].Most));
            _model.AddAllowedAssignments([band.Least, band.Most]).AddTuples(To2D(grid));
            _model.Add(sum >= band.Least);
            _model.Add(sum <= band.Most);
            _bands[name] = band;
        }

        return band;
    }

    private static long[,] To2D(IReadOnlyList<(int Least, int Most)> grid)
    {
        var rows = new long[grid.Count, 2];
        foreach (var (n, (least, most)) in grid.Index())
        {
            (rows[n, 0], rows[n, 1]) = (least, most);
        }

        return rows;
    }

    private void Read(List<(IntVar Least, IntVar Most)> bands, (int Least, int Most)? shown)
    {
        (bands.Count > 0).ShouldBe(shown is not null, "what is told follows from what everybody knows");
        if (shown is { } cell)
        {
            _model.Add(LinearExpr.Sum(bands.Select(b => b.Least)) == cell.Least);
            _model.Add(LinearExpr.Sum(bands.Select(b => b.Most)) == cell.Most);
        }
    }

    private BoolVar Bool(bool known, bool truth)
    {
        var unknown = _model.NewBoolVar("b");
        if (known)
        {
            _model.Add(unknown == (truth ? 1 : 0));
        }

        return unknown;
    }

    private IntVar Int(int most) => _model.NewIntVar(0, most, "n");
}
