namespace LiaisonBot.Conversation;

/// <summary>The year's plan, findings and coverage: said in chats and written into workbooks.</summary>
public static class PlanTexts
{
    public static readonly Text Plan = new("年度安排", "Year plan");
    public static readonly Text Coverage = new("覆盖", "Coverage");
    public static readonly Text HelpPlan = new("安排 {0} 石家庄 第3组 2个小组", "plan {0} Shijiazhuang team 3 2 groups");
    public static readonly Text HelpPlanWhat = new(
        "拟定、检查一个市的年度巡视安排",
        "draft and check the year of visits of a city");
    public static readonly Text HelpCoverageWhat = new(
        "各县上、下半年是否已巡视、巡查或回访",
        "which counties were visited in each half-year");

    public static readonly Text Title = new("{0} {1}年安排", "{0}: plan of {1}");
    public static readonly Text DraftTitle = new("{0} {1}年安排（草案，未保存）", "{0}: plan of {1} (draft, not saved)");
    public static readonly Text ProvinceTitle = new("{0} {1}年安排（草案，未保存）", "{0}: plan of {1} (draft, not saved)");
    public static readonly Text FormTitle = new("拟定年度安排", "Draft a year's plan");
    public static readonly Text FieldYear = new("年度", "Year");
    public static readonly Text FieldCity = new("市", "City");
    public static readonly Text FieldTeam = new("巡视组序号", "Team number");
    public static readonly Text FieldGroups = new("小组数", "Groups");
    public static readonly Text GroupCount = new("{0}个小组", "{0} groups", "1 group");
    public static readonly Text GroupNumber = new("第{0}小组", "group {0}");
    public static readonly Text WhoLives = new("{0}，{1}", "{0}, {1}");
    public static readonly Text Counted = new(
        "集中巡视{0}县，巡查、回访{1}县次，{2}。",
        "{0} counties inspected, {1} patrols and return visits, {2}.");
    public static readonly Text CityWhen = new("市本级巡视{0}至{1}", "the city itself {0} to {1}");
    public static readonly Text CityNone = new("本年度不安排市本级巡视", "the city itself is not inspected this year");
    public static readonly Text CityLater = new(
        "市本级本年度排不下，留待本届以后年度。",
        "The city itself does not fit this year and waits for a later year of the term.");
    public static readonly Text Provisional = new(
        "{0}年放假通知未发布：节假日按往年惯例估算，通知导入后请重新拟定。",
        "The holiday notice of {0} is not out: festivals are counted as in other years; draft again once the notice is imported.");
    public static readonly Text Stays = new(
        "保持不变{0}项（手工确定的，或已报批、批准、公布的）；原草案中{1}项将被替换。",
        "{0} stay as they are (fixed by hand, or submitted, approved or announced); {1} of the earlier draft are replaced.");
    public static readonly Text GivesWay = new("让出：{0}", "Gives way: {0}");
    public static readonly Text More = new("另有{0}项", "{0} more", "1 more");
    public static readonly Text DoesNotFit = new(
        "排不下{0}项，还差{1}个工作日；各组余下共{2}个工作日。可增加小组、减少集中巡视的县或缩短天数（年度安排标准）。",
        "{0} visits do not fit: {1} working days are missing, and the groups have {2} left between them. More groups, fewer inspections or fewer days (the plan profile) would help.");
    public static readonly Text Unplaced = new("{0}（{1}，{2}个工作日）", "{0} ({1}, {2} working days)");
    public static readonly Text NoFindings = new("检查：没有发现问题。", "Checked: nothing is missing.");
    public static readonly Text Findings = new("检查：{0}项", "Checked: {0} findings", "Checked: 1 finding");
    public static readonly Text Legend = new(
        "每格一个月：█集中巡视，▄巡查、回访或专项，▁无。按行政区划排列。{0}",
        "One mark a month: █ inspection, ▄ patrol, return or special visit, ▁ none. In the order of codes; {0}.");
    public static readonly Text FirstHalf = new("上半年", "Jan–Jun");
    public static readonly Text SecondHalf = new("下半年", "Jul–Dec");
    public static readonly Text Save = new("存为草案", "Save as draft");
    public static readonly Text SaveProvince = new("全省存为草案", "Save the drafts of all cities");
    public static readonly Text Again = new("重新拟定", "Draft again");
    public static readonly Text ChangeNumbers = new("改组别、小组数", "Change team or groups");
    public static readonly Text WhichCityFile = new(
        "请说明是哪个市、哪一年，如：导出巡视安排 石家庄 {0}",
        "Please say which city and year, for example: export year plan Shijiazhuang {0}");
    public static readonly Text Discard = new("作废草案", "Discard draft");
    public static readonly Text DiscardTitle = new("作废草案：{0} {1}年", "Discard the draft: {0} {1}");
    public static readonly Text DiscardCount = new(
        "自动拟定的草案{0}项，手工确定的草案{1}项。已报批、批准、公布的不受影响。",
        "{0} drafted by the planner, {1} fixed by hand. What is submitted, approved or announced stays.");
    public static readonly Text DiscardByHand = new("手工确定的", "Those fixed by hand");
    public static readonly Text DiscardKeeps = new("保留", "stay");
    public static readonly Text DiscardTakes = new("一并作废", "go as well");
    public static readonly Text DiscardConfirm = new("确认作废", "Discard");
    public static readonly Text DiscardNote = new("作废后不能恢复，可以重新拟定。", "What is discarded is gone; a new draft can be made.");
    public static readonly Text DiscardByHandMark = new("{0}（手工）", "{0} (by hand)");
    public static readonly Text Discarded = new("已作废：{0} {1}年草案{2}项", "Discarded: {2} drafts, {0} {1}");
    public static readonly Text DiscardNothing = new("{0} {1}年没有您可以作废的草案。", "There is no draft of {0} {1} that you can discard.");
    public static readonly Text DiscardStays = new("{0}项手工确定的保留。", "{0} fixed by hand stay.");
    public static readonly Text HelpDiscard = new("作废草案 {0} 石家庄", "discard draft {0} Shijiazhuang");
    public static readonly Text HelpDiscardWhat = new("把没有报批的年度草案作废", "take back drafts that were not submitted");
    public static readonly Text Saved = new("已存为草案：{0} {1}年，{2}项。公布之前只有省委巡视办和本组可见。", "Saved as a draft: {0} {1}, {2} visits. Until they are announced only the office and the team see them.");
    public static readonly Text SubmitAll = new("报批", "Submit");
    public static readonly Text ApproveAll = new("批准", "Approve");
    public static readonly Text AnnounceAll = new("公布", "Announce");
    public static readonly Text OpenVisits = new("逐项查看、调整", "See and change each");
    public static readonly Text Excel = new("导出 Excel", "Excel file");
    public static readonly Text FileReady = new("{0}已备好。", "{0} is ready.");
    public static readonly Text Empty = new("{0} {1}年还没有安排。", "Nothing is planned for {0} in {1} yet.");
    public static readonly Text States = new("拟定{0}，报批{1}，已批准{2}，已公布{3}。", "Drafted {0}, submitted {1}, approved {2}, announced {3}.");
    public static readonly Text ProfileVersion = new("年度安排标准第{0}版", "plan profile, version {0}");

    public static readonly Text NotAllowed = new(
        "年度安排由省委巡视办拟定；巡视组组长可以拟定本组的。没有写入任何内容。",
        "The provincial office drafts the plans; a team leader drafts the own team's. Nothing was written.");
    public static readonly Text NoCity = new(
        "请选一个市：巡视组驻市，县和直辖市的区不单独安排年度。",
        "Please choose a city: a team lives in a city; counties, and districts of a municipality, have no year of their own.");
    public static readonly Text NoCities = new(
        "本省没有可以驻组的市，年度安排不适用；可以逐项登记对县安排。",
        "There is no city here in which a team lives, so no year is drafted; visits can be entered one by one.");
    public static readonly Text TeamMissing = new("请填写巡视组序号（1至{0}）", "Please enter the team number (1 to {0})");
    public static readonly Text GroupsOutOfRange = new("小组数应为{0}至{1}个", "A team has {0} to {1} groups");
    public static readonly Text YearOver = new("请填写今年或以后的年度（至{0}）", "Please enter this year or a later one (to {0})");
    public static readonly Text YearMissing = new("请填写年度，如{0}", "Please enter the year, such as {0}");
    public static readonly Text TooMany = new("安排已满（{0}项），请先清理。", "There are too many visits ({0}).");
    public static readonly Text Blocked = new("没有写入：{0}", "Nothing was written: {0}");
    public static readonly Text NotUnderstood = new("没有听懂：{0}", "Not understood: {0}");

    public static readonly Text ShortTeam = new("组别不对", "the team is not right");
    public static readonly Text ShortGroups = new("小组数不对", "the number of groups is not right");
    public static readonly Text ShortYear = new("年度已过", "the year is over");
    public static readonly Text ShortBlocked = new("驻市有冲突，请单独拟定", "who lives there is not in order; please draft it by itself");
    public static readonly Text ShortTooMany = new("安排已满", "there are too many visits");
    public static readonly Text TwoTeams = new("两组驻一市", "Two teams in one city");
    public static readonly Text TwoTeamsTakes = new("{0}本年度有{1}个组驻市，需撤去{2}的驻市", "{1} teams live in {0} this year; the residency of {2} would have to go");
    public static readonly Text TeamElsewhere = new("一组驻两市", "One team in two cities");
    public static readonly Text TeamElsewhereTakes = new("{0}本年度已驻{1}，需换一个组", "{0} lives in {1} this year; another team is needed");
    public static readonly Text SameTeamAgain = new("连任驻市", "The same team again");
    public static readonly Text SameTeamAgainTakes = new("{0}上年度驻{1}，需换一个组", "{0} lived in {1} the year before; another team is needed");
    public static readonly Text NoTeam = new("无组驻市", "No team lives there");
    public static readonly Text NoTeamTakes = new("{0}没有巡视组驻市，需安排一个组", "No team lives in {0}; one is needed");
    public static readonly Text GroupBeyond = new("小组超出", "No such group");
    public static readonly Text GroupBeyondTakes = new("{0}：本组没有第{1}小组，需改小组", "{0}: the team has no group {1}; another group is needed");
    public static readonly Text CountyUnplanned = new("县无安排", "County without a visit");
    public static readonly Text FirstHalfMissing = new("上半年未安排", "No visit in the first half");
    public static readonly Text SecondHalfMissing = new("下半年未安排", "No visit in the second half");
    public static readonly Text TooManyInspections = new("超过{0}县", "More than {0} counties");
    public static readonly Text TooManyTakes = new("{0}集中巡视{1}县，需把{2}个改为巡查、回访或换组", "{0} inspects {1} counties; {2} would have to be patrolled, or go to another group");
    public static readonly Text DatesOverlap = new("日期重叠", "Dates overlap");
    public static readonly Text DatesOverlapTakes = new("{0}与{1}，需错开", "{0} and {1}; one has to move");
    public static readonly Text OnDaysOff = new("遇节假日", "On days off");
    public static readonly Text Recused = new("应回避", "Recused");
    public static readonly Text RecusedTakes = new("{0}应回避{1}，需换组或换人", "{0} keeps away from {1}; another team or other people are needed");
    public static readonly Text CityNotInspected = new("届内未巡视市本级", "City not inspected in this term");
    public static readonly Text CityInspectedTooOften = new("届内市本级超次", "City inspected too often in this term");
    public static readonly Text TooOftenTakes = new("{0}本届已安排{1}次，需减少", "{0} has {1} in this term; fewer are needed");
    public static readonly Text TakesDays = new("{0}：需{1}个工作日，{2}{3}至{4}有空", "{0}: {1} working days, {2}is free {3} to {4}");
    public static readonly Text TakesNone = new("{0}：需{1}个工作日，没有可用的小组", "{0}: {1} working days, and no group is there for it");
    public static readonly Text AllGroups = new("全组", "the whole team ");

    public static readonly Text ProvinceRow = new("{0}，集中巡视{1}县", "{0}, {1} counties inspected");
    public static readonly Text ProvinceFindings = new("{0}项问题：{1}", "{0} findings: {1}");
    public static readonly Text JobTitle = new("{0}{1}年安排", "{0}: plan of {1}");

    public static readonly Text CoverageTitle = new("{0} {1}年覆盖情况", "{0}: coverage of {1}");
    public static readonly Text CoverageNote = new(
        "只计已公布且已结束的巡视、巡查、回访；截至{0}。按行政区划排列，不排名。",
        "Only visits that were announced and have ended count, as of {0}. In the order of codes; this is no ranking.");
    public static readonly Text CoverageCount = new(
        "{0}：已覆盖{1}，已安排{2}，未安排{3}，另有{4}县由集中巡视覆盖",
        "{0}: {1} done, {2} planned, {3} missing, {4} covered by an inspection in the other half");
    public static readonly Text CoverageCountAnnounced = new(
        "{0}：已覆盖{1}，已安排{2}，无公布{3}，另有{4}县由集中巡视覆盖",
        "{0}: {1} done, {2} planned, {3} with none announced, {4} covered by an inspection in the other half");
    public static readonly Text Done = new("✔ 已覆盖", "✔ done");
    public static readonly Text Planned = new("○ 已安排", "○ planned");
    public static readonly Text Missing = new("✘ 未安排", "✘ missing");
    public static readonly Text NoneAnnounced = new("— 无公布", "— none announced");
    public static readonly Text NotNeeded = new("— 集中巡视", "— inspected");
    public static readonly Text CoverageEmpty = new("{0}没有县。", "{0} has no counties.");
    public static readonly Text LastInspected = new("上次集中巡视", "Last inspected");
    public static readonly Text CityRow = new(
        "上半年 {0}/{1}，下半年 {2}/{1}",
        "first half {0} of {1}, second half {2} of {1}");
    public static readonly Text ColumnPlace = new("地区", "Place");
    public static readonly Text ColumnKind = new("方式", "Kind");
    public static readonly Text ColumnTeam = new("巡视组", "Team");
    public static readonly Text ColumnGroup = new("小组", "Group");
    public static readonly Text ColumnFrom = new("开始", "From");
    public static readonly Text ColumnTo = new("结束", "Until");
    public static readonly Text ColumnDays = new("工作日", "Working days");
    public static readonly Text ColumnState = new("状态", "State");
    public static readonly Text ColumnNumber = new("文号", "Document");
    public static readonly Text ColumnFinding = new("问题", "Finding");
    public static readonly Text ColumnTakes = new("需要", "What it takes");
    public static readonly Text PageFindings = new("检查", "Findings");
    public static readonly Text ColumnNumberName = new("项目", "What");
    public static readonly Text ColumnValue = new("数值", "Number");
    public static readonly Text ColumnBasis = new("依据", "Basis");
    public static readonly Text PageProfile = new("标准", "Profile");

    public static readonly Text StateDrafted = new("拟定", "drafted");
    public static readonly Text StateSubmitted = new("报批", "submitted");
    public static readonly Text StateApproved = new("已批准", "approved");
    public static readonly Text StateAnnounced = new("已公布", "announced");
    public static readonly Text StateCancelled = new("已取消", "called off");
    public static readonly Text Upgrade = new("升级", "Upgrade");
    public static readonly Text HelpUpgrade = new("升级 正定县 理由", "upgrade Zhengding reason");
    public static readonly Text HelpUpgradeWhat = new(
        "巡查发现问题较多的县改为集中巡视",
        "a county whose patrol found much is inspected");
    public static readonly Text UpgradeTitle = new("巡查升级为集中巡视", "From patrol to inspection");
    public static readonly Text FieldCounty = new("县（市、区）", "County");
    public static readonly Text FieldReason = new("理由", "Reason");
    public static readonly Text AskUpgrade = new("报请省委巡视办", "Ask the provincial office");
    public static readonly Text RecordUpgrade = new("登记同意", "Record the consent");
    public static readonly Text Upgraded = new("已升级：{0}，已批准，待公布。", "Upgraded: {0}. Approved, to be announced.");
    public static readonly Text UpgradeAsked = new(
        "已报请省委巡视办：{0}升级为集中巡视。登记领导小组同意的文号后生效。",
        "The provincial office is asked to have {0} inspected. It counts once the consent of the leading group is recorded.");
    public static readonly Text UpgradeNews = new("{0}报请：{1}巡查升级为集中巡视。理由：{2}", "{0} asks that {1} be inspected: {2}");
    public static readonly Text UpgradeBecomes = new("{0} 改为 {1}", "{0} becomes {1}");
    public static readonly Text UpgradeNew = new("增加 {0}", "added: {0}");
    public static readonly Text UpgradeNotAllowed = new(
        "升级由驻该市的巡视组组长报请、省委巡视办登记。没有写入任何内容。",
        "The leader of the team that lives in the city asks, and the provincial office records it. Nothing was written.");
    public static readonly Text UpgradeNoCounty = new("请选一个县（市、区）", "Please choose a county");
    public static readonly Text UpgradeAlready = new("{0}本年度已安排集中巡视", "{0} is inspected this year already");
    public static readonly Text UpgradeNoDays = new("{0}：本年度各组都排不下集中巡视", "{0}: no group has the days for an inspection this year");
    public static readonly Text UpgradeNumber = new("请填写领导小组同意的文号", "Please enter the document number of the consent");
    public static readonly Text UpgradeReason = new("请填写理由", "Please enter the reason");
    public static readonly Text UpgradeTooLong = new("太长了", "Too long");
    public static readonly Text Semicolon = new("；", "; ");
    public static readonly Text Figures = new("零 一 二 三 四 五 六 七 八 九 十", "0 1 2 3 4 5 6 7 8 9 10");
    public static readonly Text AlertNoTeam = new("{0}年还有{1}个市无组驻市：{2}。", "{0}: no team lives in {1} cities: {2}.");
    public static readonly Text AlertNotApproved = new(
        "{0}年安排有{1}项尚未批准：{2}。",
        "Plan of {0}: {1} visits are not approved: {2}.");
    public static readonly Text AlertFirstHalf = new(
        "{0}年还有{1}个县（市、区）上半年未安排：{2}。",
        "Plan of {0}: {1} counties have no visit in the first half: {2}.");
    public static readonly Text AlertSecondHalf = new(
        "{0}年还有{1}个县（市、区）下半年未安排：{2}。",
        "Plan of {0}: {1} counties have no visit in the second half: {2}.");
    public static readonly Text AlertNoPetitionsOfficer = new(
        "{0}年有{1}个驻市巡视组没有信访专员：{2}。请指定。",
        "{0}: teams that live in a city without a petitions officer ({1}): {2}. Please name one.");
    public static readonly Text AlertNoOnlineOfficer = new(
        "{0}年有{1}个驻市巡视组没有网信专员：{2}。请指定。",
        "{0}: teams that live in a city without an online clues officer ({1}): {2}. Please name one.");
    public static readonly Text AlertPlace = new("{0}{1}", "{0} {1}");
    public static readonly Text AlertUnreached = new(
        "{0}年安排：{1}联系不上。",
        "Plan of {0}: {1} cannot be reached.");
    public static readonly Text Residency = new("驻市", "Residency");
    public static readonly Text Inspection = new("巡视", "Inspection");
    public static readonly Text Patrol = new("巡查", "Patrol");
    public static readonly Text ReturnVisit = new("回访", "Return visit");
    public static readonly Text CityInspection = new("市本级巡视", "City inspection");
    public static readonly Text Special = new("专项巡视", "Special inspection");
    public static readonly Text Days = new("{0}至{1}", "{0} to {1}");
}
