using System.Globalization;
using LiaisonBot.Core.Storage;
using NodaTime;
using NodaTime.Text;

namespace LiaisonBot.Simulation.Judging;

/// <summary>
/// Where a matter stands, told by its history one entry after the other, beside what no entry names (its team, how
/// urgent it is).
/// </summary>
internal sealed record Story(string Number)
{
    private static readonly Dictionary<string, (Instant, IReadOnlyList<string>)> NoQuestions = new(StringComparer.Ordinal);

    private static readonly LocalDatePattern DatePattern = LocalDatePattern.Iso;

    public string State { get; private init; } = "Assigned";

    public string Area { get; private init; } = "";

    /// <summary>Who has to do it: the area, or the department it was referred to.</summary>
    public string Holder { get; private init; } = "";

    public long? Team { get; private init; }

    public bool IsUrgent { get; private init; }

    public long Policy { get; private init; }

    public LocalDate Due { get; private init; }

    public Instant DueSetAt { get; private init; }

    public Instant HolderSince { get; private init; }

    public Instant? HandedInAt { get; private init; }

    public string? HandedInBy { get; private init; }

    /// <summary>In whose name it was handed in; null in their own.</summary>
    public string? HandedInFor { get; private init; }

    public Instant? AskedAt { get; private init; }

    public string? AskedBy { get; private init; }

    /// <summary>Since when whoever has to sign for it waits for an answer: they declined it.</summary>
    public Instant? DeclinedAt { get; private init; }

    public string? DeclinedBy { get; private init; }

    /// <summary>The open question of a side (Holder, Reviewer): since when it waits, and who asked.</summary>
    public IReadOnlyDictionary<string, (Instant Since, IReadOnlyList<string> By)> Questions { get; private init; } = NoQuestions;

    /// <summary>Who asked to be told of its progress.</summary>
    public IReadOnlyList<string> Followers { get; private init; } = [];

    /// <summary>What the office has not answered yet of what is not to be made public: to whom, and since when.</summary>
    public IReadOnlyDictionary<string, Instant> Exemptions { get; private init; } = new Dictionary<string, Instant>(StringComparer.Ordinal);

    public Instant? ClosedAt { get; private init; }

    public string? ClosedBy { get; private init; }

    /// <summary>When it was closed or withdrawn last.</summary>
    public Instant? EndedAt { get; private init; }

    public Instant? OnLedgerSince { get; private init; }

    public string Supervision { get; private init; } = "None";

    /// <summary>
    /// How far each rule has come: from which moment it counts, and the last of its days that has gone by.
    /// </summary>
    public IReadOnlyDictionary<string, (Instant Since, int Day)> Passed { get; init; } = new Dictionary<string, (Instant, int)>(StringComparer.Ordinal);

    private Instant? AskedBefore { get; init; }

    private Instant? HandedInBefore { get; init; }

    /// <summary>The set that it is a finding or a dated step of; null for none.</summary>
    public string? Set { get; private init; }

    /// <summary>Its place in the set, from 1; null for what is no finding.</summary>
    public long? Finding { get; private init; }

    /// <summary>The dated step of its set that it is; null for what is none.</summary>
    public string? Step { get; private init; }

    /// <summary>Nobody is told that it was assigned: it follows from what they know.</summary>
    public bool IsSilent { get; private init; }

    /// <summary>The made-up kind beside the matter.</summary>
    public bool IsParcel => Number.StartsWith("parcel:", StringComparison.Ordinal);

    public bool IsOpen => State is not ("Closed" or "Withdrawn");

    public bool IsWorkedOn => State is "Assigned" or "InProgress";

    public bool WasPassedOn => Number.Contains('.', StringComparison.Ordinal);

    /// <summary>The city in whose partition it lies.</summary>
    public string City => Number.Split('-')[1];

    /// <summary>A place alone, for rights that are not about a matter.</summary>
    public static Story AtPlace(string area) => new("") { Area = area, Holder = area };

    /// <summary>What no entry of the history names.</summary>
    public Story With(Row matter) => this with
    {
        Team = matter.Number("Team"),
        IsUrgent = matter.Text("Urgency") == "Urgent",
        Policy = matter.Number("PolicyVersion") ?? 1,
        Followers = matter.Text("Followers")?.Split('\n') ?? [],
    };

    /// <summary>
    /// As it begins when it belongs to a set, or is what a place planned in a self-check: signed for with that, and told by
    /// itself only where nobody could know of it.
    /// </summary>
    /// <param name="isPlanned">A place planned it when it was asked.</param>
    public Story Begun(Row matter, bool isPlanned)
    {
        var (finding, step) = (matter.Number("Finding"), matter.Text("Step"));
        // Why it was added stands with what came later than its set.
        var cameLater = finding is not null && matter.Text("Basis") is not null;
        return this with
        {
            Set = matter.Text("Set") ?? matter.Text("StepOf"),
            Finding = finding,
            Step = step,
            State = isPlanned || finding is not null || step is not (null or "plan") ? "InProgress" : State,
            IsSilent = isPlanned || (finding is not null && !cameLater) || RuleBook.IsKnownWithTheSet(step),
        };
    }

    /// <summary>After what is said of one thing that is to be made public: no entry of the history says how it stands then.</summary>
    public Story Disclosed(Row said)
    {
        var exemptions = new Dictionary<string, Instant>(Exemptions, StringComparer.Ordinal);
        exemptions.Remove(said.Text("To")!);
        if (said.Text("State") == "ExemptionAsked")
        {
            exemptions[said.Text("To")!] = said.Time("At")!.Value;
        }

        return this with { Exemptions = exemptions };
    }

    /// <summary>After one more entry of the history.</summary>
    public Story After(Row entry)
    {
        var at = entry.Time("At")!.Value;
        var due = entry.Text("Due") is { } date ? DatePattern.Parse(date).Value : (LocalDate?)null;
        var area = entry.Text("Area");
        return entry.Text("Act") switch
        {
            "Assign" or "Send" => Begun(at, due!.Value, area!),
            "PassOn" when WasPassedOn => Begun(at, due!.Value, area!),
            "Correct" =>
                (due is { } other ? NewDue(other, at) : this) is var next && area is null
                    ? next
                    : next with { Area = area, Holder = area, HolderSince = at, DeclinedAt = null, Questions = NoQuestions },
            "Sign" or "Fetch" => this with { State = "InProgress", DeclinedAt = null },
            "Decline" => this with { DeclinedAt = at, DeclinedBy = entry.Text("Actor") },
            "Insist" => this with { DeclinedAt = null, HolderSince = at },
            "Undo" when entry.Text("Note") == "Decline" => this with { DeclinedAt = null },
            "Undo" when entry.Text("Note") == "Close" => this with { State = "HandedIn" },
            "Reopen" => NewDue(due!.Value, at) with { State = "InProgress", Questions = NoQuestions },
            "Ask" => Asking(entry.Text("Side")!, at, entry.Text("Actor")!),
            "Answer" or "DropQuestion" => this with
            {
                Questions = Questions.Where(one => one.Key != entry.Text("Side"))
                    .ToDictionary(one => one.Key, one => one.Value, StringComparer.Ordinal),
            },
            "HandIn" =>
                this with
                {
                    State = "HandedIn",
                    HandedInAt = at,
                    HandedInBy = entry.Text("Actor"),
                    HandedInFor = entry.Text("For"),
                    AskedAt = null,
                    AskedBefore = AskedAt,
                    HandedInBefore = HandedInAt
                },
            "Undo" when entry.Text("Note") == "HandIn" =>
                this with { State = "InProgress", AskedAt = AskedBefore, HandedInAt = HandedInBefore },
            "Close" or "BringBack" =>
                this with { State = "Closed", ClosedAt = at, EndedAt = at, ClosedBy = entry.Text("Actor") },
            "Forward" => this with { Area = area!, Holder = area!, HolderSince = at },
            "Withdraw" => this with { State = "Withdrawn", EndedAt = at, AskedAt = null, DeclinedAt = null },
            "Return" => (due != Due ? NewDue(due!.Value, at) : this) with { State = "InProgress" },
            "RequestExtension" => this with { AskedAt = at, AskedBy = entry.Text("Actor") },
            "GrantExtension" => NewDue(due!.Value, at) with { AskedAt = null },
            "RefuseExtension" => this with { AskedAt = null },
            "ChangeDue" => NewDue(due!.Value, at) with { AskedAt = null },
            "PutOnLedger" => this with { Supervision = "Ledger", OnLedgerSince = at },
            "Docket" => this with { Supervision = "DocketAsked" },
            "AcceptDocket" => this with { Supervision = "Docketed" },
            "Refer" => this with { Holder = area!, HolderSince = at, State = "Assigned", AskedAt = null, DeclinedAt = null, Questions = NoQuestions },
            "Recount" => this with { Due = due!.Value },
            "ApplyPlan" => due is { } planned && planned != Due ? NewDue(planned, at) : this,
            "PassOn" or "ReportProgress" or "AddEvidence" or "Remark" or "Urge" or "Undo" or "Remind"
                or "HandOver" or "AnswerExemption" => this,
            var act => throw new InvalidOperationException($"The history has an act that no rule knows: {act}."),
        };
    }

    /// <summary>From when a rule counts: the day, and since when that stands.</summary>
    public (LocalDate Day, Instant Since) From(string anchor) => anchor switch
    {
        "Assigned" => (Days.Of(HolderSince), HolderSince),
        "Due" => (Due, DueSetAt),
        "HandedIn" => (Days.Of(HandedInAt!.Value), HandedInAt.Value),
        "Asked" => (Days.Of(AskedAt!.Value), AskedAt.Value),
        "Declined" => (Days.Of(DeclinedAt!.Value), DeclinedAt.Value),
        "ExemptionAsked" => Exemptions.Values.Min() is var oldest ? (Days.Of(oldest), oldest) : default,
        "HolderAsked" or "ReviewerAsked" =>
            Questions[anchor[..^5]].Since is var since ? (Days.Of(since), since) : default,
        _ => throw new ArgumentOutOfRangeException(nameof(anchor), anchor, null),
    };

    /// <summary>
    /// How far the rules have come as the matter's own row says: for a moment at which either reading is right.
    /// </summary>
    public Story Trusting(Row matter) => this with
    {
        Passed = (matter.Text("Passed")?.Split(';') ?? []).Select(one => one.Split(' ')).ToDictionary(
            parts => parts[0],
            parts =>
                (Instant.FromUnixTimeTicks(long.Parse(parts[2], CultureInfo.InvariantCulture)),
                    int.Parse(parts[1], CultureInfo.InvariantCulture)),
            StringComparer.Ordinal),
    };

    /// <summary>What a side asks while it waits already is the same question, as old as its first.</summary>
    private Story Asking(string side, Instant at, string by)
    {
        var (since, asked) = Questions.TryGetValue(side, out var open) ? open : (at, []);
        return this with
        {
            Questions = new Dictionary<string, (Instant, IReadOnlyList<string>)>(Questions, StringComparer.Ordinal)
            {
                [side] = (since, [.. asked.Append(by).Distinct(StringComparer.Ordinal)]),
            },
        };
    }

    private Story Begun(Instant at, LocalDate due, string area) =>
        this with { State = "Assigned", Area = area, Holder = area, HolderSince = at, Due = due, DueSetAt = at };

    private Story NewDue(LocalDate due, Instant at) => this with { Due = due, DueSetAt = at };
}
