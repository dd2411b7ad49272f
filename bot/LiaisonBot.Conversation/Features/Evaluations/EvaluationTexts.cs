namespace LiaisonBot.Conversation.Features.Evaluations;

/// <summary>What is said of evaluations.</summary>
public static class EvaluationTexts
{
    public static readonly Text Evaluation = new("测评", "Evaluation");
    public static readonly Text Help = new(
        "巡视期间民主测评、问卷、谈话的汇总人数（不记名、不打分）",
        "what people were asked during a visit, as counts (no names, no score)");
    public static readonly Text HelpSay = new("测评 正定县", "evaluation Zhengding");
    public static readonly Text Title = new("{0}测评", "Evaluations: {0}");
    public static readonly Text Empty = new("{0}没有登记测评。", "No evaluation is entered for {0}.");
    public static readonly Text NotYours = new("测评由省委巡视办和本组查看、登记", "Evaluations are for the provincial office and the team of the visit");
    public static readonly Text Enter = new("登记测评", "Enter an evaluation");
    public static readonly Text FieldPlace = new("测评地区", "Place of the evaluation");
    public static readonly Text FieldOn = new("测评日期", "Day of the evaluation");
    public static readonly Text FieldMethod = new("方式", "Method");
    public static readonly Text FieldRunBy = new("组织单位（可不填）", "Run by (may be left out)");
    public static readonly Text FieldSent = new("发出", "Sent");
    public static readonly Text FieldReturned = new("收回", "Returned");
    public static readonly Text FieldValid = new("有效", "Valid");
    public static readonly Text FieldRows = new(
        "题目和人数，每题一行：班子总体评价 满意120 基本满意30 不满意6 不了解4（也可粘贴表格）",
        "Questions and counts, one a line: overall good 120 fair 30 poor 6 don't know 4 (a table can be pasted)");
    public static readonly Text Head = new("{0} {1}", "{0} {1}");
    public static readonly Text Counts = new(
        "发出{0}，收回{1}，有效{2}（有效率{3}%）",
        "sent {0}, returned {1}, valid {2} ({3} % valid)");
    public static readonly Text RunBy = new("组织单位：{0}", "run by {0}");
    public static readonly Text LastTime = new("上次（{0}）", "last time ({0})");
    public static readonly Text Share = new("{0}人 {1}%", "{0} ({1} %)");
    public static readonly Text Hidden = new("少于{0}人", "under {0}");
    public static readonly Text HiddenNote = new(
        "少于{0}人的选项不显示；仅剩一项不显示时，另隐去一项，以免推算。",
        "Options that fewer than {0} people chose are not shown; where one alone would be hidden, another is hidden with it.");
    public static readonly Text Saved = new("已登记：{0} {1} {2}", "Entered: {0}, {1}, {2}");
    public static readonly Text Export = new("导出测评", "Export the evaluations");
    public static readonly Text ExportReady = new("{0}测评表", "Evaluations of {0}");
    public static readonly Text Unread = new("没有读懂：{0}", "Not understood: {0}");
    public static readonly Text UnreadMore = new("{1}处没有读懂：{0}……", "Not understood in {1} places: {0}…");
    public static readonly Text AtQuestion = new("{0}（{1}）", "{0} ({1})");

    public static readonly Text PlaceMissing = new("请选择测评地区", "Please choose the place");
    public static readonly Text NoVisit = new("那天之前这里没有您能看到的巡视安排", "No visit that you may see had begun there by that day");
    public static readonly Text DayMissing = new("请填写日期", "Please give the day");
    public static readonly Text DayAhead = new("日期不能晚于今天", "The day cannot be after today");
    public static readonly Text CountsMissing = new("请填写发出、收回、有效的份数", "Please give how many were sent, returned and valid");
    public static readonly Text CountsDoNotFit = new("收回不能多于发出，有效不能多于收回", "No more can come back than were sent, nor be valid than came back");
    public static readonly Text QuestionsMissing = new("请填写题目和各选项人数", "Please give the questions with their counts");
    public static readonly Text TooManyQuestions = new("题目最多{0}个", "At most {0} questions");
    public static readonly Text TextTooLong = new("题目不超过{0}字，选项不超过{1}字", "A question has at most {0} characters, an option {1}");
    public static readonly Text OptionsMissing = new("每题2至{0}个选项，不能重复", "Each question has 2 to {0} options, each once");
    public static readonly Text DoNotKnowMissing = new("每题都要有“不了解”一项", "Each question needs the option “don't know”");
    public static readonly Text TooManyAnswers = new("各选项人数之和多于有效份数", "The answers are more than the valid sheets");
}
