namespace LiaisonBot.Conversation.Features.Sets;

/// <summary>What is said of the plan of a set.</summary>
public static class PlanFillTexts
{
    public static readonly Text Plan = new("整改方案", "Rectification plan");
    public static readonly Text Help = new(
        "逐项或用表格填报整改方案，整体报送；组长批准后时限生效",
        "fill in the plan finding by finding or in one sheet, and hand it in as a whole; approved dates become due dates");
    public static readonly Text HelpSay = new("整改方案 正定县", "rectification plan Zhengding");
    public static readonly Text Lists = new("三张清单", "Three lists");
    public static readonly Text Title = new("{0}整改方案（{1}）", "Rectification plan of {0} ({1})");
    public static readonly Text TitleOfAdded = new("{0}整改方案（{1}，补充的问题）", "Rectification plan of {0} ({1}, findings added)");
    public static readonly Text None = new("没有您可以查看的整改方案。", "There is no rectification plan for you to see.");
    public static readonly Text NotFound = new("没有这份整改方案，可能已不归您查看", "There is no such plan for you");
    public static readonly Text Which = new("哪一份整改方案？", "Which plan?");
    public static readonly Text Choice = new("{0}　{1}反馈　{2}", "{0}, feedback of {1}, {2}");
    public static readonly Text FeedbackOf = new("{0}反馈", "Feedback of {0}");
    public static readonly Text About = new("{0}反馈，{1}项；{2}前报送", "feedback of {0}; findings: {1}; to be handed in by {2}");
    public static readonly Text Filled = new("已填完{0}项，共{1}项", "{0} of {1} filled in");
    public static readonly Text Waiting = new("待签收", "to be signed for");
    public static readonly Text Filling = new("正在填报", "being filled in");
    public static readonly Text Returned = new("已退回，请修改后再报送", "returned: please change it and hand it in again");
    public static readonly Text HandedIn = new("已报送，待审核", "handed in, waits for the team");
    public static readonly Text Approved = new("已批准", "approved");
    public static readonly Text Withdrawn = new("已撤回", "withdrawn");
    public static readonly Text RowEmpty = new("未填", "not filled in");
    public static readonly Text RowClosed = new("已办结或已减少，不用再填", "closed or taken out, nothing to fill in");
    public static readonly Text RowLacks = new("缺{0}", "lacks {0}");
    public static readonly Text DueStands = new(
        "时限已另行批准为{0}，方案不改它；要改，请申请延期",
        "Its date was changed to {0}, and the plan leaves it so; for another date, ask for more time");
    public static readonly Text FillRow = new("填第{0}项", "Fill in {0}");
    public static readonly Text ChangeRow = new("改第{0}项", "Change {0}");
    public static readonly Text FillNext = new("逐项填写", "Fill in one by one");
    public static readonly Text Sheet = new("下载填报表", "Download the sheet");
    public static readonly Text SheetReady = new("{0}整改方案填报表", "The plan of {0} as a sheet");
    public static readonly Text SheetNote = new(
        "填好后把文件发回这里；只写入措施、责任领导、责任部门、完成时限四列。链接{0}分钟内有效，请勿转发。",
        "Fill it in and send the file back here; only measures, post, department and date are taken. The link works for {0} minutes; please do not share it.");
    public static readonly Text HandIn = new("报送方案", "Hand in the plan");
    public static readonly Text HandedInText = new(
        "整改方案共{0}项，整改措施、责任领导、责任部门、完成时限已填写完整。",
        "The plan of {0} findings: measures, posts, departments and dates are complete.",
        "The plan of 1 finding: measures, post, department and date are complete.");
    public static readonly Text HandedInNow = new("已报送，等待审核", "Handed in; the team decides");
    public static readonly Text Approve = new("批准方案", "Approve the plan");
    public static readonly Text ApprovedNow = new("已批准：各项完成时限已生效", "Approved: its dates are the due dates now");
    public static readonly Text Return = new("退回方案", "Return the plan");
    public static readonly Text ReturnedNow = new("已退回", "Returned");
    public static readonly Text ReturnedRows = new("已退回，指出{0}项", "Returned, with {0} findings named", "Returned, with 1 finding named");
    public static readonly Text FieldRemarks = new(
        "意见，一行一条；对某一项的，行首写序号，如“3 措施不具体”",
        "What is asked for, a line each; of a finding, begin with its number: 3 measures too vague");
    public static readonly Text NoSuchRow = new("这份方案里没有第{0}项", "there is no finding {0} in this plan");
    public static readonly Text RowTitle = new("填报整改方案", "Fill in the plan");
    public static readonly Text Save = new("保存，填下一项", "Save and go on");
    public static readonly Text FieldMeasures = new("整改措施", "Measures");
    public static readonly Text FieldLeaderPost = new("责任领导（职务）", "Responsible leader (post)");
    public static readonly Text FieldDepartment = new("责任部门", "Department");
    public static readonly Text FieldDue = new("完成时限", "Date");
    public static readonly Text RowNote = new("整改目标：{0}", "Goal: {0}");
    public static readonly Text DueNote = new("完成时限不晚于{0}", "Dates not after {0}");
    public static readonly Text Saved = new("第{0}项已保存", "Finding {0} is saved");
    public static readonly Text SavedAll = new("第{0}项已保存，全部填完，可以报送", "Finding {0} is saved: all are filled in, and the plan can be handed in");
    public static readonly Text Meanwhile = new(
        "有人刚改为“{0}”；要改成您写的，请再按一次保存",
        "somebody has just written “{0}”; to have yours instead, save once more");
    public static readonly Text NotYours = new("整改方案由被反馈地区填报", "The plan is filled in by the place that was given the feedback");
    public static readonly Text NotYet = new("这批问题还在交办，请稍后再填", "The findings are still being assigned: please try again in a moment");
    public static readonly Text WaitsForTeam = new(
        "方案已报送，正在审核；要改，请等退回，或在事项上撤销报结",
        "The plan is handed in: wait until it is returned, or take the hand-in back on its matter");
    public static readonly Text IsApproved = new(
        "方案已批准；要改时限，请在该项事项上申请延期",
        "The plan is approved: for another date, ask for more time on the matter of the finding");
    public static readonly Text SheetTitle = new("填报表：{0}", "The sheet: {0}");
    public static readonly Text SheetChanges = new("将写入{0}项、{1}处", "To be written: {1} of the cells, of so many findings: {0}");
    public static readonly Text SheetNothing = new("表中没有要写入的改动，原有内容没有动。", "The sheet changes nothing; what stands is as it was.");
    public static readonly Text SheetWrong = new("没有写入，请改正后重新发送：", "Nothing was written. Please put these right and send it again:");
    public static readonly Text SheetNotTaken = new("表格没有写入：{0}", "Nothing of the sheet was written: {0}");
    public static readonly Text SheetTake = new("写入", "Take it");
    public static readonly Text SheetOverwrite = new("全部以表格为准", "Take the sheet's side everywhere");
    public static readonly Text SheetTaken = new("已写入{0}项", "{0} findings written", "1 finding written");
    public static readonly Text SheetTakenLess = new(
        "已写入{0}项；这期间别人又改过的{1}处没有动",
        "Findings written: {0}. Cells that others changed since, and that stay as they are: {1}");
    public static readonly Text SheetGone = new("这张表已写入，或您后来又发了一张，请用最后那张。", "This sheet was taken, or you sent another since: please use the last one.");
    public static readonly Text SheetChange = new("第{0}项{1}：{2}", "{0}, {1}: {2}");
    public static readonly Text SheetEmptied = new("清空", "emptied");
    public static readonly Text SheetMeanwhile = new(
        "第{0}项{1}：有人已改为“{2}”，表中是“{3}”，先保留现在的",
        "{0}, {1}: somebody wrote “{2}” meanwhile, the sheet says “{3}”; what stands is kept");
    public static readonly Text OtherSet = new("第{0}行是另一批问题的", "Row {0} is of another set");
    public static readonly Text Unclear = new(
        "第{0}行的序号和问题对不上，不知道是哪一项",
        "Row {0}: its number and its problem do not fit together");
    public static readonly Text Twice = new("第{0}行：第{1}项重复出现", "Row {0}: finding {1} stands there twice");
    public static readonly Text Added = new("第{0}行不是本批的问题，不写入", "Row {0} is no finding of this set and is left out");
    public static readonly Text Removed = new("表里没有第{0}项，保持原样", "Not in the sheet, and as they were: findings {0}");
    public static readonly Text Closed = new("第{0}项已办结或已减少，没有写入", "Finding {0} is closed or taken out, and is left out");
    public static readonly Text OfAnother = new(
        "第{0}项的方案已报送或已批准，不写入",
        "The plan of finding {0} is handed in or approved, and it is left out");
    public static readonly Text Locked = new("第{0}项的反馈问题在表里被改动，不写入", "The problem of finding {0} was changed in the sheet; that is left out");
    public static readonly Text CellNoDate = new("第{0}项完成时限“{1}”看不懂，请写成 {2}", "{0}: the date “{1}” was not understood; please write it like {2}");
    public static readonly Text CellTooLong = new("第{0}项{1}太长，最多{2}字", "{0}: {1} too long, at most {2} characters");
    public static readonly Text CellBefore = new("第{0}项完成时限{1}已过", "{0}: the date {1} is over");
    public static readonly Text CellAfter = new("第{0}项完成时限{1}晚于{2}", "{0}: the date {1} is after {2}");
    public static readonly Text More = new("还有{0}处", "{0} more");
    public static readonly Text WhichSet = new(
        "看不出这张表是哪一批的，请用“下载填报表”得到的文件填写后发回",
        "It is not clear which set the sheet is of: please fill in the file that “Download the sheet” gives");
    public static readonly Text ListsDownload = new("导出三张清单", "Export the three lists");
    public static readonly Text ListsReady = new("{0}问题、任务、责任清单", "Findings, tasks and duties of {0}");
    public static readonly Text ListsNote = new("三张清单在一个文件里。链接{0}分钟内有效，请勿转发。", "The three lists in one file. The link works for {0} minutes; please do not share it.");
    public static readonly Text ToPlan = new("整改方案", "The plan");
}
