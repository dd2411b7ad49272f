namespace LiaisonBot.Conversation.Features.Recurring;

public static class RecurringTexts
{
    public static readonly Text Recurring = new("定期事项", "Recurring matters");
    public static readonly Text Help = new("按周期自动交办的事项：设立、跳过、修改、结束", "matters that are assigned again and again: set up, skip, change, end");
    public static readonly Text Numbered = new("定期事项 {0}", "Recurring matter {0}");
    public static readonly Text SetUpTitle = new("设立定期事项", "Set up a recurring matter");
    public static readonly Text SetUp = new("设立", "Set up");
    public static readonly Text ChangeTitle = new("修改定期事项", "Change a recurring matter");
    public static readonly Text Change = new("修改", "Change");
    public static readonly Text Skip = new("跳过下一次", "Skip the next");
    public static readonly Text End = new("结束", "End it");
    public static readonly Text EndTitle = new("结束定期事项", "End a recurring matter");
    public static readonly Text TakeOver = new("由我接手", "Take it over");

    // The form.
    public static readonly Text MoreInputs = new("更多：目标、起止、依据", "More: task, dates, basis");
    public static readonly Text FieldRhythm = new("周期（如：每周五前、每月底前）", "How often (such as: every Friday)");
    public static readonly Text FieldPlaces = new("责任地区（可写多个，如：各县）", "Places (commas between)");
    public static readonly Text FieldResponsible = new("责任主体（不填则为各地区）", "Responsible (the places themselves when empty)");
    public static readonly Text FieldLead = new("提前几个工作日交办", "Assigned so many working days before");
    public static readonly Text FieldDayOff = new("遇节假日", "When the day is off");
    public static readonly Text DatesOfForm = new("接下来三次要在这些日子以前报：{0}。还没有设立。", "The next three are due on {0}. It is not set up yet.");
    public static readonly Text DayOffOfForm = new("遇节假日：{0}。要改，直接说（如：遇节假日顺延），或在下面选。", "When the day is off: {0}. Say another (such as: the next working day), or choose it below.");
    public static readonly Text DayOffEarlier = new("提前到前一个工作日", "The working day before");
    public static readonly Text DayOffLater = new("顺延到后一个工作日", "The working day after");
    public static readonly Text DayOffStay = new("日期不变", "The day stays");
    public static readonly Text FieldFirst = new("开始日期", "From");
    public static readonly Text FieldLast = new("截止日期（可不填）", "Until (may be empty)");
    public static readonly Text FieldTimes = new("共几次（可不填）", "How many times (may be empty)");
    public static readonly Text FieldReason = new("原因", "Reason");
    public static readonly Text FieldOpen = new("已交办、还没办结的 {0} 件", "The {0} that are assigned and still open");
    public static readonly Text OpenStay = new("继续办理", "Go on with them");
    public static readonly Text OpenWithdraw = new("一并撤回", "Withdraw them too");

    public static readonly Text NextDates = new("接下来的日期（办理时限）", "The next dates (due by)");
    public static readonly Text NextDate = new("{0}，{1}交办", "{0}, assigned on {1}");
    public static readonly Text NextDateNow = new("{0}，设立后随即交办", "{0}, assigned right after it is set up");
    public static readonly Text Moved = new("（原为{0}）", " (instead of {0})");
    public static readonly Text NoDates = new("不再有日期", "No dates are left");
    public static readonly Text Burden = new(
        "负担：每次向每个地方交办1件，没有报结的到期前最多再提醒{0}次；折合每个地方每周{1}次要求，一年约{2}件。",
        "Burden: each time one matter for each place, and up to {0} reminders before it is due if it is not handed in. That is {1} asks a place and week, about {2} matters a year.");
    public static readonly Text BurdenNow = new("近四周这些地方平均每周已有{0}次要求。", " In the last four weeks these places had {0} asks a week on average.");
    public static readonly Text BurdenRules = new("这些地方已有{0}项定期事项。", " These places have {0} recurring matters already.", " These places have one recurring matter already.");
    public static readonly Text TooOften = new(
        "没有设立。不能要求基层每天报送，也不能比每周一次更频繁：为基层减负的规定不允许层层要日报、反复报送同一情况（请按现行规定核对）。确有急事，用急件交办并写明时限；需要连续掌握进展的，可以每周报一次：",
        "Nothing was set up. Places are not asked to report every day, nor more often than once a week: the rules on relieving the grass roots rule that out (please check those in force). For something pressing assign an urgent matter with a due date; for steady news, once a week:");
    public static readonly Text WeeklyInstead = new("改为每周五报一次", "Every Friday instead");
    public static readonly Text NothingSetUp = new("没有设立或改动任何定期事项。", "No recurring matter was set up or changed.");
    public static readonly Text WithoutPlace = new("哪个地方？请在下面写上责任地区。", "Which place? Please fill it in below.");
    public static readonly Text WithoutTask = new("报什么？请写上事项名称和目标任务。", "What is to be reported? Please fill in the title and what must be achieved.");
    public static readonly Text DayFilledIn = new("没有说哪一天，按“{0}”填写，请核对。", "No day was said: “{0}” was filled in, please check.");
    public static readonly Text OfMatter = new("按刚才的事项{0}填写。", "Filled in from the matter {0} that was shown.");
    public static readonly Text WhichPlaces = new("“{0}”没有认出来或有重名，请写全称，如：{1}", "“{0}” was not recognised or is ambiguous; please give full names such as {1}");
    public static readonly Text NoRhythm = new("没有读懂，如：每周五前、每月底前、每季度末前、每年底前", "Not understood; for example: every Friday, at the end of each month, every quarter");
    public static readonly Text NotANumber = new("请填数字", "Please enter a number");
    public static readonly Text Check = new("内容有改动，日期已重新计算；请核对后再按一次。", "Something was changed, so the dates were counted again: please check and press once more.");
    public static readonly Text Hour = new("（{0}）", " ({0})");

    public static readonly Text ListTitle = new("{0}的定期事项（{1}项）", "Recurring matters in {0}: {1}");
    public static readonly Text ListEmpty = new("{0}没有定期事项。", "There are no recurring matters in {0}.");
    public static readonly Text Running = new("进行中", "running");
    public static readonly Text Ended = new("已结束", "ended");
    public static readonly Text NextOn = new("下次 {0}", "next {0}");
    public static readonly Text Past = new("已有各次", "Occurrences so far");
    public static readonly Text Steps = new("变更记录", "Changes");
    public static readonly Text FactRhythm = new("周期", "How often");
    public static readonly Text FactPlaces = new("责任地区", "Places");
    public static readonly Text FactLead = new("提前交办", "Assigned");
    public static readonly Text FactBy = new("设立人", "Set up by");
    public static readonly Text FactSpan = new("起止", "From and until");
    public static readonly Text Ahead = new("{0}个工作日", "{0} working days ahead", "1 working day ahead");
    public static readonly Text IfOff = new("，遇节假日{0}", "; when the day is off: {0}");
    public static readonly Text Span = new("自{0}起", "from {0}");
    public static readonly Text SpanUntil = new("，到{0}为止", ", until {0}");
    public static readonly Text SpanTimes = new("，共{0}次，已有{1}次", ", {0} times, {1} so far");
    public static readonly Text StateSkipped = new("已跳过", "skipped");
    public static readonly Text StateMissed = new("未按时交办，由下一次代替", "passed while the system was down; the next stands for it");
    public static readonly Text StateNotMade = new("没有交办：{0}", "not assigned: {0}");
    public static readonly Text Truncated = new("共{0}个地方", "{0} places");

    public static readonly Text WhyNobodyAssigns = new("设立人已不在名册中", "whoever set it up is in the directory no more");
    public static readonly Text WhyMayNotAssign = new("设立人已无权在该地区交办（巡视组已离开或职务变动）", "whoever set it up may assign there no more (the team has left, or the role has changed)");
    public static readonly Text WhyPlaceGone = new("该地区已不在区划中", "the place is in the division no more");
    public static readonly Text WhyRefused = new("交办规则不允许", "the rules of assigning refuse it");

    public static readonly Text NotMadeNews = new(
        "定期事项{0}（{1}）{2}这一次没有向{3}交办：{4}。请接手、修改或结束。",
        "Recurring matter {0} ({1}): {2} was not assigned to {3}, since {4}. Please take it over, change or end it.");
    public static readonly Text NobodyNews = new(
        "定期事项{0}（{1}）{2}这一次已向{3}交办，但那里没有人接收，请登记人员或另行通知。",
        "Recurring matter {0} ({1}): {2} was assigned to {3}, but nobody receives there. Please enter somebody, or tell them another way.");

    public static readonly Text FollowsNews = new(
        "定期事项{0}（{1}）原由{2}设立，因其已不能在该地区交办，之后各次以{3}的名义交办。可以修改、结束，或由您接手。",
        "Recurring matter {0} ({1}) was set up by {2}, who can assign there no more: from now on it is assigned in the name of {3}. You can change it, end it or take it over.");

    public static readonly Text UnreachedNews = new("{0}收不到定期事项{1}的通知", "{0} cannot be told of the recurring matter {1}");
    public static readonly Text Notice = new("通知", "notice");
    public static readonly Text DoneSetUp = new("已设立定期事项{0}", "Recurring matter {0} is set up");
    public static readonly Text DoneChange = new("已修改", "Changed");
    public static readonly Text DoneSkip = new("已跳过{0}这一次", "{0} is skipped");
    public static readonly Text DoneEnd = new("已结束，不再交办新的", "Ended: no more are assigned");
    public static readonly Text DoneEndWithdrawn = new("已结束，{0}件未办结的一并撤回", "Ended, and {0} open ones are withdrawn", "Ended, and the open one is withdrawn");
    public static readonly Text DoneTakeOver = new("已由您接手，之后各次以您的名义交办", "You have taken it over: from now on they are assigned in your name");
    public static readonly Text AskSkip = new("跳过{0}这一次？之后从{1}继续。", "Skip {0}? It goes on with {1}.");
    public static readonly Text AskSkipLast = new("跳过{0}这一次？之后不再有日期，该定期事项随之结束。", "Skip {0}? No date is left after it, and it ends.");
    public static readonly Text NotFound = new("没有定期事项{0}。说“定期事项”看全部。", "There is no recurring matter {0}. Say “recurring matters” to see all.");

    public static readonly Text ActSetUp = new("设立", "Set up");
    public static readonly Text ActChange = new("修改", "Changed");
    public static readonly Text ActSkip = new("跳过{0}", "{0} skipped");
    public static readonly Text ActTakeOver = new("接手", "Taken over");
    public static readonly Text Somebody = new("已离任的设立人", "somebody who has left");
    public static readonly Text ActFollow = new("接替{0}", "Follows {0}");
    public static readonly Text ActEnd = new("结束", "Ended");
    public static readonly Text ActFinish = new("日期已用完，自动结束", "Its last date has passed");

    /// <summary>Every Friday in place of every day, as it could have been said.</summary>
    public static readonly Text Weekly = new("{0} 每周五前 {1}", "{0} {1} every Friday");
    public static readonly Text WeeklyTask = new("报进展", "report progress");

    // The rhythm in words; the form reads them again.
    public static readonly Text EveryWeek = new("每周{0}前", "every {0}");
    public static readonly Text EveryWeeks = new("每{0}周周{1}前", "every {0} weeks by {1}");
    public static readonly Text EveryMonth = new("每月{0}前", "each month by the {0}");
    public static readonly Text EveryTwoMonths = new("每两个月{0}前", "every two months by the {0}");
    public static readonly Text EveryMonths = new("每{0}个月{1}前", "every {0} months by the {1}");
    public static readonly Text EveryQuarter = new("每季度末前", "every quarter by the end");
    public static readonly Text EveryQuarterDay = new("每季度第{0}个月{1}前", "every quarter by the {1} of month {0}");
    public static readonly Text EveryHalfYear = new("每半年末前", "every half year by the end");
    public static readonly Text EveryHalfYearDay = new("每半年第{0}个月{1}前", "every half year by the {1} of month {0}");
    public static readonly Text EveryYear = new("每年{0}月{1}前", "every year by the {1} of {0}");
    public static readonly Text Weekdays = new("一二三四五六日", "Monday,Tuesday,Wednesday,Thursday,Friday,Saturday,Sunday");
    public static readonly Text Counts = new("一两三四五六七八", "1,2,3,4,5,6,7,8");
    public static readonly Text DayOfMonth = new("{0}日", "{0}");
    public static readonly Text Ordinals = new("第一个,第二个,第三个,第四个,最后一个", "first,second,third,fourth,last");
    public static readonly Text NthWeekday = new("{0}周{1}", "{0} {1}");
    public static readonly Text LastOfMonth = new("底", "end");
    public static readonly Text LastBesideOthers = new("31日", "end");
    public static readonly Text And = new("和", " and the ");
}
