using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using PracticeAnalysis.Access;
using PracticeAnalysis.Kernel;

namespace PracticeAnalysis.Local;

/// <summary>What all engagements of the demonstration share: the API, the calendar, the practice and its establishments.</summary>
internal sealed class Stage(Caller api, Calendar calendar, Actor practice)
{
    private const int AuditDays = 180;
    private Dictionary<string, Actor> _establishments = [];

    /// <summary>The API.</summary>
    public Caller Api => api;

    /// <summary>The dates.</summary>
    public Calendar Calendar => calendar;

    /// <summary>Who acts for the practice.</summary>
    public Actor Practice => practice;

    /// <summary>A platform that the first establishment works with.</summary>
    public Actor Platform { get; } = new(practice.Tenant, Roles.Platform, IdOf(practice.Tenant, "platform"));

    /// <summary>Who audits the practice, under a grant over all of it.</summary>
    public Actor Auditor { get; } = new(practice.Tenant, Roles.Auditor, IdOf(practice.Tenant, "auditor"));

    /// <summary>The establishments' ids, in the order of the stories.</summary>
    public IReadOnlyList<Guid> Establishments { get; private set; } = [];

    /// <summary>The same stage in the last year that is closed.</summary>
    public Stage OfClosedYear =>
        new(api, calendar.OfClosedYear, practice) { Establishments = Establishments, _establishments = _establishments };

    /// <summary>The id of somebody or something of this practice, by what it is.</summary>
    public Guid Id(string what) => IdOf(practice.Tenant, what);

    /// <summary>The id of somebody or something of a practice, the same whenever it is told; in each generation of the sandbox too.</summary>
    public static Guid IdOf(string tenant, string what) =>
        new(SHA256.HashData(Encoding.UTF8.GetBytes($"{SandboxTenant.NameOf(tenant)}/{what}")).AsSpan(0, 16));

    /// <summary>Registers the establishments; each gets a person who acts for it. The practice's auditor is granted to look at it all.</summary>
    /// <param name="month">When, as the calendar counts months.</param>
    public async Task Register(IReadOnlyDictionary<string, JsonObject> establishments, int month = -24)
    {
        var ids = new List<Guid>();
        foreach (var (key, body) in establishments)
        {
            var registered = await api.Start(practice, "/v1/establishments", calendar.At(month, 3), body);
            ids.Add(registered.Id);
            _establishments[key] = new(practice.Tenant, Roles.Establishment, Id(key), registered.Id);
        }

        Establishments = ids;
        await api.Start(
            practice,
            "/v1/audit-grants",
            calendar.At(-1, 2),
            new
            {
                auditor = Auditor.Person,
                purpose = "quality-evaluation",
                until = calendar.In(AuditDays),
            }
        );
    }

    /// <summary>The first establishment lets the platform read its indicators for a year; before, and of others, it reads none.</summary>
    /// <param name="quarter">The quarter that it reads.</param>
    public async Task GrantPlatform(string quarter)
    {
        string Indicators(Guid establishment) => $"/v1/establishments/{establishment}/indicators?period={quarter}";
        var first = _establishments.Values.Single(e => e.Establishment == Establishments[0]);
        await api.Refused(
            new("indicators asked for by a platform before the establishment grants it any", 404, "not-found"),
            Platform,
            Indicators(Establishments[0])
        );
        await api.Start(
            first,
            $"/v1/establishments/{Establishments[0]}/platform-grants",
            calendar.At(-1, 3),
            new
            {
                platform = Platform.Person,
                scopes = new[] { Scopes.ReadIndicators },
                until = calendar.In(365),
            }
        );
        await api.GetWhen(Platform, Indicators(Establishments[0]), _ => true);
        foreach (var other in Establishments.Skip(1))
        {
            await api.Refused(
                new("indicators asked for by a platform that this establishment grants none", 404, "not-found"),
                Platform,
                Indicators(other)
            );
        }
    }

    /// <summary>Who acts for an establishment.</summary>
    public Actor Establishment(string key) => _establishments[key];
}

/// <summary>Who takes part in an engagement.</summary>
/// <param name="Establishment">Who acts for the establishment that asked.</param>
/// <param name="Members">In the order of their numbers: Participante 1 comes first.</param>
internal sealed record Cast(Guid Engagement, Guid Group, Actor Facilitator, Actor Establishment, IReadOnlyList<Actor> Members)
{
    /// <summary>The tracks and decisions of the group so far, as a bilan lists them.</summary>
    public List<Listed> Listed { get; } = [];

    /// <summary>How often the group's tracks were endorsed so far.</summary>
    public int Endorsements { get; set; }

    /// <summary>The member with this number, counted from one.</summary>
    public Actor Member(int number) => Members[number - 1];
}

/// <summary>A track or a decision, as a bilan lists it.</summary>
internal sealed record Listed(string Kind, Guid Id, string Text);

/// <summary>What a group lived through.</summary>
/// <param name="Beside">The other group of its engagement, where there is one.</param>
internal sealed record Told(Cast Cast, IReadOnlyList<Guid> Sessions, IReadOnlyList<Guid> Bilans, Told? Beside = null);
