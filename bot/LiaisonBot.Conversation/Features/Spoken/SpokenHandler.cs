using LiaisonBot.Conversation.Cards;
using LiaisonBot.Conversation.Features.Matters;
using LiaisonBot.Conversation.Features.People;
using LiaisonBot.Conversation.Phrases;
using LiaisonBot.Conversation.Reading;
using LiaisonBot.Conversation.Sheets;
using LiaisonBot.Conversation.Shell;
using LiaisonBot.Core.Areas;
using LiaisonBot.Core.Matters;
using LiaisonBot.Core.People;
using LiaisonBot.Core.Text;
using LiaisonBot.Core.Visits;

namespace LiaisonBot.Conversation.Features.Spoken;

/// <summary>
/// Answers sentences that are no command: read into a frame, and looked up in <see cref="Meanings"/>. It takes no step
/// of a matter: it shows, asks, or opens a form.
/// </summary>
internal sealed partial class SpokenHandler : TurnPart
{
    private const int MostShown = 40;

    /// <summary>UTF-16 units of two tasks.</summary>
    private const int ShortestNotice = 20;

    /// <summary>Before the text of a step, and no part of it.</summary>
    private static readonly string[] Leads =
    [
        "再一个给", "一个给", "一份给", "一件给", "一项给", "一条给", "个任务给", "个活给", "也吧", "也", "先把", "先给", "把", "将", "这件", "这个", "它", "的", "了", "吧", "一下", "那个", "那件", "请",
        "因为", "理由是", "理由", "原因是", "原因", "由于", "他们", "让", "maybe", "Maybe", "perhaps", "Perhaps", "put ", "Put ", "send ", "Send ",
    ];

    /// <summary>Of what a number and what stands around it is made.</summary>
    private static readonly System.Buffers.SearchValues<char> OfNumbers = System.Buffers.SearchValues.Create("0123456789- ,。");

    private readonly TurnScope scope;
    private readonly MatterHandler matters;
    private readonly StepHandler steps;
    private readonly Frame frame;
    private readonly ListView view;
    private string argument = "";

    /// <summary>Further steps that the sentence may mean.</summary>
    private IReadOnlyList<Act> otherSteps = [];

    /// <summary>
    /// The step that is spoken of in words that do not order it: 办结了, 退回情况. It is not offered either.
    /// </summary>
    private Act? doubted;


    /// <summary>Words that name the matter, and are no text of a step.</summary>
    private readonly HashSet<string> titles = new(StringComparer.Ordinal);

    private Talk? talk;
    private bool hasTalk;

    private SpokenHandler(TurnScope scope, string typed, ListView view)
        : base(scope)
    {
        this.scope = scope;
        this.view = view;
        matters = MatterFeature.Matters(scope);
        steps = new(scope, matters);
        frame = FrameOf(typed);
    }

    /// <summary>
    /// Null for what is a command, and when nothing in the table fits. A step that is said plainly, and a command with
    /// all it needs, are no sentences.
    /// </summary>
    /// <param name="view">Of the list that it shows; its first page when null.</param>
    public static async Task<TurnAnswer?> AnswerAsync(
        TurnScope turn,
        string typed,
        ChatCommand command,
        CancellationToken cancellationToken,
        ListView? view = null)
    {
        if (IsCommandAlone(turn, typed, command))
        {
            return null;
        }

        // 不好意思，再请问一下长安区那几件什么情况
        if (turn.ChatEvent.Personal && command is ChatCommand.Unknown && typed.Length <= FrameReader.Longest && Courtesy.Without(typed) is { } plain)
        {
            var plainly = turn.Registry.Parser.Read(plain, turn.Localizer.Today.Year);
            if (plainly is ChatCommand.Call polite && Step.ActOf(polite.Id) is not null && Courtesy.IsAskedFor(typed))
            {
                return await CorrectedAsync(turn, plain, view, cancellationToken);
            }

            return await AnswerAsync(turn, plain, plainly, cancellationToken, view) ?? (plainly is ChatCommand.Unknown ? null : await Router.RunAsync(turn, plainly, cancellationToken));
        }

        // 明天要上会，给我个数; just onboarded, what's on my plate: the question alone.
        if (turn.ChatEvent.Personal && command is ChatCommand.Unknown && typed.Length <= FrameReader.Longest && Occasions.Without(typed) is { } asksAlone
            // 今天开会了，定了几户先清: told, and of a report.
            && turn.Context.Services.Talks.FormOf(turn.Person, turn.Localizer.Now) is null
            && (EnglishStance.IsEnglish(Folding.Of(asksAlone)) || new SpokenHandler(turn, asksAlone, ListView.Whole) is { frame.Asks: true }))
        {
            var alone = turn.Registry.Parser.Read(asksAlone, turn.Localizer.Today.Year);
            return await AnswerAsync(turn, asksAlone, alone, cancellationToken, view) ?? (alone is ChatCommand.Unknown ? null : await Router.RunAsync(turn, alone, cancellationToken));
        }

        if (await LeavesFirstAsync(turn, typed, cancellationToken) is { } afterLeaving)
        {
            return afterLeaving;
        }

        // What belongs into a window is no text of anything else.
        if (Sealed.SealedFeature.Meant(turn, typed, command) is { } enclosed)
        {
            return await Router.RunAsync(turn, enclosed, cancellationToken);
        }

        if (typed.Contains('\n', StringComparison.Ordinal)
            && await Evaluations.EvaluationFeature.PastedAsync(turn, typed) is { } evaluation)
        {
            return evaluation;
        }

        // A notice of several tasks, pasted by who may not assign: that it was seen, and what can be done with it.
        if (command is ChatCommand.Unknown or ChatCommand.Call { Id: "help.notOrdered" or "matter.assign" }
            && PastedTasks.Count(typed, turn.Localizer.Today.Year) > 1
            && !turn.Localizer.Directory.AssignableBy(turn.Person).Any())
        {
            return await new SpokenHandler(turn, typed, ListView.Whole).NoticeSeenAsync();
        }

        if (typed.Length > FrameReader.Longest || Folding.IsBlank(typed))
        {
            return null;
        }

        // 再来一份本周的周报, behind a form: a paper, and no text of it.
        if (turn.ChatEvent is ChatEvent.Message { Personal: true }
            && (turn.Context.Services.Talks.FormOf(turn.Person, turn.Localizer.Now) is not null || turn.Context.Services.Talks.CardOf(turn.Person, turn.Localizer.Now) is not null)
            && command is ChatCommand.Unknown
            && await new SpokenHandler(turn, typed, ListView.Whole).OfPaperAsync(cancellationToken) is { } paper)
        {
            return paper;
        }

        if (turn.ChatEvent is ChatEvent.Message { Personal: true }
            && command is ChatCommand.Unknown or ChatCommand.Call { Id: "people.addForm" or "people.replaceForm" or "people.phoneForm" or "help.notOrdered" }
            && await new SpokenHandler(turn, typed, ListView.Whole).OfPeopleAsync(cancellationToken) is { } ofPeople)
        {
            return ofPeople;
        }

        // 另一个晚上再看, behind a form of the first.
        if (await OfTheOtherAsync(turn, typed, cancellationToken) is { } other)
        {
            return other;
        }

        // 挂了以后那边看得见不, whatever form is on the screen.
        if (await OfRulesAtHandAsync(turn, typed, cancellationToken) is { } ofRulesAtHand)
        {
            return ofRulesAtHand;
        }

        // Several tasks are a notice of their own, and change no form and no table on the screen.
        var isNotice = PastedTasks.Points(typed) > 1 && turn.Localizer.Directory.AssignableBy(turn.Person).Any();
        if (!isNotice && await OfFormAsync(turn, typed, command, cancellationToken) is { } ofForm)
        {
            return ofForm;
        }

        if (!isNotice && await OfCardAsync(turn, typed, command, cancellationToken) is { } ofCard)
        {
            return ofCard;
        }

        if (await TwoOrdersAsync(turn, typed, cancellationToken) is { } both)
        {
            return both;
        }

        // 关于…的通知 一、…二、…联系人：…, all in one line.
        if ((command is ChatCommand.Unknown or ChatCommand.Call { Id: "help.notOrdered" }
                || (command is ChatCommand.Call { Id: var begun } && begun.StartsWith("visits.", StringComparison.Ordinal)))
            && typed.Length >= ShortestNotice
            // Whoever may not assign hears so of what was pasted; what they type in a line is something else.
            && (typed.Contains('\n', StringComparison.Ordinal) || turn.Localizer.Directory.AssignableBy(turn.Person).Any())
            && MatterFeature.Matters(turn) is var read
            && read.IsNotice(typed))
        {
            return await read.AssignFormAsync(typed, cancellationToken);
        }

        if (SetNumber.In(typed, turn.Localizer.Today.Year) is var (set, isSet)
            && await new SpokenHandler(turn, typed, view ?? ListView.Whole).OfSetAsync(set, isSet, command, cancellationToken) is { } ofSet)
        {
            return ofSet;
        }

        // sign the first two: with the numbers of those in the list that was shown.
        if (turn.ChatEvent.Personal
            && FirstOfList.In(typed) is var (from, to, few)
            && (await new SpokenHandler(turn, typed, ListView.Whole).TalkedAsync(cancellationToken))?.Listed is { } listed
            && ListLines.Of(listed, turn.Person) is { Count: var lines } shown && lines >= few)
        {
            var numbered = $"{typed[..from]} {string.Join(EnglishStance.IsEnglish(Folding.Of(typed)) ? " and " : "、", shown.Take(few).Select(number => number.Short))} {typed[to..]}".Trim();
            // Which these are is shown before anything is done.
            return await CorrectedAsync(turn, numbered, view, cancellationToken);
        }

        // 1301-6不对1301-7催一下: what was put right counts, and is shown before anything is done.
        var sure = new SelfCorrection(turn.Localizer.Directory.Areas, turn.Person.Grants is [var grant, ..] ? grant.Area : null, turn.Localizer.Today).Of(typed);
        if (sure is not null)
        {
            return await CorrectedAsync(turn, sure, view, cancellationToken);
        }

        // 先不催了，直接退回: what is denied goes, and the order behind it is shown.
        if (turn.ChatEvent.Personal
            // 要不就不延了，撤了吧: what goes is the request.
            && !GivesUpMoreTime(typed)
            && DeniedFirst.OrderBehind(typed, ReaderOf(turn)) is { } order
            && await new SpokenHandler(turn, order, ListView.Whole).AnswerAsync(new ChatCommand.Unknown(order, []), null, cancellationToken) is { } behind)
        {
            return behind;
        }

        if (turn.ChatEvent.Personal
            && MayPutRight(typed)
            && await new SpokenHandler(turn, typed, ListView.Whole).PutRightAsync(cancellationToken) is { } putRight)
        {
            return putRight;
        }

        // 明年保定怎么安排: every word of it is of a plan, and of no title.
        if (command is ChatCommand.Unknown
            && (Plans.PlanFeature.Meant(turn, typed) ?? Documents.DocumentFeature.Meant(turn, typed)) is { } meant
            // move the taxi one up to dec 7, we need it for the year end bulletin.
            && new SpokenHandler(turn, typed, ListView.Whole).MeantByAnybody() != Answer.ChangeDue)
        {
            return await Router.RunAsync(turn, meant, cancellationToken);
        }

        // 打印下, behind a matter.
        if (command is ChatCommand.Call { Id: "document.make" } && turn.ChatEvent.Personal && await new SpokenHandler(turn, typed, ListView.Whole).PrintOfShownAsync(cancellationToken) is { } printed)
        {
            return printed;
        }

        // 公示资金那件交了没: of the matter with that title.
        if (command is ChatCommand.Call { Id: "disclosure.say" } && Words.Any(typed, Those)
            && new SpokenHandler(turn, typed, ListView.Whole) is var titled && await titled.IsOfTitleAsync("公示", cancellationToken))
        {
            return await titled.AnswerAsync(new ChatCommand.Unknown(typed, []), null, cancellationToken);
        }

        // my matters due next week to excel: a file of what is open, and nothing to look for.
        if (command is ChatCommand.Call { Id: "matter.mine" or "matter.find" or "export.register" }
            && new SpokenHandler(turn, typed, ListView.Whole) is { frame: { Numbers.Count: 0, Asks: false, Hesitates: false } } file
            && (file.frame.Days is not null || file.frame.Places.Count > 1)
            && file.frame.HasAny(Idea.Excel, Idea.Export)
            && await file.OfDaysAsync(cancellationToken) is { } ofDays)
        {
            return ofDays;
        }

        // 培训那个是哪件: words of a title, which a command begins like.
        if (command is ChatCommand.Call { Id: var id } && !MayBeSentence(id) && !IsOfAMatter(turn, id, typed) && !IsPointedAt(id, typed) && !(id.StartsWith("people.replace", StringComparison.Ordinal) && new SpokenHandler(turn, typed, ListView.Whole).AsksWhetherChanged) && !(IsPaper(id) && (AsksForRanking(typed) || typed.Contains("整改台账", StringComparison.Ordinal))) && !AsksHow(turn, typed) && !AsksOfFiles(turn, typed) && !NamesItsPaper(turn, id, typed)
            && !(IsPaper(id) && Words.Any(typed, "会通报", "会不会通报", "谁签", "谁收的", "签收的", "签了没", "收到没", "who signed", "who got"))
            && !(IsPaper(id) && Words.Any(typed, "先别", "别发", "先不", "不用发", "不要发", "暂不", "别打", "别出")))
        {
            return null;
        }

        var step = command is ChatCommand.Call call && Step.ActOf(call.Id) is { } ordered
            ? Step.Of(ordered, call.Arguments, turn.Localizer.Today.Year)
            : null;
        // ？签收, 1301-6？催办: a mark before the step asks as well.
        var isAsked = step is { Wording: Wording.Plain } && IsMarkedBefore(Folding.Of(typed));
        // 报结1301-5 快了, urge 1301-6 once they are back: what makes it wait is shown first.
        if (step is { Wording: Wording.Plain, Numbers.Count: > 0, Text.Length: > 0 }
            && (Waits(step.Act, step.Text) || (step.Act == Act.HandIn && Words.Any(Folding.Of(step.Text), Leavings))))
        {
            // close 1301-2 once they send the photos: nothing is offered before that.
            var waiting = new SpokenHandler(turn, typed, ListView.Whole);
            if (waiting.frame is { Asks: false, Numbers.Count: 1 } && waiting.frame.Has(Idea.If) && IsHeldByConditions(step.Act))
            {
                return await waiting.NothingDoneAsync(cancellationToken);
            }

            return await new StepHandler(turn, MatterFeature.Matters(turn))
                .SayAsync(step with { Wording = Wording.Doubtful }, cancellationToken);
        }

        // signed 1301-10 yet?: a mark at the end asks, too, but of what others are to read.
        var asks = step is { Wording: Wording.Doubtful } && step.Act is not (Act.Urge or Act.Ask or Act.Remark or Act.Answer or Act.Return) && Folding.Of(typed).TrimEnd().EndsWith('?');
        // Most steps are said with their number: of these nothing more is read.
        if (!isAsked && !asks && step is { Wording: Wording.Plain or Wording.Doubtful, Numbers.Count: > 0 }
            // 1301-12我们自己能办结吗, 1301-5签收情况如何
            && !(FrameOf(turn, typed) is var question && (QuestionWords.AsksForTheRight(question) || QuestionWords.AsksWhoSigned(question) || QuestionWords.StepsToChoose(question).Count > 0 || (step.Act is not (Act.Urge or Act.Ask or Act.Remark or Act.Answer) && RuleWords.IsNoStep(question)))))
        {
            return null;
        }

        var sentence = new SpokenHandler(turn, typed, view ?? ListView.Whole);
        return isAsked
            ? await sentence.NothingDoneAsync(cancellationToken)
            : await sentence.AnswerAsync(command, step, cancellationToken);
    }

    /// <summary>
    /// 我的事项, 签收 1301-1, with no form on the screen: a command's own word, or a step's and one number. Most of what is typed
    /// is one of these, and nothing more is to be read of it.
    /// </summary>
    private static bool IsCommandAlone(TurnScope turn, string typed, ChatCommand command)
    {
        if (command is not ChatCommand.Call { Id: var id }
            || !(id is "matter.mine" or "matter.register" || Step.ActOf(id) is not null)
            || turn.Context.Services.Talks.FormOf(turn.Person, turn.Localizer.Now) is not null
            || turn.Context.Services.Talks.CardOf(turn.Person, turn.Localizer.Now) is not null)
        {
            return false;
        }

        var said = Folding.Of(typed).Trim();
        var word = said.TrimEnd(NumberLetters);
        return turn.Registry.IsWordOf(word, id) && (word.Length < said.Length) == (Step.ActOf(id) is not null);
    }

    private static readonly char[] NumberLetters = [.. "0123456789- "];

    /// <summary>
    /// never mind. what did they ask; 也别退，给他们留个言：…: a form or list on the screen is left, and what follows is answered by itself.
    /// Null where that does not clearly say something of its own.
    /// </summary>
    private static async Task<TurnAnswer?> LeavesFirstAsync(TurnScope turn, string typed, CancellationToken cancellationToken)
    {
        if (!turn.ChatEvent.Personal || typed.Length > FrameReader.Longest || typed.Contains('\n', StringComparison.Ordinal) || LeavingFirst.RestOf(typed) is not { } rest)
        {
            return null;
        }

        var command = turn.Registry.Parser.Read(rest, turn.Localizer.Today.Year);
        // 先别办结，他们附照片了没, with nothing on the screen: one sentence, of the step that waits.
        var isLeft = LeavingFirst.IsSaidSo(typed);
        var talks = turn.Context.Services.Talks;
        if ((!isLeft && talks.FormOf(turn.Person, turn.Localizer.Now) is null && talks.CardOf(turn.Person, turn.Localizer.Now) is null)
            || !new SpokenHandler(turn, rest, ListView.Whole).StandsAlone(command, isLeft))
        {
            return null;
        }

        talks.FormIsSettled(turn.Person, turn.Localizer.Now);
        return await AnswerAsync(turn, rest, command, cancellationToken) ?? await Router.RunAsync(turn, command, cancellationToken);
    }

    /// <summary>A question, a paper, a list, something to be told to somebody: said clearly. A step or a change goes with what was said before.</summary>
    /// <param name="isLeft">What was begun is left in so many words, so that a step is another one.</param>
    private bool StandsAlone(ChatCommand command, bool isLeft)
    {
        if (frame.HasAny(Idea.If, Idea.Later) || frame.Refrains)
        {
            return false;
        }

        if (command is ChatCommand.Call { Id: var id })
        {
            return id is "document.make" or "export.register" or "matter.register" or "matter.mine" or "people.directory" || (Step.ActOf(id) is Act.Ask or Act.Remark && !LeavingFirst.IsOfOthers(frame.Typed));
        }

        return Ranked() is [{ Score: >= Least } first, ..]
            && (EndsAsking() || (frame.Asks && !LeavingFirst.IsOfOthers(frame.Typed)) ? !OfWhatWasBegun.Contains(first.Answer)
                : IsClear() && !LeavingFirst.IsOfOthers(frame.Typed)
                    && (first.Answer is Answer.Document or Answer.Export or Answer.Ask or Answer.Assign or Answer.List or Answer.Contact or Answer.Register or Answer.History
                        || (isLeft && first.Answer is Answer.Offer or Answer.ChangeDue or Answer.Decline or Answer.Bulk)));
    }

    /// <summary>Meant of a form or of what was asked back: the words before it belong to them.</summary>
    private static readonly HashSet<Answer> OfWhatWasBegun =
        [Answer.Amend, Answer.PressIt, Answer.NothingDone, Answer.Decide, Answer.Everyday, Answer.Farewell, Answer.Noted, Answer.Reply, Answer.PutRight];

    /// <summary>Whoever is asked for, or told of, whatever form is on the screen.</summary>
    private async Task<TurnAnswer?> OfPeopleAsync(CancellationToken cancellationToken) =>
        await WhyNobodyAsync() ?? await MayBeEmptyAsync() ?? await WhatSubstituteGetsAsync(cancellationToken) ?? await NewcomerThereAsync(cancellationToken) ?? await NewcomerSaidAsync(cancellationToken) ?? await MoreOfPersonAsync(cancellationToken) ?? (IsHandedOverForDays || IsStoodInForDays ? await AbsentAsync(cancellationToken) : null) ?? await WhoStandsInAsync(cancellationToken) ?? await OfPlacesPeopleAsync(cancellationToken);

    /// <summary>报结1301-1，不过还有两处没清: where something is left, it is shown before it is handed in.</summary>
    private static readonly string[] Leavings =
    [
        "不过", "但是", "但还", "但有", "可是", "只是", "就剩", "只剩", "还剩", "还差", "还没", "还有", "尚未", "没清", "没签字", "没盖章", "没弄完", "没办完", "没拆完",
        "没到位", "没完成", "未完成", "but ", "except", "apart from", "still ", "not yet", "remaining", " left",
    ];

    /// <summary>Whether a clause of the text begins with what postpones, conditions or only wishes the step.</summary>
    private static bool Waits(Act act, string text)
    {
        if (act is Act.Ask or Act.Answer or Act.Remark or Act.Return or Act.Assign)
        {
            return false;
        }

        if (act is not (Act.ReportProgress or Act.RequestExtension or Act.GrantExtension or Act.ChangeDue or Act.PutOnLedger or Act.Docket)
            && Folding.Of(text).TrimStart(' ', ',', '，') is { Length: > 0 } begun
            // in case they refuse: more than one word.
            && (Conditions.In(begun) is not null || (char.IsAsciiLetter(begun[0]) && Vocabulary.At(begun, 0) is (Idea.If, _))))
        {
            return true;
        }

        var clauses = Folding.Of(text).Split(Gaps, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        for (var i = 0; i < clauses.Length; i++)
        {
            var at = 0;
            while (at < clauses[i].Length && Vocabulary.Best(clauses[i], at) is var (idea, length))
            {
                // A report tells of what is to come; who urges says until when; 等气象数据 is why more time is asked for.
                if (idea == Idea.Later && length == 1 && act is Act.RequestExtension or Act.PutOnLedger or Act.ChangeDue && clauses[i].Length > LeastReasonToWait)
                {
                    break;
                }

                if (idea == Idea.If
                    || (idea == Idea.Later && act != Act.ReportProgress)
                    || (idea == Idea.Wish && act is not (Act.ReportProgress or Act.Urge))
                    || (idea == Idea.Not && act == Act.Urge && i == 0))
                {
                    return true;
                }

                if (idea is not (Idea.Filler or Idea.Please))
                {
                    break;
                }

                at += length;
            }
        }

        return false;
    }

    /// <summary>等等 and 等会儿 put off; what is longer says what for.</summary>
    private const int LeastReasonToWait = 4;

    private static readonly char[] Gaps = [' ', ',', '。', ';', '!', '、', ':', '\n'];

    /// <summary>Whether a question mark stands before any word.</summary>
    private static bool IsMarkedBefore(string text) => text.IndexOf('?') is >= 0 and var mark && !text[..mark].Any(char.IsLetter);

    private static async Task<TurnAnswer?> CorrectedAsync(
        TurnScope turn,
        string meant,
        ListView? view,
        CancellationToken cancellationToken)
    {
        var year = turn.Localizer.Today.Year;
        var command = turn.Registry.Parser.Read(meant, year);
        if (command is not ChatCommand.Call call
            || Step.ActOf(call.Id) is not { } act
            || Step.Of(act, call.Arguments, year) is not { Wording: Wording.Plain, Numbers.Count: > 0 } step)
        {
            return await AnswerAsync(turn, meant, command, cancellationToken, view)
                ?? await Router.RunAsync(turn, command, cancellationToken);
        }

        var sentence = new SpokenHandler(turn, meant, view ?? ListView.Whole);
        return step.Numbers is not [var number]
            ? await sentence.steps.SeveralAsync(act, step.Numbers, step.Text, null, cancellationToken)
            : await sentence.matters.FindFamilyAsync(number, cancellationToken) is { } tree
            ? await sentence.OfferStepAsync(act, tree, step.Text)
            : await sentence.matters.NoSuchMatterAsync(number);
    }

    private async Task<TurnAnswer?> AnswerAsync(ChatCommand command, Step? step, CancellationToken cancellationToken)
    {
        // 太密了，一个月一次就行, of whoever may not assign: that they may not, again.
        if (command is ChatCommand.Unknown && ChatEvent.Personal && !frame.Asks && !frame.HasAny(Idea.Reminder, Idea.Quiet)
            && !Localizer.Directory.AssignableBy(Person).Any()
            && new Recurring.RecurringHandler(scope) is var recurring && recurring.IsRhythmAlone(frame))
        {
            return await recurring.FormAsync(frame.Typed, null, cancellationToken);
        }

        if ((command is ChatCommand.Unknown or ChatCommand.Call { Id: "matter.open" or "people.directory" } || IsPaperCommand(command)) && await OfPaperAsync(cancellationToken) is { } paper)
        {
            return paper;
        }

        // last week's too, I was away: without what only excuses it.
        if (command is ChatCommand.Unknown && frame.Typed.IndexOfAny([',', '，']) is > 0 and var comma && Words.After(Folding.Of(frame.Typed[(comma + 1)..]).TrimStart(), 0, "i ", "i'", "sorry", "我", "不好意思") > 0
            && await new SpokenHandler(scope, frame.Typed[..comma], view).OfPaperAsync(cancellationToken) is { } samePaper)
        {
            return samePaper;
        }

        if ((command is ChatCommand.Unknown || PointsAtWhatWasAsked(command))
            && (await FollowUpAsync(cancellationToken) ?? await OfAllAsync(cancellationToken)) is { } changed)
        {
            return changed;
        }

        if ((command is ChatCommand.Unknown || step is { Act: Act.Ask or Act.Remark, Numbers.Count: 0 } || command is ChatCommand.Call { Id: "help.notOrdered" } || QuestionWords.AsksForTheRight(frame) || QuestionWords.AsksWhoSigned(frame) || QuestionWords.StepsToChoose(frame).Count > 0 || QuestionWords.AsksWhetherFilesMust(frame) || QuestionWords.AsksHowToAttach(frame) || (step is null && HistoryWords.Asks(frame.Text)))
            && await AskedAsync(cancellationToken) is { } asked)
        {
            return asked;
        }

        // 办结的件还能重新打开不: what begins like a step, and asks about the rules.
        if (step is { Text.Length: > 0, Act: not (Act.Urge or Act.Ask or Act.Remark or Act.Answer) } && await OfRulesAsync(cancellationToken) is { } ofRules)
        {
            return ofRules;
        }

        // 交吧 说明就写已办完: no command with a typing error.
        if (command is ChatCommand.Unknown)
        {
            await NameAsync(cancellationToken);
            if (await ByExampleAsync(command, step, cancellationToken) is { } meant)
            {
                return meant;
            }
        }

        if (await IsCommandAsync(command, step, cancellationToken))
        {
            return null;
        }

        doubted = step is { Wording: Wording.Other } spoken
            // 申请延期三天: how long goes on the word.
            // 1301-2 update: 8 of 10 cleared, the rest wait on the court: behind the word for it all is of the report.
            && !(spoken.Act == Act.ReportProgress && frame.Has(Idea.Report) && frame.Text.Contains(": ", StringComparison.Ordinal) && !frame.Asks)
            // 申请延期到12月20日，劳动局还没出结论: what is not there is why.
            && !(spoken.Act == Act.RequestExtension && (frame.Span ?? frame.Days?.To.Day) is not null && IsOrdered())
            // 1301-2办结吧 orders it softly: what it will do is shown, with a press.
            && !(spoken.Text.Trim(' ', '。', '!') is "吧" && !frame.Asks && !frame.HasAny(Idea.Not, Idea.Later, Idea.If))
            // 1301-9转办给裕华区: to whom goes on the word.
            && !(spoken.Act == Act.PassOn && frame.Places.Count > 0 && IsOrdered())
            && (frame.Numbers.Count > 0
                || frame.Asks
                || (frame.Hesitates && !(spoken.Act == Act.RequestExtension && !frame.Denies))
                // 签收那个 points at one.
                || (frame.Words.Count == 0 && frame.Pointing == Pointing.Nothing && !frame.Has(Idea.Matter)))
            ? spoken.Act
            : null;
        if (command is not ChatCommand.Unknown)
        {
            await NameAsync(cancellationToken);
            if (await ByExampleAsync(command, step, cancellationToken) is { } known)
            {
                return known;
            }
        }

        if (await ToldAsync(cancellationToken) is { } told)
        {
            return told;
        }

        // The text of a report, and of what is told, begins with what it is about.
        if (frame.Asks
            || frame.HasAny(Idea.News, Idea.Result, Idea.Requirement, Idea.Reason)
            || frame.Step is (not (Idea.Report or Idea.HandIn or Idea.Finished), _, _)
            || (frame.IsEnglish && !YearWords.IsTraining(frame)))
        {
            await NameBroadlyAsync(cancellationToken);
        }

        var meanings = Meanings.Of(frame);
        for (var i = 0; i < meanings.Count; i++)
        {
            var meaning = meanings[i];
            argument = meaning.Argument;
            otherSteps = [.. meanings.Skip(i + 1).Where(m => m.Answer == Answer.Offer).Select(m => Enum.Parse<Act>(m.Argument))];
            // A card alone says little: before it, what a sentence meant that is like this one.
            if (IsLast(meaning) && command is ChatCommand.Unknown && ByExample is [{ Score: >= Likely }, ..] && await LikeAsync(cancellationToken) is { } like)
            {
                return like;
            }

            argument = meaning.Argument;
            if (await OfAsync(meaning.Answer, cancellationToken) is { } answer)
            {
                return answer;
            }
        }

        // 1301-6已签收 tells, and asks for nothing.
        return command is ChatCommand.Unknown && !IsNearlyACommand(command) && (frame is { Numbers.Count: > 0, Asks: true } || ByExample is [{ Score: >= Likely }, ..])
            ? await LikeAsync(cancellationToken)
            : null;
    }

    private bool IsOrdered() => !frame.Asks && !frame.Denies && !frame.HasAny(Idea.Later, Idea.If, Idea.Wish);

    private static bool IsLast(Meaning meaning) => meaning is { Answer: Answer.Titles } or { Answer: Answer.Open, Argument: "standing" };

    /// <summary>What no line fits: as the sentences that are most like it were meant; null where they do not say.</summary>
    public static async Task<TurnAnswer?> LikeAsync(TurnScope turn, string typed, CancellationToken cancellationToken)
    {
        if (typed.Length > FrameReader.Longest || Folding.IsBlank(typed) || typed.Trim().Contains('\n', StringComparison.Ordinal))
        {
            return null;
        }

        var sentence = new SpokenHandler(turn, typed, ListView.Whole);
        await sentence.NameAsync(cancellationToken);
        return await sentence.LikeAsync(cancellationToken);
    }

    private async Task<TurnAnswer?> LikeAsync(CancellationToken cancellationToken)
    {
        var isNamed = await NameBroadlyAsync(cancellationToken);
        if (isNamed)
        {
            foreach (var meaning in Meanings.Of(frame).TakeWhile(meaning => !IsLast(meaning)))
            {
                argument = meaning.Argument;
                if (await OfAsync(meaning.Answer, cancellationToken) is { } told)
                {
                    return told;
                }
            }
        }

        // 1301-2现在拆了多少了: of one matter no list is asked for.
        foreach (var meaning in ByExample.Take(IsScrap() || IsOfOneWord() || await IsNameAsync(cancellationToken) ? 0 : MostTried).Where(meaning => meaning.Score >= Possible && (ByExample.Count == 1 || ByExample[0].Score - ByExample[1].Score >= Ahead)
            && !(frame.Numbers.Count == 1 && meaning.Answer is Answer.List or Answer.ByPlace or Answer.Taken or Answer.Counts or Answer.Nearest or Answer.ToDecide)))
        {
            if (await OfExampleAsync(meaning, cancellationToken) is { } like)
            {
                return like;
            }
        }

        // did Chang'an finish, behind what was passed on to it.
        if (frame is { Numbers.Count: 0, Named.Count: 0, Places: [_], Days: null, Refrains: false } && (frame.Asks || EndsAsking()) && frame.Words.Sum(word => word.Length) <= MostUnknown && await PartAsync(cancellationToken) is { } partOf)
        {
            return partOf;
        }

        return isNamed || frame is { Numbers.Count: 1, Asks: true } || AsksOfWhatWasShown()
            ? await ShownAsync(tree => ProgressOfAsync(tree, cancellationToken), cancellationToken, textBehind: true)
            : await AnswersTalkedAsync(cancellationToken) ?? await ToldOfWhatWasShownAsync(cancellationToken);
    }

    /// <summary>Less of a sentence than this says what it means.</summary>
    private const float Possible = 4.1f;

    /// <summary>Two that are as likely say nothing.</summary>
    private const float Ahead = 0.2f;

    /// <summary>So much says more than words of a title.</summary>
    private const float Likely = 6;

    private const int MostTried = 2;

    /// <summary>why that long, should they have taken it: a question that no line fits, of the matter that was shown.</summary>
    private bool AsksOfWhatWasShown() =>
        frame.Asks
            && frame.Numbers.Count == 0
            // 水的那个怎么样了: another one is named.
            && frame.Named.Count == 0
            && !frame.HasPlaces
            && frame.Days is null
            && !frame.HasAny(Idea.Reminder, Idea.Noise, Idea.Absent, Idea.Export, Idea.Print, Idea.Settings, Idea.Bot, Idea.Holiday, Idea.Recurring, Idea.Each, Idea.Team, Idea.Template)
            && (frame.Step is not null
                || frame.Pointing == Pointing.This
                || Words.Any(frame.Text, "他们", "它", "这", "那", "人家", "对方", "咱", " it", "that", "this", "they", "them", "those"))
            && frame.Words.Sum(word => word.Length) <= (frame.IsEnglish ? MostUnknownEnglish : MostUnknown);

    /// <summary>Letters that no word covers: more of them speak of something else.</summary>
    private const int MostUnknown = 8;
    private const int MostUnknownEnglish = 24;

    /// <summary>the ground is frozen, half of the crew is ill: what whoever works on the matter that was shown tells of it, as a report to look at.</summary>
    private async Task<TurnAnswer?> ToldOfWhatWasShownAsync(CancellationToken cancellationToken)
    {
        if (frame.Asks || frame.Hesitates || frame.HasPlaces || frame.Numbers.Count > 0 || frame.Named.Count > 0 || frame.Step is not null
            || frame.HasAny(Idea.Reminder, Idea.Export, Idea.Print, Idea.Settings, Idea.Absent, Idea.Replace, Idea.Leave, Idea.Recurring, Idea.Show, Idea.Rank)
            || frame.Words.Sum(word => word.Length) < LeastToldOfShown
            || (await TalkedAsync(cancellationToken))?.Matter is not { } shown
            || await matters.FindFamilyAsync(shown, cancellationToken) is not { } tree
            || !Permissions.May(Person, Right.Work, tree.Matter.Subject)
            || !MatterRules.Possible(tree, Person, Localizer.Now).Contains(Act.ReportProgress))
        {
            return null;
        }

        return await OfferStepAsync(Act.ReportProgress, tree, frame.Typed.Trim());
    }

    private const int LeastToldOfShown = 6;

    /// <summary>
    /// Whether it is a command as it stands: a sentence is what is doubted, is about more than a number, or was not
    /// understood.
    /// </summary>
    private async Task<bool> IsCommandAsync(ChatCommand said, Step? step, CancellationToken cancellationToken)
    {
        if (frame.Refrains)
        {
            return false;
        }

        switch (step)
        {
            case { Wording: Wording.Plain, Text: "" }:
                return frame.Pointing == Pointing.Nothing
                    && !Meanings.AsksWhetherOneMay(frame)
                    && !await IsSpokenOfAsync(step.Act, cancellationToken)
                    // urge, behind a list: of what it shows.
                    && !(step.Act is Act.Urge or Act.Sign && await TalkedAsync(cancellationToken) is { IsAskedLast: true, Listed.Count: > 0 });
            // 撤销办结: what is taken back is no selection.
            case { Wording: Wording.Plain, Act: Act.Undo } when frame.Numbers.Count == 0 && frame.Said.Exists(word => word.Idea is >= Idea.Sign and <= Idea.Docket):
                return false;
            case { Wording: Wording.Plain }:
                // 退回去整改的那些: names matters, and orders nothing.
                // everything in Zhengding: a place that the selection does not know.
                return SelectionOf(step.Text) is { } selection
                    && !Meanings.AsksWhetherOneMay(frame)
                    // urge everything that is overdue: what narrows it is no text.
                    && !(selection.Rest.StartsWith("that ", StringComparison.OrdinalIgnoreCase)
                        || selection.Rest.StartsWith("which ", StringComparison.OrdinalIgnoreCase)
                        || selection.Rest.StartsWith("who ", StringComparison.OrdinalIgnoreCase))
                    // ask Zhengding when the land one will be finished: it names the matter.
                    && !(step.Act is Act.Ask or Act.Remark && (frame.Named.Count > 0 || frame.HasPlaces))
                    && !(step.Act == Act.Return && Meanings.IsOf(frame))
                    && !(frame.HasPlaces && selection.Places.Count == 0);
            case not null:
                return false;
            default:
                return IsCommand(said);
        }
    }

    private bool IsCommand(ChatCommand said)
    {
        // A notice has lines; a word with a typing error has letters that mean nothing.
        if (said is ChatCommand.Unknown { Nearest: var nearest })
        {
            return frame.Typed.Trim().Contains('\n')
                || (nearest.Count > 0
                    && frame.Words.Count > 0
                    && !frame.Asks
                    && !Meanings.TellsCounts(frame)
                    && !frame.HasAny(Idea.Absent, Idea.Stuck, Idea.Remark, Idea.Reply, Idea.Follow)
                    && (IsNearlyACommand(said) || ByExample is not [{ Score: >= Likely }, ..])
                    && !BeginsWithAWord());
        }

        var call = (ChatCommand.Call)said;
        var what = call.Arguments["what"];
        return call.Id switch
        {
            "matter.open" or "matter.openSeveral" => frame.Words.Count == 0 && frame.Said.Count == 0,
            "matter.assign" =>
                !(frame.Asks && frame.Days is null && frame.Text.Length <= 20)
                    && !(frame.Days is not null && frame.Places.Count == 0 && frame.Words.Count == 0),
            "export.register" when YearWords.NamesThePlan(frame.Text) => false,
            "export.register" =>
                what.Length == 0
                    || frame.Days is not null
                    || frame.Places.Count > 1
                    || SelectionOf(what) is { Rest: "" }
                    || Localizer.Directory.Areas.Resolve(what) is not AreaMatch.None,
            // 台账弄完了: no place, and something is said of it.
            "matter.register" when call.Arguments["place"].Length > 0
                && (frame.Said.Exists(said => said.Idea is not (Idea.Register or Idea.Filler or Idea.Please or Idea.Show))
                    // 台账给我看看.
                    || (frame.Words.Count == 0 && !frame.HasPlaces))
                && Localizer.Directory.Areas.Resolve(call.Arguments["place"]) is AreaMatch.None => false,
            // 通讯录也来一份, behind a file: a file.
            "people.directory" when frame.Places.Count == 0 && Words.Any(frame.Text, "也来一份", "也要一份", "也发", "也导", "也给我一份", "也打") => false,
            "matter.register" or "people.directory" or "import.form" =>
                !frame.Asks && !frame.HasAny(Idea.Excel, Idea.Export),
            // 节假日别打扰: no holiday is asked for.
            "calendar.show" when frame.HasAny(Idea.Quiet, Idea.Reminder, Idea.Urge) => false,
            "help.notOrdered" => !frame.Text.StartsWith("巡视组", StringComparison.Ordinal)
                && !frame.Has(Idea.Template)
                // 驻市的组到什么时候: asked in a sentence.
                && !(frame.HasAny(Idea.Phase, Idea.Coming)
                    && frame.Asks
                    && frame.Days is null
                    && frame.Text.Contains('组')
                    && !frame.Text.StartsWith("驻市安排", StringComparison.Ordinal))
                // 巡视准备那件什么要求: a matter is named.
                && frame.Named.Count == 0
                && !(frame.Has(Idea.Handover) && frame.Asks),
            _ => !frame.Asks && !IsPaper(call.Id) && !frame.Text.StartsWith("巡视组", StringComparison.Ordinal),
        };
    }

    /// <summary>Whether it begins, but for courtesies, with a whole word: then it is no command with a typing error.</summary>
    private bool BeginsWithAWord()
    {
        var at = 0;
        foreach (var (idea, start, end) in frame.Said)
        {
            if (start != at && frame.Text.AsSpan(at, start - at).IndexOfAnyExcept(OfNumbers) >= 0)
            {
                return false;
            }

            if (idea is not (Idea.Please or Idea.Filler))
            {
                return end - start >= 2;
            }

            at = end;
        }

        return false;
    }

    /// <summary>Commands with words of which many sentences begin.</summary>
    private static bool MayBeSentence(string id) =>
        Step.ActOf(id) is not null
            || id is "matter.open" or "matter.openSeveral" or "matter.assign" or "matter.register"
                or "export.register" or "people.directory" or "import.form" or "help.notOrdered"
            || id is "calendar.show"
            || id.StartsWith("visits.", StringComparison.Ordinal);

    private static bool IsPaper(string id) =>
        id.StartsWith("document.", StringComparison.Ordinal) || id is "burden.show" or "coverage.show";

    private static bool IsPaperCommand(ChatCommand command) => command is ChatCommand.Call { Id: var id } && IsPaper(id);

    /// <summary>通报一下进度最慢的县: places put in order, whatever the paper. 最好今天 says what somebody would like.</summary>
    private static bool AsksForRanking(string typed)
    {
        var text = Folding.Of(typed);
        if (Words.Any(text, Rankings))
        {
            return true;
        }

        for (var at = text.IndexOf('最'); at >= 0; at = text.IndexOf('最', at + 1))
        {
            var end = Words.After(text, at + 1, "慢", "快", "差", "好", "多", "少", "拖", "落后", "靠后", "靠前");
            if (end > 0 && Words.After(text, Words.Past(text, end, "的"), RankedOnes) > 0)
            {
                return true;
            }
        }

        return false;
    }

    private static readonly string[] Rankings =
        ["排名", "排个名", "名次", "排行", "倒数", "垫底", "评比", "红黑榜", "排排队", "排个队", "前三名", "后三名", "第一名", "rank", "slowest", "fastest", "worst"];

    private static readonly string[] RankedOnes = ["县", "区", "市", "地区", "地方", "单位", "那", "几", "前", "后", "三", "五", "两", "一个", "一家", "是", "乡", "联络员"];

    /// <summary>打印食品安全的交办单: a paper of a matter that words of its title name.</summary>
    private static bool NamesItsPaper(TurnScope turn, string id, string typed) =>
        id == "document.make"
            && Words.Any(typed, "交办单", "通知单", "督办单", "sheet", "order", "slip", "paper", "那张", "那件", "那份", "那个", "打印", " one")
            && (DocumentLine.Read(typed, turn.Localizer.Today, isAsked: true) is not { } read || read.Place.Length > 0);

    /// <summary>整改方案怎么填, 公示怎么登记: a command's word, and how it is done.</summary>
    private static bool AsksHow(TurnScope turn, string typed) =>
        Words.Any(typed, "怎么", "咋", "如何", "how ", "How ")
            && new SpokenHandler(turn, typed, ListView.Whole).frame is var frame
            && Meanings.All.FirstOrDefault(meaning => meaning.Fits(frame)) is { Answer: Answer.Guide };

    /// <summary>公示照片是必须要交的吗, 整改方案怎么传上来: a command's word, and asked of files.</summary>
    private static bool AsksOfFiles(TurnScope turn, string typed) =>
        FrameOf(turn, typed) is var frame && (QuestionWords.AsksWhetherFilesMust(frame) || QuestionWords.AsksHowToAttach(frame));

    /// <summary>set 1301-8 to 18 december: a matter is no setting.</summary>
    private static bool IsOfAMatter(TurnScope turn, string id, string typed) =>
        (id.StartsWith("reminders.", StringComparison.Ordinal) || id.StartsWith("settings.", StringComparison.Ordinal)) && FrameOf(turn, typed).Numbers.Count > 0;

    private static bool IsPointedAt(string id, string typed) =>
        id.StartsWith("teams.", StringComparison.Ordinal) && Words.Any(typed, "那个", "那件", "那项");

    private Frame FrameOf(string typed) => FrameOf(scope, typed);

    /// <summary>What the sentence names: read once in a turn; whoever asks may change what they get.</summary>
    private static Frame FrameOf(TurnScope turn, string typed) => turn.Once("frame", typed, () => ReaderOf(turn).Read(typed)) with { };

    public static FrameReader ReaderOf(TurnScope turn) =>
        turn.Once("reader", "", () => new FrameReader(turn.Localizer.Directory.Areas, turn.Person.Grants is [var grant, ..] ? grant.Area : null, turn.Localizer.Today));

    private Task<TurnAnswer> RunAsync(
        string id,
        CancellationToken cancellationToken,
        params ReadOnlySpan<(string Name, string Value)> arguments) =>
        Router.RunAsync(scope, new ChatCommand.Call(id, Arguments.Of(arguments)), cancellationToken);

    /// <summary>A list with a sentence on top; its pages say the same sentence again.</summary>
    private Task<TurnAnswer> ShowSentenceAsync(string sentence, IReadOnlyList<ListEntry> entries)
    {
        if (among is { } some)
        {
            entries = [.. entries.Where(some.Fits)];
            sentence = Joined(sentence, Localizer.Say(SpokenTexts.AmongThem, some.Words, entries.Count));
        }

        if (refined is { ByPlace: true } && entries.Count > 0)
        {
            sentence = Joined(sentence, ByPlaces(entries));
        }

        return entries.Count == 0
            ? OfferAsync(sentence, "matter.mine", "matter.register")
            : isFile && entries.Count <= ListedOnly.Most
            ? new Export.ExportHandler(scope).OfListAsync(sentence, entries, default)
            : matters.ShowSentenceAsync(sentence, entries, view, SpokenFeature.Again(askedBefore?.Written ?? frame.Typed));
    }

    /// <summary>签收 behind the card of a matter that can be signed for.</summary>
    private async Task<bool> IsSpokenOfAsync(Act act, CancellationToken cancellationToken) =>
        await ShownForAsync(act, cancellationToken) is not null;

    /// <summary>The matter that was shown last, where the step is possible.</summary>
    private async Task<MatterTree?> ShownForAsync(Act act, CancellationToken cancellationToken) =>
        (await TalkedAsync(cancellationToken))?.Matter is { } matter
            && await matters.FindFamilyAsync(matter, cancellationToken) is { } shown
            && MatterRules.Possible(shown, Person, Localizer.Now).Contains(act)
            ? shown
            : null;

    private async Task<TurnAnswer?> GivenAsync(Answer answer, CancellationToken cancellationToken) => answer switch
    {
        // 先不催哈, 我不同意 但先放着, I wouldn't approve it yet: whatever step is spoken of, it is not wanted now.
        Answer.Offer when IsForLater(new(Answer.Offer, argument, 0)) => await NotNowAsync(cancellationToken),
        Answer.Offer or Answer.Bulk or Answer.Decide or Answer.ChangeDue when IsHeldBack(answer) => await NothingDoneAsync(cancellationToken),
        // 补贴台账要不要同意延期啊: whether to is asked.
        Answer.Offer or Answer.Decide when (argument != nameof(Act.RequestExtension) || frame.HasAny(Idea.Yes, Idea.Grant)) && Words.Any(frame.Text, "要不要", "该不该", "should i ", "should we ") && !Meanings.AsksTheBot(frame) =>
            await NothingDoneAsync(cancellationToken),
        Answer.NoRanking => await TellAsync(Localizer.Say(SpokenTexts.NoRanking)),
        Answer.Burden => Person.Has(Role.Office) ? await RunAsync("burden.show", cancellationToken) : null,
        Answer.Limits => await RunAsync("reminders.limits", cancellationToken),
        // 别一大早就发，改成十一点: what is denied is not the change.
        Answer.Speak or Answer.SetReminder when frame.Has(Idea.If) || (frame.Has(Idea.Not) && (frame.Denies || !frame.Has(Idea.Change))) =>
            await NotSetAsync(cancellationToken),
        Answer.Speak =>
            await Router.RunAsync(
                scope,
                Reminders.ReminderFeature.Speak(frame.Text.Contains("中文", StringComparison.Ordinal)
                    || frame.Text.Contains("汉语", StringComparison.Ordinal)
                    || frame.Text.Contains("chinese", StringComparison.Ordinal)
                    ? Language.Chinese
                    : Language.English),
                cancellationToken),
        Answer.WhyReminded => await WhyRemindedAsync(cancellationToken),
        Answer.SetReminder => await SetReminderAsync(cancellationToken),
        Answer.QuietHours => await QuietHoursAsync(cancellationToken),
        // 早上那个汇总几点发的
        Answer.Policy when argument != "off" && RuleWords.IsOfDigest(frame) && (frame.Has(Idea.When) || Words.Any(frame.Text, "what time", "when ")) =>
            await OfferAsync(Localizer.Say(RuleTexts.DigestIs, Digest(), Buttons.Word("reminders.settings")), "reminders.settings", "reminders.policy", "matter.mine"),
        // 晚上八点以后别推了行不: from when on, in the form.
        Answer.Policy when argument == "off" && frame.HasClock && SettingsLine.SideOf(frame.Text) is not null => await QuietHoursAsync(cancellationToken),
        Answer.Policy =>
            argument == "off"
                ? await OfferAsync(
                    Localizer.Say(SpokenTexts.CannotSwitchOff, Digest()),
                    "reminders.settings",
                    "reminders.policy")
                : await RunAsync("reminders.policy", cancellationToken),
        Answer.OneReminder => await OneReminderAsync(cancellationToken),
        Answer.Announce => await AnnounceAsync(),
        Answer.SettingsForm => await SettingsAsync(cancellationToken),
        // 还能缓几天不, behind a matter: of that one.
        Answer.Guide when argument == "extension" && Works && frame is { Numbers.Count: 0, Named.Count: 0, HasPlaces: false } && EndsAsking() && !frame.Has(Idea.How) && !Words.Any(frame.Text, "怎么", "咋", "如何", "how ")
            && await OneAsync(cancellationToken, textBehind: true) is { } later && await IsBeforeThemAsync(later, cancellationToken) => await MoreTimeAsync(later, null, cancellationToken),
        Answer.Guide => await GuideAsync(),
        Answer.Contact when frame is { HasPlaces: false, Numbers.Count: 0, Named.Count: 0 } && TalkWords.PointsThere(frame.Text) && await ContactOfTalkedAsync(cancellationToken) is { } there => there,
        Answer.Contact =>
            // 逾期的那个打电话找谁: of the matter that is pointed at.
            (IsOfNobody() || (frame.Numbers.Count == 1 && frame.Named.Count > 0 && !frame.HasPlaces) || (frame.Has(Idea.Counties) && !frame.HasPlaces))
                && await OneAsync(cancellationToken) is { } spokenOf
                ? await ResponsibleAsync(spokenOf)
                : await ContactAsync(),
        Answer.People => await PeopleAsync(),
        // 模板有没有, of who imports nothing: of what they write.
        Answer.Templates when !PeopleCards.MayManage(Person) && !Localizer.Directory.AssignableBy(Person).Any() =>
            await OneAsync(cancellationToken, textBehind: true) is { } written
                ? await matters.TellOfAsync(written, Localizer.Say(SpokenTexts.NoTemplate), OnlyPossible(Act.Ask, written))
                : await OfferAsync(Localizer.Say(SpokenTexts.NoTemplate), "matter.mine"),
        Answer.Templates => await RunAsync("import.form", cancellationToken),
        Answer.Export => await ExportAsync(cancellationToken),
        Answer.Document => await DocumentAsync(cancellationToken),
        Answer.Recurring => await new Recurring.RecurringHandler(scope).SayAsync(frame, cancellationToken),
        Answer.Absent => await AbsentAsync(cancellationToken),
        Answer.Back => await BackAsync(cancellationToken),
        Answer.Replace => await ReplaceAsync(cancellationToken),
        Answer.Handover when !Person.Has(Role.Office) && !Person.Has(Role.TeamLeader) && !frame.Has(Idea.Handover) => null,
        Answer.Recusal => await new Teams.TeamHandler(scope).RecusalAsync(frame.Typed, frame.Places, frame.Asks, cancellationToken),
        Answer.VisitStep => await VisitStepAsync(cancellationToken),
        Answer.VisitMoved => VisitRules.MayPlanAny(Person)
            ? await RunAsync("visits.changeLine", cancellationToken, ("what", $"{frame.Places[0].Name} {frame.Typed}"))
            : null,
        Answer.TeamVisits => IsOfATeam ? await TeamVisitsAsync() : null,
        Answer.Joins => await JoinsAsync(cancellationToken),
        Answer.Training => await TrainingAsync(cancellationToken),
        Answer.Team => await TeamAsync(cancellationToken),
        Answer.Evaluation => await EvaluationAsync(cancellationToken),
        Answer.Upgrade => await UpgradeAsync(cancellationToken),
        Answer.PlanFile => await PlanFileAsync(cancellationToken),
        Answer.Handover => await RunAsync(
            "handovers.show",
            cancellationToken,
            ("what", frame.Asks || frame.HasAny(Idea.Not, Idea.If) ? "" : frame.Typed)),
        Answer.AddPerson =>
            await RunAsync("people.addForm", cancellationToken, ("what", frame.Typed.Replace("联络员：", "联络员 ", StringComparison.Ordinal))),
        Answer.RemovePerson =>
            await RunAsync(
                "people.directory",
                cancellationToken,
                ("place", frame.Places is [var place, ..] ? place.Code.Value : "")),
        Answer.Decline => await DeclineAsync(cancellationToken),
        Answer.UndoLast => await UndoLastAsync(cancellationToken),
        Answer.Ask => await AskAsync(cancellationToken),
        Answer.Reply => await ReplyAsync(cancellationToken),
        // 消防通道方案交上来了？我看看, of whoever does not work on it: whether it was.
        Answer.Offer when frame.Asks && !Works && Acts.RightFor(Enum.Parse<Act>(argument)) == Right.Work && argument != nameof(Act.RequestExtension)
            && await ShownAsync(tree => FactAsync(tree, Enum.Parse<Act>(argument), cancellationToken), cancellationToken) is { } whether => whether,
        Answer.Fact when argument == "RequestExtension" && await AskedForTimeAsync(cancellationToken) is { } asked =>
            await matters.ShowMatterAsync(asked, await FactAsync(asked, Act.RequestExtension, cancellationToken), Card.Default),
        Answer.Fact when argument is nameof(Act.Answer) or nameof(Act.Ask) && await AskedAboutAsync(cancellationToken) is { } talked =>
            await matters.ShowMatterAsync(talked, await FactAsync(talked, Enum.Parse<Act>(argument), cancellationToken), Card.Default),
        // 领导回我租户那个问题没: of one's own question, whatever it is called.
        Answer.Fact when argument is nameof(Act.Answer) && Works && frame.Numbers.Count == 0 && Words.Any(frame.Text, "我", " me ", " my ", " me?") && await AskedOfAsync(cancellationToken) is not null => await WhetherAnsweredAsync(cancellationToken),
        Answer.Fact =>
            await ShownAsync(tree => FactAsync(tree, Enum.Parse<Act>(argument), cancellationToken), cancellationToken),
        Answer.History =>
            await OneAsync(cancellationToken) is { } one
                ? await matters.HistoryAsync(one.Matter.Number, 0, cancellationToken)
                : null,
        Answer.Delivered => await ShownAsync(tree => DeliveredAsync(tree, cancellationToken), cancellationToken),
        Answer.Delivery => Person.Has(Role.Office) ? await RunAsync("delivery.show", cancellationToken) : null,
        Answer.Turn => await ShownAsync(TurnOf, cancellationToken, textBehind: true),
        Answer.WhatIf => await WhatIfAsync(cancellationToken),
        Answer.Again => await ShownAsync(tree => AgainOfAsync(tree, cancellationToken), cancellationToken, textBehind: true),
        Answer.Compare => await CompareAsync(cancellationToken),
        Answer.Due => await ShownAsync(tree => DueOfAsync(tree, cancellationToken), cancellationToken),
        Answer.Overdue => await ShownAsync(OverdueOf, cancellationToken),
        Answer.Progress => await ShownAsync(tree => ProgressOfAsync(tree, cancellationToken), cancellationToken, textBehind: argument == "mine"),
        Answer.PassedTo => await PassedToAsync(cancellationToken),
        Answer.Part => await PartAsync(cancellationToken),
        Answer.Target => argument == "result"
            ? await ShownAsync(tree => ResultOrProgressAsync(tree, cancellationToken), cancellationToken)
            : await ShownAsync(TargetOf, cancellationToken),
        Answer.Attachments =>
            await ShownAsync(
                EvidenceOf,
                cancellationToken,
                // 水样检测报告传了没: what is asked for is of no title.
                textBehind: true),
        Answer.PressIt => await OfferAsync(Localizer.Say(SpokenTexts.PressIt), "matter.mine"),
        Answer.ReportedOn => await ReportedOnAsync(cancellationToken),
        Answer.LastDone => await LastDoneAsync(cancellationToken),
        Answer.Sets when argument == "form" => await RunAsync("sets.form", cancellationToken, ("what", frame.Places is [var found, ..] ? found.Name : "")),
        Answer.Sets when argument == "report" => (await SetsAsync(cancellationToken)).With(Localizer.Say(SpokenTexts.ReportIsWritten)),
        Answer.Sets => await SetsAsync(cancellationToken),
        Answer.SetOwed => await SetOwedAsync(cancellationToken),
        Answer.SelfChecks => await RunAsync(
            "selfchecks.unanswered",
            cancellationToken,
            ("places", frame.Places is [var asked] ? asked.Code.Value : ""),
            ("campaign", argument)),
        Answer.Campaigns => await RunAsync("campaigns.list", cancellationToken),
        Answer.Coverage => await OfYearAsync(
            frame.HasAny(Idea.Export, Idea.Excel) ? "coverage.file" : "coverage.show",
            cancellationToken),
        Answer.VisitsThere => await VisitsAsync(cancellationToken),
        Answer.VisitNotDone => (await VisitsAsync(cancellationToken)).With(
            Localizer.Say(SpokenTexts.NothingDone, Localizer.Clip(frame.Typed.ReplaceLineEndings(" "), MostShown))),
        Answer.VisitOff => VisitRules.MayPlanAny(Person)
            ? await RunAsync("visits.cancelLine", cancellationToken, ("what", YearWords.CalledOff(frame.Places[0].Name, frame.Typed)))
            : null,
        Answer.Resides => VisitRules.MayPlanAny(Person)
            ? await RunAsync(
                "visits.residency",
                cancellationToken,
                ("what", YearWords.Residency(frame.Places[0].Name, frame.Typed)))
            : null,
        Answer.Disclosure => await RunAsync(
            "disclosure.say",
            cancellationToken,
            ("said", frame.Places is [var disclosed, ..] ? disclosed.Code.Value : "")),
        Answer.YearPlan => PlanService.MaySeeAny(Person)
            ? await OfYearAsync("plan.open", cancellationToken)
            : await VisitsAsync(cancellationToken),
        Answer.Responsible => await ResponsibleAsync(cancellationToken),
        Answer.OneByOne => await OneByOneAsync(cancellationToken),
        Answer.PhoneOf => await PhoneOfAsync(cancellationToken),
        Answer.Bulk => await BulkAsync(Enum.Parse<Act>(argument), cancellationToken),
        Answer.Decide =>
            await ApprovalOfVisitAsync() ?? await DecideAsync(argument == "Yes", cancellationToken),
        Answer.Lacking => await LackingAsync(cancellationToken),
        Answer.Silent => await SilentAsync(cancellationToken),
        Answer.Offer => await OfferStepAsync(Enum.Parse<Act>(argument), cancellationToken),
        Answer.ChangeDue => await ChangeDueAsync(cancellationToken),
        Answer.Assign => await AssignAsync(cancellationToken),
        Answer.Open =>
            argument == "standing"
                ? frame.Numbers.Count == 0 ? null : await ShownAsync(tree => ProgressOfAsync(tree, cancellationToken), cancellationToken)
            : frame.Words.Count == 0 && await OneAsync(cancellationToken) is { } open
                ? await matters.ShowMatterAsync(open)
                : null,
        Answer.List => await ListAsync(cancellationToken),
        Answer.ByPlace => await ByPlaceAsync(cancellationToken),
        Answer.Register => await RunAsync("matter.register", cancellationToken, ("place", "")),
        Answer.Taken => await TakenAsync(Enum.Parse<Act>(argument), cancellationToken),
        Answer.Counts => await CountsAsync(cancellationToken),
        Answer.Nearest => await NearestAsync(cancellationToken),
        Answer.ToDecide => await ToDecideAsync(cancellationToken),
        Answer.Titles => await TitlesAsync(cancellationToken),
        Answer.NothingDone => await NothingDoneAsync(cancellationToken),
        Answer.Holidays => await RunAsync("calendar.show", cancellationToken),
        Answer.Calendar => await RunAsync("feed.about", cancellationToken),
        Answer.VisitWhen =>
            await new Visits.VisitHandler(scope).WhenAsync([.. frame.Places.Select(p => p.Code)], DaysOfTheYear()),
        Answer.WhoAmI => await RunAsync("people.whoAmI", cancellationToken),
        Answer.Help => await RunAsync("help.show", cancellationToken),
        Answer.Today =>
            await TellAsync(Localizer.Say(
                SpokenTexts.TodayIs,
                Localizer.DayOfWeek(Localizer.Today, Localizer.Today.Year),
                Localizer.Say(Localizer.Calendar.IsWorkingDay(Localizer.Today)
                    ? SpokenTexts.WorkingDay
                    : SpokenTexts.DayOff))),
        Answer.Noted => await RunAsync("matter.received", cancellationToken),
        Answer.Farewell => await TellAsync(Localizer.Say(SpokenTexts.Farewell)),
        Answer.Everyday => await EverydayAsync(cancellationToken),
        Answer.Amend => null,
        Answer.PutRight => await PutRightAsync(cancellationToken),
    };

    /// <summary>The text of any other step may have a condition of its own.</summary>
    private static bool IsHeldByConditions(Act act) =>
        act is Act.Urge or Act.Sign or Act.Close or Act.Withdraw or Act.Docket or Act.PutOnLedger or Act.PassOn or Act.Refer or Act.Reopen or Act.GrantExtension;

    private bool IsHeldBack(Answer answer)
    {
        if (frame.Numbers.Count > 1 || (answer == Answer.Offer && argument is "ReportProgress" or "RequestExtension" or "HandIn"))
        {
            return false;
        }

        if (frame.Has(Idea.If) && (answer == Answer.Decide || (answer is Answer.Offer or Answer.Bulk && IsHeldByConditions(Enum.Parse<Act>(argument)))))
        {
            return true;
        }

        // 不同意 … 但先放着.
        if (answer == Answer.Decide && Words.Any(frame.Text, "先放着", "先放放", "先放一放", "放一放", "先不", "先别", "再说吧", "再想想", "hold off", "hold on", "not yet"))
        {
            return true;
        }

        var step = answer == Answer.Decide
            ? frame.Said.Find(said => said.Idea is Idea.Yes or Idea.Grant or Idea.Close)
            : frame.Step ?? default;
        return step.End > 0
            && frame.Said.Exists(said => said.Idea is Idea.Later or Idea.Not
                && said.End <= step.Start
                && step.Start - said.End <= (char.IsAsciiLetter(frame.Text[said.Start]) ? 1 : 0)
                // 暂不, 先不, don't: right before the step.
                && (char.IsAsciiLetter(frame.Text[said.Start]) || frame.Text[said.Start] is '先' or '暂'));
    }

    /// <summary>批准 正定县: a place alone, where a visit waits for its approval.</summary>
    private async Task<TurnAnswer?> ApprovalOfVisitAsync() =>
        argument == "Yes"
            && frame.Places is [var place]
            && frame is { Numbers.Count: 0, Words.Count: 0, Asks: false, Hesitates: false }
            && (frame.Text.StartsWith("批准", StringComparison.Ordinal) || frame.Text.StartsWith("approve", StringComparison.Ordinal))
                ? await new Visits.VisitHandler(scope).ApprovalOfAsync(place.Code)
                : null;

    /// <summary>
    /// 小散乱污那个, 财务公开的: words that point at one title are as good as its number; so is a long piece of it.
    /// </summary>
    private async Task NameAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0
            || frame.Bare is not null
            || frame.HasAny(Idea.Which, Idea.These)
            // 每月让正定报一次雨污分流进度: what is reported again and again is no matter of today.
            || (frame.Has(Idea.Recurring) && frame.HasPlaces)
            || Meanings.OrdersReport(frame)
            || SetWords.AsksWhoOwes(frame, isReport: false)
            || SetWords.AsksWhoOwes(frame, isReport: true))
        {
            return;
        }

        // 退回去整改的那些: which they are, and not what one of them is called.
        if (frame.WordsBefore == 0 && frame.Step is not null && frame.Text.Contains("的那些", StringComparison.Ordinal))
        {
            return;
        }

        if (await NameSeveralAsync(cancellationToken))
        {
            return;
        }

        await NameRegisterAsync(cancellationToken);
        await NameByStreetAsync(cancellationToken);
        if (frame.Numbers.Count == 0)
        {
            await NameByStateAsync(cancellationToken);
        }

        if (frame.Numbers.Count == 0)
        {
            await NameFindingAsync(cancellationToken);
        }

        if (frame.Numbers.Count == 0)
        {
            await NameByPlaceAsync(cancellationToken);
        }

        if (frame.Numbers.Count > 0)
        {
            return;
        }

        if (await NameTogetherAsync(cancellationToken))
        {
            return;
        }

        List<string> words = [.. frame.Named.Select(named => Folding.Letters(named.Word)).Where(TitleWords.MayBe)];
        if (words.Count > 0 && OneOf(Standing(await TitledAsync(words, cancellationToken))) is { } one)
        {
            // 垃圾那个我找环卫的人: what else stands before 的 is of no title.
            var parts = frame.Named.FindAll(part => TitleWords.Score([Folding.Letters(part.Word)], one.Title) > 0);
            Name(one, parts.Count > 0 ? parts : frame.Named);
        }
        // 长安区12月5日前上报整改方案: a place and a day assign.
        else if ((frame.Asks || !frame.HasPlaces || frame.Days is null) && Pieces() is { Count: > 0 } pieces)
        {
            var entries = await AllAsync(cancellationToken);
            foreach (var (word, start) in pieces)
            {
                var begun = entries.Select(e => (Entry: e, Length: TitleWords.Beginning(word, e.Title))).ToList();
                var length = begun.Select(e => e.Length).DefaultIfEmpty().Max();
                if (length >= TitleWords.Telling
                    && OneOf(Whole([.. begun.Where(e => e.Length == length).Select(e => e.Entry)])) is { } told)
                {
                    frame.Named.Clear();
                    Name(told, [(word, start, start + length)]);
                    return;
                }
            }
        }

        await NameBySoundAsync(cancellationToken);
    }

    /// <summary>
    /// 账款为啥拖到现在, sme payments late: the letters that a sentence begins with, or the English words of it, are of one
    /// title alone. True when that names a matter.
    /// </summary>
    private async Task<bool> NameBroadlyAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0
            || frame.Bare is not null
            || frame.Pointing is not (Pointing.Nothing or Pointing.This)
            || frame.Words.Count == 0
            || frame.HasAny(Idea.Assign, Idea.Recurring, Idea.Each, Idea.Export, Idea.Rank)
            // have Zhengding report the land list by Dec 10: a place and a day assign.
            || (frame.HasPlaces && frame.Days is not null && !frame.Mark && !frame.HasAny(Idea.Who, Idea.When, Idea.Why, Idea.HowMany, Idea.HowGoes, Idea.YesNo))
            || Words.Any(frame.Text, "我们组", "咱们组", "本组", "我组", "咱组"))
        {
            return false;
        }

        // nudge zhengding about the slush fund: of those there, and of no others.
        IReadOnlyList<ListEntry> entries = frame.Places.Count > 0 && frame.HasAny(Idea.Urge, Idea.Reminder)
            ? [.. (await AllAsync(cancellationToken)).Where(e => InPlace(frame, e))]
            : await AllAsync(cancellationToken);
        List<(string Word, int Start, int End)> english =
            [.. frame.Words.Zip(frame.WordsAt, (word, at) => (word, at.Start, at.End)).Where(w => TitleGlossary.Of(w.word) is not null && (frame.Asks || LeadsInto(w.Start))
                // it's market regulation's job: said of what was shown.
                // push it to the 18th, the auditors come then: so is this.
                && !(frame.Pointing == Pointing.This && !frame.Asks && Words.Any(frame.Text[..w.Start], " it ", " it, "))
                && !(frame.Pointing == Pointing.This && Words.Before(frame.Text, w.Start, "it's ", "its ", "it is ", "that's ", "that is ", "this is ") >= 0))];
        if (english.Count > 0)
        {
            var found = entries.Select(e => (Entry: e, Count: english.Count(w => TitleGlossary.Of(w.Word)!.Any(e.Title.Contains)))).ToList();
            // Who has no matter names none by their titles.
            var most = found.Select(e => e.Count).DefaultIfEmpty().Max();
            return most > 0 && NamesOne([.. found.Where(e => e.Count == most).Select(e => e.Entry)], english);
        }

        var (first, (start, end)) = (frame.Words[0], frame.WordsAt[0]);
        if (frame.Pointing != Pointing.Nothing
            || frame.Said.Exists(said => said.Start < start && said.Idea is not (Idea.Filler or Idea.Please or Idea.Show or Idea.Print))
            || first.Length != end - start)
        {
            return false;
        }

        for (var length = first.Length; length >= LeastBeginning && !General.Contains(first[..length]); length--)
        {
            var titled = entries.Where(e => Folding.Letters(e.Title).Contains(first[..length], StringComparison.Ordinal)).ToList();
            if (titled.Count > 0)
            {
                return NamesOne(titled, [(first, start, start + length)]);
            }
        }

        return false;

        bool NamesOne(List<ListEntry> titled, List<(string Word, int Start, int End)> by)
        {
            if ((OneOf(Whole(titled)) ?? OneOf(Whole(titled.FindAll(e => e.IsOpen)))) is not { } one)
            {
                return false;
            }

            Name(one, by);
            return true;
        }
    }

    /// <summary>river trash is done, 9 of 12 on the illegal buildings: what a report begins with, or what stands behind the.</summary>
    private bool LeadsInto(int start) =>
        Array.Exists(BeforeTitle, word => frame.Text.AsSpan(0, start).EndsWith(word, StringComparison.Ordinal))
            || frame.Text.AsSpan(0, start).Count(' ') <= MostBeforeTitle
            || frame.Words.Zip(frame.WordsAt).Any(word => word.Second.End == start - 1 && TitleGlossary.Of(word.First) is not null);

    private static readonly string[] BeforeTitle = ["the ", "for ", "on ", "of ", "about ", "regarding ", "with ", "old ", "small ", "finish ", "complete ", "do "];

    private const int MostBeforeTitle = 2;

    /// <summary>In titles of any kind: they name none.</summary>
    private static readonly HashSet<string> General =
        ["整改", "方案", "情况", "台账", "项目", "问题", "工作", "检查", "报送", "上报", "核查", "清理", "管理", "专项", "农村", "企业", "资金", "全市", "结果", "报告", "材料", "事项", "季度", "领导", "干部", "集体"];

    /// <summary>补贴台账为什么要延期: a word with 台账 or 情况 right behind it, which stand so in one title.</summary>
    private async Task<bool> NameTogetherAsync(CancellationToken cancellationToken)
    {
        if (!frame.HasAny(Idea.Register, Idea.Statistics) || frame.HasAny(Idea.Export, Idea.Excel, Idea.Each))
        {
            return false;
        }

        foreach (var (word, (start, end)) in frame.Words.Zip(frame.WordsAt))
        {
            if (frame.Said.Find(s => s.Start == end && s.Idea is Idea.Register or Idea.Statistics) is not (_, _, > 0) joined
                || word.Length != end - start)
            {
                continue;
            }

            var together = Folding.Letters(frame.Text[start..joined.End]);
            if (together.Length >= TitleWords.Telling
                && OneOf([.. (await AllAsync(cancellationToken)).Where(e => Folding.Letters(e.Title).Contains(together, StringComparison.Ordinal))]) is { } one)
            {
                Name(one, [(word, start, end)]);
                frame.Forget(joined.Idea);
                return true;
            }
        }

        return false;
    }

    /// <summary>信访那个督查室受理了没: of several with such a title, the only one that stands as the sentence says.</summary>
    private IReadOnlyList<ListEntry> Standing(IReadOnlyList<ListEntry> found)
    {
        var today = Localizer.Today;
        if (found.Count > 1)
        {
            foreach (var (idea, _, _) in frame.Said)
            {
                if (Standings.TryGetValue(idea, out var stands) && found.Where(e => stands(e, today)).ToList() is [var one])
                {
                    return [one];
                }
            }
        }

        return found;
    }

    /// <summary>立项那件进展, 逾期那个谁在办: how it stands names the only one that stands so.</summary>
    private async Task NameByStateAsync(CancellationToken cancellationToken)
    {
        foreach (var (idea, start, end) in frame.Said)
        {
            var from = Words.Past(frame.Text, end, "的", "了的");
            if (!Standings.TryGetValue(idea, out var stands) || Words.After(frame.Text, from, Those) < 0)
            {
                continue;
            }

            var today = Localizer.Today;
            List<ListEntry> those = [.. (await MineAsync(cancellationToken)).Where(e => stands(e, today) && InPlace(frame, e))];
            // 未签的那一件, behind the parts or the list that was shown: of those.
            if (those.Count > 1 && await ShownAmongAsync(those, cancellationToken) is { } shown)
            {
                frame.Numbers = [shown];
                var behind = Words.Past(frame.Text, from, Those);
                frame.Named.Add((frame.Text[start..behind], start, behind));
                frame.Forget(Idea.Matter);
                frame.Forget(idea);
                return;
            }

            // 转办那件: the whole, and not its parts.
            if (Whole(those) is not [var one])
            {
                continue;
            }

            frame.Numbers = [one.Number];
            var past = Words.Past(frame.Text, from, Those);
            frame.Named.Add((frame.Text[start..past], start, past));
            frame.Forget(Idea.Matter);
            // 要延期那个什么理由, 要延期的那件，延就延吧: of the same step.
            if (!frame.HasAny(Idea.Reason, Idea.Why) && frame.Said.Count(said => said.Idea == idea) == 1)
            {
                frame.Forget(idea);
            }

            return;
        }
    }

    /// <summary>The only one of them that was shown last: a part of the matter, or in the list; null for none or several.</summary>
    private async Task<MatterNumber?> ShownAmongAsync(List<ListEntry> those, CancellationToken cancellationToken)
    {
        var talked = await TalkedAsync(cancellationToken);
        HashSet<MatterNumber> shown = talked is { IsAskedLast: false, Matter: { } matter }
            && await matters.FindFamilyAsync(matter, cancellationToken) is { Children.Count: > 0 } tree
                ? [.. tree.Children.Select(child => child.Number)]
                : [.. talked?.Listed ?? []];
        return those.FindAll(e => shown.Contains(e.Number)) is [var one] ? one.Number : null;
    }

    /// <summary>唐山那件逾期几天了, 桥西那份谁收的: the part there of what was shown, or the only one of that place.</summary>
    private async Task NameByPlaceAsync(CancellationToken cancellationToken)
    {
        if (frame.Places is not [var place] || frame.Pointing != Pointing.Nothing || frame.Step is not null)
        {
            return;
        }

        var (start, past) = PointedAt(place.Name);
        // 路南那个违建: its title says which.
        if (past < 0 || frame.Words.Exists(word => word.Length > 1) || frame.WordsAt.Exists(word => word.Start < past))
        {
            return;
        }

        MatterNumber? number = (await TalkedAsync(cancellationToken))?.Matter is { } shown
            && await matters.FindFamilyAsync(shown, cancellationToken) is { } tree
            && tree.Children.FirstOrDefault(child => child.Area == place.Code) is { } part
                ? part.Number
                : Whole([.. (await MineAsync(cancellationToken)).Where(e => InPlace(frame, e))]) is [var only] ? only.Number : null;
        if (number is { } one)
        {
            frame.Numbers = [one];
            frame.Named.Add((frame.Text[start..past], start, past));
            frame.Forget(Idea.Matter);
        }
    }

    /// <summary>唐山那件, 审计厅那个: where a place begins that is pointed behind, and where that ends; -1 for none.</summary>
    private (int Start, int Past) PointedAt(string name)
    {
        foreach (var called in new[] { name, name[..^1], name.TrimStart('省') })
        {
            var start = called.Length < 2 ? -1 : frame.Text.IndexOf(called, StringComparison.Ordinal);
            if (start >= 0
                && Words.After(frame.Text, Words.Past(frame.Text, start + called.Length, "的"), "那一件", "那件", "那个", "那项", "那份", "那条") is > 0 and var past)
            {
                return (start, past);
            }
        }

        return (-1, -1);
    }

    /// <summary>第2个问题谁负责, 反馈意见第三条: a finding by its place in the one set that the person sees.</summary>
    private async Task NameFindingAsync(CancellationToken cancellationToken)
    {
        if (SetWords.FindingIn(frame.Text) is not var (index, begin, end))
        {
            return;
        }

        if ((await AllAsync(cancellationToken)).Where(e => e.FindingIndex == index && InPlace(frame, e)).ToList() is [var one])
        {
            frame.Numbers = [one.Number];
            (frame.Pointing, frame.Ordinal) = (Pointing.Nothing, 0);
            frame.Named.Add((frame.Text[begin..end], begin, end));
        }
    }

    /// <summary>老旧小区和沙场两件一起催: several matters, each by words of its title alone, joined by 和. True when that names them.</summary>
    private async Task<bool> NameSeveralAsync(CancellationToken cancellationToken)
    {
        if (frame.Asks || frame.Step is null && !frame.Has(Idea.Reminder) || !Words.Any(frame.Text, "两件", "俩", "两个", "两项", "三件", "三个", "都", "一起", "一并", "分别")
            || frame.Text.AsSpan().IndexOfAny(BetweenTitles) < 0)
        {
            return false;
        }

        var open = Whole([.. (await MineAsync(cancellationToken)).Where(e => e.IsOpen && !e.Number.IsChild)]).Select(entry => (entry.Number, Pairs: FormWords.PairsOf(entry.Title))).ToList();
        List<(MatterNumber Number, int Start, int End)> found = [];
        for (var at = 0; at + 1 < frame.Text.Length; at++)
        {
            var pair = frame.Text.Substring(at, 2);
            if (open.FindAll(one => one.Pairs.Contains(pair)) is [var only] && !General.Contains(pair))
            {
                found = found is [.., var last] && last.Number == only.Number ? [.. found.SkipLast(1), last with { End = at + 2 }] : [.. found, (only.Number, at, at + 2)];
            }
        }

        if (found.Count < 2 || found.DistinctBy(one => one.Number).Count() != found.Count
            || !found.Zip(found.Skip(1)).All(two => frame.Text.AsSpan(two.First.End, two.Second.Start - two.First.End).IndexOfAny(BetweenTitles) >= 0))
        {
            return false;
        }

        frame.Numbers = [.. found.Select(one => one.Number)];
        frame.Named.AddRange(found.Select(one => (frame.Text[one.Start..one.End], one.Start, one.End)));
        frame.Forget(Idea.Matter);
        return true;
    }

    private static readonly System.Buffers.SearchValues<char> BetweenTitles = System.Buffers.SearchValues.Create("和跟与、及");

    /// <summary>who gave us the Yuhua road job: a street that is called like a place stands in the title of one matter.</summary>
    private async Task NameByStreetAsync(CancellationToken cancellationToken)
    {
        if (frame.Numbers.Count > 0 || frame.Places.Count == 0 || !Words.Any(frame.Text, " road", " street", " avenue", " bridge"))
        {
            return;
        }

        var all = await AllAsync(cancellationToken);
        foreach (var place in frame.Places.ToList())
        {
            if (Whole([.. all.Where(e => Array.Exists(Streets, street => e.Title.Contains(place.Name[..^1] + street, StringComparison.Ordinal)))]) is [var one])
            {
                frame.Places.Remove(place);
                frame.Numbers = [one.Number];
                return;
            }
        }
    }

    private static readonly string[] Streets = ["路", "街", "大街", "大道", "桥"];

    private static readonly string[] Those = ["那一件", "那件", "那个", "那项", "那一项", "那条"];

    private static readonly Dictionary<Idea, Func<ListEntry, NodaTime.LocalDate, bool>> Standings = new()
    {
        [Idea.Unsigned] = (e, _) => e.State == MatterState.Assigned,
        [Idea.Overdue] = (e, today) => e.IsOverdue(today),
        [Idea.Urgent] = (e, _) => e.Urgency == Urgency.Urgent,
        [Idea.InReview] = (e, _) => e.State == MatterState.HandedIn,
        [Idea.HandIn] = (e, _) => e.State == MatterState.HandedIn,
        [Idea.Extend] = (e, _) => e.ExtensionAsked,
        [Idea.PutOnLedger] = (e, _) => e.Supervision == Supervision.Ledger,
        [Idea.Docket] = (e, _) => e.Supervision >= Supervision.DocketAsked,
        [Idea.Supervision] = (e, _) => e.Supervision >= Supervision.DocketAsked,
        [Idea.Refer] = (e, _) => e.Holder != e.Area,
        [Idea.PassOn] = (e, _) => e.Children > 0,
        [Idea.PassedOn] = (e, _) => e.Children > 0,
        [Idea.Decline] = (e, _) => e.Declined,
    };

    /// <summary>台账弄完了: of whoever has one matter with that word in its title.</summary>
    private async Task NameRegisterAsync(CancellationToken cancellationToken)
    {
        if (!frame.Has(Idea.Register)
            || frame.HasPlaces
            || frame.Named.Count > 0
            || frame.HasAny(Idea.Export, Idea.Excel, Idea.Show, Idea.Each, Idea.Import, Idea.Template, Idea.Print))
        {
            return;
        }

        var (_, start, end) = frame.Said.First(said => said.Idea == Idea.Register);
        var word = frame.Text[start..end];
        var held = (await MineAsync(cancellationToken))
            .Where(e => Permissions.May(Person, Right.Work, e.Subject) && e.Title.Contains(word, StringComparison.OrdinalIgnoreCase))
            .ToList();
        if (held is not [var own])
        {
            return;
        }

        frame.Forget(Idea.Register);
        frame.Words.Insert(0, word);
        frame.WordsAt.Insert(0, (start, end));
        frame.WordsBefore++;
        Name(own, [(word, start, end)]);
    }

    /// <summary>All that the person may see; read once in a turn, however often it is looked into.</summary>
    private Task<IReadOnlyList<ListEntry>> AllAsync(CancellationToken cancellationToken) =>
        scope.Once("all", "", async () =>
            (IReadOnlyList<ListEntry>)[.. await MineAsync(cancellationToken), .. await Services.Lists.EndedAsync(Person, cancellationToken)]);

    /// <summary>What is open of it, as 我的事项 has it; read once in a turn.</summary>
    private Task<IReadOnlyList<ListEntry>> MineAsync(CancellationToken cancellationToken) =>
        scope.Once("open", "", () => Services.Lists.MineAsync(Person, cancellationToken));

    /// <summary>Words before the step that are long enough to tell a title.</summary>
    private List<(string Word, int Start)> Pieces() =>
        [.. frame.Words.Zip(frame.WordsAt)
            .Take(frame.WordsBefore)
            .Where(w => w.First.Length >= TitleWords.Telling && w.Second.End - w.Second.Start == w.First.Length)
            .Select(w => (w.First, w.Second.Start))];

    private void Name(ListEntry one, IReadOnlyList<(string Word, int Start, int End)> by)
    {
        frame.Numbers = [one.Number];
        frame.Pointing = Pointing.Nothing;
        foreach (var part in by.ToList())
        {
            var named = WholeOfTitle(one.Title, part);
            frame.Named.Remove(part);
            var begun = named with { Item2 = BeginningInTitle(one.Title, named.Start, named.End) };
            if (!frame.Named.Contains(begun))
            {
                frame.Named.Add(begun);
            }

            ForgetOfTitle(one.Title, named);
            var at = frame.Words.IndexOf(named.Word);
            frame.WordsBefore -= at < frame.WordsBefore ? 1 : 0;
            frame.Words.RemoveAt(at);
            frame.WordsAt.RemoveAt(at);
            // What stands behind the piece of the title is text.
            if (named.End - named.Start < named.Word.Length && named.Start + named.Word.Length > named.End)
            {
                frame.Words.Add(named.Word[(named.End - named.Start)..]);
                frame.WordsAt.Add((named.End, named.Start + named.Word.Length));
            }
        }
    }

    /// <summary>固废台账转给裕华区: 台账 goes on with the title, and asks for no ledger.</summary>
    private (string Word, int Start, int End) WholeOfTitle(string title, (string Word, int Start, int End) named)
    {
        var letters = Folding.Letters(title);
        if (named.Word.Length == 0 || named.Word[0] < '一' || named.End - named.Start != named.Word.Length)
        {
            return named;
        }

        foreach (var (idea, start, end) in frame.Said.FindAll(said => said.Start == named.End && said.End - said.Start > 1 && said.Idea is Idea.Register or Idea.Statistics or Idea.Attachment or Idea.Result or Idea.Rectified))
        {
            if (letters.Contains(Folding.Letters(frame.Text[named.Start..end]), StringComparison.Ordinal))
            {
                frame.Said.Remove((idea, start, end));
                if (!frame.Said.Exists(said => said.Idea == idea))
                {
                    frame.Forget(idea);
                }

                return (named.Word, named.Start, end);
            }
        }

        return named;
    }

    /// <summary>县医院那个: 县 is of the title, too.</summary>
    private int BeginningInTitle(string title, int start, int end)
    {
        var letters = Folding.Letters(title);
        while (start > 0
            && frame.Text[start - 1] >= '一'
            && letters.Contains(Folding.Letters(frame.Text[(start - 1)..Math.Min(end, start + 2)]), StringComparison.Ordinal))
        {
            start--;
        }

        return start;
    }

    /// <summary>督查情况那个报完了: 情况 is of the title, and asks for no figures.</summary>
    private void ForgetOfTitle(string title, (string Word, int Start, int End) named)
    {
        var letters = Folding.Letters(title);
        var said = frame.Said.Where(s => s.Idea == Idea.Statistics).ToList();
        if (said.Count > 0
            && said.TrueForAll(s => s.Start >= named.Start
                && s.Start <= named.End
                && letters.Contains(Folding.Letters(frame.Text[named.Start..s.End]), StringComparison.Ordinal)))
        {
            frame.Forget(Idea.Statistics);
        }
    }

    private ListEntry? OneOf(IReadOnlyList<ListEntry> found)
    {
        List<ListEntry> there = [.. found.Where(e => InPlace(frame, e))];
        return there is [var one] ? one : found is [var only] ? only : null;
    }

    /// <summary>
    /// The one matter that the sentence speaks of, as far as the person may see it; null when it is not clear which.
    /// </summary>
    /// <param name="textBehind">Whether words that are of no title may be the text of a step: then the matter that was
    /// shown is meant.</param>
    private async Task<MatterTree?> OneAsync(CancellationToken cancellationToken, bool textBehind = false)
    {
        if (frame.Numbers is [var number, ..])
        {
            return await matters.FindFamilyAsync(number, cancellationToken);
        }

        if (frame.Bare is { } bare)
        {
            return await matters.FindInOwnCityAsync(bare, cancellationToken);
        }

        // What stands before the step names the matter; what stands behind it may be the text of the step.
        var named = frame.Pointing == Pointing.Nothing && frame.Words.Count > 0;
        if (named && !(textBehind && (frame.WordsBefore == 0 || await IsOfWhatIsSpokenOfAsync(cancellationToken))) && await ByTitleAsync(cancellationToken) is [var first])
        {
            return await matters.FindFamilyAsync(first.Number, cancellationToken);
        }

        if (named && !textBehind)
        {
            return null;
        }

        if (named
            && (frame.Step is null || frame.Step is (Idea.Extend or Idea.Finished, var asked, _) && frame.WordsAt[0].End <= asked)
            && await OwnBeginningAsync(cancellationToken) is { } own)
        {
            return await matters.FindFamilyAsync(own.Number, cancellationToken);
        }

        var talked = await TalkedAsync(cancellationToken);
        // 路南这件: the only one there.
        if (frame.Pointing == Pointing.This
            && frame.Places.Count > 0
            && (await MineAsync(cancellationToken)).Where(e => InPlace(frame, e)).ToList() is [var sole])
        {
            return await matters.FindFamilyAsync(sole.Number, cancellationToken);
        }

        var lines = ListLines.Of(talked?.Listed ?? [], Person);
        // 那个今天交不了, behind 最急的是哪件: the first of those that were named.
        if (frame.Pointing is Pointing.This or Pointing.Nothing && talked is { IsAskedLast: true, Asked: var which } && lines.Count is > 1 and <= MostOfOne && Words.Any(which, WhichOne))
        {
            return await matters.FindFamilyAsync(lines[0], cancellationToken);
        }

        var meant = frame.Pointing switch
        {
            Pointing.Ordinal => lines.ElementAtOrDefault(frame.Ordinal - 1),
            Pointing.Last => lines is [.., var end] ? end : null,
            Pointing.Before => talked?.Before,
            Pointing.This or Pointing.Nothing => talked?.Matter
                ?? (lines is [var single] ? single
                    // 这个, behind a list that has the one spoken of before.
                    : frame.Pointing == Pointing.This && talked?.Before is { } spokenOf && lines.Contains(spokenOf) ? spokenOf
                    : null),
        };
        if (meant is { Sequence: > 0 } spoken)
        {
            return await matters.FindFamilyAsync(spoken, cancellationToken);
        }

        return named && await ByTitleAsync(cancellationToken) is [var titled]
            ? await matters.FindFamilyAsync(titled.Number, cancellationToken)
            : null;
    }

    /// <summary>Named where one is asked for: more are a list.</summary>
    private const int MostOfOne = 3;

    /// <summary>卡在区里资金没到位, behind a matter: a short word within what is told names no other one by itself.</summary>
    private async Task<bool> IsOfWhatIsSpokenOfAsync(CancellationToken cancellationToken) =>
        frame.Named.Count == 0
            && frame.Words[0].Length <= LeastBeginning
            && frame.Words[0][0] >= '一'
            && await IsWithinWhatIsToldAsync(frame.WordsAt[0].Start, cancellationToken);

    /// <summary>账款清了一半: what a report begins with stands in the title of one of one's own.</summary>
    private async Task<ListEntry?> OwnBeginningAsync(CancellationToken cancellationToken)
    {
        if (frame.WordsAt[0].Start > 0 || frame.Words[0].Length < LeastBeginning || frame.Words[0][0] < '一')
        {
            return null;
        }

        var begins = frame.Words[0][..LeastBeginning];
        return (await MineAsync(cancellationToken))
            .Where(e => Permissions.May(Person, Right.Work, e.Subject) && Folding.Letters(e.Title).Contains(begins, StringComparison.Ordinal))
            .ToList() is [var one]
            ? one
            : null;
    }

    private const int LeastBeginning = 2;

    /// <summary>What was shown to this person in the last minutes; null when it was longer ago.</summary>
    private async Task<Talk?> TalkedAsync(CancellationToken cancellationToken)
    {
        if (!hasTalk)
        {
            (talk, hasTalk) = (await Services.Talks.OfAsync(Person, Localizer.Now, cancellationToken), true);
        }

        return talk;
    }

    /// <summary>
    /// The matters whose titles have the words of the sentence that mean nothing else; the best ones alone.
    /// </summary>
    private async Task<IReadOnlyList<ListEntry>> ByTitleAsync(CancellationToken cancellationToken)
    {
        var words = TitleWords.Of(frame);
        return words.Count == 0 ? [] : await TitledAsync(words, cancellationToken);
    }

    private async Task<IReadOnlyList<ListEntry>> TitledAsync(
        IReadOnlyList<string> words,
        CancellationToken cancellationToken)
    {
        var entries = await AllAsync(cancellationToken);
        List<(ListEntry Entry, int Score)> Of(IReadOnlyList<string> some) =>
            [.. entries.Select(e => (Entry: e, Score: TitleWords.Score(some, e.Title))).Where(s => s.Score > 0)];
        // 小散乱污又取缔了两家: what comes first names it, where the rest is of no title.
        var scored = Of(words) is { Count: > 0 } first ? first : words.Count > 1 && !char.IsAsciiLetter(words[0][0]) ? Of([words[0]]) : [];
        var best = scored.Count == 0 ? 0 : scored.Max(s => s.Score);
        List<ListEntry> found = [.. scored.Where(s => s.Score == best).Select(s => s.Entry)];
        return Whole(found);
    }

    /// <summary>
    /// One matter and its parts have one title: the part of the place that is named is meant, the one that is the
    /// person's own, or the whole.
    /// </summary>
    private IReadOnlyList<ListEntry> Whole(List<ListEntry> found)
    {
        if (frame.Places.Count > 0 && found.FindAll(e => InPlace(frame, e)) is [var there])
        {
            return [there];
        }

        return found.Count > 1 && found.TrueForAll(e => e.Number.Root == found[0].Number.Root)
            ? [found.Find(e => Person.Grants.Any(g => g.Area == e.Holder))
                ?? found.Find(e => !e.Number.IsChild)
                ?? found[0]]
            : found;
    }

    /// <summary>The card of the matter with a sentence on top.</summary>
    private Task<TurnAnswer?> ShownAsync(Func<MatterTree, string> sentence, CancellationToken cancellationToken, bool textBehind = false) =>
        ShownAsync(tree => Task.FromResult(sentence(tree)), cancellationToken, textBehind);

    /// <param name="textBehind">As of <see cref="OneAsync"/>.</param>
    private async Task<TurnAnswer?> ShownAsync(
        Func<MatterTree, Task<string>> sentence,
        CancellationToken cancellationToken,
        bool textBehind = false) =>
        await PartOfAsync(await OneAsync(cancellationToken) ?? (textBehind ? await OneAsync(cancellationToken, textBehind) : null), cancellationToken) is not { } tree ? await NoSuchMatterAsync()
        : await IsBeforeThemAsync(tree, cancellationToken) ? await matters.TellOfAsync(tree, await sentence(tree))
        : await matters.ShowMatterAsync(tree, await sentence(tree), Card.Default);

    /// <summary>谁签收的, after its card was shown: the sentence is enough, and no second card of the same.</summary>
    private async Task<bool> IsBeforeThemAsync(MatterTree tree, CancellationToken cancellationToken) =>
        frame.Numbers.Count == 0
            && frame.Bare is null
            && ChatEvent.Personal
            && (await TalkedAsync(cancellationToken))?.Matter == tree.Matter.Number;

    /// <summary>1301-10桥西签了没: of what was passed on, the part of the place that is named.</summary>
    private async Task<MatterTree?> PartOfAsync(MatterTree? tree, CancellationToken cancellationToken) =>
        // 长安是几号办结的, behind the part of another county.
        tree is { Matter.Number.IsChild: true } && frame is { Numbers.Count: 0, Places: [var other] } && other.Code != tree.Matter.Area
            && await matters.FindFamilyAsync(tree.Matter.Number.Root, cancellationToken) is { Children.Count: > 0 } whole
            && whole.Children.FirstOrDefault(child => child.Area == other.Code) is { } sibling
            && await matters.FindFamilyAsync(sibling.Number, cancellationToken) is { } beside
            ? beside :
        frame.Places is [var place]
            && tree?.Children.FirstOrDefault(child => child.Area == place.Code) is { } part
            && await matters.FindFamilyAsync(part.Number, cancellationToken) is { } found
            ? found
            : tree;

    /// <summary>A number was said, and there is no such matter for this person; null when none was said.</summary>
    private async Task<TurnAnswer?> NoSuchMatterAsync() =>
        frame.Numbers is [var number, ..] ? await OwnPartAsync(number) ?? await matters.NoSuchMatterAsync(number) : null;

    /// <summary>1301-5, of a county that has a part of it and does not see the whole: its part. Null where it has none, or several.</summary>
    private async Task<TurnAnswer?> OwnPartAsync(MatterNumber number) =>
        !number.IsChild && (await MineAsync(CancellationToken.None)).Where(entry => entry.Number.IsChild && entry.Number.Root == number).ToList() is [var part]
            && await matters.FindFamilyAsync(part.Number, CancellationToken.None) is { } tree
            ? await matters.ShowMatterAsync(tree, Localizer.Say(SpokenTexts.YoursIsAPart, Localizer.Short(number), Localizer.Number(tree.Matter.Number)), Card.Default)
            : null;

    /// <summary>
    /// What is denied, put off, supposed or asked of a step: nothing is done. Who asks hears how it stands; to the others it is
    /// said that it waits for them.
    /// </summary>
    private async Task<TurnAnswer?> NothingDoneAsync(CancellationToken cancellationToken)
    {
        // what would happen if I do, next: of this step.
        toldAct = HeldStep() ?? toldAct;
        return WithTold(await NothingDoneOfAsync(cancellationToken));
    }

    private async Task<TurnAnswer?> NothingDoneOfAsync(CancellationToken cancellationToken)
    {
        // 先看看1301-2: it is looked at.
        if (frame is { Numbers.Count: 1, Step: null, Asks: false, Days: null } && Words.After(frame.Text, 0, "先看看", "先看一下", "先看下", "先看一眼", "我先看看", "我先看一下", "先打开看看") > 0 && !frame.HasAny(Idea.If, Idea.Not)
            && await matters.FindFamilyAsync(frame.Numbers[0], cancellationToken) is { } looked)
        {
            return await matters.ShowMatterAsync(looked);
        }

        // 要是财政月底前核完，补偿款那件就能办结: of what is named, and not of what was shown.
        if (frame.Numbers.Count == 0)
        {
            await NameAsync(cancellationToken);
        }

        var said = Localizer.Clip(frame.Typed.ReplaceLineEndings(" "), MostShown);
        // 1301-1不用办了吧 asks to be told so: nobody says yes to that here.
        var isPutOff = frame.Refrains || (frame.Hesitates || Meanings.GivesUp(frame)) && !frame.Asks
            && (!frame.Text.TrimEnd(' ', '。', '!', '?').EndsWith('吧') || (frame.Numbers.Count == 0 && frame.Text[0] is '不' or '先' or '别' or '算'));
        // not yet, i want to see the list first.
        isPutOff |= frame.Numbers.Count == 0 && frame.IsEnglish && (!frame.Asks || (!frame.Mark && Words.After(frame.Text, 0, "not yet", "hold on", "hang on", "wait") > 0));
        isPutOff |= EverydayMeanings.PutsOff(frame) || (isNotNow && !frame.Asks);
        if (isPutOff && frame is { Numbers.Count: 0, HasPlaces: false } && CardShown is { } card)
        {
            return await LeftAsync(card, cancellationToken);
        }

        var held = isPutOff && !frame.Has(Idea.If) ? HeldStep() : null;
        // Whoever reviews it speaks of the time that they give.
        held = held == Act.RequestExtension && Person.Grants.Any(g => Permissions.ReachOf(Right.Review, g.Role) != Reach.Nowhere) && !Person.Grants.Any(g => Permissions.ReachOf(Right.Work, g.Role) != Reach.Nowhere)
            ? Act.GrantExtension
            : held;
        held = held is { } wanted && Has(Acts.RightFor(wanted)) ? wanted : null;
        var note = isPutOff && frame.Has(Idea.If) ? Localizer.Say(SpokenTexts.NothingDoneIf, said)
            : held is { } act ? Localizer.Say(SpokenTexts.StepWaits, Localizer.Say(Localizer.Word(act)))
            : isPutOff ? Localizer.Say(SpokenTexts.ItWaits)
            : Localizer.Say(SpokenTexts.NothingDoneOnly, said);
        if (frame.Numbers.Count > 1)
        {
            return await steps.OpenSeveralAsync(frame.Numbers, cancellationToken, note);
        }

        // 算了算了她也忙，先不弄了, with nothing on the screen: what was shown some time before was not spoken of.
        if (ChatEvent.Personal && isPutOff && held is null && frame is { Numbers.Count: 0, Named.Count: 0, HasPlaces: false, Step: null, Bare: null, Pointing: Pointing.Nothing, Words.Count: > 0 }
            && Words.After(frame.Text, 0, "算了", "还是算了", "never mind", "nevermind", "forget it") > 0
            && Services.Talks.FormOf(Person, Localizer.Now) is null)
        {
            return await OfferAsync(note, "matter.mine");
        }

        var one = await OneAsync(cancellationToken, textBehind: isPutOff || QuestionWords.AsksWhetherFilesCame(frame.Text));
        // 等等，先别批, of what was handed in: nobody asked for time.
        if (held == Act.GrantExtension && one?.Matter is { Extension: null, State: MatterState.HandedIn })
        {
            note = Localizer.Say(SpokenTexts.StepWaits, Localizer.Say(Localizer.Word(Act.Close)));
        }

        // 要是长安区还不报就催一下, behind a matter of another place: what is open there.
        if (frame is { Numbers.Count: 0, Named.Count: 0, Pointing: Pointing.Nothing } && frame.Places.Count > 0
            && (one is null || !frame.Places.Exists(place => place.Code.Contains(one.Matter.Area) || place.Code == one.Matter.Holder)))
        {
            List<ListEntry> there = [.. (await MineAsync(cancellationToken)).Where(e => e.IsOpen && InPlace(frame, e))];
            return there.Count > 0
                ? await ShowSentenceAsync(note, there)
                : await OfferAsync(note, "matter.mine", "help.show");
        }

        if (one is { } waits && isPutOff && ChatEvent.Personal && !frame.Has(Idea.Undo))
        {
            return await matters.TellOfAsync(
                waits,
                frame.Has(Idea.If) ? note : Localizer.Say(SpokenTexts.WaitsStill, note, Localizer.StateName(waits.Matter.State)),
                held is { } step && MatterRules.Possible(waits, Person, Localizer.Now).Contains(step) ? step : null);
        }

        if (one is { } asked && frame.Asks && await IsBeforeThemAsync(asked, cancellationToken))
        {
            return await matters.TellOfAsync(asked, Localizer.Say(SpokenTexts.OnlyShown, await AskedBesideAsync(asked, cancellationToken)));
        }

        if (one is { } tree)
        {
            return await matters.ShowMatterAsync(
                tree,
                frame.Asks ? Localizer.Say(SpokenTexts.OnlyShown, await AskedBesideAsync(tree, cancellationToken)) : note,
                isPutOff ? Card.Default : Card.Warning);
        }

        // should we grant it or not: nobody else decides that.
        if (frame is { Asks: true, Refrains: false, Numbers.Count: 0 } && Words.Any(frame.Text, "should ", "shall ", "要不要", "该不该", "是不是该"))
        {
            return await OfferAsync(Localizer.Say(SpokenTexts.YoursToDecide), "matter.mine");
        }

        // 水的那个批了吗: of several with such a title, which.
        if (frame.Named.Count > 0 && await TitlesAsync(cancellationToken) is { } titled)
        {
            return titled;
        }

        // 签了还能退吗: of no matter, how the step goes.
        if (frame is { Asks: true, Refrains: false, Numbers.Count: 0, Named.Count: 0, Words.Count: 0 } && frame.Said.Exists(said => StepTopics.ContainsKey(said.Idea)))
        {
            argument = "steps";
            return await GuideAsync();
        }

        return frame.Numbers is [var number]
            ? await matters.NoSuchMatterAsync(number)
            : isPutOff ? await OfferAsync(note, "matter.mine")
            : await OfferAsync(note, "matter.mine", "help.show");
    }

    /// <summary>先别退，他们传附件了没: what is asked beside a step that waits; how it stands where that is not of its files.</summary>
    private async Task<string> AskedBesideAsync(MatterTree tree, CancellationToken cancellationToken) =>
        Meanings.AsksWhatCame(frame) || QuestionWords.AsksWhetherFilesCame(frame.Text) ? EvidenceOf(tree) : await ProgressOfAsync(tree, cancellationToken);

    private string EvidenceOf(MatterTree tree) =>
        tree.Evidence.ToList() is { Count: > 0 } items ? Localizer.Say(SpokenTexts.HasEvidence, items.Count, Localizer.Evidence(items)) : Localizer.Say(SpokenTexts.NoEvidence);

    /// <summary>The step that is spoken of, and waits: of several the first; null where none is named.</summary>
    private Act? HeldStep() =>
        IsSomethingElseDenied() ? null
        : frame.Said.Find(said => MayWait(said.Idea)) is { End: > 0 } said ? ActsOf[said.Idea]
        // nudge and remind in English.
        : frame.Said.Exists(said => said.Idea == Idea.Reminder && frame.Text[said.Start] != '发') ? Act.Urge
        : null;

    /// <summary>先不申请 我再催催: what is denied is no step that is known, and the step behind it is meant.</summary>
    private bool IsSomethingElseDenied()
    {
        if (frame.Said.Find(said => said.Idea is Idea.Not or Idea.Later && frame.Text[said.Start] > '一') is not { End: > 0 } denied)
        {
            return false;
        }

        var length = frame.Text.AsSpan(denied.End).IndexOfAny(Breaks);
        var end = length < 0 ? frame.Text.Length : denied.End + length;
        return length > 0 && !frame.Said.Exists(said => said.Start >= denied.End && said.End <= end && (MayWait(said.Idea) || said.Idea == Idea.Reminder));
    }

    private static readonly System.Buffers.SearchValues<char> Breaks = System.Buffers.SearchValues.Create(" ,，。;；");

    /// <summary>Of those, what is spoken of when something waits: a report, a correction and another day wait for nobody.</summary>
    private static bool MayWait(Idea idea) =>
        ActsOf.ContainsKey(idea) && idea is not (Idea.Report or Idea.Refuse or Idea.Reopen or Idea.Undo or Idea.Correct or Idea.Change);

    /// <summary>
    /// The paper or file that was asked for; of a matter that was not named, of the one that was shown.
    /// </summary>
    private async Task<TurnAnswer?> DocumentAsync(CancellationToken cancellationToken)
    {
        // 能帮我把周报弄出来不: asked of the bot, it is made.
        if (argument == "period" || (frame.Has(Idea.Report2) && Meanings.AsksTheBot(frame) && frame.Words.TrueForAll(word => word.Length <= 3) && frame.Numbers.Count == 0 && !frame.HasAny(Idea.Later, Idea.If)))
        {
            var isMonth = Words.Any(frame.Text, "月", "month") || (frame.Days is { } period && NodaTime.Period.DaysBetween(period.From, period.To) > DaysOfAWeek);
            var last = Words.Any(frame.Text, "上周", "上个月", "上月", "last ") || frame.Days?.To < Localizer.Today;
            return await RunAsync(
                "document.make",
                cancellationToken,
                ("what", $"{(last ? "上" : "本")}{(isMonth ? "月通报" : "周周报")} {frame.Places.FirstOrDefault()?.Name}".TrimEnd()));
        }

        if (argument == "paper" && frame.Numbers.Count == 0)
        {
            await NameBroadlyAsync(cancellationToken);
        }

        // is there a way to get 1301-9 on paper: asked of the bot, it is made.
        if (argument == "paper" && frame.IsEnglish && !frame.Hesitates && await OneAsync(cancellationToken, textBehind: true) is { } meant)
        {
            return await RunAsync("document.make", cancellationToken, ("what", $"打印 {meant.Matter.Number}"));
        }

        if (argument == "paper"
            && frame.Numbers.Count == 0
            && frame.Pointing != Pointing.Nothing
            && await OneAsync(cancellationToken) is { } shown)
        {
            return await RunAsync(
                "document.make",
                cancellationToken,
                ("what", $"{frame.Typed} {shown.Matter.Number}"));
        }

        // 督查情况那件的交办单: of the matter that its title names. 把1301-1打印出来 我开会要带着: what for is nothing to print.
        if (argument == "paper"
            && frame.Numbers is [var titled]
            && (frame.Has(Idea.Print) || Words.Any(frame.Text, "打张", "打份", "打下", "打一份", "打一张", "交办单", "单子"))
            && !frame.Asks
            && !frame.Hesitates
            && (!frame.Text.Contains(titled.Short, StringComparison.Ordinal)
                || (!Words.Any(frame.Text, "督办", "supervision") && DocumentLine.Read(frame.Typed, Localizer.Today, isAsked: true) is null)))
        {
            var made = await RunAsync("document.make", cancellationToken, ("what", $"打印 {titled}"));
            // 食品安全的交办单打一份 桥西那份也要: the part is made, and how to get that of the whole is said.
            return titled.IsChild && FormWords.WantsBoth(frame.Text) ? made.With(Localizer.Say(RuleTexts.AlsoPrint, Localizer.Short(titled.Root))) : made;
        }

        // 通报先别发 我还没看: nothing is made, and nothing was sent.
        if (frame.Numbers.Count == 0 && !frame.Asks && frame.HasAny(Idea.Later, Idea.Not, Idea.If))
        {
            return await NothingDoneAsync(cancellationToken);
        }

        // 给我来个本周的周报, 全省通讯录导一份: what is asked for, without the words around it.
        var read = DocumentLine.Read(frame.Typed, Localizer.Today, isAsked: true);
        var isPlain = read is not null
            && (read.Place.Length == 0 || Localizer.Directory.Areas.Resolve(read.Place) is not AreaMatch.None);
        // could I get the contact list as a spreadsheet: asked for so, it is made.
        var isAskedFor = argument == "directory" && !frame.Hesitates && !frame.HasAny(Idea.How, Idea.Why, Idea.What, Idea.When, Idea.HowMany, Idea.Who, Idea.Meaning);
        var what = (isPlain || (frame.Asks && !AsksWhetherThereIs()) || frame.Hesitates) && !isAskedFor ? frame.Typed
            : argument == "directory" ? $"导出通讯录 {frame.Places.FirstOrDefault()?.Name}".TrimEnd()
            : WithoutWords(Idea.Filler, Idea.Please, Idea.Matter, Idea.Show, Idea.YesNo).Replace("全省", "", StringComparison.Ordinal);
        return await RunAsync("document.make", cancellationToken, ("what", what));
    }

    /// <summary>打印下, print: nothing but that, of the matter that was shown last.</summary>
    private async Task<TurnAnswer?> PrintOfShownAsync(CancellationToken cancellationToken) =>
        // 打印一份交办单 我带过去: what it is for is no part of it.
        BehindWords.PrintsOfShown(frame.Text) && frame is { Numbers.Count: 0, Asks: false, Refrains: false } && await TalkedAsync(cancellationToken) is { Matter: { } wanted, IsAskedLast: false }
            ? await RunAsync("document.make", cancellationToken, ("what", $"打印 {wanted}"))
        : frame is { Numbers.Count: 0, Named.Count: 0, Days: null, Asks: false, Hesitates: false, HasPlaces: false }
            && frame.Has(Idea.Print)
            && frame.Words.TrueForAll(word => word is "下" or "一下")
            && frame.Said.TrueForAll(said => said.Idea is Idea.Print or Idea.Filler or Idea.Please or Idea.Plain)
            && await TalkedAsync(cancellationToken) is { Matter: { } shown, IsAskedLast: false }
                ? await RunAsync("document.make", cancellationToken, ("what", $"打印 {shown}"))
                : null;

    private const int DaysOfAWeek = 7;

    /// <summary>上周的周报有吗: what is asked for is made. Not so 上周的周报要不要打印.</summary>
    private bool AsksWhetherThereIs() =>
        frame.Has(Idea.Report2)
            && Phrases.Words.Any(frame.Text, "有吗", "有么", "有嘛", "有没", "有不", "is there", "do you have", "have you got")
            && frame.Has(Idea.YesNo)
            && !frame.HasAny(Idea.Who, Idea.When, Idea.Why, Idea.What, Idea.How, Idea.HowMany)
            && frame.Words.Count == 0;

    /// <summary>A sentence with commands below it.</summary>
    private Task<TurnAnswer> OfferAsync(string sentence, params IEnumerable<string> commands) =>
        ShowAsync(
            sentence,
            Card.Of(Localizer, [Card.Line(sentence), .. Card.Actions(commands.Select(id => Buttons.To(id)))]));

    /// <summary>The sentence without the words that mean something.</summary>
    private string WithoutWords(params ReadOnlySpan<Idea> ideas)
    {
        var folded = frame.Letters;
        List<(int Start, int End)> cut = [];
        foreach (var (idea, start, end) in frame.Said)
        {
            if (ideas.Contains(idea))
            {
                cut.Add((start, end));
            }
        }

        var (text, at) = ("", 0);
        foreach (var (start, end) in cut)
        {
            (text, at) = ($"{text}{folded.Between(at, start)} ", end);
        }

        return (text + folded.After(at)).Trim();
    }

    /// <summary>What is said beside the matter and the step: the text of its form.</summary>
    private string TextOf(params ReadOnlySpan<Idea> step)
    {
        var folded = frame.Letters;
        var text = folded.Text.ToCharArray();
        // What names the matter and the step is blanked out, so that what is left keeps its place.
        foreach (var (idea, start, end) in frame.Said)
        {
            // 清完了: the end of a word of the text.
            if ((step.Contains(idea) && !(idea == Idea.Finished && IsOfText(new(text), start, end)))
                || (idea is Idea.Please or Idea.Matter && end - start > 1 && start < text.Length / 2))
            {
                Array.Fill(text, WholeClauses.Blank, start, end - start);
            }
        }

        foreach (var number in frame.Numbers)
        {
            Blank(text, number.Short, OfNumber);
            Blank(text, number.Key, OfNumber);
        }

        // Where all that was said is the text, 应该是发改委的 names no matter; nor does 推进达到预期的效果 behind a number.
        foreach (var (_, start, end) in frame.Numbers is [var one, ..] && step.Length > 0 && !frame.Text.Contains(one.Short, StringComparison.Ordinal) ? frame.Named : [])
        {
            Array.Fill(text, WholeClauses.Blank, start, end - start);
        }

        foreach (var word in frame.Pointing == Pointing.Nothing ? TitleWords.Of(frame).Where(titles.Contains) : [])
        {
            Blank(text, word);
        }

        var told = Trimmed(WholeClauses.Left(folded, text));
        // 80 of 120 households on 1301-3: what led to the number.
        foreach (var lead in frame.Numbers.Count > 0 ? Leading : [])
        {
            told = told.EndsWith(lead, StringComparison.Ordinal) ? told[..^lead.Length].TrimEnd() : told;
        }

        return told;
    }

    private static readonly string[] Leading = [" on", " for", " of", " about", " in", " with"];

    /// <summary>清完了: the end of a word of the text; 整改到位: says what was done, and not only that it was.</summary>
    private static bool IsOfText(string text, int start, int end) =>
        (end - start <= 2 && start > 0 && char.IsLetter(text[start - 1]))
            || (end - start >= 3 && text.AsSpan(start, end - start).IndexOfAny("办弄做搞") < 0 && !Words.IsAt(text, start, "完成"));

    /// <summary>What is shown of a place and a year: of the city of the named place, this year unless another is said.</summary>
    private Task<TurnAnswer> OfYearAsync(string command, CancellationToken cancellationToken)
    {
        var line = PlanLine.Read(frame.Typed, Localizer.Directory.Areas, Localizer.Today);
        return RunAsync(
            command,
            cancellationToken,
            ("year", Localizer.Invariant(line.Year ?? YearSaid ?? frame.Days?.To.Year ?? Localizer.Today.Year)),
            ("place", frame.Places is [var place, ..] && place.Code.Level != AreaLevel.Province ? place.Code.City.Value : ""));
    }

    private const char OfNumber = WholeClauses.Number;

    private static void Blank(char[] text, string word, char with = WholeClauses.Blank)
    {
        var at = new string(text).IndexOf(word, StringComparison.Ordinal);
        if (at >= 0)
        {
            Array.Fill(text, with, at, word.Length);
        }
    }

    /// <summary>Left of a sentence that began with the number and the word of its step: i'm done with …, all 10 removed.</summary>
    private static readonly HashSet<string> Scraps = new(StringComparer.OrdinalIgnoreCase)
    {
        "i'm", "i", "we", "we're", "we've", "i've", "have", "are", "am", "is", "it", "it's", "done", "with", "finished", "finish", "completed", "wrapped", "up", "on", "for", "the", "just", "now", "ok", "okay",
        "all", "has", "been", "and", "so", "that", "that's", "this", "hi", "hello", "please", "pls", "our", "side", "of", "about", "to", "at", "here", "again", "anew",
    };

    /// <summary>Letters of nothing but that something is to be written down.</summary>
    private static readonly System.Buffers.SearchValues<char> OrderLetters = System.Buffers.SearchValues.Create("那就先再也我给帮记个一下条笔报写弄来填吧呗要想把它这");

    /// <summary>Without a first clause that is made of scraps alone; the whole where nothing else is said.</summary>
    private static string WithoutScraps(string text)
    {
        // 那先记个 付了8家: what orders the report.
        if (text.AsSpan().IndexOfAnyExcept(OrderLetters) is > 0 and var begun && text[begun] is ' ' or ',' or '，' or ':' or '：' && begun + 1 < text.Length)
        {
            return text[(begun + 1)..].Trim();
        }

        var mark = text.IndexOfAny([',', ':', ';', '.', '，', '：']);
        if (mark < 0 || mark + 1 == text.Length)
        {
            return text;
        }

        var words = text[..mark].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return Array.TrueForAll(words, Scraps.Contains) ? text[(mark + 1)..].Trim() : text;
    }

    private static string Trimmed(string text)
    {
        text = WithoutScraps(text);
        for (var before = ""; before != text;)
        {
            before = text;
            text = text.Trim(' ', ',', '，', '。', ':', '：', '、', ';', '；', '!', '！', '\n', '\t', '.');
            foreach (var lead in Leads)
            {
                if (text.StartsWith(lead, StringComparison.Ordinal))
                {
                    text = text[lead.Length..];
                }
            }
        }

        return text.ToLowerInvariant() is "put" or "send" ? "" : text;
    }
}
