using System.Globalization;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Sets;

/// <summary>Who does a step.</summary>
public enum StepBy
{
    /// <summary>The place that the set is of: it gets a matter.</summary>
    Inspected,

    /// <summary>The team, or the office where there is none.</summary>
    Team,
}

/// <summary>What a step is for: what the product has to know of it.</summary>
public enum StepWork
{
    /// <summary>整改方案: filled in for every finding, approved as a whole.</summary>
    Plan,

    /// <summary>The plan is made public (公开).</summary>
    PlanDisclosure,

    /// <summary>What came of it is made public.</summary>
    ResultDisclosure,

    /// <summary>A report that is handed in.</summary>
    Report,

    /// <summary>Somebody looks whether it is so (回头看).</summary>
    Check,

    /// <summary>How what goes on (长期坚持) is kept up: again and again, each counted from the one before.</summary>
    Look,
}

/// <summary>What a step counts from.</summary>
public abstract record StepAnchor
{
    private StepAnchor()
    {
    }

    /// <summary>The day of the feedback (反馈).</summary>
    public sealed record Feedback : StepAnchor;

    /// <summary>The first day on which a finding of 长期坚持 was closed, as one that goes on.</summary>
    public sealed record LongTerm : StepAnchor;

    /// <summary>The last day of the campaign (专项整治).</summary>
    public sealed record Ends : StepAnchor;

    /// <summary>The last day of the visit that the feedback is of.</summary>
    public sealed record VisitEnded : StepAnchor;

    /// <summary>The day on which another step of the set was closed.</summary>
    /// <param name="Step">Its name; it stands above in the file.</param>
    public sealed record Closed(string Step) : StepAnchor;
}

/// <summary>The unit of a <see cref="StepTime"/>.</summary>
public enum StepUnit
{
    Months,

    /// <summary>Calendar days.</summary>
    Days,
    WorkingDays,
}

/// <summary>How long after something; the day that it counts from is not counted.</summary>
public sealed record StepTime(int Count, StepUnit Unit)
{
    public const int MostMonths = 60;

    /// <summary>The most of a unit.</summary>
    public static int Most(StepUnit unit) => unit switch
    {
        StepUnit.Months => MostMonths,
        StepUnit.Days => DueSpan.MostCalendarDays,
        StepUnit.WorkingDays => DueSpan.MostWorkingDays,
    };

    /// <summary>
    /// As the matter keeps it. Months end on the same day of the month, or on its last (31 January and one month is the
    /// end of February): a named day, which no notice of holidays moves.
    /// </summary>
    public DueSpan After(LocalDate from) => Unit switch
    {
        StepUnit.Months => new DueSpan.On(from.PlusMonths(Count)),
        StepUnit.Days => new DueSpan.CalendarDays(Count),
        StepUnit.WorkingDays => new DueSpan.WorkingDays(Count),
    };

    public LocalDate DateAfter(LocalDate from, WorkingCalendar calendar) =>
        DueRule.Resolve(After(from), from, calendar).Date;
}

/// <summary>Words for people, in both languages.</summary>
public sealed record StepWords(string Chinese, string English)
{
    public string In(Language language) => language == Language.English ? English : Chinese;
}

/// <summary>A dated step of a set (定期节点), as the file says it.</summary>
/// <param name="Name">By which other steps and the matter name it.</param>
/// <param name="Title">Of the matter.</param>
/// <param name="HandedIn">What is handed in: the target of the matter.</param>
/// <param name="Remind">Working days before the due date on which it is reminded of, beside those of the policy;
/// descending.</param>
/// <param name="Basis">The rule that it comes from, as written.</param>
public sealed record DatedStep(
    string Name,
    SetKind Of,
    StepAnchor From,
    StepTime After,
    StepBy By,
    StepWork Work,
    StepWords Title,
    StepWords HandedIn,
    IReadOnlyList<int> Remind,
    string Basis)
{
    /// <summary>
    /// It comes again: a look each year, a plan for findings that were added after one was handed in.
    /// </summary>
    public bool ComesAgain => Work is StepWork.Look or StepWork.Plan;

    /// <summary>Of a plan for findings that were added.</summary>
    public StepWords TitleOfAdded => new(Title.Chinese + "（补充的问题）", Title.English + " (findings added)");

    /// <summary>Which time of this step a name is, from 1: yearly-look, yearly-look-2; null when it is another step's.</summary>
    public int? TimeOf(string name) =>
        name == Name ? 1
        : ComesAgain
            && name.StartsWith(Name + "-", StringComparison.Ordinal)
            && int.TryParse(name.AsSpan(Name.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var time)
            ? time
            : null;
}

/// <summary>By when something of a set is to be done, and the rule that it comes from.</summary>
public sealed record StepNumber(StepTime Time, string Basis);

/// <summary>One version of the file of steps.</summary>
/// <param name="Concentrated">From the feedback until a finding of 集中整改 is due that no plan gives another date.</param>
/// <param name="Immediate">The same for 立行立改.</param>
/// <param name="LongTerm">The same for 长期坚持.</param>
/// <param name="SetEnds">From the feedback; no date of a plan lies after it.</param>
/// <param name="Steps">In the order of the file.</param>
public sealed record StepPlan(
    int Version,
    StepNumber Concentrated,
    StepNumber Immediate,
    StepNumber LongTerm,
    StepNumber SetEnds,
    IReadOnlyList<DatedStep> Steps)
{
    internal static readonly StepNumber ShippedPetitionJudged = new(new(15, StepUnit.Days), Example);

    internal static readonly StepNumber ShippedPetitionDone = new(new(60, StepUnit.Days), Example);

    internal static readonly StepNumber ShippedSlipReceived = new(new(2, StepUnit.WorkingDays), Example);

    internal static readonly StepNumber ShippedSlipReply = new(new(3, StepUnit.Months), Example);

    internal static readonly StepNumber ShippedInquiryAsked = new(new(5, StepUnit.WorkingDays), Example);

    internal static readonly StepNumber ShippedInquiryReply = new(new(10, StepUnit.WorkingDays), Example);

    internal static readonly StepNumber ShippedInquiryDone = new(new(15, StepUnit.Days), Example);

    internal static readonly StepNumber ShippedVisitReported = new(new(2, StepUnit.WorkingDays), Example);

    internal static readonly StepNumber ShippedVisitDone = new(new(15, StepUnit.Days), Example);

    private const string Example = "天数为示例，请按现行条例核对";

    /// <summary>密件: from the day on which a petition or a clue came until it is judged (研判).</summary>
    public StepNumber PetitionJudged { get; init; } = ShippedPetitionJudged;

    /// <summary>The same until it is closed.</summary>
    public StepNumber PetitionDone { get; init; } = ShippedPetitionDone;

    /// <summary>移交单: from its signature until the department has received it.</summary>
    public StepNumber SlipReceived { get; init; } = ShippedSlipReceived;

    /// <summary>From then until the department has said what came of it.</summary>
    public StepNumber SlipReply { get; init; } = ShippedSlipReply;

    /// <summary>延伸了解: from the day it is registered until the departments are asked.</summary>
    public StepNumber InquiryAsked { get; init; } = ShippedInquiryAsked;

    /// <summary>From then until each has answered.</summary>
    public StepNumber InquiryReply { get; init; } = ShippedInquiryReply;

    /// <summary>From the last answer until it is closed.</summary>
    public StepNumber InquiryDone { get; init; } = ShippedInquiryDone;

    /// <summary>暗访: from its last day until what was found is reported.</summary>
    public StepNumber VisitReported { get; init; } = ShippedVisitReported;

    /// <summary>From then until what comes of it is done.</summary>
    public StepNumber VisitDone { get; init; } = ShippedVisitDone;

    public IEnumerable<DatedStep> Of(SetKind kind) => Steps.Where(step => step.Of == kind);

    /// <summary>The step of a kind with a name; null when this version has none.</summary>
    /// <param name="name">Of one that comes again, also the name of a later time: yearly-look-2.</param>
    public DatedStep? Step(SetKind kind, string name) =>
        Of(kind).FirstOrDefault(step => step.Name == name) ?? Of(kind).FirstOrDefault(step => step.TimeOf(name) is not null);
}

/// <summary>Every version of the steps that a set may have begun under; the newest is in force.</summary>
public sealed class StepBook
{
    private readonly Dictionary<int, StepPlan> byVersion;

    /// <summary>Titles and what is handed in, by the words of each language.</summary>
    private readonly Dictionary<string, StepWords> words = new(StringComparer.Ordinal);

    /// <exception cref="ArgumentException">There is none, or a version stands twice.</exception>
    public StepBook(params IReadOnlyList<StepPlan> versions)
    {
        if (versions.Count == 0)
        {
            throw new ArgumentException("There is no file of steps.", nameof(versions));
        }

        byVersion = versions.ToDictionary(v => v.Version);
        InForce = byVersion[byVersion.Keys.Max()];
        foreach (var one in versions.OrderByDescending(v => v.Version)
            .SelectMany(v => v.Steps)
            .SelectMany(step => new[] { step.Title, step.TitleOfAdded, step.HandedIn }))
        {
            words.TryAdd(one.Chinese, one);
            words.TryAdd(one.English, one);
        }
    }

    /// <summary>The one that is shipped, alone.</summary>
    public static StepBook BuiltIn { get; } = new(StepFile.BuiltIn);

    /// <summary>New sets begin under it.</summary>
    public StepPlan InForce { get; }

    /// <summary>The title of a step, or what is handed in with it, in both languages by either; null for other words.</summary>
    public StepWords? Words(string text) => words.GetValueOrDefault(text);

    /// <summary>The steps of a set; those in force when its own are not to be found any more.</summary>
    public StepPlan Of(int version) => byVersion.GetValueOrDefault(version, InForce);
}
