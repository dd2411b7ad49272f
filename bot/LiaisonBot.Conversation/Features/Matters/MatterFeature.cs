using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using NodaTime.Text;

namespace LiaisonBot.Conversation.Features.Matters;

/// <summary>Matters: assigning, lists, the card, and the steps that are taken.</summary>
internal static class MatterFeature
{
    private const string What = "what";

    private static readonly string[] Urgent = ["特急", "特急件", "加急", "加急件", "紧急", "急", "急件", "urgent"];

    private static readonly Command Mine = new(
        "matter.mine",
        (turn, arguments, cancellationToken) => Matters(turn).MineAsync(ListView.Of(arguments), cancellationToken))
    {
        Name = MatterTexts.Mine,
        Also = ["我的任务", "my matters", "我的"],
        Initials = ["wdsx"],
        Read = line =>
            line.IsNothing ? new("matter.mine", Arguments.None)
            : line.Word == "我的" ? null
            : new("matter.find", Arguments.Of((What, line.Rest))),
        Help = new(MatterTexts.HelpMineWhat),
        HelpButton = new(1),
    };

    private static readonly Command Open = new(
        "matter.open",
        (turn, arguments, cancellationToken) =>
            OfNumberAsync(turn, arguments, number => Matters(turn).OpenAsync(number, cancellationToken)))
    {
        Name = MatterTexts.MatterCommand,
        Initials = ["sx"],
        Read = ReadNumber,
        InRooms = true,
        Help = new(MatterTexts.HelpMatterWhat) { Say = MatterTexts.HelpMatter },
    };

    private static readonly Command OpenSeveral = new(
        "matter.openSeveral",
        (turn, arguments, cancellationToken) =>
            Steps(turn).OpenSeveralAsync(Step.NumbersOf(arguments, Year(turn)), cancellationToken));

    private static readonly Command Summary = new(
        "matter.summary",
        (turn, arguments, cancellationToken) =>
            OfNumberAsync(turn, arguments, number => Matters(turn).SummaryAsync(number, cancellationToken)))
    {
        Name = MatterTexts.Summary,
        Initials = ["xj"],
        Read = line =>
            ReadNumber(line) is { Id: "matter.open" } open ? open with { Id = "matter.summary" } : ReadNumber(line),
        ReadBehindNumbers = (numbers, line) =>
            numbers is [var number] && line.Rest.Length == 0
                ? new("matter.summary", Arguments.Of((Arguments.NumberName, number.Key)))
                : null,
    };

    private static readonly Command Find = new(
        "matter.find",
        (turn, arguments, cancellationToken) =>
            Matters(turn).FindAsync(arguments[What], farBack: false, ListView.Of(arguments), cancellationToken))
    {
        Name = MatterTexts.Find,
        Also = ["查找", "search"],
        Initials = ["cx", "cz"],
        Read = line => new("matter.find", Arguments.Of((What, line.Rest))),
        Help = new(MatterTexts.HelpFindWhat) { Say = MatterTexts.HelpFind },
    };

    private static readonly Command NoNumber = new("matter.noNumber", (turn, arguments, _) =>
        Answers.TellAsync(turn.Localizer.Say(
            MatterTexts.NoSuchMatter,
            Localizer.Clip(arguments["typed"], 40),
            Year(turn))));

    public static readonly Feature Feature = new("matter",
    [
        new(
            "matter.assign",
            (turn, arguments, cancellationToken) =>
                Matters(turn).AssignFormAsync(arguments[What], cancellationToken, RestOf(arguments)))
        {
            Name = Texts.Assign,
            Also = ["交办事项"],
            Initials = ["jb"],
            Before = Urgent,
            TakesEvidence = true,
            Entry = new(IsFreeText: true),
            Read = line => new("matter.assign", Arguments.Of((What, line.Rest))),
            InDialog = (turn, arguments, cancellationToken) =>
                Matters(turn)
                    .AssignMessageAsync(arguments[What], MessageShare.Words, cancellationToken, RestOf(arguments)),
            Help = new(MatterTexts.HelpAssignWhat, Assigns)
            {
                Say = MatterTexts.HelpAssign,
                Filled = localizer => localizer.ExampleDay
            },
            HelpButton = new(0, Assigns),
        },
        new("matter.assignNotice", (turn, arguments, cancellationToken) =>
            new NoticeHandler(turn, new(turn)).AssignAsync(arguments.Values, cancellationToken))
        {
            InDialog = (turn, arguments, cancellationToken) =>
                new NoticeHandler(turn, new(turn)).AssignAsync(arguments.Values, cancellationToken),
            Again = (turn, typed, said, _) => new NoticeHandler(turn, new(turn)).AgainAsync(typed, said),
        },
        Mine, Open, OpenSeveral, Summary, NoNumber,
        StepCommand(Act.ReportProgress), Find,
        new(
            "matter.findEarlier",
            (turn, arguments, cancellationToken) =>
                Matters(turn).FindAsync(arguments[What], farBack: true, ListView.Of(arguments), cancellationToken))
        {
            Also = ["查询历史", "find earlier"],
            Read = line => new("matter.findEarlier", Arguments.Of((What, line.Rest))),
        },
        new(
            "matter.register",
            (turn, arguments, cancellationToken) =>
                Matters(turn).LedgerAsync(arguments["place"], ListView.Of(arguments), cancellationToken))
        {
            Name = MatterTexts.Ledger,
            Also = ["台帐"],
            Initials = ["tz"],
            PlaceFirst = true,
            Read = line => new("matter.register", Arguments.Of(("place", line.Rest))),
            Help = new(MatterTexts.HelpLedgerWhat),
            HelpButton = new(2),
        },
        .. Acts.All.Where(act => act is not (Act.Assign or Act.ReportProgress)).Select(StepCommand),
        new("matter.received", (turn, _, cancellationToken) => Steps(turn).ReceivedAsync(cancellationToken))
        {
            Whole = ["嗯", "嗯嗯", "嗯好", "好嘞", "好滴", "收到", "已收到", "收到了", "好的", "好", "知道了", "明白", "明白了", "ok", "okay", "got it", "received", "noted"],
        },
        new(
            "matter.standing",
            (turn, arguments, cancellationToken) =>
                Matters(turn).StandingAsync(arguments[What], ListView.Of(arguments), cancellationToken)),
        new(
            "matter.dueBy",
            (turn, arguments, cancellationToken) =>
                LocalDatePattern.Iso.Parse(arguments["day"]) is { Success: true, Value: var day }
                    ? Matters(turn).DueByAsync(day, ListView.Of(arguments), cancellationToken)
                    : Answers.UnknownButtonAsync(turn)),
        new(
            "matter.view",
            (turn, arguments, cancellationToken) =>
                OfNumberAsync(turn, arguments, number => Matters(turn).ViewAsync(number, cancellationToken)))
        {
            InRooms = true,
        },
        new(
            "matter.history",
            (turn, arguments, cancellationToken) =>
                OfNumberAsync(
                    turn,
                    arguments,
                    number => Matters(turn).HistoryAsync(number, arguments.Page, cancellationToken)))
        {
            InRooms = true,
        },
        new(
            "matter.form",
            (turn, arguments, cancellationToken) =>
                OfStepAsync(
                    turn,
                    arguments,
                    (act, number) => Matters(turn).StepFormAsync(act, number, Text(arguments), cancellationToken)))
        {
            TakesEvidence = true,
            InRooms = true,
        },
        new(
            "matter.signAnd",
            (turn, arguments, cancellationToken) =>
                OfStepAsync(
                    turn,
                    arguments,
                    (act, number) => Matters(turn).SignAndAsync(act, number, Text(arguments), cancellationToken)))
        {
            InRooms = true,
        },
        new(
            "matter.do",
            (turn, arguments, cancellationToken) =>
                OfStepAsync(
                    turn,
                    arguments,
                    (act, number) => Matters(turn).PressAsync(act, number, arguments.Values, cancellationToken)))
        {
            TakesEvidence = true,
            InRooms = true,
        },
        new(
            "matter.doAll",
            (turn, arguments, cancellationToken) =>
                ActOf(arguments) is { } act
                    ? Steps(turn).DoAllAsync(act, arguments, cancellationToken)
                    : Answers.UnknownButtonAsync(turn))
        {
            Again = (turn, typed, said, cancellationToken) => Steps(turn).SeveralAgainAsync(typed, said, cancellationToken),
        },
        new(
            "matter.assignNow",
            (turn, arguments, cancellationToken) => Matters(turn).AssignAsync(arguments.Values, cancellationToken))
        {
            TakesEvidence = true,
            InDialog = (turn, arguments, cancellationToken) =>
                Matters(turn).AssignAsync(arguments.Values, cancellationToken),
        },
    ]);

    /// <summary>The number alone: the matter, or several to choose from.</summary>
    public static ChatCommand.Call Of(IReadOnlyList<MatterNumber> numbers) =>
        numbers is [var number] ? Open.Of((Arguments.NumberName, number.Key)) : OpenSeveral.Of(Step.Argument(numbers));

    /// <summary>Something that looks like a matter's number, and is none.</summary>
    public static ChatCommand.Call Unclear(string typed) => NoNumber.Of(("typed", typed));

    public static MatterHandler Matters(TurnScope turn) => new(turn, new(turn));

    public static StepHandler Steps(TurnScope turn) => new(turn, Matters(turn));

    private static Command StepCommand(Act act)
    {
        var (also, initials) = Words(act);
        return new(
            Step.IdOf(act),
            (turn, arguments, cancellationToken) =>
                Steps(turn).SayAsync(Step.Of(act, arguments, Year(turn)), cancellationToken))
        {
            Name = Localizer.Word(act),
            Also = also,
            Initials = initials,
            IsStep = true,
            MayBeMisspelt = !Acts.IsTalk(act),
            TakesEvidence = Acts.TakesEvidence(act),
            Read = line => PlainlySaid(act, line, Step.Read(act, line)),
            ReadBehindNumbers = (numbers, line) => PlainlySaid(act, line, Step.ReadBehind(act, numbers, line)),
            Help = act == Act.ReportProgress
                ? new(MatterTexts.HelpReportWhat, Works) { Say = MatterTexts.HelpReport }
                : null,
        };
    }

    /// <summary>
    /// 催一下1301-6 commands like 催办; with more beside the number it is read as a sentence.
    /// </summary>
    private static ChatCommand.Call? PlainlySaid(Act act, TypedLine line, ChatCommand.Call call) =>
        act != Act.Urge || !MatterTexts.SpokenUrges.Contains(line.Word) || Step.Of(act, call.Arguments, line.Year) is { Wording: Wording.Plain, Numbers.Count: 1 }
            ? call
            : null;

    /// <summary>Further words for a step, and its initials.</summary>
    private static (string[] Also, string[] Initials) Words(Act act) => act switch
    {
        Act.Correct => ([], ["gz"]),
        Act.ChangeDue => (["change due", "change due date"], ["gq"]),
        Act.PassOn => ([], ["zb"]),
        Act.Sign => (["sign"], ["qs"]),
        Act.ReportProgress => (["反馈", "report"], ["fkjz", "fk"]),
        Act.HandIn => ([], ["bj"]),
        Act.Close => (["销号"], ["bj"]),
        Act.Return => ([], ["th"]),
        Act.RequestExtension => ([], ["sqyq"]),
        Act.GrantExtension => (["grant time"], ["pzyq"]),
        Act.RefuseExtension => (["不批准延期", "不同意延期", "refuse time"], ["bpz"]),
        Act.Urge => (MatterTexts.SpokenUrges, ["cb"]),
        Act.PutOnLedger => ([], ["gzdb"]),
        Act.Docket => ([], ["lxdb"]),
        Act.AcceptDocket => ([], ["sldb"]),
        Act.Refer => ([], ["yj"]),
        Act.AddEvidence =>
            (["补充材料", "补充佐证材料", "补附件", "补交附件", "补传附件", "追加附件", "add files", "add file", "attach"], ["bcfj"]),
        Act.Ask => (["ask"], ["tw"]),
        Act.Answer => (["答复提问", "reply"], ["df"]),
        Act.DropQuestion => (["撤回提问", "取消提问", "撤销提问", "take back the question", "withdraw the question", "drop the question"], ["shtw"]),
        Act.Remark => (["留个言", "remark", "leave a note"], ["ly"]),
        Act.Follow => (["follow progress"], ["gzjz"]),
        Act.Unfollow => (["不再关注", "取关", "unfollow"], ["qxgz"]),
        Act.Decline => (["不予接收"], ["sqtj"]),
        Act.Insist => ([], ["jcjb"]),
        Act.Reopen => (["重开", "恢复办理"], ["cxbl"]),
        Act.Undo => (["撤销办结", "undo closing"], ["cx"]),
        Act.Withdraw => ([], ["ch"]),
        Act.Assign or Act.HandOver or Act.ApplyPlan or Act.AnswerExemption or Act.Remind or Act.Recount
            or Act.Unreached or Act.Moved =>
            throw new ArgumentOutOfRangeException(nameof(act), act, null),
    };

    private static ChatCommand.Call ReadNumber(TypedLine line) =>
        NumberList.Read(line.Rest, line.Year) is { Unclear: "" } list
            && CommandParser.Trim(list.After).Length == 0 ? Of(list.Numbers)
        : MatterNumber.TryParse(line.Rest, line.Year, out var number) ? Of([number])
        : line.Rest.Length == 0 ? new("matter.mine", Arguments.None)
        : Unclear(line.Rest);

    private static int Year(TurnScope turn) => turn.Localizer.Today.Year;

    /// <summary>
    /// What was said already, for the form of a step; nothing where it is too long to have been said.
    /// </summary>
    private static string Text(Arguments arguments) =>
        arguments[Step.TextName] is { Length: <= CommandParser.MaxLength } text ? text : "";

    private static string? RestOf(Arguments arguments) =>
        arguments[MatterButtons.RestName] is { Length: > 0 and <= CommandParser.MaxLength } rest ? rest : null;

    private static Act? ActOf(Arguments arguments) =>
        Enum.TryParse<Act>(arguments[MatterButtons.ActName], out var act) && Acts.All.Contains(act) ? act : null;

    private static Task<TurnAnswer> OfNumberAsync(
        TurnScope turn,
        Arguments arguments,
        Func<MatterNumber, Task<TurnAnswer>> answer) =>
        arguments.Number(Year(turn)) is { } number ? answer(number) : Answers.UnknownButtonAsync(turn);

    private static Task<TurnAnswer> OfStepAsync(
        TurnScope turn,
        Arguments arguments,
        Func<Act, MatterNumber, Task<TurnAnswer>> answer) =>
        ActOf(arguments) is { } act and not Act.Assign
            ? OfNumberAsync(turn, arguments, number => answer(act, number))
            : Answers.UnknownButtonAsync(turn);

    private static bool Assigns(Person person) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.Assign, g.Role) != Reach.Nowhere);

    private static bool Works(Person person) =>
        person.Grants.Any(g => Permissions.ReachOf(Right.Work, g.Role) == Reach.IfHolder && g.Role != Role.Office);
}
