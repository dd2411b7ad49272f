namespace LiaisonBot.Conversation.Sheets;

/// <summary>What is said of tables that are imported, of templates and of what is exported.</summary>
public static class SheetTexts
{
    public static readonly Text PeopleTemplate = new("人员模板", "Template for people");
    public static readonly Text MattersTemplate = new("事项模板", "Template for matters");
    public static readonly Text VisitsTemplate = new("巡视安排模板", "Template for visits");
    public static readonly Text SheetTooLarge = new(
        "表格太大了：最多{0}行、{1}列。请删去多余的行列，或分几个文件。",
        "The table is too large: at most {0} rows and {1} columns. Please delete what is not needed, or send several files.");
    public static readonly Text SheetSeveralTables = new(
        "几张工作表里都有内容：{0}。请只留一张，或分几个文件发送。",
        "Several sheets hold a table: {0}. Please keep only one, or send several files.");
    public static readonly Text SheetNoHeading = new(
        "{0}列没有列名，看不出填的是什么；请补上列名，或删去",
        "Column {0} has no heading, so it is not clear what it contains; please add one, or delete the column");
    public static readonly Text SheetNotCalculated = new(
        "公式还没有算出结果；请在 Excel 里打开、保存一次，或粘贴为数值",
        "The formula has no result yet; please open and save the file in Excel, or paste it as a value");
    public static readonly Text SheetFormulaError = new(
        "公式出错（{0}），请改正",
        "The formula has an error ({0}); please correct it");
    public static readonly Text SheetNoDay = new(
        "单元格里是日期，但看到的没有几号（Excel 记的是 {0}）；请写成 {1}",
        "The cell holds a date but shows no day (to Excel it is {0}); please write it like {1}");
    public static readonly Text SheetMadeDate = new(
        "Excel 把这一格当成了日期（{0}）；请把单元格设为“文本”格式再填一次",
        "Excel turned this into a date ({0}); please set the cell's format to Text and type it again");
    public static readonly Text SheetDigitsLost = new(
        "数字太长，Excel 只留下前15位；请把单元格设为“文本”格式再填一次",
        "The number is too long: Excel kept only its first 15 digits; please set the cell's format to Text and type it again");
    public static readonly Text VisitKindColumn = new("类别", "Kind of visit");
    public static readonly Text VisitGroupColumn = new("小组", "Group");
    public static readonly Text VisitFromColumn = new("开始日期", "From");
    public static readonly Text VisitToColumn = new("结束日期", "Until");
    public static readonly Text VisitDaysColumn = new("起止日期", "Dates");
    public static readonly Text SheetHiddenRows = new("隐藏或被筛选掉的{1}行（第{0}行）", "{1} hidden or filtered rows ({0})");
    public static readonly Text SheetHiddenColumns = new("隐藏的列（{0}）", "hidden columns ({0})");
    public static readonly Text SheetOtherColumns = new("用不到的列（{0}）", "columns that are not needed ({0})");
    public static readonly Text SheetOthers = new("其他工作表（{0}）", "other sheets ({0})");
    public static readonly Text SheetEmpty = new(
        "表格里没有可以导入的内容。第一行应是表头，下面每行一项。",
        "There is nothing to import in the table. Its first row should hold the headings, and each row below one entry.");
    public static readonly Text SheetNoHeadings = new(
        "没有找到表头。请用模板里的列名：{0}；或：{1}",
        "No headings were found. Please use those of a template: {0}; or: {1}");
    public static readonly Text SheetMissingColumn = new(
        "缺少列“{0}”，请按模板补上",
        "The column “{0}” is missing; please add it as in the template");
    public static readonly Text SheetColumnTwice = new(
        "列“{0}”出现了两次，请只留一列",
        "The column “{0}” appears twice; please keep only one");
    public static readonly Text SheetTooManyItems = new(
        "有{0}行，一次最多导入{1}行，请分几个文件",
        "There are {0} rows; at most {1} can be imported at once: please send several files");
    public static readonly Text SheetPlaceSeveral = new(
        "“{0}”不止一处，请写全称：{1}",
        "There is more than one “{0}”; please write the full name: {1}");
    public static readonly Text SheetNoPlace = new(
        "没有找到地区“{0}”，请写全称（见模板的“地区”表）",
        "There is no place called “{0}”; please write its full name, as on the template's sheet of places");
    public static readonly Text SheetDueNumber = new(
        "“{0}”看不出是日期还是天数，请写成 {1}、10个工作日 或 15天",
        "“{0}” may be a date or a number of days; please write {1}, 10 working days or 15 days");
    public static readonly Text SheetUrgency = new(
        "“{0}”看不懂，请写“{1}”或“{2}”",
        "“{0}” was not understood; please write “{1}” or “{2}”");
    public static readonly Text SheetRole = new("没有角色“{0}”，请写：{1}", "There is no role “{0}”; please write one of: {1}");
    public static readonly Text SheetTeam = new(
        "“{0}”不是巡视组序号，请写数字，如 1",
        "“{0}” is not a team number; please write a number, such as 1");
    public static readonly Text SheetSameAs = new("与第{0}行重复，请删去一行", "The same as row {0}; please delete one of them");
    public static readonly Text JobAndOthers = new("{0}等", "{0} and others");
    public static readonly Text ExportOpen = new("未办结", "Open");
    public static readonly Text ExportEnded = new("已办结或撤回", "Ended");
    public static readonly Text ExportSummary = new("汇总", "Summary");
    public static readonly Text TemplateMatters = new("事项", "Matters");
    public static readonly Text TemplatePeople = new("人员", "People");
    public static readonly Text TemplateVisits = new("巡视安排", "Visits");
    public static readonly Text TemplateVisitArea = new(
        "驻市、市本级巡视选市，其余选县（市、区）；从下拉列表中选",
        "a city for a residency or the inspection of a city, otherwise a county; choose from the list");
    public static readonly Text TemplateVisitTeam = new("巡视组序号，如 2", "the number of the team, such as 2");
    public static readonly Text TemplateVisitDay = new("如 {0}", "such as {0}");
    public static readonly Text TemplateHow = new("填写说明", "How to fill it in");
    public static readonly Text TemplatePlaces = new("地区", "Places");
    public static readonly Text TemplateColumn = new("列", "Column");
    public static readonly Text TemplateRequired = new("必填", "Required");
    public static readonly Text TemplateYes = new("是", "yes");
    public static readonly Text TemplateNo = new("否", "no");
    public static readonly Text TemplateWhat = new("怎么填", "What to write");
    public static readonly Text TemplateTitle = new("不超过{0}字", "at most {0} characters");
    public static readonly Text TemplateArea = new(
        "从下拉列表中选，或写全称、代码",
        "choose from the list, or write the full name or the code");
    public static readonly Text TemplateResponsible = new("不填就是责任地区的名称", "if left empty, the name of the place");
    public static readonly Text TemplateTarget = new("要办成什么，不超过{0}字", "what must be achieved, at most {0} characters");
    public static readonly Text TemplateDue = new("日期（{0}）、10个工作日 或 15天", "a date ({0}), 10 working days or 15 days");
    public static readonly Text TemplateUrgency = new(
        "急件填“{0}”，不填就是“{1}”",
        "“{0}” if it is urgent; if left empty, “{1}”");
    public static readonly Text TemplateName = new("姓名或岗位名称，不超过{0}字", "name or post, at most {0} characters");
    public static readonly Text TemplateRole = new("从下拉列表中选", "choose from the list");
    public static readonly Text TemplatePeopleArea = new(
        "巡视办、督查室填省，巡视组、市级联络机构填市，联络员填县或单位",
        "the province for offices, a city for teams and city offices, a county or unit for officers");
    public static readonly Text TemplateIdentity = new(
        "登录名（name@contoso.com）或 Entra 对象ID",
        "sign-in name (name@contoso.com) or Entra object id");
    public static readonly Text TemplateTeam = new("组长、组员填写，如 1", "for leaders and members, such as 1");
    public static readonly Text FieldGroupColumn = new("所在小组", "Group of the team");
    public static readonly Text FieldHomeUnitColumn = new("人员所属单位", "Home unit of the person");
    public static readonly Text FieldRecusalsColumn = new("回避地区", "Places of recusal of the person");
    public static readonly Text TemplateGroup = new("巡视组的小组，1至{0}，可不填", "the group of the team, 1 to {0}; may be left out");
    public static readonly Text TemplateHomeUnit = new("不超过{0}字，可不填", "at most {0} characters; may be left out");
    public static readonly Text TemplateRecusals = new("地区之间用顿号隔开，不写原因，可不填", "places with commas between, no reasons; may be left out");
    public static readonly Text SheetGroup = new("“{0}”不是小组序号（1至{1}）", "“{0}” is no number of a group (1 to {1})");
    public static readonly Text SheetRecusal = new("没有读懂回避地区“{0}”", "The place of recusal “{0}” was not understood");
    public static readonly Text FieldTeamColumn = new("巡视组序号", "Team number");
    public static readonly Text ExportCounted = new("{0}　事项{1}项，转办件{2}项", "{0}. Matters: {1}, parts passed on: {2}");
    public static readonly Text ExportKind = new("类别", "Kind");
    public static readonly Text ExportMatter = new("事项", "matter");
    public static readonly Text ExportPart = new("转办件", "part");
    public static readonly Text ExportParts = new("其中转办件", "Parts passed on");
    public static readonly Text LedgerFile = new("台账", "ledger");
    public static readonly Text EvidenceNotScanned = new(
        "这个文件还没有查完病毒，暂时不能打开。请过几分钟再点一次链接。",
        "This file has not been checked for viruses yet. Please open the link again in a few minutes.");
    public static readonly Text EvidenceMalicious = new(
        "这个文件查出病毒，不能打开。请告诉发送人换一份干净的文件。",
        "A virus was found in this file, so it cannot be opened. Please ask the sender for a clean one.");
}
