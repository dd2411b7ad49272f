using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>The rule that refused. Each has a text in both languages that says what to do.</summary>
public enum RefusalReason
{
    /// <summary>The permission table (design §6).</summary>
    NotAllowed,

    /// <summary>The diagram of design §5 has no such step from where the matter stands.</summary>
    WrongState,

    /// <summary>Nobody reviews their own work.</summary>
    OwnWork,
    Missing,
    TooLong,
    UnknownArea,
    DueInPast,
    DueTooFar,
    DueAfterParent,

    /// <summary>More time means a later date than the one that stands.</summary>
    DueNotLater,

    /// <summary>The due date is that already.</summary>
    DueSame,

    /// <summary>What was passed on is due after the date that was named.</summary>
    DueBeforeChildren,

    /// <summary>For <see cref="MatterLimits.Correctable"/> the due date is corrected.</summary>
    StillCorrectable,

    /// <summary>More time is asked for while the matter is still in time.</summary>
    AlreadyOverdue,
    ExtensionPending,
    NoExtensionPending,

    /// <summary>A matter is handed in when all of its children are closed.</summary>
    ChildrenOpen,

    /// <summary>A matter is passed on to counties of the own city.</summary>
    NotBelow,

    /// <summary>The place already has an open child of this matter.</summary>
    AlreadyPassedOn,

    /// <summary>A child is not passed on or referred again: its parent is.</summary>
    IsChild,

    /// <summary>Supervision goes up one step at a time.</summary>
    SupervisionStep,
    TooManyReturns,
    TooManyChildren,
    TooManyEntries,

    /// <summary>
    /// What was assigned is corrected within <see cref="MatterLimits.Correctable"/>, before it is referred.
    /// </summary>
    CorrectionOver,

    /// <summary>A correction that changes nothing.</summary>
    NothingToCorrect,

    /// <summary>A matter's number carries its city: it does not move to another one.</summary>
    OtherCity,

    /// <summary>The place was corrected, and the responsible party still names the one before.</summary>
    ResponsibleElsewhere,

    /// <summary>What was passed on has its title, target and place from the step that passed it on.</summary>
    OfParent,

    /// <summary>A closing is taken back within <see cref="MatterLimits.ClosingUndoable"/>.</summary>
    UndoOver,

    /// <summary>Who closed it a moment ago takes that back.</summary>
    StillUndoable,

    /// <summary>The matter above was handed in, closed or referred meanwhile.</summary>
    ParentGoesOn,

    /// <summary>Somebody declined it, and waits for the answer.</summary>
    DeclinePending,
    NoDeclinePending,

    /// <summary>It was declined before, and insisted on.</summary>
    AlreadyInsisted,

    /// <summary>
    /// Only the own last step is taken back, a report or a hand-in, while nobody has done anything after it.
    /// </summary>
    NothingToUndo,

    /// <summary>More often than once a week (rule of burden, design §1).</summary>
    RecursTooOften,

    /// <summary>A recurring matter without a single date ahead.</summary>
    NoDateAhead,

    /// <summary>An occurrence would be assigned before the one before it is due.</summary>
    LeadTooLong,

    TimesOutOfRange,

    /// <summary>More places than one recurring matter may have.</summary>
    TooManyPlaces,

    /// <summary>The recurring matter was ended, or its last date has passed.</summary>
    RecurringEnded,

    /// <summary>The date that was to be skipped is not the next one any more, or is being assigned.</summary>
    NotTheNext,

    /// <summary>The occurrence is being assigned to its places at this moment.</summary>
    BeingAssigned,

    /// <summary>A matter has at most <see cref="Evidence.EvidenceLimits.OfMatter"/> files and links.</summary>
    TooMuchEvidence,

    /// <summary>Nothing came to be added, or all of it is there already.</summary>
    NothingToAdd,

    /// <summary>Nothing that the person could answer waits.</summary>
    NothingAsked,

    /// <summary>Nothing that the person asked waits.</summary>
    NothingAskedByThem,

    /// <summary>What one side asks at once is longer than <see cref="MatterLimits.Question"/>.</summary>
    QuestionTooLong,
    AlreadyFollowed,
    NotFollowed,

    /// <summary>At most <see cref="MatterLimits.Followers"/> people are told of the progress of a matter.</summary>
    TooManyFollowers,

    /// <summary>What is filled in beside a dated step of a set is not whole.</summary>
    StepLacks,

    /// <summary>What a dated step makes public is not registered whole.</summary>
    NotDisclosed,

    /// <summary>Whether something need not be made public waits for the office.</summary>
    ExemptionWaits,
}

/// <summary>What one row of a set lacks.</summary>
/// <param name="Field">As <see cref="Refusal.Field"/>.</param>
public readonly record struct RowLack(int Row, string Field, RefusalReason Reason);

/// <summary>Why nothing was done. Carries what the text of the reason needs.</summary>
/// <param name="Field">Name of the input it is about (see <see cref="Fields"/>), or null when it is about the step as a
/// whole.</param>
/// <param name="Limit">The limit that was passed, in UTF-16 units, days or pieces.</param>
/// <param name="Date">The date that stands against it.</param>
/// <param name="State">Where the matter stands.</param>
/// <param name="Right">The row of the permission table that refused.</param>
/// <param name="Matters">Those that stand against it.</param>
public sealed record Refusal(
    RefusalReason Reason,
    string? Field = null,
    int? Limit = null,
    LocalDate? Date = null,
    MatterState? State = null,
    Right? Right = null,
    IReadOnlyList<Matter>? Matters = null)
{
    /// <summary>Of <see cref="RefusalReason.StepLacks"/>: row by row.</summary>
    public IReadOnlyList<RowLack> Rows { get; init; } = [];
}

/// <summary>Names of inputs, shared by the rules and the forms.</summary>
public static class Fields
{
    public const string Title = "title";
    public const string Area = "area";
    public const string Responsible = "responsible";
    public const string Target = "target";
    public const string Due = "due";
    public const string Urgency = "urgency";
    public const string Basis = "basis";
    public const string Areas = "areas";
    public const string Progress = "progress";
    public const string Result = "result";
    public const string Requirement = "requirement";
    public const string Reason = "reason";
    public const string Until = "until";
    public const string Note = "note";
    public const string Question = "question";
    public const string Answer = "answer";
    public const string Department = "department";
    public const string Rhythm = "rhythm";
    public const string Lead = "lead";
    public const string First = "first";
    public const string Last = "last";
    public const string Times = "times";
    public const string Problem = "problem";
    public const string Goal = "goal";
    public const string Measures = "measures";
    public const string LeaderPost = "leaderPost";
    public const string Topic = "topic";
    public const string Acceptance = "acceptance";
}
