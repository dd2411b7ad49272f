using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Calendar;
using LiaisonBot.Core.Evidence;
using LiaisonBot.Core.People;
using NodaTime;

namespace LiaisonBot.Core.Matters;

/// <summary>
/// What can be done with a matter. The names are the words of design §2; their Chinese is in
/// <see cref="Acts.Chinese"/>.
/// </summary>
public enum Act
{
    Assign,

    /// <summary>What was just assigned is put right.</summary>
    Correct,

    /// <summary>The deciding side sets another due date, at any time after it can be corrected.</summary>
    ChangeDue,
    PassOn,
    Sign,

    /// <summary>Whoever has to sign for it says that it is not theirs, or cannot be done by them.</summary>
    Decline,

    /// <summary>The answer to that: it is theirs all the same.</summary>
    Insist,
    ReportProgress,
    HandIn,
    Close,

    /// <summary>The office has a closed matter worked on again.</summary>
    Reopen,
    Return,
    RequestExtension,
    GrantExtension,
    RefuseExtension,
    Urge,
    PutOnLedger,
    Docket,
    AcceptDocket,
    Refer,

    /// <summary>Files or links are added to what was said of the matter before.</summary>
    AddEvidence,

    /// <summary>One side asks the other, and waits for the answer.</summary>
    Ask,

    /// <summary>What the other side asked is answered.</summary>
    Answer,

    /// <summary>Whoever asked needs no answer any more.</summary>
    DropQuestion,

    /// <summary>留言: something is said to the other side, and no answer waited for.</summary>
    Remark,

    /// <summary>Whoever follows up a matter is told of each report of progress.</summary>
    Follow,
    Unfollow,

    /// <summary>The last own step is taken back.</summary>
    Undo,
    Withdraw,

    /// <summary>Not a person's act: the system reminded of the matter.</summary>
    Remind,

    /// <summary>Not a person's act on the matter itself: the next team took over what was open of the one before.</summary>
    HandOver,

    /// <summary>Not a person's act on the matter: the plan of its set was approved, and with it what the plan says of it.</summary>
    ApplyPlan,

    /// <summary>
    /// By the office, and on the card of a set alone: what is made public of it need not be, or has to be all the same.
    /// </summary>
    AnswerExemption,

    /// <summary>Not a person's act on the matter: its due date was counted again after a notice of holidays.</summary>
    Recount,

    /// <summary>Not a person's act: somebody cannot be reached. In messages alone, never in the history.</summary>
    Unreached,

    /// <summary>
    /// Not a person's act: a correction gave the matter to another place. In messages to those who held it alone, never
    /// in the history.
    /// </summary>
    Moved,
}

public static class Acts
{
    /// <summary>What people do.</summary>
    public static readonly IReadOnlyList<Act> All = [.. Enum.GetValues<Act>().Where(a => a < Act.Remind)];

    /// <summary>
    /// The right that an act needs for a matter as it stands: a closing is taken back by the side that closes.
    /// </summary>
    public static Right RightFor(Act act, MatterState state) =>
        act == Act.Undo && state == MatterState.Closed ? Right.Review : RightFor(act);

    /// <summary>The right that an act needs (design §6).</summary>
    public static Right RightFor(Act act) => act switch
    {
        Act.Assign => Right.Assign,
        Act.PassOn => Right.PassOn,
        Act.Sign or Act.Decline or Act.ReportProgress or Act.HandIn or Act.RequestExtension or Act.Undo => Right.Work,
        Act.Correct or Act.ChangeDue or Act.Insist or Act.Close or Act.Return or Act.GrantExtension
            or Act.RefuseExtension or Act.Withdraw => Right.Review,
        Act.Reopen => Right.Reopen,
        Act.Urge => Right.Urge,
        Act.PutOnLedger => Right.PutOnLedger,
        Act.Docket => Right.Docket,
        Act.AcceptDocket => Right.AcceptDocket,
        Act.Refer => Right.Refer,
        Act.AddEvidence => Right.AddEvidence,
        Act.Ask or Act.Answer or Act.DropQuestion or Act.Remark => Right.Speak,
        Act.Follow => Right.Follow,
        // Also of a right that has lapsed since.
        Act.Unfollow => Right.See,
        Act.HandOver => Right.ConfirmHandover,
        Act.ApplyPlan => Right.Review,
        Act.AnswerExemption => Right.ExemptFromDisclosure,
        Act.Remind or Act.Recount or Act.Unreached or Act.Moved =>
            throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    /// <summary>
    /// Whether files and links that come with the step belong to it: it is one step of one matter that says something.
    /// </summary>
    public static bool TakesEvidence(Act act) => act switch
    {
        Act.Assign or Act.ReportProgress or Act.HandIn or Act.Close or Act.Return or Act.RequestExtension
            or Act.GrantExtension or Act.RefuseExtension or Act.Urge or Act.PutOnLedger or Act.Docket
            or Act.AcceptDocket or Act.Refer or Act.ChangeDue or Act.Decline or Act.Insist or Act.Reopen
            or Act.AddEvidence or Act.Ask or Act.Answer or Act.Remark => true,
        // What is passed on says what the matter says, and what takes something away adds nothing.
        Act.Correct or Act.PassOn or Act.Sign or Act.Undo or Act.Withdraw or Act.DropQuestion or Act.Follow
            or Act.Unfollow
            or Act.HandOver or Act.ApplyPlan or Act.AnswerExemption or Act.Remind or Act.Recount or Act.Unreached
            or Act.Moved => false,
    };

    /// <summary>
    /// Whether the act is talk about the matter, or who hears of it or reviews it, and no step of it: the last step stays what it
    /// was, and whoever took it may still take it back.
    /// </summary>
    public static bool IsTalk(Act act) =>
        act is Act.Ask or Act.Answer or Act.Remark or Act.DropQuestion or Act.Follow or Act.Unfollow or Act.HandOver;

    /// <summary>The field's own word, as it stands on buttons and in the stored history.</summary>
    public static string Chinese(Act act) => act switch
    {
        Act.Assign => "交办",
        Act.Correct => "更正",
        Act.ChangeDue => "改期",
        Act.PassOn => "转办",
        Act.Sign => "签收",
        Act.Decline => "申请退件",
        Act.Insist => "坚持交办",
        Act.ReportProgress => "反馈进展",
        Act.HandIn => "报结",
        Act.Close => "办结",
        Act.Reopen => "重新办理",
        Act.Return => "退回",
        Act.RequestExtension => "申请延期",
        Act.GrantExtension => "批准延期",
        Act.RefuseExtension => "不批准",
        Act.Urge => "催办",
        Act.PutOnLedger => "挂账督办",
        Act.Docket => "立项督办",
        Act.AcceptDocket => "受理督办",
        Act.Refer => "移交",
        Act.AddEvidence => "补充附件",
        Act.Ask => "提问",
        Act.Answer => "答复",
        Act.DropQuestion => "收回提问",
        Act.Remark => "留言",
        Act.Follow => "关注",
        Act.Unfollow => "取消关注",
        Act.Undo => "撤销",
        Act.Withdraw => "撤回",
        Act.Remind => "提醒",
        Act.HandOver => "交接",
        Act.ApplyPlan => "方案批准",
        Act.AnswerExemption => "答复免于公开",
        Act.Recount => "调整时限",
        Act.Unreached => "无法送达",
        Act.Moved => "改派",
    };
}

/// <summary>The recurring matter of which something is an occurrence, and for which date of it.</summary>
/// <param name="Number">Counted by its own kind: no number of a matter.</param>
/// <param name="Date">Of its rhythm; holidays may have moved the due date.</param>
public readonly record struct RuleDate(MatterNumber Number, LocalDate Date);

/// <summary>What the assigning side fills in. Texts as typed; the rules trim and check them.</summary>
/// <param name="FromRule">Null for what a person assigns.</param>
public sealed record MatterDraft(
    string? Title,
    AreaCode? Area,
    string? Responsible,
    string? Target,
    DueSpan? Due,
    Urgency Urgency = Urgency.Normal,
    string? Basis = null,
    RuleDate? FromRule = null)
{
    /// <summary>
    /// One of several that are assigned at once: whoever has not to do it, the city office above, hears of all of them in
    /// one digest.
    /// </summary>
    public bool IsOneOfMany { get; init; }

    /// <inheritdoc cref="MatterCommand.Evidence"/>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    /// <summary>Null but for a finding of a set. Nobody is told of it by itself, and it is signed for with its set.</summary>
    public Finding? Finding { get; init; }

    /// <summary>It came later than its set, which was signed for without it: its place is told of it.</summary>
    public bool TellsOfFinding { get; init; }

    /// <summary>Null but for a dated step of a set.</summary>
    public SetStep? SetStep { get; init; }

    /// <summary>The matter from which it follows; null of any other.</summary>
    public MatterNumber? Origin { get; init; }

    /// <summary>Its set was signed for, and it with the set.</summary>
    public bool IsSigned { get; init; }

    /// <summary>Nobody is told of it: it follows from what they know.</summary>
    public bool IsSilent { get; init; }

    /// <summary>It follows from what they know, and has time: the next digest has it.</summary>
    public bool IsGathered { get; init; }

    /// <summary>The day from which its time counts, itself not counted; null for the day on which it is assigned.</summary>
    public LocalDate? DueFrom { get; init; }

    /// <summary>Of what a set makes, the team of the set; of any other the team of whoever assigns.</summary>
    public int? Team { get; init; }

    /// <inheritdoc cref="Matter.Lead"/>
    public AreaCode? Lead { get; init; }
}

/// <summary>
/// One thing a person wants to do. Every text may be empty or too long: the rules refuse it with the field's name.
/// </summary>
public abstract record MatterCommand(Act Act)
{
    /// <summary>
    /// What came with the step. Its bytes are there already; ignored where the step takes none
    /// (<see cref="Acts.TakesEvidence"/>).
    /// </summary>
    public IReadOnlyList<EvidenceItem> Evidence { get; init; } = [];

    public sealed record Assign(MatterDraft Draft) : MatterCommand(Act.Assign);

    /// <summary>
    /// Puts right what was just assigned. What is null stays as it is, and so does what is given as it stands; a place
    /// that is changed takes the responsible party along when that was only its name.
    /// </summary>
    /// <param name="Basis">Empty to take it away.</param>
    /// <param name="Note">转办要求 of a matter that was passed on; of any other it is null.</param>
    /// <param name="DueFrom">The day from which the new time counts; null for today.</param>
    public sealed record Correct(
        string? Title = null,
        AreaCode? Area = null,
        string? Responsible = null,
        string? Target = null,
        DueSpan? Due = null,
        Urgency? Urgency = null,
        string? Basis = null,
        string? Note = null,
        LocalDate? DueFrom = null) : MatterCommand(Act.Correct);

    /// <summary>
    /// Another due date of an open matter, with the reason. A request for more time that waits is answered by it.
    /// </summary>
    public sealed record ChangeDue(LocalDate? Due, string? Reason) : MatterCommand(Act.ChangeDue)
    {
        /// <summary>
        /// How a rule counted the date, and from which day: a notice of holidays counts it again. Null for a day that somebody named.
        /// </summary>
        public (DueSpan Span, LocalDate From)? Counted { get; init; }
    }

    /// <summary>Takes the last own step back.</summary>
    /// <param name="Entry">The step meant, by its sequence in the history; null for whichever was the last.</param>
    public sealed record Undo(int? Entry = null) : MatterCommand(Act.Undo);

    /// <summary>
    /// Passes the matter on to counties of the city; <paramref name="Due"/> is the children's due date, the parent's
    /// when null.
    /// </summary>
    public sealed record PassOn(
        IReadOnlyList<AreaCode> Areas,
        LocalDate? Due,
        string? Note) : MatterCommand(Act.PassOn);

    public sealed record Sign() : MatterCommand(Act.Sign);

    /// <summary>Before signing. The unsigned reminders wait until it is answered.</summary>
    public sealed record Decline(string? Reason) : MatterCommand(Act.Decline);

    /// <summary>It is to be signed for, and cannot be declined again by the same place.</summary>
    public sealed record Insist(string? Reason) : MatterCommand(Act.Insist);

    public sealed record ReportProgress(string? Progress) : MatterCommand(Act.ReportProgress);

    public sealed record HandIn(string? Result) : MatterCommand(Act.HandIn);

    public sealed record Close(string? Note = null) : MatterCommand(Act.Close);

    /// <param name="Reason">Becomes a further requirement.</param>
    public sealed record Reopen(DueSpan? Due, string? Reason) : MatterCommand(Act.Reopen);

    /// <param name="Due">A new due date, or null to keep the old one.</param>
    public sealed record Return(string? Requirement, LocalDate? Due = null) : MatterCommand(Act.Return);

    public sealed record RequestExtension(string? Reason, LocalDate? Until) : MatterCommand(Act.RequestExtension);

    /// <param name="Until">The date that the answer names; the one asked for when null.</param>
    public sealed record GrantExtension(LocalDate? Until, string? Note = null) : MatterCommand(Act.GrantExtension);

    public sealed record RefuseExtension(string? Reason) : MatterCommand(Act.RefuseExtension);

    public sealed record Urge(string? Note) : MatterCommand(Act.Urge);

    public sealed record PutOnLedger(string? Reason) : MatterCommand(Act.PutOnLedger);

    public sealed record Docket(string? Reason) : MatterCommand(Act.Docket);

    public sealed record AcceptDocket(string? Note = null) : MatterCommand(Act.AcceptDocket);

    public sealed record Refer(AreaCode? Department, string? Reason) : MatterCommand(Act.Refer);

    public sealed record AddEvidence(string? Note = null) : MatterCommand(Act.AddEvidence);

    public sealed record Ask(string? Question) : MatterCommand(Act.Ask);

    public sealed record Answer(string? Text) : MatterCommand(Act.Answer);

    /// <summary>What those of one's own side asked, and nobody has answered yet.</summary>
    public sealed record DropQuestion() : MatterCommand(Act.DropQuestion);

    public sealed record Remark(string? Text) : MatterCommand(Act.Remark);

    public sealed record Follow() : MatterCommand(Act.Follow);

    public sealed record Unfollow() : MatterCommand(Act.Unfollow);

    public sealed record Withdraw(string? Reason) : MatterCommand(Act.Withdraw);

    /// <summary>From one team to the next, by a handover that the office confirmed.</summary>
    public sealed record HandOver(int From, int To) : MatterCommand(Act.HandOver);

    /// <summary>What the approved plan of a set says of one finding. A due date before the day is left as it stands.</summary>
    /// <param name="Due">Null to keep the date.</param>
    public sealed record ApplyPlan(string? Measures, string? LeaderPost, string? Department, LocalDate? Due)
        : MatterCommand(Act.ApplyPlan);

    /// <summary>What the office says to an exemption from disclosure (免于公开).</summary>
    /// <param name="Text">Yes or no, of what, and why.</param>
    public sealed record AnswerExemption(string? Text) : MatterCommand(Act.AnswerExemption);
}
