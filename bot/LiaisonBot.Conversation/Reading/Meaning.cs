namespace LiaisonBot.Conversation.Reading;

/// <summary>What a sentence with some words in it asks for: a line of <see cref="Meanings"/>.</summary>
/// <param name="Example">A sentence that means it, as it is typed.</param>
/// <param name="Answer">Who answers it.</param>
/// <param name="Argument">What it is told: a step, a topic of the guide.</param>
internal sealed record Meaning(string Example, Answer Answer, string Argument = "")
{
    /// <summary>All of them are said.</summary>
    public Idea[] All { get; init => (field, all) = (value, IdeaSet.Of(value)); } = [];

    /// <summary>One of them is said; nothing is required when there is none.</summary>
    public Idea[] Any { get; init => (field, any) = (value, IdeaSet.Of(value)); } = [];

    /// <summary>One of these as well.</summary>
    public Idea[] And { get; init => (field, and) = (value, IdeaSet.Of(value)); } = [];

    /// <summary>None of them is said.</summary>
    public Idea[] Not { get; init => (field, not) = (value, IdeaSet.Of(value)); } = [];

    /// <summary>What else holds of the frame.</summary>
    public Func<Frame, bool>? When { get; init; }

    /// <summary>Of a step that is offered: it stays where it stands, whatever step is said first.</summary>
    public bool Stays { get; init; }

    // Each line of the table is asked of each sentence.
    private readonly IdeaSet all;
    private readonly IdeaSet any;
    private readonly IdeaSet and;
    private readonly IdeaSet not;

    public bool Fits(Frame frame) =>
        frame.Ideas.HasAll(all)
            && (Any.Length == 0 || frame.Ideas.HasAny(any))
            && (And.Length == 0 || frame.Ideas.HasAny(and))
            && !frame.Ideas.HasAny(not)
            && When?.Invoke(frame) != false;
}

/// <summary>
/// Who answers a sentence. An answer may find that there is nothing to answer with: then the next line that fits is
/// tried.
/// </summary>
internal enum Answer
{
    NoRanking,
    Burden,
    Limits,
    Speak,
    WhyReminded,
    SetReminder,
    QuietHours,
    Policy,

    /// <summary>A reminder at an hour of one's own, once: what comes instead.</summary>
    OneReminder,

    /// <summary>Something is to be told to everybody: what does that instead.</summary>
    Announce,
    SettingsForm,
    Guide,
    Contact,
    Templates,
    Export,
    Document,
    Recurring,
    Absent,
    Back,
    Replace,

    /// <summary>One team hands over to the next.</summary>
    Handover,
    AddPerson,
    RemovePerson,

    /// <summary>The telephone number of somebody else.</summary>
    PhoneOf,
    Decline,

    /// <summary>Something is said to the other side of a matter.</summary>
    Ask,

    /// <summary>What the other side asked is answered.</summary>
    Reply,

    /// <summary>A fact of one matter's history.</summary>
    Fact,
    History,
    Delivered,

    /// <summary>Of the whole system, what does not reach people: the office's.</summary>
    Delivery,
    Due,
    Overdue,
    Progress,

    /// <summary>Who has to move now, and who has to answer.</summary>
    Turn,

    /// <summary>Of what was returned or refused, or becomes late: what follows.</summary>
    WhatIf,

    /// <summary>Whether it has to be handed in once more.</summary>
    Again,

    /// <summary>This month beside the month before, in figures.</summary>
    Compare,
    PassedTo,

    /// <summary>What a place does of the matter that was shown.</summary>
    Part,
    Target,
    Attachments,
    Responsible,

    /// <summary>The step of several, with one press.</summary>
    Bulk,

    /// <summary>发吧, behind a card that asks: its press is what counts.</summary>
    PressIt,

    /// <summary>Who reported progress or handed in, on a day.</summary>
    ReportedOn,

    /// <summary>What this person did last.</summary>
    LastDone,

    /// <summary>What waits for this person.</summary>
    Decide,

    /// <summary>What was handed in is not enough: of who reviews it, the form to return it.</summary>
    Lacking,

    /// <summary>The form of a step with what was said in it, or its confirmation.</summary>
    Offer,
    ChangeDue,

    /// <summary>A step of several that is taken one by one.</summary>
    OneByOne,

    /// <summary>The last own step was a mistake.</summary>
    UndoLast,
    Assign,
    Open,
    List,
    ByPlace,
    Register,

    /// <summary>Of which nobody reported progress.</summary>
    Silent,
    Taken,

    /// <summary>Several numbers that are asked for at once.</summary>
    Counts,

    /// <summary>What is due next.</summary>
    Nearest,
    ToDecide,
    Titles,
    NothingDone,
    Holidays,

    /// <summary>What is due in one's own calendar program.</summary>
    Calendar,

    /// <summary>When a team comes, by what is announced.</summary>
    VisitWhen,
    Coverage,

    /// <summary>A step of a visit that is denied, postponed or only thought of: what is entered, and that nothing was done.</summary>
    VisitNotDone,

    /// <summary>What is entered of a place: when it was visited last.</summary>
    VisitsThere,

    /// <summary>A visit is called off, with its reason.</summary>
    VisitOff,

    /// <summary>A team lives in a city from some day: the form.</summary>
    Resides,

    /// <summary>How far a set of findings is.</summary>
    Sets,

    /// <summary>Whose plan, or report, of a set is still to be handed in.</summary>
    SetOwed,

    /// <summary>Which places still have to answer a self-check.</summary>
    SelfChecks,
    Campaigns,

    /// <summary>What of a set is made public, and until when.</summary>
    Disclosure,
    YearPlan,

    /// <summary>The plan as a file.</summary>
    PlanFile,

    /// <summary>A patrol that shall become an inspection.</summary>
    Upgrade,

    /// <summary>Who is in a team, and what is missing there.</summary>
    Team,

    /// <summary>A step of visits, said behind them.</summary>
    VisitStep,

    /// <summary>A visit shall have other days.</summary>
    VisitMoved,

    /// <summary>Where a team is when.</summary>
    TeamVisits,

    /// <summary>Somebody comes into a team.</summary>
    Joins,

    /// <summary>Who keeps away from which place.</summary>
    Recusal,
    Training,

    /// <summary>What people said when they were asked during a visit.</summary>
    Evaluation,
    WhoAmI,
    Help,
    People,
    Today,
    Noted,
    Farewell,

    /// <summary>Something that was written before is to be otherwise: the form on the screen, or else nothing.</summary>
    Amend,

    /// <summary>What this person reported last was wrong.</summary>
    PutRight,

    /// <summary>What is said beside the work: see <see cref="EverydayMeanings"/>.</summary>
    Everyday,
}
