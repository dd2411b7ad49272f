using LiaisonBot.Core.Matters;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>What its place said of one thing that is to be made public. Whether that was confirmed says the matter of its step.</summary>
public enum DisclosureState
{
    /// <summary>It is made public: where, from when to when.</summary>
    Registered,

    /// <summary>The place asked not to make it public; the office has not answered.</summary>
    ExemptionAsked,

    /// <summary>免于公开: the office agreed.</summary>
    Exempt,

    /// <summary>The office did not agree: it is to be made public.</summary>
    ExemptionRefused,
}

/// <summary>What is said of one thing that is to be made public (公开登记): the bot publishes nothing and fetches no link.</summary>
public sealed record Disclosure(DisclosedWhat What, DisclosedTo To, DisclosureState State)
{
    public DisclosureWay Way { get; init; }

    /// <summary>What it stands in, or where it hangs: 县政府网站, 全县领导干部会议.</summary>
    public string? Medium { get; init; }

    public DisclosureLevel Level { get; init; }

    public string? Scope { get; init; }

    /// <summary>Beijing date; null of what is not made public.</summary>
    public LocalDate? From { get; init; }

    /// <summary>The last day.</summary>
    public LocalDate? Until { get; init; }

    /// <summary>A link or the number of a document (文号).</summary>
    public string? Reference { get; init; }

    /// <summary>What was published, in a few words.</summary>
    public string? Content { get; init; }

    /// <summary>Where comments go.</summary>
    public string? Contact { get; init; }

    /// <summary>Of an exemption, the name of its reason in the rule.</summary>
    public string? Reason { get; init; }

    /// <summary>Of an exemption, what its place says of it.</summary>
    public string? Note { get; init; }

    /// <summary>Person id of who said so.</summary>
    public required string By { get; init; }

    public required string ByName { get; init; }

    /// <summary>Of the person whom they stood in for; null in their own name.</summary>
    public string? ForName { get; init; }

    public required Instant At { get; init; }

    /// <summary>Of the rule by which it was checked.</summary>
    public int RuleVersion { get; init; } = 1;

    /// <summary>Person id of who answered an exemption; null until then.</summary>
    public string? DecidedBy { get; init; }

    public string? DecidedByName { get; init; }

    /// <summary>Why it was sent back, or why there is no exemption; null when nothing stands against it.</summary>
    public string? Remark { get; init; }

    /// <summary>What is asked of what was sent back; null of anything else.</summary>
    public string? Asked => State == DisclosureState.Registered ? Remark : null;

    internal string? ETag { get; init; }

    /// <summary>By which a form says what it showed: what somebody else said meanwhile is not written over.</summary>
    public string Mark => At.ToUnixTimeMilliseconds().ToString(System.Globalization.CultureInfo.InvariantCulture);
}

/// <summary>Where one thing stands that is to be made public.</summary>
public enum DisclosureStanding
{
    /// <summary>What it is of is not approved yet.</summary>
    NotDue,

    /// <summary>Nothing is said of it.</summary>
    Missing,

    /// <summary>Said, while something else of the same step is not.</summary>
    Registered,

    /// <summary>It was sent back.</summary>
    Returned,

    /// <summary>It waits for the team or the city, who look at it.</summary>
    Waits,

    /// <summary>The team or the city has seen it.</summary>
    Confirmed,
    ExemptionAsked,
    Exempt,
}

/// <param name="Said">Null while nothing is.</param>
public sealed record DisclosurePart(DisclosureDuty Duty, Disclosure? Said, DisclosureStanding Standing);

/// <summary>The plan or the result of one set, with all that has to be made public of it.</summary>
/// <param name="Step">The dated step that asks for it; null while it is not made.</param>
/// <param name="Matter">The matter of that step.</param>
/// <param name="Parts">In the order of the rule.</param>
public sealed record DisclosureView(
    FindingSet Set,
    DisclosedWhat What,
    MadeStep? Step,
    Matter? Matter,
    IReadOnlyList<DisclosurePart> Parts)
{
    /// <summary>Nothing more is said of it, but for what was sent back.</summary>
    public bool IsWhole => Parts.All(part => part.Said is { Remark: null, State: not DisclosureState.ExemptionRefused });

    public bool HasExemptionAsked => Parts.Any(part => part.Said?.State == DisclosureState.ExemptionAsked);

    public DisclosurePart? Part(DisclosedTo to) => Parts.FirstOrDefault(part => part.Duty.To == to);
}

/// <summary>What somebody fills in to register. The rules trim and check it.</summary>
/// <param name="Seen">The mark of what the form showed; empty when nothing was there.</param>
public sealed record DisclosureDraft(DisclosedTo To, string Seen)
{
    public DisclosureWay? Way { get; init; }

    public string? Medium { get; init; }

    /// <summary>Null for the one that the rule asks for.</summary>
    public DisclosureLevel? Level { get; init; }

    /// <summary>Empty for the one of the rule.</summary>
    public string? Scope { get; init; }

    public LocalDate? From { get; init; }

    public LocalDate? Until { get; init; }

    public string? Reference { get; init; }

    public string? Content { get; init; }

    public string? Contact { get; init; }
}

/// <summary>Names of inputs, shared by the rules and the forms.</summary>
public static class DisclosureFields
{
    public const string To = "disclosedTo";
    public const string Way = "way";
    public const string Medium = "medium";
    public const string Level = "level";
    public const string Scope = "scope";
    public const string From = "disclosedFrom";
    public const string Until = "disclosedUntil";
    public const string Reference = "reference";
    public const string Content = "content";
    public const string Contact = "contact";
    public const string Reason = "exemption";
    public const string Note = "note";
}

/// <summary>Lengths are UTF-16 units after trimming.</summary>
public static class DisclosureLimits
{
    public const int Medium = 100;
    public const int Scope = 200;
    public const int Reference = 300;
    public const int Content = 300;
    public const int Contact = 100;

    /// <summary>Of what is said about an exemption, and of why something is sent back.</summary>
    public const int Note = 500;

    /// <summary>Calendar days from the first to the last.</summary>
    public const int Days = 1100;

    /// <summary>Calendar days from today to the first.</summary>
    public const int DaysAhead = 60;
}

/// <summary>The rule that refused.</summary>
public enum DisclosureRefusalReason
{
    /// <summary>The permission table.</summary>
    NotAllowed,

    /// <summary>The plan is not approved, or the report on rectification is not: there is nothing to make public.</summary>
    NotYet,

    /// <summary>It is registered and waits to be confirmed.</summary>
    Waits,

    /// <summary>It was confirmed: it stays as it is.</summary>
    Confirmed,

    /// <summary>Its step was withdrawn.</summary>
    Withdrawn,

    /// <summary>The rule does not ask for it.</summary>
    NotOfRule,

    /// <summary>免于公开, asked for or agreed to.</summary>
    IsExempt,

    /// <summary>Somebody else said something of it since the form was opened.</summary>
    Meanwhile,
    Missing,
    TooLong,
    WayNotOfRule,
    LevelTooLow,

    /// <summary>It begins before what it is of was approved.</summary>
    BeforeStep,
    UntilBeforeFrom,

    /// <summary>It lasts shorter than the rule asks for.</summary>
    TooShort,
    TooFar,

    /// <summary>The rule has no such reason of exemption.</summary>
    UnknownReason,

    /// <summary>Nobody asked for an exemption, or it was answered.</summary>
    NothingAsked,

    /// <summary>An exemption waits for the office.</summary>
    ExemptionWaits,

    /// <summary>Nothing waits to be confirmed.</summary>
    NotRegistered,

    /// <summary>The first day has not come: nobody can have seen it.</summary>
    NotPublicYet,

    /// <summary>Nobody confirms what they registered themselves.</summary>
    OwnWork,

    /// <summary>The matter of the step takes nothing now; <see cref="DisclosureRefusal.Matter"/> says why.</summary>
    OfMatter,
}

/// <summary>Why nothing was done.</summary>
/// <param name="Field">One of <see cref="DisclosureFields"/>; null when it is about the whole.</param>
/// <param name="Limit">In UTF-16 units or days.</param>
/// <param name="Date">That stands against it.</param>
public sealed record DisclosureRefusal(
    DisclosureRefusalReason Reason,
    string? Field = null,
    int? Limit = null,
    LocalDate? Date = null)
{
    /// <summary>Of <see cref="DisclosureRefusalReason.Meanwhile"/>: what was said.</summary>
    public Disclosure? Said { get; init; }

    public Refusal? Matter { get; init; }
}

/// <summary>What became of a step of a disclosure.</summary>
public abstract record DisclosureResult
{
    /// <param name="View">As it stands.</param>
    /// <param name="Repeated">It had been carried out before: nothing was changed now.</param>
    public sealed record Done(DisclosureView View, bool Repeated) : DisclosureResult;

    public sealed record Refused(IReadOnlyList<DisclosureRefusal> Why, DisclosureView View) : DisclosureResult;

    /// <summary>There is none for this person.</summary>
    public sealed record NotFound : DisclosureResult;
}
