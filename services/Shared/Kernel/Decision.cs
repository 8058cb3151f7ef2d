using System.Text.Json.Serialization;
using PracticeAnalysis.Contracts;

namespace PracticeAnalysis.Kernel;

/// <summary>A rule of the field, by its name: the frame that asks for it, the rule, the document it comes from.</summary>
/// <param name="Frame">The policy set, such as <c>team</c>, or <c>always</c> for what holds whatever the frame.</param>
/// <param name="Name">The rule, such as <c>size</c>.</param>
/// <param name="Source">The document's tag, S0 to S4, eaje, or design.</param>
public sealed record Rule(string Frame, string Name, string Source);

/// <summary>One place of the input that is refused; never what stands there.</summary>
/// <param name="At">Where in the body, as a JSON pointer (RFC 6901); the empty one is the whole body. Null where a parameter is refused.</param>
/// <param name="Parameter">The parameter; null where the body is refused.</param>
/// <param name="Code">Why: syntax, unknown, missing, null, twice, type (another one is wanted) or value.</param>
/// <param name="Allowed">What is wanted there: a type, a closed list, bounds, a format.</param>
/// <param name="Message">What is wrong there.</param>
/// <param name="Column">Of a table: the column that it is, as its header calls it.</param>
public sealed record InputError(
    [property: JsonPropertyName("pointer"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? At,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Parameter,
    string Code,
    string Allowed,
    string Message,
    [property: JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string? Column = null
);

/// <summary>Why a command was refused and what would satisfy it. Never an echo of the input.</summary>
/// <param name="Status">The HTTP status: 400 malformed, 404, 409 wrong order, 412, 422 rule, 428.</param>
/// <param name="Type">The problem's slug in the catalogue.</param>
/// <param name="Detail">What is wrong.</param>
/// <param name="Satisfy">What would satisfy it.</param>
/// <param name="Rules">The rules broken; two where a composition cannot be satisfied.</param>
public sealed record Refusal(int Status, string Type, string Detail, string Satisfy, params IReadOnlyList<Rule> Rules)
{
    /// <summary>The places of the input that it is about, where that is more than its words say.</summary>
    public IReadOnlyList<InputError> Errors { get; init; } = [];

    /// <summary>The members of the command that it is about, as asked.on, where its words do not begin with them.</summary>
    public IReadOnlyList<string> Members { get; init; } = [];

    /// <summary>The same, about these members of the command.</summary>
    public Refusal At(params IReadOnlyList<string> members) => this with { Members = members };

    /// <summary>What else is refused of the same input: each is told with its own place, so that nobody mends one fault a request.</summary>
    public IReadOnlyList<Refusal> Others { get; init; } = [];

    /// <summary>All that is refused of one input, of checks that do not depend on each other; null where nothing is. The first says the status.</summary>
    public static Refusal? All(params IEnumerable<Refusal?> checks)
    {
        var all = checks.OfType<Refusal>().ToList();
        return all switch
        {
            [] => null,
            [var one] => one,
            [var first, .. var more] => first with
            {
                Rules = [.. all.Where(r => r.Status == first.Status).SelectMany(r => r.Rules).Distinct()],
                Others = [.. first.Others, .. more.SelectMany(r => r.Others.Prepend(r with { Others = [] }))],
            },
        };
    }

    /// <summary>422: a rule of the field is broken.</summary>
    public static Refusal OfRule(Rule rule, string detail, string satisfy) => new(422, "rule-broken", detail, satisfy, rule);

    /// <summary>409: the command comes in the wrong order.</summary>
    public static Refusal OfOrder(string detail, string satisfy) => new(409, "wrong-order", detail, satisfy);

    /// <summary>400: a member of the body has no acceptable value.</summary>
    public static Refusal OfInput(string detail, string satisfy) => new(400, "malformed", detail, satisfy);

    /// <summary>400: a member of the body is not there, which the others ask for.</summary>
    public static Refusal OfMissing(string member, string detail, string satisfy) =>
        OfInput(detail, satisfy) with
        {
            Errors = [new($"/{member}", null, "missing", satisfy, detail)],
        };

    /// <summary>400: the body is not written as its media type asks.</summary>
    public static Refusal OfSyntax(string detail, string satisfy) =>
        OfInput(detail, satisfy) with
        {
            Errors = [new(string.Empty, null, "syntax", satisfy, detail)],
        };

    /// <summary>400: a parameter, or a header, has no acceptable value.</summary>
    public static Refusal OfParameter(string name, string detail, string satisfy) =>
        OfInput(detail, satisfy) with
        {
            Errors = [new(null, name, "value", satisfy, detail)],
        };

    /// <summary>403: the person was erased, and writes nothing any more.</summary>
    public static Refusal Erased { get; } =
        new(
            403,
            "forbidden",
            "This person has been erased.",
            "What was erased does not come back; enrol the person again, under another id."
        );

    /// <summary>410: what the person did is answered to them no more.</summary>
    public static Refusal Gone { get; } = new(410, "gone", "This person has been erased.", "What was erased does not come back.");

    /// <summary>403: who left, or leads it no more, reads what there was by then.</summary>
    public static Refusal ReadsAlone { get; } =
        new(
            403,
            "forbidden",
            "You have left the group, or no longer lead it: you see this as it was then.",
            "Leave it to the current members; you can still withdraw what is yours."
        );

    /// <summary>404: not there, or not yours.</summary>
    public static Refusal NotFound { get; } =
        new(404, "not-found", "There is no such resource, or you may not see it.", "Check the id and the token's tenant, role and person.");
}

/// <summary>What came of a command: the facts that happened and the messages that tell of them, or a refusal.</summary>
public sealed record Decision
{
    /// <summary>The facts, in order.</summary>
    public IReadOnlyList<Fact> Facts { get; private init; } = [];

    /// <summary>Facts of other streams of the same service that happen with it, in one transaction; refused when those streams moved on.</summary>
    public IReadOnlyList<(Aggregate Stream, Fact Fact)> Elsewhere { get; private init; } = [];

    /// <summary>Names of persons, stored with the facts in one transaction, each sealed under the person's own key: they stand in no event.</summary>
    public IReadOnlyList<(Guid Person, string Name)> Names { get; private init; } = [];

    /// <summary>Documents stored with the facts, in one transaction: what is looked up by the service itself, such as the copy of a key.</summary>
    public IReadOnlyList<object> Documents { get; private init; } = [];

    /// <summary>The id of the resource created, where it was fixed before; else a new one.</summary>
    public Guid? Id { get; private init; }

    /// <summary>Messages, each made from the origin: stream and version of the last fact.</summary>
    public IReadOnlyList<Func<Origin, object>> Messages { get; private init; } = [];

    /// <summary>Messages of the service to itself, each for a time: what it will look at then. Durable; a time that has passed is now.</summary>
    public IReadOnlyList<(DateTimeOffset At, object Message)> Scheduled { get; private init; } = [];

    /// <summary>Why it was refused, or null.</summary>
    public Refusal? Refusal { get; private init; }

    /// <summary>These facts happened.</summary>
    public static Decision Of(params IReadOnlyList<Fact> facts) => new() { Facts = facts };

    /// <summary>Nothing new: what was asked is so already.</summary>
    public static Decision Nothing { get; } = new();

    /// <summary>And tell other services.</summary>
    public Decision Telling(Func<Origin, object> message) => this with { Messages = [.. Messages, message] };

    /// <summary>And look at it again at this time, by this message of the service to itself.</summary>
    public Decision Scheduling(DateTimeOffset at, object message) => this with { Scheduled = [.. Scheduled, (at, message)] };

    /// <summary>And look at it again when it is due. What was due before it was told is imported: its history has a day to be told whole
    /// before it is judged.</summary>
    public Decision Awaiting(DateTimeOffset due, object message, Act act) => Scheduling(due < act.Now ? act.Now.AddDays(1) : due, message);

    /// <summary>And this fact happened with it in another stream of the same service, as it was read; one without a fact begins with it.</summary>
    public Decision With(Aggregate stream, Fact fact) => this with { Elsewhere = [.. Elsewhere, (stream, fact)] };

    /// <summary>And store these documents with it, in the same transaction.</summary>
    public Decision Storing(params IReadOnlyList<object> documents) => this with { Documents = [.. Documents, .. documents] };

    /// <summary>And this is what the person is called.</summary>
    public Decision Naming(Guid person, string name) => this with { Names = [.. Names, (person, NormalForm.Of(name))] };

    /// <summary>The resource created takes this id. Facts that hold sealed texts keep to the act's own stream.</summary>
    public Decision At(Guid id) => this with { Id = id };

    /// <summary>And all that another decision on the same stream adds, as long as neither refuses.</summary>
    public Decision And(Decision more) =>
        Refusal is not null ? this
        : more.Refusal is not null ? more
        : new()
        {
            Facts = [.. Facts, .. more.Facts],
            Elsewhere = [.. Elsewhere, .. more.Elsewhere],
            Names = [.. Names, .. more.Names],
            Documents = [.. Documents, .. more.Documents],
            Id = Id ?? more.Id,
            Messages = [.. Messages, .. more.Messages],
            Scheduled = [.. Scheduled, .. more.Scheduled],
        };

    /// <summary>Whether there is nothing to store and nothing to tell.</summary>
    public bool IsEmpty => Facts.Count + Elsewhere.Count + Names.Count + Documents.Count + Messages.Count + Scheduled.Count == 0;

    /// <summary>A refusal is a decision.</summary>
    public static implicit operator Decision(Refusal refusal) => new() { Refusal = refusal };

    /// <summary>One fact is a decision.</summary>
    public static implicit operator Decision(Fact fact) => Of(fact);
}

/// <summary>What a decision may know beside command and state: who, when, a new id, and the author's seal for texts.</summary>
/// <param name="Stream">The stream's id; the new one's, where the command creates it.</param>
/// <param name="By">Who acts.</param>
/// <param name="OccurredAt">When it happened.</param>
/// <param name="Now">When it is recorded.</param>
/// <param name="NewId">An id for what the decision creates inside the stream.</param>
/// <param name="Seal">Encrypts a text for the member of the fact it will stand in.</param>
public sealed record Act(Guid Stream, Actor By, DateTimeOffset OccurredAt, DateTimeOffset Now, Guid NewId, Seal Seal)
{
    /// <summary>The seal of another owner for the same stream: the engagement's for what is agreed, a person's for what is theirs.</summary>
    public Func<Guid, Task<Seal>> SealUnder { get; init; } = _ => throw new InvalidOperationException("This act has one seal.");

    /// <summary>Opens texts of the same stream, for those that are sealed anew.</summary>
    public Func<IEnumerable<Sealed>, Task<TextOpener>> Opening { get; init; } =
        _ => throw new InvalidOperationException("This act opens nothing.");

    /// <summary>Whether the caller left the time to us. Then no time is refused: it is now, or when the last fact of what is touched happened.</summary>
    public bool IsUntimed { get; init; }

    /// <summary>The same act, sealing under another owner's key.</summary>
    public async Task<Act> Under(Guid owner) => this with { Seal = await SealUnder(owner) };
}

/// <summary>A command by which somebody takes back what is theirs: who left may still bring it.</summary>
public interface ITakesBack;

/// <summary>What the body of every command may hold.</summary>
public abstract record Command
{
    /// <summary>When it happened (RFC 3339 with offset); now, where absent. Never in the future, never before the resource's last fact.</summary>
    public DateTimeOffset? OccurredAt { get; init; }
}
