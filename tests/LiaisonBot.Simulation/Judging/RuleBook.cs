namespace LiaisonBot.Simulation.Judging;

/// <summary>A line of the table of reminders in docs/rules.md.</summary>
/// <param name="From">Assigned, Due, HandedIn or Asked.</param>
/// <param name="Each">Goes on every working day.</param>
/// <param name="Missed">Late, Last or Leave.</param>
internal sealed record Rule(
    string Name,
    string From,
    int[] Days,
    bool Each,
    (string Who, int FromDay)[] To,
    string Missed);

/// <summary>The tables of docs/rules.md, written down once more: on purpose not what the product reads.</summary>
internal static class RuleBook
{
    private const int Always = -99;

    private static readonly (string, int) Responsible = ("Responsible", Always);
    private static readonly (string, int) Coordinator = ("Coordinator", Always);
    private static readonly (string, int) Reviewer = ("Reviewer", Always);
    private static readonly (string, int) Office = ("Office", Always);

    /// <summary>Version 1, as it is shipped.</summary>
    private static readonly Rule[] Shipped =
    [
        new("Unsigned", "Assigned", [1], true, [Responsible, ("Above", 2)], "Last"),
        new("DueSoon", "Due", [-5, -2, 0], false, [Responsible], "Leave"),
        new("OverdueYellow", "Due", [1], false, [Responsible, Coordinator], "Late"),
        new("OverdueRed", "Due", [3], true, [Responsible, Coordinator, Reviewer, Office], "Last"),
        new("ProposeLedger", "Due", [5], false, [Office], "Late"),
        new("ProposeDocket", "Due", [10], false, [Office], "Late"),
        new("ReviewWaits", "HandedIn", [3], false, [Reviewer], "Late"),
        new("ExtensionWaits", "Asked", [1], false, [Reviewer], "Late"),
        new("DeclineWaits", "Declined", [1], false, [Reviewer], "Late"),
        new("HolderAsks", "HolderAsked", [3], false, [Reviewer], "Late"),
        new("ReviewerAsks", "ReviewerAsked", [3], false, [Responsible], "Late"),
        new("ExemptionWaits", "ExemptionAsked", [3], false, [Office], "Late"),
    ];

    /// <summary>Version 2, which the province of a run may set for itself: <see cref="OwnText"/> in rules.</summary>
    private static readonly Rule[] Own =
    [
        new("Unsigned", "Assigned", [2, 4], true, [Responsible, ("Above", 4)], "Last"),
        new("DueSoon", "Due", [-3, 0], false, [Responsible, Coordinator], "Leave"),
        new("OverdueYellow", "Due", [2], false, [Responsible, Coordinator], "Late"),
        new("OverdueRed", "Due", [4, 6], true, [Responsible, Reviewer, ("Office", 6)], "Last"),
        new("ProposeLedger", "Due", [6], false, [Office], "Late"),
        new("ProposeDocket", "Due", [9], false, [Office], "Late"),
        new("ReviewWaits", "HandedIn", [2, 4], false, [Reviewer], "Late"),
        new("ExtensionWaits", "Asked", [2], false, [Reviewer, ("Office", 2)], "Late"),
        new("DeclineWaits", "Declined", [1, 3], false, [Reviewer, ("Office", 3)], "Late"),
        new("HolderAsks", "HolderAsked", [2, 4], false, [Reviewer, ("Office", 4)], "Late"),
        new("ReviewerAsks", "ReviewerAsked", [2], true, [Responsible], "Last"),
        new("ExemptionWaits", "ExemptionAsked", [1, 4], false, [Office, ("Reviewer", 4)], "Late"),
    ];

    public const long OwnVersion = 2;

    public const string OwnText = """
        version 2
        digest 08:30
        quiet 20:00 08:00
        unsigned        | assigned  | 2 4   | each | holder, above from 4                | collapse
        due-soon        | due       | -3 0  |      | holder, coordinator                 | drop
        overdue-yellow  | due       | 2     |      | holder, coordinator                 | late
        overdue-red     | due       | 4 6   | each | holder, reviewer, office from 6     | collapse
        propose-ledger  | due       | 6     |      | office                              | late
        propose-docket  | due       | 9     |      | office                              | late
        review-waits    | handed-in | 2 4   |      | reviewer                            | late
        extension-waits | asked     | 2     |      | reviewer, office from 2             | late
        decline-waits   | declined  | 1 3   |      | reviewer, office from 3             | late
        holder-asks     | holder-asked   | 2 4 |      | reviewer, office from 4          | late
        reviewer-asks   | reviewer-asked | 2   | each | holder                           | collapse
        exemption-waits | exemption-asked | 1 4 |     | office, reviewer from 4          | late
        """;

    public static IReadOnlyList<Rule> Of(long version) => version == OwnVersion ? Own : Shipped;

    /// <summary>A dated step that counts from the same day as its set, or from what the place itself brought about.</summary>
    public static bool IsKnownWithTheSet(string? step) =>
        step == "progress" || step?.StartsWith("yearly-look", StringComparison.Ordinal) == true;

    /// <summary>The days of a rule; some dated steps add working days before their date.</summary>
    public static int[] DaysOf(Rule rule, Story story) => (rule.Name, story.Step) switch
    {
        ("DueSoon", "progress") => [-20, -10, .. rule.Days],
        ("DueSoon", "plan") => [-10, .. rule.Days],
        ("DueSoon", { } step) when step.StartsWith("plan-", StringComparison.Ordinal) && char.IsAsciiDigit(step[^1]) =>
            [-10, .. rule.Days],
        ("DueSoon", { } step) when IsKnownWithTheSet(step) => [-10, .. rule.Days],
        _ => rule.Days,
    };

    /// <summary>Whether the rule reminds of the matter as it stands.</summary>
    public static bool Holds(string rule, Story story) => rule switch
    {
        "Unsigned" => story.State == "Assigned" && story.DeclinedAt is null,
        "DeclineWaits" => story.State == "Assigned" && story.DeclinedAt is not null,
        "DueSoon" or "OverdueYellow" or "OverdueRed" => IsWithSomebody(story),
        "ProposeLedger" => !story.IsParcel && IsWithSomebody(story) && story.Supervision == "None",
        "ProposeDocket" => IsWithSomebody(story) && story.Supervision == "Ledger",
        "ReviewWaits" => story.State == "HandedIn" && story.Exemptions.Count == 0,
        "ExemptionWaits" => story.IsOpen && story.Exemptions.Count > 0,
        "ExtensionWaits" => story.IsOpen && story.AskedAt is not null,
        "HolderAsks" or "ReviewerAsks" => story.IsOpen && story.Questions.ContainsKey(rule[..^4]),
        _ => throw new ArgumentOutOfRangeException(nameof(rule), rule, null),
    };

    private static bool IsWithSomebody(Story story) => story.IsWorkedOn && story.DeclinedAt is null;

    /// <summary>Whether somebody speaks for a side by a role: whoever has to do it, or the other side.</summary>
    public static bool SpeaksFor(Grant by, string side, Story on) =>
        May(by, "Speak", on)
            && side == (by.Area == on.Holder && by.Role is "Office" or "CityOffice" or "CountyOfficer" or "Department"
                ? "Holder"
                : "Reviewer");

    /// <summary>The row of the table of rights that a step needs as the matter stands.</summary>
    public static string RightFor(string act, Story on) =>
        act == "Undo" && on.State == "Closed" ? "Review" : RightFor(act);

    private static string RightFor(string act) => act switch
    {
        "Assign" or "PassOn" or "Urge" or "PutOnLedger" or "Docket" or "AcceptDocket" or "Refer" or "AddEvidence" => act,
        "Reopen" or "Follow" => act,
        "Ask" or "Answer" or "DropQuestion" or "Remark" => "Speak",
        "AnswerExemption" => "ExemptFromDisclosure",
        "Unfollow" => "See",
        "Insist" => "Review",
        "Sign" or "Decline" or "ReportProgress" or "HandIn" or "RequestExtension" or "Undo" => "Work",
        "Correct" or "ChangeDue" or "Close" or "Return" or "GrantExtension" or "RefuseExtension" or "Withdraw" => "Review",
        "Send" => "Assign",
        "Fetch" or "BringBack" => "Work",
        "Forward" => "Refer",
        _ => throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    /// <summary>The table of rights, cell by cell.</summary>
    public static bool May(Grant by, string right, Story on)
    {
        var inside = Place.Lies(on.Area, by.Area);
        var ownTeams = inside && by.Team is not null && by.Team == on.Team;
        var responsible = by.Area == on.Holder;
        return (right, by.Role) switch
        {
            ("See", "Office" or "TeamLeader" or "TeamMember" or "CityOffice" or "CountyOfficer") => inside,
            ("See", "SupervisionOffice") => inside && on.Supervision is "DocketAsked" or "Docketed",
            ("See", "Department") => responsible,
            ("Assign", "Office" or "TeamLeader") => inside,
            ("PassOn", "CityOffice") => responsible,
            ("Work", "Office" or "CityOffice" or "CountyOfficer" or "Department") => responsible,
            ("Work", "SupervisionOffice") => inside && on.Supervision == "Docketed",
            ("Review", "Office") => inside,
            ("Review", "TeamLeader") => ownTeams && !on.WasPassedOn,
            ("Review", "CityOffice") => inside && on.WasPassedOn,
            ("Reopen", "Office") => inside,
            ("Urge", "Office") => inside,
            ("Urge", "TeamLeader") => ownTeams,
            ("Urge", "CityOffice") => inside && by.Area != on.Area,
            ("Urge", "SupervisionOffice") => inside && on.Supervision == "Docketed",
            ("PutOnLedger", "Office") => inside,
            ("PutOnLedger", "TeamLeader") => ownTeams,
            ("Docket", "Office") => inside,
            ("AcceptDocket", "SupervisionOffice") => inside && on.Supervision is "DocketAsked" or "Docketed",
            // Whoever works on it; who assigned, reviews or urges it, with the members of the team; the city above.
            ("Speak", "Office" or "CityOffice") => inside,
            ("Speak", "TeamLeader" or "TeamMember") => ownTeams,
            ("Speak", "CountyOfficer" or "Department") => responsible,
            ("Speak", "SupervisionOffice") => inside && on.Supervision == "Docketed",
            ("Follow", "Office") => inside,
            ("Follow", "TeamLeader" or "TeamMember") => ownTeams,
            ("Follow", "CityOffice") => inside && by.Area != on.Area,
            ("Follow", "SupervisionOffice") => inside && on.Supervision == "Docketed",
            ("ExemptFromDisclosure", "Office") => inside,
            ("AddEvidence", _) => May(by, "Work", on) || May(by, "Review", on),
            ("Refer", "Office") => inside,
            ("Refer", "TeamLeader") => ownTeams && !on.WasPassedOn,
            _ => false,
        };
    }
}
